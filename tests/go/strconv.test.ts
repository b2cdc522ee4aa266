import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type FloatFormat,
  type ParseResult,
  canBackquote,
  formatFloat,
  isPrint,
  parseFloat,
  parseInt,
  parseUint,
  quote,
  quoteRune,
  quoteRuneToASCII,
  quoteToASCII,
  unquote,
  unquoteChar,
} from '../../src/go/strconv';

/**
 * What Go 1.26's strconv printed. Quote: text, Quote, QuoteToASCII, CanBackquote. QuoteRune: rune, QuoteRune,
 * QuoteRuneToASCII. Unquote: literal, value or null. UnquoteChar: text, quote, [value, multibyte, tail] or null.
 * ParseInt: text, base, bit size, ParseInt, ParseUint. ParseFloat: text, for 64 bits, for 32. FormatFloat: number,
 * format, precision, bit size, text. Numbers are texts, and so are the reasons for there being none.
 */
type Row =
  | readonly ['Quote', string, string, string, boolean]
  | readonly ['QuoteRune', number, string, string]
  | readonly ['Unquote', string, string | null]
  | readonly ['UnquoteChar', string, string, readonly [number, boolean, string] | null]
  | readonly ['ParseInt', string, number, number, string, string]
  | readonly ['ParseFloat', string, string, string]
  | readonly ['FormatFloat', string, FloatFormat, number, number, string];

const rows = JSON.parse(readFileSync(new URL('strconv-cases.json', import.meta.url), 'utf8')) as readonly Row[];

function shown(result: ParseResult<bigint | number>): string {
  if (!result.ok) return result.reason;
  return Object.is(result.value, -0) ? '-0' : String(result.value);
}

function run(row: Row): { readonly got: unknown; readonly want: unknown } {
  switch (row[0]) {
    case 'Quote':
      return { got: [quote(row[1]), quoteToASCII(row[1]), canBackquote(row[1])], want: row.slice(2) };
    case 'QuoteRune':
      return { got: [quoteRune(row[1]), quoteRuneToASCII(row[1])], want: row.slice(2) };
    case 'Unquote':
      return { got: unquote(row[1]), want: row[2] };
    case 'UnquoteChar': {
      const c = unquoteChar(row[1], row[2]);
      return { got: c === null ? null : [c.value, c.multibyte, c.tail], want: row[3] };
    }
    case 'ParseInt':
      return {
        got: [shown(parseInt(row[1], row[2], row[3])), shown(parseUint(row[1], row[2], row[3]))],
        want: row.slice(4),
      };
    case 'ParseFloat':
      return { got: [shown(parseFloat(row[1], 64)), shown(parseFloat(row[1], 32))], want: row.slice(2) };
    case 'FormatFloat':
      return { got: formatFloat(Number(row[1]), row[2], row[3], row[4]), want: row[5] };
  }
}

describe('strconv answers as Go', () => {
  it.each(rows.map((row) => ({ name: JSON.stringify(row), row })))('$name', ({ row }) => {
    const { got, want } = run(row);
    expect(got).toEqual(want);
  });
});

it('calls exactly the runes printable that Go 1.26 does', () => {
  let bits = '';
  for (let r = 0; r <= 0x10ffff; r++) bits += isPrint(r) ? '1' : '0';
  // The SHA-256 of '1' for every rune that strconv.IsPrint accepts and '0' for every other, as Go computed it.
  expect(createHash('sha256').update(bits).digest('hex')).toBe(
    '0326b64c15e91a0583a1d9f8bc53f4bb534adc91a5ae096b55adaf19525ed98d',
  );
});
