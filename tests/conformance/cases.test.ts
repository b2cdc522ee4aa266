import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type GoVersion, goVersions } from '../../src/go/version';
import { type Case, answerOf, formatCases, parseCases } from './case-file';
import { corootGo } from './program';
import { answer } from './subject';

// What each Go answers stands in the files; `npm run conformance:record` asks it again.
const folder = fileURLToPath(new URL('cases/', import.meta.url));
const files = readdirSync(folder).sort();

const unrecorded = 'No answer is recorded for this: run `npm run conformance:record` and read what Go answered.';

describe.each(files)('%s', (name) => {
  const text = readFileSync(folder + name, 'utf8');
  const file = parseCases(text);

  test.each(file.cases)('$name', (recorded) => {
    expect(recorded.recorded, unrecorded).toBe(true);
    for (const go of gosAsked(recorded)) {
      expect(answer(recorded.request, go), `as Go ${go}`).toEqual(answerOf(recorded, go));
    }
  });

  test('is written as the recorder writes it, each name once', () => {
    expect(formatCases(file)).toBe(text);
    expect(new Set(file.cases.map((c) => c.name)).size).toBe(file.cases.length);
  });
});

/** Coroot itself, which alone tells what is sent, has one Go. */
function gosAsked({ request }: Case): readonly GoVersion[] {
  return request.mode === 'coroot' && request.webhook !== undefined ? [corootGo] : goVersions;
}

test('there are as many cases as the conformance promises', () => {
  const count = files.reduce((sum, name) => sum + parseCases(readFileSync(folder + name, 'utf8')).cases.length, 0);
  expect(count).toBeGreaterThanOrEqual(1500);
});

test('a case at the end of a file that lacks its empty line is named, not cut', () => {
  expect(() => parseCases('=== whole\n--- template\na\n\n=== cut\n--- template\nb\n')).toThrow(
    'cut: an empty line has to stand after a case, the last one too',
  );
});

test('a case that nobody was asked is not one whose answer is empty', () => {
  const asked = '=== asked\n--- template\n{{ "" }}\n--- output\n\n\n';
  const written = '=== written\n--- template\n{{ "" }}\n\n';
  const { comment, cases } = parseCases(asked + written);
  expect(cases.map(({ name, recorded }) => [name, recorded])).toEqual([
    ['asked', true],
    ['written', false],
  ]);
  expect(formatCases({ comment, cases })).toBe(asked + written);
});
