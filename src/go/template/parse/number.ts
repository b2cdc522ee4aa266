/** The values of number and character constants. https://pkg.go.dev/text/template#hdr-Arguments */
import type { Complex } from '../../reflect/type';
import { parseFloat, parseInt, parseUint, quote, unquoteChar } from '../../strconv';
import type { NumberNode } from './node';

/** Every reading of a constant, or why it has none: Go's text and a stable name for it. */
export type NumberReading =
  | { readonly ok: true; readonly value: Pick<NumberNode, 'int' | 'uint' | 'float' | 'complex'> }
  | { readonly ok: false; readonly code: string; readonly detail: string };

function refuse(code: string, detail: string): NumberReading {
  return { ok: false, code, detail };
}

const two63 = 2 ** 63;

/**
 * The integer readings of a float: those it converts to without loss. Where Go leaves it to the machine, this is amd64.
 */
function integersOf(f: number): { readonly int: bigint | null; readonly uint: bigint | null } {
  if (!Number.isInteger(f)) return { int: null, uint: null };
  return {
    int: f >= -two63 && f < two63 ? BigInt(f) : null,
    uint: f >= 0 && f < 2 * two63 ? BigInt(f) : null,
  };
}

/** A complex constant is also real when its imaginary part is zero. */
function complexReading(complex: Complex): NumberReading {
  if (complex.im !== 0) return { ok: true, value: { int: null, uint: null, float: null, complex } };
  const { int, uint } = integersOf(complex.re);
  return { ok: true, value: { int, uint, float: complex.re, complex } };
}

/** char = "'" ( character | escape ) "'" */
function readChar(text: string): NumberReading {
  const char = unquoteChar(text.slice(1), "'");
  if (char === null) return refuse('invalid-char', 'invalid syntax');
  if (char.tail !== "'") return refuse('malformed-char', `malformed character constant: ${text}`);
  const value = BigInt(char.value);
  return { ok: true, value: { int: value, uint: value, float: char.value, complex: null } };
}

const decimalDigits = '0123456789_';
const hexDigits = '0123456789_abcdefABCDEF';

function skipAny(text: string, i: number, chars: string): number {
  while (i < text.length && chars.includes(text.charAt(i))) i++;
  return i;
}

function skipOne(text: string, i: number, chars: string): number {
  return i < text.length && chars.includes(text.charAt(i)) ? i + 1 : i;
}

/** Where the longest text that `fmt.Sscan` takes for a float ends; the text need not be one. */
function floatTokenEnd(text: string, i: number): number {
  i = skipOne(text, i, '+-');
  // An "i" is swallowed in the hope of an "Inf", so "1+i" lacks one at its end.
  i = skipOne(text, i, 'i');
  const hex = /^0[xX]/.test(text.slice(i, i + 2));
  const digits = hex ? hexDigits : decimalDigits;
  i = skipAny(text, hex ? i + 2 : i, digits);
  const fraction = skipOne(text, i, '.');
  if (fraction > i) i = skipAny(text, fraction, digits);
  const exponent = skipOne(text, i, hex ? 'pP' : 'eE');
  return exponent > i ? skipAny(text, skipOne(text, exponent, '+-'), decimalDigits) : i;
}

/** complex = real sign imaginary "i", read as `fmt.Sscan` reads it. https://pkg.go.dev/fmt#Sscan */
function readComplex(text: string): NumberReading {
  const syntax = refuse('bad-complex', 'syntax error scanning complex number');
  const realEnd = floatTokenEnd(text, 0);
  const sign = skipOne(text, realEnd, '+-');
  if (sign === realEnd) return syntax;
  const imagEnd = floatTokenEnd(text, sign);
  if (text.charAt(imagEnd) !== 'i') return syntax;
  const parts: number[] = [];
  for (const part of [text.slice(0, realEnd), text.slice(realEnd, imagEnd)]) {
    const f = parseFloat(part, 64);
    if (!f.ok) {
      const reason = f.reason === 'range' ? 'value out of range' : 'invalid syntax';
      return refuse('bad-complex', `strconv.ParseFloat: parsing ${quote(part)}: ${reason}`);
    }
    parts.push(f.value);
  }
  return complexReading({ re: parts[0] ?? 0, im: parts[1] ?? 0 });
}

function readReal(text: string): NumberReading {
  if (text.endsWith('i')) {
    const imaginary = parseFloat(text.slice(0, -1), 64);
    if (imaginary.ok) return complexReading({ re: 0, im: imaginary.value });
  }
  const unsigned = parseUint(text, 0, 64);
  const signed = parseInt(text, 0, 64);
  const int = signed.ok ? signed.value : null;
  // "-0" is no unsigned literal, but its value is one.
  const uint = unsigned.ok ? unsigned.value : int === 0n ? 0n : null;
  const integer = int ?? uint;
  if (integer !== null) return { ok: true, value: { int, uint, float: Number(integer), complex: null } };
  const float = parseFloat(text, 64);
  if (!float.ok) return refuse('illegal-number', `illegal number syntax: ${quote(text)}`);
  if (!/[.eEpP]/.test(text)) return refuse('integer-overflow', `integer overflow: ${quote(text)}`);
  const integers = integersOf(float.value);
  return { ok: true, value: { int: integers.int, uint: integers.uint, float: float.value, complex: null } };
}

/** Reads the text of a number, complex or character constant as the lexer delimits it. */
export function readNumber(type: 'number' | 'complex' | 'charConstant', text: string): NumberReading {
  switch (type) {
    case 'charConstant':
      return readChar(text);
    case 'complex':
      return readComplex(text);
    case 'number':
      return readReal(text);
  }
}
