/**
 * `npm run robust -- --n N --seed S`: random inputs the whole way through our engine; prints what escapes, what is
 * slow, what stays in memory.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArgs } from 'node:util';
import { Random } from './fuzz/random';
import { type Input, goWholeWay, randomInput } from './fuzz/whole-way';

const options = {
  n: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '1' },
  /** Runs this one input only, as the numbers in the report say. */
  only: { type: 'string' },
} as const;

/** How many of the slowest inputs are shown. */
const slowestShown = 5;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In megabytes, what cannot be collected. */
async function heap(): Promise<number> {
  // What weak references gave out counts as used until the current job is over.
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Runs the command with its arguments and gives the exit code: 1 when anything escaped. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const [n, seed] = [Number(values.n), Number(values.seed)];
  const inputOf = (i: number): Input => randomInput(new Random(seed * 1_000_003 + i));
  if (values.only !== undefined) {
    const input = inputOf(Number(values.only));
    console.log(input);
    goWholeWay(input);
    return 0;
  }
  const slowest: { readonly i: number; readonly ms: number }[] = [];
  let failures = 0;
  let began = 0;
  for (let i = 0; i < n; i++) {
    const input = inputOf(i);
    const before = process.cpuUsage();
    try {
      goWholeWay(input);
    } catch (e) {
      if (failures++ < 20) console.log(`input ${String(i)}: ${e instanceof Error ? String(e.stack) : String(e)}`);
    }
    const ms = process.cpuUsage(before).user / 1000;
    if (slowest.length < slowestShown || ms > (slowest.at(-1)?.ms ?? 0)) {
      slowest.push({ i, ms });
      slowest.sort((a, b) => b.ms - a.ms).splice(slowestShown);
    }
    if (i % 100_000 === 20_000 || i === n - 1) {
      const now = await heap();
      began ||= now;
      console.log(`${String(i + 1)} inputs, ${String(failures)} failures, heap ${now.toFixed(1)} MB`);
    }
  }
  for (const { i, ms } of slowest) {
    const text = JSON.stringify(inputOf(i).template);
    console.log(`input ${String(i)}: ${ms.toFixed(0)} ms of processor time, ${text.slice(0, 300)}`);
  }
  console.log(`seed ${String(seed)}: ${String(n)} inputs, ${String(failures)} failures`);
  console.log(`heap grew by ${((await heap()) - began).toFixed(1)} MB`);
  return failures === 0 ? 0 : 1;
}
