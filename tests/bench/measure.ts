/** Timing, the same way as in `native/main.go`. */

/** Something to time. */
export interface Operation {
  readonly name: string;
  readonly run: () => unknown;
}

/** How long an operation runs before it is timed, and how long one sample takes; milliseconds. */
const warmUp = 500;
const batchTime = 10;

/** Keeps results alive, so that no compiler can do away with the work. */
let kept: unknown;

function batch(operation: Operation, turns: number): number {
  const start = performance.now();
  for (let i = 0; i < turns; i++) kept = operation.run();
  return performance.now() - start;
}

/**
 * Nanoseconds per run, one number for each batch. All operations are warmed up before any is timed, and the batches
 * take turns, so that no operation is measured in a world made for it alone.
 */
export function measure(operations: readonly Operation[], batches: number): Record<string, number[]> {
  const turns = operations.map((operation) => {
    let spent = 0;
    let count = 0;
    while (spent < warmUp) {
      spent += batch(operation, 1);
      count++;
    }
    return Math.max(1, Math.round((count * batchTime) / spent));
  });
  const samples = operations.map((): number[] => []);
  for (let round = 0; round < batches; round++) {
    for (const [i, operation] of operations.entries()) {
      const n = turns[i] ?? 1;
      samples[i]?.push((batch(operation, n) * 1e6) / n);
    }
  }
  if (kept === undefined) throw new Error('nothing was measured');
  return Object.fromEntries(operations.map((operation, i) => [operation.name, samples[i] ?? []]));
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
