/**
 * `npm run conformance:record`: asks every Go and real Coroot for every recorded case and writes what they answer;
 * prints what changed. Throws an Error when a Go cannot be had. The exit code is 1 when Coroot could not be asked or
 * the restated types answered otherwise than it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultVersion } from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { decodeUtf8 } from '../../src/go';
import { type GoVersion, goVersions, newestGo } from '../../src/go/version';
import { type Answers, type Case, formatCases, gathered, parseCases } from './case-file';
import { type Question, madeFiles } from './fields';
import { type PresetCase, formatPresets, presetCases } from './presets';
import { type Program, type WireAnswer, buildCorootOracle, buildOracle, corootGo, startOracle } from './program';
import type { Answer, Request } from './subject';

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const presetsFile = fileURLToPath(new URL('presets.txt', import.meta.url));
const documentedFile = fileURLToPath(new URL('../coroot/preset-outputs.json', import.meta.url));

const text = (base64: string): string => fixAddresses(decodeUtf8(new Uint8Array(Buffer.from(base64, 'base64'))));

/** Our engine prints one address for all pointers and functions; see known-differences.md. */
function fixAddresses(output: string): string {
  return output
    .replace(/0xc0[0-9a-f]{8}|\b0x[4-7][0-9a-f]{5}\b/g, '0xc000012345')
    .replace(/\b82[4-8]\d{9}\b/g, BigInt('0xc000012345').toString());
}

/** What was answered, as cases keep it. Throws an Error when there is no answer. */
export function recorded(wire: WireAnswer): Answer {
  if (wire.fault !== undefined) throw new Error(wire.fault);
  const plain = wire.error === null ? null : fixAddresses(wire.error);
  const error = wire.errorBase64 === undefined ? plain : text(wire.errorBase64);
  const body = wire.body === undefined ? null : text(wire.body);
  return { output: text(wire.output), body, error, headers: wire.headers ?? null };
}

/** The oracle with Coroot itself, or null, after saying why, where it cannot be built. */
function startCoroot(): Program | null {
  try {
    return startOracle(buildCorootOracle());
  } catch (e) {
    console.log(`Coroot itself cannot be asked: ${e instanceof Error ? e.message : String(e)}`);
    return null;
  }
}

/** Asks whoever is responsible, and counts. */
class Recorder implements Respondent {
  readonly tally = { go: 0, types: 0, itself: 0, left: 0, torn: 0 };

  constructor(
    private readonly gos: ReadonlyMap<GoVersion, Program>,
    private readonly coroot: Program | null,
  ) {}

  async ask(name: string, request: Request): Promise<Answers | null> {
    try {
      const itself = request.mode === 'coroot' && request.version === newestVersion.id;
      const sent = itself ? await this.askCoroot(name, request) : null;
      if (itself && sent === null) return null;
      // What is sent, and not only what is rendered, there is Coroot alone to ask.
      if (sent !== null && request.mode === 'coroot' && request.webhook !== undefined) {
        return { answer: sent, older: [] };
      }
      const answers = new Map<GoVersion, Answer>();
      for (const go of goVersions) {
        answers.set(go, go === corootGo && sent !== null ? sent : await this.askGo(go, request));
      }
      return gathered(answers, answers.get(newestGo) ?? (await this.askGo(newestGo, request)));
    } catch (e) {
      throw new Error(`${name}: ${e instanceof Error ? e.message : String(e)}`, { cause: e });
    }
  }

  private async askGo(go: GoVersion, request: Request): Promise<Answer> {
    const program = this.gos.get(go);
    if (program === undefined) throw new Error(`Go ${go} was not started`);
    this.tally.go++;
    const wire = await program.ask(request);
    // Only of an older Go: the newest would have to be asked something that it answers.
    if (go !== newestGo && wire.fault?.startsWith('panic: ') === true) {
      return { output: '', body: request.mode === 'coroot' ? '' : null, error: wire.fault, headers: null };
    }
    return recorded(wire);
  }

  private async askCoroot(name: string, request: Request): Promise<Answer | null> {
    if (this.coroot === null) {
      this.tally.left++;
      return null;
    }
    const wire = await this.coroot.ask(request);
    this.tally[wire.itself === true ? 'itself' : 'types']++;
    const answer = recorded(wire);
    await this.compare(name, request, answer);
    return answer;
  }

  /** The restated types stand for Coroot where it cannot be had, so they must answer as it does. */
  private async compare(name: string, request: Request, { headers, ...answer }: Answer): Promise<void> {
    const { webhook, ...plain } = request as Extract<Request, { mode: 'coroot' }>;
    const restated = await this.askGo(corootGo, plain);
    const sentNothing = webhook !== undefined && headers === null;
    if (sentNothing || JSON.stringify(restated) === JSON.stringify({ ...answer, headers: null })) return;
    this.tally.torn++;
    console.log(`${name}: the restated types answer ${JSON.stringify(restated)}, Coroot ${JSON.stringify(answer)}`);
  }
}

/** What Coroot itself sends is asked of the newest release: there is no older one to ask. */
function asked(request: Request): Request {
  const itself = request.mode === 'coroot' && request.webhook !== undefined;
  return itself ? { ...request, version: newestVersion.id } : request;
}

/** Whoever can be asked: null when the answer has to come from Coroot and Coroot cannot be asked. */
interface Respondent {
  ask(name: string, request: Request): Promise<Answers | null>;
}

/** The cases with their answers. Where nobody could be asked, those of before stay whole, and a new one stays out. */
export async function recordAll(
  questions: readonly Question[],
  before: ReadonlyMap<string, Case>,
  respondent: Respondent,
): Promise<readonly Case[]> {
  const cases = await Promise.all(
    questions.map(async ({ name, request: written }): Promise<Case | null> => {
      const request = asked(written);
      const answers = await respondent.ask(name, request);
      if (answers === null) return before.get(name) ?? null;
      return { name, request, recorded: true, answer: answers.answer, older: answers.older };
    }),
  );
  return cases.filter((c) => c !== null);
}

async function recordCases(recorder: Recorder): Promise<void> {
  for (const name of [...new Set([...readdirSync(folder), ...madeFiles.keys()])].sort()) {
    const made = madeFiles.get(name);
    const file = parseCases(existsSync(folder + name) ? readFileSync(folder + name, 'utf8') : '');
    const before = new Map(file.cases.map((c) => [c.name, c]));
    const cases = await recordAll(made?.questions ?? file.cases, before, recorder);
    for (const { name: title, recorded: isRecorded, answer, older } of cases) {
      if (!isRecorded) continue;
      const known = before.get(title);
      const was = known?.recorded !== true ? 'null' : JSON.stringify([known.answer, known.older]);
      const is = JSON.stringify([answer, older]);
      if (was !== is) console.log(`${name}: ${title}\n  was ${was}\n  is  ${is}`);
    }
    writeChanged(folder + name, formatCases({ comment: made?.comment ?? file.comment, cases }));
  }
}

/** The presets of Coroot's documentation, whose bodies are kept in full for the documented version. */
const documentedPresets = ['plain-text', 'json', 'telegram', 'mattermost', 'discord'];

async function recordPresets(recorder: Recorder): Promise<void> {
  const outputs = [];
  for (const { name, preset, sample, request } of presetCases(defaultVersion)) {
    if (!documentedPresets.includes(preset)) continue;
    const answers = await recorder.ask(name, request);
    if (answers !== null) outputs.push({ preset, sample, output: answers.answer.output, body: answers.answer.body });
  }
  writeChanged(documentedFile, `${JSON.stringify(outputs, null, 2)}\n`);
  const kept: (readonly [PresetCase, Answer])[] = [];
  const presets = presetCases(newestVersion);
  for (const preset of presets) {
    const answers = await recorder.ask(preset.name, preset.request);
    if (answers !== null) kept.push([preset, answers.answer]);
  }
  if (kept.length === presets.length) writeChanged(presetsFile, formatPresets(kept));
}

function writeChanged(file: string, after: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === after) return;
  writeFileSync(file, after);
  console.log(`written: ${relative(process.cwd(), file)}`);
}

/** Runs the command and gives the exit code. */
export async function main(): Promise<number> {
  const gos = new Map(goVersions.map((go) => [go, startOracle(buildOracle(go))]));
  const coroot = startCoroot();
  const recorder = new Recorder(gos, coroot);
  await recordCases(recorder);
  await recordPresets(recorder);
  for (const program of gos.values()) program.close();
  coroot?.close();
  const { tally } = recorder;
  console.log(
    `recorded: ${String(tally.go)} from Go alone, ${String(tally.types)} over Coroot's types, ${String(tally.itself)} sent by Coroot itself`,
  );
  if (coroot === null) console.log(`NOT recorded, because Coroot cannot be asked: ${String(tally.left)}`);
  if (tally.torn > 0) console.log(`the restated types disagree with Coroot ${String(tally.torn)} times`);
  return coroot === null || tally.torn > 0 ? 1 : 0;
}
