import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Body, type JsonNode, type JsonString } from '../../src/coroot';
import { placeInString, stringified } from '../../src/platforms/body/located-json';

function read(json: string): JsonNode {
  const parsed = new Body(json).json;
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.node;
}

test('any JSON is written as the language itself does it', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(stringified(read(json))).toBe(JSON.stringify(JSON.parse(json)));
      expect(stringified(read(json), true)).toBe(JSON.stringify(JSON.parse(json), null, 2));
    }),
  );
});

const rows = [
  { name: 'the last of a repeated key', json: '{"a": 1, "b": {}, "a": [2]}', want: '{"a":[2],"b":{}}' },
  { name: 'numbers as keys come first', json: '{"b": 1, "2": 2, "1": 3}', want: '{"1":3,"2":2,"b":1}' },
  {
    name: 'numbers as a double holds them',
    json: '[1.0, 1e400, 12345678901234567890]',
    want: '[1,null,12345678901234567000]',
  },
  { name: 'a key of its own', json: '{"__proto__": 1}', want: '{"__proto__":1}' },
];

test.each(rows)('$name', ({ json, want }) => {
  expect(stringified(read(json))).toBe(want);
});

test('deeper than the stack', () => {
  const json = '{"a":['.repeat(4_500) + ']}'.repeat(4_500);
  expect(stringified(read(json)) === json).toBe(true);
  expect(stringified(read(json), true).length).toBeLessThan(2 * json.length);
});

test('every place in a string with escapes', () => {
  const body = String.raw`["a\n\u00e9\"💥\ud83d\ude00z"]`;
  const root = read(body);
  const node = root.kind === 'array' ? (root.elements[0] as JsonString) : null;
  const places = Array.from({ length: node!.value.length }, (_, i) => {
    const { from, to } = placeInString(body, node!, i, i + 1);
    return body.slice(from, to);
  });
  expect(places.join('')).toBe(body.slice(2, -2));
  const end = node!.value.length;
  expect(placeInString(body, node!, end - 1, end)).toEqual({ from: body.indexOf('z'), to: body.indexOf('z') + 1 });
  expect(placeInString(body, node!, end)).toEqual({ from: body.length - 2, to: body.length - 1 });
});
