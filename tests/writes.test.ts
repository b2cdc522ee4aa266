import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../src/app/', import.meta.url);

/** Calls whose result says whether the browser kept something; `void` in front says that somebody thought of it. */
const ignored = /^\s*(?:this\.|\w+\.)*(?:writeStored|writeText|snapshot|change|keep|forget|drafts\.save|copyText)\(/;

describe('every write is answered for', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.ts')))('%s', (name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
    // A line that opens a method of that name ends in a brace; a call inside an expression has something before it.
    const found = lines.filter((line) => ignored.test(line) && line.endsWith(';'));
    expect(found).toEqual([]);
  });

  test('the pattern finds one', () => {
    expect(ignored.test("    writeStored('key', 1);")).toBe(true);
    expect(ignored.test("    this.drafts.snapshot('x', project);")).toBe(true);
    expect(ignored.test("    void this.drafts.snapshot('x', project);")).toBe(false);
  });
});
