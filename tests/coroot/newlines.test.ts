import { describe, expect, test } from 'vitest';
import { escapeNewlines, outputOffset } from '../../src/coroot/newlines';
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

describe('outputOffset', () => {
  const output = '{"a":"1\n2\n3"}';
  const { edits, body } = escapeNewlines(output);
  test.each([
    { name: 'before the first newline', at: '1', want: '1\n2\n3"}' },
    { name: 'at the first newline', at: '\\n2', want: '\n2\n3"}' },
    { name: 'inside its escape', at: 'n2', want: '\n2\n3"}' },
    { name: 'after the first newline', at: '2', want: '2\n3"}' },
    { name: 'after both', at: '3', want: '3"}' },
  ])('$name', ({ at, want }) => {
    expect(output.slice(outputOffset(edits, body.indexOf(at)))).toBe(want);
  });

  test('at the end', () => {
    expect(outputOffset(edits, body.length)).toBe(output.length);
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
