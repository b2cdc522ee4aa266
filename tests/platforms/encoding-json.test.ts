import { describe, expect, test } from 'vitest';
import { Body, anyGo, intGo, listGo, mapGo, maybeGo, stringGo, structGo } from '../../src/coroot';
import { readByGo } from '../../src/platforms/body/encoding-json';
import { stringified } from '../../src/platforms/body/located-json';

const inner = structGo('main.Inner', { a: stringGo, b: stringGo });
const type = structGo('main.T', {
  topic: stringGo,
  kiss: stringGo,
  count: intGo,
  inner,
  maybe: maybeGo(inner),
  list: listGo(inner),
  map: mapGo(stringGo),
  any: anyGo,
  // Two that differ only in case: an exact match goes first, and the first of them else.
  Case: stringGo,
  case: stringGo,
});

/** What a receiver has for a body, keys that mean nothing included; null where it reads it as it stands. */
function read(text: string, rest: 'ignored' | 'refused' = 'ignored'): string | null {
  const mended = readByGo({ name: 'It', type, rest })(new Body(text));
  if (mended === null) return null;
  if (!mended.body.json.ok) throw new Error(mended.body.json.error.message);
  return stringified(mended.body.json.node);
}

// Each was decoded into such a struct with encoding/json of Go 1.26.8.
describe('keys', () => {
  test.each([
    ['{"topic":"t","other":1}', null],
    ['{"TOPIC":"t"}', '{"topic":"t"}'],
    ['{"\u212aI\u017fs":"x"}', '{"kiss":"x"}'],
    ['{"top\u0130c":"t"}', null],
    ['{"top\u0131c":"t"}', null],
    ['{"case":"x"}', null],
    ['{"CASE":"x"}', '{"Case":"x"}'],
    ['{"topic":"t","Topic":"u"}', '{"topic":"u"}'],
    ['{"Topic":"t","topic":"u"}', '{"topic":"u"}'],
    ['{"topic":"t","topic":null}', '{"topic":"t"}'],
    ['{"count":1,"COUNT":null}', '{"count":1}'],
    ['{"inner":{"a":"1"},"inner":{"B":"2"}}', '{"inner":{"a":"1","b":"2"}}'],
    ['{"inner":{"a":"1"},"inner":null}', '{"inner":{"a":"1"}}'],
    ['{"maybe":{"a":"1"},"maybe":null}', '{"maybe":null}'],
    ['{"maybe":{"a":"1"},"maybe":null,"maybe":{"b":"2"}}', '{"maybe":{"b":"2"}}'],
    ['{"map":{"a":"1"},"MAP":{"A":"2"}}', '{"map":{"a":"1","A":"2"}}'],
    ['{"map":{"A":"1"}}', null],
    ['{"any":{"A":"1"}}', null],
    ['{"list":[{"A":"1"},null]}', '{"list":[{"a":"1"},null]}'],
    ['{"topic":"t"} {"topic":"u"}', '{"topic":"t"}'],
    ['{"TOPIC":"t"}x', '{"topic":"t"}'],
    ['x{"topic":"t"}', null],
    ['{"topic":"t"', null],
  ])('%s', (text, want) => {
    expect(read(text)).toBe(want);
  });

  test('a receiver that reads the whole body leaves one with a rest as it is', () => {
    expect(read('{"TOPIC":"t"} x', 'refused')).toBe(null);
  });

  test('a key repeated a hundred thousand times takes no longer than that', () => {
    const body = `{${Array.from({ length: 100_000 }, (_, i) => `"MAP":{"k${String(i)}":""}`).join(',')}}`;
    expect(read(body)).toContain('"k99999":""');
  });
});
