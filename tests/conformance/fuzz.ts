/**
 * `npm run fuzz -- --n N --seed S --go VERSION`: random templates over random data, in that Go (the newest when it is
 * left out) and in our engine; prints what differs.
 */
import { parseArgs } from 'node:util';
import { type Comparison, compare } from './fuzz/compare';
import { minimise } from './fuzz/minimise';
import { Random } from './fuzz/random';
import { randomRequest } from './fuzz/requests';
import { sentRequest } from './fuzz/sent';
import { newestGo } from '../../src/go/version';
import { buildCorootOracle, buildOracle, corootGo, startOracle, startSubject } from './program';
import { goVersionNamed } from './subject';

const options = {
  n: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
  /** How many differences are minimised and printed; the others are counted. */
  show: { type: 'string', default: '20' },
  /** The Go to compare with; Coroot itself has its own. */
  go: { type: 'string', default: newestGo },
  /** Whether Coroot itself is asked, for what it sends. */
  coroot: { type: 'boolean', default: false },
} as const;

/** Runs the command with its arguments and gives the exit code: 1 when the programs differ. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const [n, seed, show] = [Number(values.n), Number(values.seed), Number(values.show)];
  const go = values.coroot ? corootGo : goVersionNamed(values.go);
  const request = values.coroot ? sentRequest : randomRequest;
  const programs = {
    subject: startSubject(go),
    oracle: startOracle(values.coroot ? buildCorootOracle() : buildOracle(go, 'exe')),
    witness: startOracle(values.coroot ? buildCorootOracle() : buildOracle(go, 'pie')),
  };
  const differences: Comparison[] = [];
  const tally = { output: 0, error: 0 };
  const skipped = new Map<string, number>();
  for (let i = 0; i < n; i += 200) {
    const requests = Array.from({ length: Math.min(200, n - i) }, (_, k) =>
      request(new Random(seed * 1_000_003 + i + k)),
    );
    for (const c of await Promise.all(requests.map((request) => compare(request, programs)))) {
      if (!c.equal) differences.push(c);
      else if (c.skipped !== null) skipped.set(reason(c.skipped), (skipped.get(reason(c.skipped)) ?? 0) + 1);
      else tally[c.gos.error === null ? 'output' : 'error']++;
    }
    if (i % 10_000 === 0) console.error(`${String(i)} …, ${String(differences.length)} differences`);
  }
  for (const c of differences.slice(0, show)) {
    const smallest = await minimise(c.request, async (request) => {
      const smaller = await compare(request, programs);
      return !smaller.equal && (smaller.ours.fault === undefined) === (c.ours.fault === undefined);
    });
    print(await compare(smallest, programs));
  }
  for (const program of Object.values(programs)) program.close();
  console.log(
    `Go ${go}, seed ${String(seed)}: ${String(n)} requests, ${String(tally.output)} rendered alike, ${String(tally.error)} failed alike`,
  );
  for (const [why, count] of skipped) console.log(`not compared: ${String(count)} (${why})`);
  console.log(`${String(differences.length)} differences`);
  return differences.length === 0 ? 0 : 1;
}

function reason(fault: string): string {
  return fault.slice(0, 60);
}

function print({ request, ours, gos }: Comparison): void {
  const { template, templateBase64, ...rest } = request;
  console.log('─'.repeat(80));
  console.log(template ?? `base64 ${templateBase64 ?? ''}`);
  console.log(JSON.stringify(rest));
  const text = (base64: string | undefined): string => JSON.stringify(Buffer.from(base64 ?? '', 'base64').toString());
  for (const [name, a] of [
    ['Go  ', gos],
    ['ours', ours],
  ] as const) {
    console.log(
      `${name}: ${text(a.output)}${a.body === undefined ? '' : ` body ${text(a.body)}`}${a.error === null ? '' : ` error ${a.error}`}${a.fault === undefined ? '' : ` FAULT ${a.fault}`}`,
    );
  }
}
