import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indentJson } from '../../src/app/indent';

// What `jq --indent 2 .` prints, but for what jq changes: duplicate keys and the digits of numbers.
const rows: readonly { readonly name: string; readonly input: string; readonly want: string }[] = [
  { name: 'nothing', input: '', want: '' },
  { name: 'a scalar', input: ' \n"a" ', want: '"a"' },
  { name: 'an empty object', input: '{ }', want: '{}' },
  { name: 'an empty list, deep', input: '{"a":{"b":[ \n ]}}', want: '{\n  "a": {\n    "b": []\n  }\n}' },
  { name: 'members', input: '{"a":1,"b":[1,2]}', want: '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}' },
  {
    name: 'numbers keep their digits',
    input: '[1.50,12345678901234567890,-0,1E+2]',
    want: '[\n  1.50,\n  12345678901234567890,\n  -0,\n  1E+2\n]',
  },
  { name: 'duplicate keys stay', input: '{"a":1,"a":2}', want: '{\n  "a": 1,\n  "a": 2\n}' },
  {
    name: 'strings are left alone',
    input: '["{ \\"a\\" : [1,2] }\\\\","\\u0041\\/"]',
    want: '[\n  "{ \\"a\\" : [1,2] }\\\\",\n  "\\u0041\\/"\n]',
  },
  { name: 'indented already', input: '{\n  "a": [\n    true\n  ]\n}\n', want: '{\n  "a": [\n    true\n  ]\n}' },
  { name: 'escaping as it was written', input: '["\\u00e9é"]', want: '[\n  "\\u00e9é"\n]' },
];

test.each(rows)('$name', ({ input, want }) => {
  expect(indentJson(input)).toBe(want);
});

test('any JSON is laid out as the language itself does it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      expect(indentJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('text that is not JSON loses nothing but white space', () => {
  const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a b"', '"\\"', 'x', '1', ' ', '\n', '"', '\\');
  const solid = (text: string): string => text.replace(/\s/g, '');
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      expect(solid(indentJson(tokens.join('')))).toBe(solid(tokens.join('')));
    }),
  );
});

test('a string of many megabytes overflows no stack', () => {
  const long = JSON.stringify('é"\\'.repeat(5_000_000));
  expect(indentJson(long) === long).toBe(true);
});

test('what is nested very deep stays as it is', () => {
  const deep = (levels: number) => '{"a": ['.repeat(levels) + ']}'.repeat(levels);
  expect(indentJson(deep(9_000)) === deep(9_000)).toBe(true);
  expect(indentJson(deep(200))).toBe(JSON.stringify(JSON.parse(deep(200)), null, 2));
});

test('many small objects are laid out in time that grows with their number', () => {
  const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => ({ i, none: {}, list: [i] }));
  expect(indentJson(JSON.stringify(rowsOf(50_000)))).toBe(JSON.stringify(rowsOf(50_000), null, 2));
});
