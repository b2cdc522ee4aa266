/** The analysis parses strictly only what the loose parser complains of: the two must agree on all that it does not. */
import { expect, test } from 'vitest';
import { corootFunctions, defaultVersion } from '../../src/coroot';
import { functionNames, goVersions, parseLoose, parseTemplate } from '../../src/go';
import { platforms, presetsOf } from '../platforms/all';
import recorded from './mistakes.json';

const names = functionNames(corootFunctions);

/** Small pieces, any of which may follow any other. */
const pieces = [
  ...['{{', '}}', '{{-', '-}}', '{{ end }}', '{{ else }}', '{{ if .A }}', '{{ range .B }}', '{{ with $x := .C }}'],
  ...[
    '{{ $x := 1 }}',
    '{{ $x = 2 }}',
    '{{ $x }}',
    '{{ break }}',
    '{{ continue }}',
    '{{ define "a" }}',
    '{{ block "b" . }}',
  ],
  ...[
    '{{ template "a" . }}',
    '{{ nope }}',
    '{{ json . }}',
    '{{/* c */}}',
    '{{ (.A).B }}',
    '{{ else if 1 }}',
    '{{ else with 1 }}',
  ],
  ...[' ', '\n', '"', '`', "'a'", '(', ')', '|', '.A', '$', ':=', '=', ',', '1', '0x', 'nil', 'text', '\\', '{', '}'],
];

/** Numbers below n that are the same at each run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function* texts(): IterableIterator<string> {
  for (const platform of platforms) {
    for (const { templatesFor } of presetsOf(platform)) yield* Object.values(templatesFor(defaultVersion));
  }
  for (const { template } of recorded) yield template;
  for (const depth of [100, 1000, 10_000]) {
    yield '{{if 1}}'.repeat(depth) + '{{end}}'.repeat(depth);
    yield '{{if 1}}{{else if 2}}'.repeat(depth) + '{{end}}'.repeat(depth);
    yield `{{${'('.repeat(depth)}1${')'.repeat(depth)}}}`;
  }
  const roll = dice(11);
  for (let i = 0; i < 6000; i++) {
    yield Array.from({ length: 1 + roll(9) }, () => pieces[roll(pieces.length)] ?? '').join(roll(3) === 0 ? ' ' : '');
  }
}

test('the loose parser finds an error exactly where the strict one does', () => {
  const different: string[] = [];
  const seen = { fine: 0, refused: 0 };
  for (const text of texts()) {
    const go = goVersions[text.length % goVersions.length];
    const strict = parseTemplate('t', text, corootFunctions, go).ok;
    if (strict !== (parseLoose('t', text, names, go).errors.length === 0)) different.push(`${go}: ${text}`);
    if (strict) seen.fine++;
    else seen.refused++;
  }
  expect(different).toEqual([]);
  expect(seen.fine).toBeGreaterThan(500);
  expect(seen.refused).toBeGreaterThan(500);
});
