/**
 * `npm run servers`: builds and starts the real servers, posts to them the sample bodies and what the robust presets
 * make of every sample and of random payloads, reads back what was kept, and writes the answers to `answers.json`.
 * Prints a table; fails when a robust body is refused or a text of it is lost.
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { decodePayload, defaultVersion, notificationKinds, render, samples } from '../../../src/coroot';
import { findPlatform } from '../all';
import { payloads } from '../payloads';
import { type RunningServer, type ServerProgram, isBuilt, servers } from './programs';
import { type RecordedServer, postedBodies } from './sample-bodies';

/** How many random payloads of each kind are posted. */
const randomPayloads = 100;

/** Every text of a JSON value, keys left out. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The bodies that a platform's robust presets make of the samples and of random payloads. */
function robustBodies(id: string): readonly string[] {
  const templates = findPlatform(id)!.robust.templatesFor(defaultVersion);
  return notificationKinds.flatMap((kind) => {
    const random = fc.sample(payloads[kind], { numRuns: randomPayloads, seed: 1 });
    const own = samples.filter((sample) => sample.kind === kind).map(({ payload }) => payload);
    return [...own, ...random.map((payload) => JSON.stringify(payload))].map((payload) => {
      const decoded = decodePayload(payload, kind, defaultVersion);
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
      const rendered = render({ kind, template: templates[kind], value: decoded.value });
      if (!rendered.ok) throw new Error(rendered.message);
      return rendered.body;
    });
  });
}

/** Posts the robust bodies; returns a complaint for each that was refused or of which a text was lost. */
async function postRobust(
  id: string,
  server: RunningServer,
): Promise<{ readonly posted: number; readonly lost: readonly string[] }> {
  const bodies = robustBodies(id);
  const lost: string[] = [];
  for (const body of bodies) {
    const { status, body: answer, kept } = await server.post(body);
    if (kept === null) lost.push(`${String(status)} ${answer}\n${body}`);
    else {
      const found = new Set(texts(JSON.parse(kept)));
      // Alertmanager writes times of its own, and ntfy drops white space around a message.
      const missing = texts(JSON.parse(body)).filter(
        (text) => text.trim() !== '' && !/^2[01]00-/.test(text) && !found.has(text) && !found.has(text.trim()),
      );
      if (missing.length > 0) lost.push(`lost ${JSON.stringify(missing)}\n${body}\n${kept}`);
    }
  }
  return { posted: bodies.length, lost };
}

async function record(
  program: ServerProgram,
): Promise<{ readonly recorded: RecordedServer; readonly failed: boolean }> {
  if (!isBuilt(program)) {
    console.log(`building ${program.module}@${program.version}, which takes minutes`);
    program.build();
  }
  const server = await program.start();
  try {
    const answers: Record<string, { status: number; answer: string | null }> = {};
    for (const [name, body] of postedBodies(program.id)) {
      const { status, body: text } = await server.post(body);
      answers[name] = { status, answer: status === 200 ? null : text };
    }
    const { posted, lost } = await postRobust(program.id, server);
    const statuses = Object.values(answers).map(({ status }) => status);
    const accepted = statuses.filter((status) => status === 200).length;
    console.log(
      `${program.id} ${program.version}: ${String(accepted)} of ${String(statuses.length)} bodies accepted; ${String(posted - lost.length)} of ${String(posted)} robust bodies kept whole`,
    );
    for (const complaint of lost.slice(0, 3)) console.log(complaint);
    return { recorded: { module: program.module, version: program.version, answers }, failed: lost.length > 0 };
  } finally {
    server.stop();
  }
}

/** Records every server; returns the exit code. */
export async function main(): Promise<number> {
  const all: Record<string, RecordedServer> = {};
  let failed = false;
  for (const program of servers) {
    const result = await record(program);
    all[program.id] = result.recorded;
    failed ||= result.failed;
  }
  writeFileSync(new URL('answers.json', import.meta.url), `${JSON.stringify(all, null, 2)}\n`);
  return failed ? 1 : 0;
}
