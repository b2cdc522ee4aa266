import { describe, expect, test } from 'vitest';
import { bodyOffset, escapeNewlines } from '../../src/coroot';
// The bodies were recorded from Go: jsonparser.ObjectEach of github.com/buger/jsonparser v1.1.1, newlines of the
// string values it reports replaced by `\n`, the input kept when it returns an error.
import cases from './newlines-cases.json';

describe('escapeNewlines', () => {
  test.each(cases)('$name', ({ input, body, applied }) => {
    const got = escapeNewlines(input);
    expect({ body: got.body, applied: got.applied }).toEqual({ body, applied });
  });

  test.each(cases)('edits of: $name', ({ input, body }) => {
    const { edits } = escapeNewlines(input);
    const rebuilt = replaceAt(
      input,
      edits.map((e) => e.at),
    );
    expect(rebuilt).toBe(body);
  });

  test('an invalid byte stays where it is', () => {
    expect(escapeNewlines('{"a":"\udcff\n\udc80"}').body).toBe('{"a":"\udcff\\n\udc80"}');
  });

  test('says why and where the output is left alone', () => {
    const got = escapeNewlines('{"text": "said "hi"\nbye"}');
    expect(got.applied ? null : got.stop).toEqual({ reason: 'a `,` or `}` is missing after the value', at: 16 });
  });

  test('many strings and one newline far behind are walked once', () => {
    const members = Array.from({ length: 20_000 }, (_, i) => `"k${String(i)}":"v"`).join(',');
    const got = escapeNewlines(`{${members},"last":"a\nb"}`);
    expect(got.body).toBe(`{${members},"last":"a\\nb"}`);
  });
});

describe('bodyOffset', () => {
  const { edits, body } = escapeNewlines('{"a":"1\n2\n3"}');
  test.each([
    { name: 'before the first newline', at: 6, want: '1\\n2\\n3"}' },
    { name: 'at the first newline', at: 7, want: '\\n2\\n3"}' },
    { name: 'after the first newline', at: 8, want: '2\\n3"}' },
    { name: 'after both', at: 10, want: '3"}' },
    { name: 'at the end', at: 13, want: '' },
  ])('$name', ({ at, want }) => {
    expect(body.slice(bodyOffset(edits, at))).toBe(want);
  });
});

function replaceAt(text: string, offsets: readonly number[]): string {
  let out = '';
  let from = 0;
  for (const at of offsets) {
    expect(text[at]).toBe('\n');
    out += `${text.slice(from, at)}\\n`;
    from = at + 1;
  }
  return out + text.slice(from);
}
