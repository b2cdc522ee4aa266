/** `npm run conformance:record`: asks real Go for every recorded case and writes what it answers; prints what changed. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeUtf8 } from '../../src/go';
import { type Case, formatCases, parseCases } from './case-file';
import { type Program, type WireAnswer, buildOracle, startOracle } from './program';
import type { Answer } from './subject';

const folder = fileURLToPath(new URL('cases/', import.meta.url));

const text = (base64: string): string => fixAddresses(decodeUtf8(new Uint8Array(Buffer.from(base64, 'base64'))));

/** Our engine prints one address for all pointers and functions; see known-differences.md. */
function fixAddresses(output: string): string {
  return output
    .replace(/0xc000[0-9a-f]{6}|\b0x[4-7][0-9a-f]{5}\b/g, '0xc000012345')
    .replace(/\b8246\d{8}\b/g, BigInt('0xc000012345').toString());
}

/** What Go answered, as cases keep it. Throws an Error when Go could not answer. */
export function recorded(wire: WireAnswer): Answer {
  if (wire.fault !== undefined) throw new Error(wire.fault);
  const plain = wire.error === null ? null : fixAddresses(wire.error);
  const error = wire.errorBase64 === undefined ? plain : text(wire.errorBase64);
  return { output: text(wire.output), body: wire.body === undefined ? null : text(wire.body), error };
}

async function rerecord(old: Case, oracle: Program): Promise<Case> {
  try {
    return { ...old, answer: recorded(await oracle.ask(old.request)) };
  } catch (e) {
    throw new Error(`${old.name}: ${e instanceof Error ? e.message : String(e)}`, { cause: e });
  }
}

/** Runs the command and gives the exit code. */
export async function main(): Promise<number> {
  const oracle = startOracle(buildOracle());
  let count = 0;
  for (const name of readdirSync(folder).sort()) {
    const before = readFileSync(folder + name, 'utf8');
    const file = parseCases(before);
    const cases = await Promise.all(file.cases.map((c) => rerecord(c, oracle)));
    count += cases.length;
    for (const [i, { name: title, answer }] of cases.entries()) {
      const [was, is] = [JSON.stringify(file.cases[i]?.answer), JSON.stringify(answer)];
      if (was !== is) console.log(`${name}: ${title}\n  was ${was}\n  is  ${is}`);
    }
    const after = formatCases({ ...file, cases });
    if (after !== before) writeFileSync(folder + name, after);
  }
  oracle.close();
  console.log(`${String(count)} cases recorded`);
  return 0;
}
