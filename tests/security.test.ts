import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const promises = readFileSync(new URL('SECURITY.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));

/** The tests a line names, as `file`: `name`. */
function named(line: string): readonly { readonly file: string; readonly name: string }[] {
  return Array.from(line.matchAll(/`(tests\/[\w/.-]+)`: `([^`]+)`/g), ([, file = '', name = '']) => ({ file, name }));
}

test('there are promises', () => {
  expect(promises.length).toBeGreaterThan(8);
});

test.each(promises.map((line) => [line.split(' | ')[0]!.slice(2), line]))('a test holds: %s', (_, line) => {
  expect(named(line)).not.toEqual([]);
  for (const { file, name } of named(line)) {
    expect(existsSync(new URL(file, root)), file).toBe(true);
    expect(readFileSync(new URL(file, root), 'utf8'), file).toContain(name);
  }
});
