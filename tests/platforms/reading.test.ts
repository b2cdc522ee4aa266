import { describe, expect, test } from 'vitest';
import { Body } from '../../src/coroot';
import { Received } from '../../src/platforms';
import type { Reading } from '../../src/platforms/body/reading';

const fails = (): never => {
  throw new RangeError('too deep');
};

describe('rules or a drawing that fail', () => {
  const reading: Reading = { reads: 'object', nothing: 'Nobody reads this.', rules: fails, draw: fails };
  const received = new Received(reading, new Body('{}'));

  test('are said to be a defect of the page, and nothing else breaks', () => {
    const { findings } = received.verdict();
    expect(findings).toMatchObject([{ severity: 'warning', code: 'not-judged', from: 0, to: 2 }]);
    expect(findings[0]?.message).toContain('RangeError: too deep');
    expect(received.drawing().preview).toMatchObject({ kind: 'nothing' });
  });
});

test('typographic quotes are pointed out, where they stand for straight ones', () => {
  const reading: Reading = { reads: 'json', nothing: null, rules: () => undefined, draw: fails };
  const [finding] = new Received(reading, new Body('{“text”: “a “b””}')).verdict().findings;
  expect(finding).toMatchObject({ code: 'not-json', from: 1 });
  expect(finding?.message).toContain('typographic');
  const [other] = new Received(reading, new Body('{"text": a“}')).verdict().findings;
  expect(other?.message).not.toContain('typographic');
});

describe('a body of another kind', () => {
  const object: Reading = {
    reads: 'object',
    answer: (root) => (root === null ? 'no JSON' : root.kind),
    nothing: 'Nobody reads this.',
    rules: fails,
    draw: fails,
  };
  const json: Reading = { reads: 'json', nothing: null, rules: fails, draw: fails };

  test.each([
    { name: 'no JSON for an object', reading: object, body: '{', code: 'not-json', answer: 'no JSON' },
    { name: 'a list for an object', reading: object, body: '[]', code: 'not-object', answer: 'array' },
    { name: 'text for an object', reading: object, body: '"a"', code: 'not-object', answer: 'string' },
    { name: 'no JSON for any JSON', reading: json, body: 'a', code: 'not-json', answer: null },
  ])('$name', ({ reading, body, code, answer }) => {
    const received = new Received(reading, new Body(body));
    expect(received.verdict().findings).toMatchObject([{ severity: 'error', code, answer }]);
    expect(received.drawing().preview).toEqual(
      reading === object ? { kind: 'nothing', reason: 'Nobody reads this.' } : { kind: 'data', text: body },
    );
  });
});
