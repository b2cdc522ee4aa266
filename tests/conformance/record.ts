/**
 * `npm run conformance:record`: asks real Go and real Coroot for every recorded case and writes what they answer;
 * prints what changed. The exit code is 1 when Coroot could not be asked or the restated types answered otherwise than
 * it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultVersion } from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { decodeUtf8 } from '../../src/go';
import { type Case, formatCases, parseCases } from './case-file';
import { type Question, madeFiles } from './fields';
import { type PresetCase, formatPresets, presetCases } from './presets';
import { type Program, type WireAnswer, buildCorootOracle, buildOracle, startOracle } from './program';
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
class Recorder {
  readonly tally = { go: 0, types: 0, itself: 0, left: 0, torn: 0 };

  constructor(
    private readonly go: Program,
    private readonly coroot: Program | null,
  ) {}

  /** The answer, or null when it has to come from Coroot and Coroot cannot be asked. */
  async ask(name: string, request: Request): Promise<Answer | null> {
    try {
      if (request.mode === 'any' || request.version !== newestVersion.id) {
        this.tally.go++;
        return recorded(await this.go.ask(request));
      }
      if (this.coroot === null) {
        this.tally.left++;
        return null;
      }
      const wire = await this.coroot.ask(request);
      this.tally[wire.itself === true ? 'itself' : 'types']++;
      const answer = recorded(wire);
      await this.compare(name, request, answer);
      return answer;
    } catch (e) {
      throw new Error(`${name}: ${e instanceof Error ? e.message : String(e)}`, { cause: e });
    }
  }

  /** The restated types stand for Coroot where it cannot be had, so they must answer as it does. */
  private async compare(name: string, request: Request, { headers, ...answer }: Answer): Promise<void> {
    const { webhook, ...plain } = request as Extract<Request, { mode: 'coroot' }>;
    const restated: Partial<Answer> = { ...recorded(await this.go.ask(plain)) };
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

/** The cases with their answers. A new one stays out where nobody could be asked. */
async function recordAll(
  questions: readonly Question[],
  before: ReadonlyMap<string, Case>,
  recorder: Recorder,
): Promise<readonly Case[]> {
  const cases = await Promise.all(
    questions.map(async ({ name, request: written }): Promise<Case | null> => {
      const request = asked(written);
      const answer = (await recorder.ask(name, request)) ?? before.get(name)?.answer;
      return answer === undefined ? null : { name, request, answer };
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
    for (const { name: title, answer } of cases) {
      const [was, is] = [JSON.stringify(before.get(title)?.answer ?? null), JSON.stringify(answer)];
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
    const answer = await recorder.ask(name, request);
    if (answer !== null) outputs.push({ preset, sample, output: answer.output, body: answer.body });
  }
  writeChanged(documentedFile, `${JSON.stringify(outputs, null, 2)}\n`);
  const kept: (readonly [PresetCase, Answer])[] = [];
  const presets = presetCases(newestVersion);
  for (const preset of presets) {
    const answer = await recorder.ask(preset.name, preset.request);
    if (answer !== null) kept.push([preset, answer]);
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
  const [go, coroot] = [startOracle(buildOracle()), startCoroot()];
  const recorder = new Recorder(go, coroot);
  await recordCases(recorder);
  await recordPresets(recorder);
  go.close();
  coroot?.close();
  const { tally } = recorder;
  console.log(
    `recorded: ${String(tally.go)} from Go alone, ${String(tally.types)} over Coroot's types, ${String(tally.itself)} sent by Coroot itself`,
  );
  if (coroot === null) console.log(`NOT recorded, because Coroot cannot be asked: ${String(tally.left)}`);
  if (tally.torn > 0) console.log(`the restated types disagree with Coroot ${String(tally.torn)} times`);
  return coroot === null || tally.torn > 0 ? 1 : 0;
}
