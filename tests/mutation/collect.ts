/**
 * Stands for `vitest` in the tests that the mutation run uses: keeps what they test in a list, which the runner goes
 * through as often as there are mutants. Only `expect` is Vitest's.
 */
export { expect } from 'vitest';

/** Something that is tested. `check` throws when it is not as it should be. */
export interface Test {
  /** Every test has its own. */
  readonly id: string;
  readonly check: () => void;
}

/** All tests, in the order in which their files were loaded. */
export const tests: Test[] = [];

/**
 * Rows of a table that make one test, up to the first that fails: with each row for itself Stryker would be busy
 * keeping them apart.
 */
const rowsPerTest = 20;

const path: string[] = [];

type Check<Row> = (row: Row) => void;

function add(name: string, check: () => void): void {
  tests.push({ id: `${tests.length}: ${[...path, name].join(' > ')}`, check });
}

function each<Row>(rows: readonly Row[]): (name: string, check: Check<Row>) => void {
  return (name, check) => {
    for (let start = 0; start < rows.length; start += rowsPerTest) {
      const some = rows.slice(start, start + rowsPerTest);
      add(`${name} from ${start}`, () => {
        some.forEach((row) => check(row));
      });
    }
  };
}

function group(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

function groups<Row>(rows: readonly Row[]): (name: string, body: Check<Row>) => void {
  return (name, body) => {
    for (const row of rows) group(name.replace('%s', String(row)), () => body(row));
  };
}

/** Vitest's `test`, as far as the engine's tests use it: synchronous, and no row is an array. */
export const test = Object.assign(add, { each });
export { test as it };

/** Vitest's `describe`, as far as the engine's tests use it. */
export const describe = Object.assign(group, { each: groups });
