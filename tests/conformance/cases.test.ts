import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatCases, parseCases } from './case-file';
import { answer } from './subject';

// What Go 1.26 answers stands in the files; `npm run conformance:record` asks it again.
const folder = fileURLToPath(new URL('cases/', import.meta.url));
const files = readdirSync(folder).sort();

describe.each(files)('%s', (name) => {
  const text = readFileSync(folder + name, 'utf8');
  const file = parseCases(text);

  test.each(file.cases)('$name', ({ request, answer: want }) => {
    expect(answer(request)).toEqual(want);
  });

  test('is written as the recorder writes it, each name once', () => {
    expect(formatCases(file)).toBe(text);
    expect(new Set(file.cases.map((c) => c.name)).size).toBe(file.cases.length);
  });
});

test('there are as many cases as the conformance promises', () => {
  const count = files.reduce((sum, name) => sum + parseCases(readFileSync(folder + name, 'utf8')).cases.length, 0);
  expect(count).toBeGreaterThanOrEqual(1500);
});
