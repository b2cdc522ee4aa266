/**
 * `npm run check:quality -- --n N --seed S --show K`: holds the analysis of random templates against what the engine,
 * which equals Go, does with them on fifty notifications each; prints the figures of tests/analysis/README.md.
 */
import { parseArgs } from 'node:util';
import { generated } from './generate';
import { judge } from './judge';
import { Tally } from './tally';

const options = {
  n: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  /** How many examples are printed of each kind of what is bad, the shortest first. */
  show: { type: 'string', default: '0' },
  /** Only templates that came about in this way. */
  origin: { type: 'string' },
} as const;

/** Measures templates `from` to `from + n` of a seed. */
export function measured(n: number, seed: number, show: number, origin: string | null = null): Tally {
  const tally = new Tally(show);
  let stopped = 0;
  const start = performance.now();
  for (let i = 0; i < n; i++) {
    const asked = generated(seed * 1_000_003 + i);
    if (origin !== null && asked.origin !== origin) continue;
    const judgements = judge(asked);
    if (judgements === null) stopped++;
    else tally.add(asked, judgements);
    if (i % 5000 === 4999) {
      const seconds = (performance.now() - start) / 1000;
      console.error(`${String(i + 1)} templates, ${seconds.toFixed(0)} s, ${String(stopped)} stopped by limits`);
    }
  }
  return tally;
}

/** Runs the command with its arguments and gives the exit code: 1 when a figure is below its aim. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options });
  const tally = measured(Number(values.n), Number(values.seed), Number(values.show), values.origin ?? null);
  console.log(`${values.n} templates, seed ${values.seed}`);
  console.log(tally.report());
  return tally.below.length === 0 ? 0 : 1;
}
