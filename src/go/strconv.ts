/**
 * Go's conversions between text and basic values: https://pkg.go.dev/strconv. Strings are Go strings as `utf8.ts`
 * describes them; integers are bigint; a float32 is the number that `Math.fround` leaves alone.
 */
import { decodeRune, decodeUtf8, encodeUtf8, runeError } from './utf8';

/**
 * Why a number was refused: not a number at all, or one that does not fit. `strconv.ErrSyntax` and `strconv.ErrRange`.
 */
export type ParseFailure = 'syntax' | 'range';

/** A parsed number or the reason there is none. */
export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ParseFailure };

/**
 * The first rune of a quoted text's inside. `multibyte` is false when it stands for a single byte, and `tail` follows
 * it.
 */
export interface UnquotedChar {
  readonly value: number;
  readonly multibyte: boolean;
  readonly tail: string;
}

/** The formats of `formatFloat`; see https://pkg.go.dev/strconv#FormatFloat. */
export type FloatFormat = 'b' | 'e' | 'E' | 'f' | 'g' | 'G' | 'x' | 'X';

const syntaxError = { ok: false, reason: 'syntax' } as const;
const rangeError = { ok: false, reason: 'range' } as const;

// ---- Printable runes ------------------------------------------------------------------------------------------------

/**
 * Run lengths from U+007F on, in base 36, not printable and printable by turns: the letters, marks, numbers,
 * punctuation and symbols of Unicode 15.0, the edition Go 1.26 knows (`unicode.Version`). The browser's own edition may
 * be newer.
 */
const printableRuns = `
y c 1 ju 2 6 4 7 1 1 1 k 1 b1 1 12 2 1e 2 3 1 1j 8 r 4 6 h m 1 5c 1 1c 2 1n 2 2t e 1n 2 1d 2 f 1 s 2 1 1 b 5 v 9 22 1
4h 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 p 2 3 1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1 7 h
a 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3 2 1 f 4 2 c 7 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 i a 2 1
6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e l 5 d 1 3 1 n 1 g 2 9 1 3 1 4 7 2 1 3 2 1 2 4 2 a 7 m 1 3 1 n
1 a 1 5 2 9 1 3 1 4 7 2 6 2 1 4 2 a 1 3 c d 1 3 1 1f 1 3 1 6 4 g 2 q 1 3 1 i 3 o 1 9 1 1 2 7 3 1 4 6 1 1 1 8 6 a 2 3 c
1m 4 t 11 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 7 1 a 2 4 w 20 1 10 4 13 1 10 1 f 1 d 11 5i 1 1 5 1 2 ah 1 4 2 7 1 1 1 4 2
15 1 4 2 x 1 4 2 7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 w 3 q 6 2e 2 6 2 hs 1 s 3 2h 7 m 9 o 9 k c d 1 3 1 2 c 2m 2 a 6 a 6 e 1
b 6 2h 7 17 5 1y a v 1 c 4 c 4 1 3 16 2 5 b 18 4 q 6 b 3 1q 2 1t 1 t 2 b 6 a 6 e 2 v 1d 25 3 1b 1 38 8 1o 3 f 3 1o 7
17 2 b 8 17 5 eu 2 6 2 12 2 6 2 8 1 1 1 1 1 1 1 v 2 1h 1 f 1 e 2 6 1 j 2 3 1 9 h o 8 1b h 2 2 r 1 d 3 x f x f 3w 4 if
p b l 1ec 2 w 1 9p 5 19 1 1 5 1 2 1k 7 2 e o 9 7 1 7 1 7 1 7 1 7 1 7 1 7 1 7 1 3i y q 1 2h c 5y q c 5 1r 1 2e 2 2v 5
17 1 2m 1 2c c 1b 1 mlp 3 1j 9 9o k 54 8 5n 5 2 1 1 1 5 o 1n 3 a 6 1k 8 1y 8 c 6 38 b u 3 26 1 b 4 x 1 1j 9 e 2 a 2 2v
o s a 6 2 6 2 6 9 7 1 7 1 1o 4 3i 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 q 1 5 1 1 1 2 1 2 1 3h g cd 2 1i 7 1 w 16
6 1f 1 j 1 4 4 5 1 3r 4 5a 3 6 2 6 2 6 2 3 3 7 1 7 d 2 2 c 1 q 1 j 1 2 1 f 2 e y 3f 5 3 4 19 3 2g 1 d 3 1 1b 1a 3m t 3
1d f s 4 10 9 u 5 17 5 u 1 11 4 e 16 4e 2 a 6 10 4 10 4 14 8 1g b c 1 f 1 7 1 2 1 b 1 f 1 7 1 2 1v 8n 9 m a 8 o 6 1 16
1 9 1x 6 2 1 1 18 1 2 3 1 2 n 1 20 8 9 1c j 1 2 5 x 3 r 5 1 1s 1k 4 k 2 1e 1 2 5 8 1 3 1 t 2 3 4 a 7 9 7 1s w 13 4 c 9
1i 3 t 2 r 5 q 7 4 c 7 28 21 1j 1f d 1f 7 1a 8 a 86 v 1 16 1 3 2 2 23 17 8 16 m q 12 s k n 9 26 4 10 9 1q 1 5 d p 7 a
6 1h 1 i 8 13 9 2o 1 k b i 1 1b 1q 7 1 1 1 4 1 f 1 b 6 1n 5 a 6 4 1 8 2 2 2 m 1 7 1 2 1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7
3 5 3v 2k 1 5 u 20 8 a 4m 1i 2 12 y 1x b a 6 d j 1m 6 a 1i r 2 f 4 n 55 1o 2s 2b c 8 2 1 2 8 1 2 1 u 1 2 2 c 9 a 1y 8
2 1a 2 b r 20 8 2b d 21 7 a 6u 9 1 19 1 e a t 3 w 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9 8 a 6 6 1 2 1 11 1 2 1 6 7 a 8m p
7 h 1 15 3 s 2e 1 f 1e d pn 2u 33 1 5 b 5g 218 2r d ts g m 33e g7 6nt ft 7 v 1 a 4 29 1 a 6 u 2 6 a 1y a a 1 7 1 l 5 j
j4 2j 2t 23 4 1l 7 h 1s 5 b 2 e 4qg 8 ye 16 9 6w7 4 1 7 1 2 1 83 f 1 t 3 2 1 e 4 8 b0 1s4 2z 5 d 3 9 7 a 2 4 3mo 1a 2
n 9 38 1o 6u a 13 2 22 8 34 l 1y 3e k c k c 2f 9 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5
1 1 3 7 1 9g 2 84 2 ji f 5 1 f uo v 6 6 5x 7 1 h 2 7 1 2 1 5 5 1q x 1 34 19 3 e 2 a 4 2 8w v h 1m 5 1 cw 16 km 7 1 4 1
2 1 f 1 5h 2 g 15 24 4 a 4 2 lt 1w 24 1p 5e 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1
1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h 1g 2 7i 18 4 2s c f 2 f 1 f 1 11 a 4u 1k t d 18 4 9 7 2 e 6 4a
rc 4 h 3 d 3 3b 4 2n 6 c 4 1 f c 4 1k 8 a 6 14 8 u 2 2 26 9g c e 2 d 3 9 7 1a 1 7 8 e 4 9 7 9 7 43 1 1j 11 a sm wyo w
37e 6 66 2 4g2 e 5rl 2e7 f2 15u 3t7 5 38g f9e8 6o`;

let printableStarts: Uint32Array | null = null;

/** Where the runs start: an entry at an odd index starts a printable run. */
function runStarts(): Uint32Array {
  const lengths = printableRuns.trim().split(/\s/);
  const starts = new Uint32Array(lengths.length + 1);
  let at = 0x7f;
  for (const [i, length] of lengths.entries()) {
    starts[i] = at;
    at += Number.parseInt(length, 36);
  }
  starts[lengths.length] = at;
  return starts;
}

/**
 * Whether Go shows the rune as itself: letters, marks, numbers, punctuation, symbols and the ASCII space.
 * `strconv.IsPrint`.
 */
export function isPrint(r: number): boolean {
  if (r < 0x7f) return r >= 0x20;
  const starts = (printableStarts ??= runStarts());
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= r) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 0;
}

// ---- Quoting --------------------------------------------------------------------------------------------------------

const shortEscapes: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x5c, '\\\\'],
]);

/** The string as a Go string literal in double quotes. https://pkg.go.dev/strconv#Quote */
export function quote(s: string): string {
  return quoteWith(s, false);
}

/** The string as a Go string literal in double quotes that is all ASCII. https://pkg.go.dev/strconv#QuoteToASCII */
export function quoteToASCII(s: string): string {
  return quoteWith(s, true);
}

/** The rune as a Go character literal; what is not a code point becomes U+FFFD. https://pkg.go.dev/strconv#QuoteRune */
export function quoteRune(r: number): string {
  return `'${escapeRune(validRune(r), 0x27, false)}'`;
}

/** The rune as an ASCII-only Go character literal. https://pkg.go.dev/strconv#QuoteRuneToASCII */
export function quoteRuneToASCII(r: number): string {
  return `'${escapeRune(validRune(r), 0x27, true)}'`;
}

function validRune(r: number): number {
  return isValidRune(r) ? r : runeError;
}

function isValidRune(r: number): boolean {
  return (r >= 0 && r < 0xd800) || (r > 0xdfff && r <= 0x10ffff);
}

/** Finds what `quote` may have to escape; quicker than looking at each unit. */
const special = /[^ !#-[\]-~]/;

function quoteWith(s: string, ascii: boolean): string {
  if (!special.test(s)) return `"${s}"`;
  let out = '"';
  let plain = 0;
  for (let i = 0; i < s.length;) {
    const c = s.charCodeAt(i);
    if (c >= 0x20 && c < 0x7f && c !== 0x22 && c !== 0x5c) {
      i++;
      continue;
    }
    const { rune, bytes, units } = decodeRune(s, i);
    const invalidByte = bytes === 1 && rune === runeError;
    out += s.slice(plain, i) + (invalidByte ? `\\x${hex(c & 0xff, 2)}` : escapeRune(rune, 0x22, ascii));
    i += units;
    plain = i;
  }
  return `${out}${s.slice(plain)}"`;
}

function escapeRune(r: number, quoteChar: number, ascii: boolean): string {
  if (r === quoteChar) return `\\${String.fromCharCode(r)}`;
  const short = shortEscapes.get(r);
  if (short !== undefined) return short;
  if (r < 0x80 ? r >= 0x20 && r < 0x7f : !ascii && isPrint(r)) return String.fromCodePoint(r);
  if (r < 0x80) return `\\x${hex(r, 2)}`;
  return r < 0x10000 ? `\\u${hex(r, 4)}` : `\\U${hex(r, 8)}`;
}

function hex(n: number, width: number): string {
  return n.toString(16).padStart(width, '0');
}

/**
 * Whether the string can stand in backquotes unchanged: one line, valid, no control character but tab, no backquote, no
 * byte order mark.
 */
export function canBackquote(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if ((c < 0x20 && c !== 0x09) || c === 0x60 || c === 0x7f || c === 0xfeff) return false;
    if (c < 0xd800 || c > 0xdfff) continue;
    const r = decodeRune(s, i);
    if (r.bytes === 1) return false;
    i += r.units - 1;
  }
  return true;
}

/** The value of a Go string or character literal, or null when it is not one. https://pkg.go.dev/strconv#Unquote */
export function unquote(s: string): string | null {
  const q = s.charAt(0);
  if (s.length < 2 || !s.endsWith(q)) return null;
  const inside = s.slice(1, -1);
  if (q === '`') return inside.includes('`') ? null : inside.replaceAll('\r', '');
  if ((q !== '"' && q !== "'") || inside.includes('\n')) return null;
  let out = '';
  let bytes = false;
  let count = 0;
  for (let rest = inside; rest !== ''; count++) {
    // One character at most: like Go's, this accepts the empty `''`.
    if (q === "'" && count === 1) return null;
    const plain = q === '"' ? plainLength(rest) : 0;
    if (plain > 0) {
      out += rest.slice(0, plain);
      rest = rest.slice(plain);
      continue;
    }
    const c = unquoteChar(rest, q);
    if (c === null) return null;
    if (c.value < 0x80 || c.multibyte) out += String.fromCodePoint(c.value);
    else {
      out += String.fromCharCode(0xdc00 + c.value);
      bytes = true;
    }
    rest = c.tail;
  }
  // Bytes written one by one may make up a valid rune.
  return bytes ? decodeUtf8(encodeUtf8(out)) : out;
}

/** How many units from the start of a double-quoted text mean themselves. */
function plainLength(s: string): number {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x22 || c === 0x5c || (c >= 0xd800 && c <= 0xdfff)) return i;
  }
  return s.length;
}

const escapeValues: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
  ['\\', 0x5c],
]);

const hexEscapeDigits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/**
 * Decodes the first character or escape sequence of `s`, or gives null when there is none. `quote` is the quotation
 * mark around it, which may be escaped and must not stand bare; `''` permits neither.
 * https://pkg.go.dev/strconv#UnquoteChar
 */
export function unquoteChar(s: string, quote: string): UnquotedChar | null {
  if (s === '') return null;
  const first = s.charAt(0);
  if (first === quote && (quote === '"' || quote === "'")) return null;
  if (first !== '\\') {
    const { rune, units } = decodeRune(s, 0);
    return { value: rune, multibyte: rune >= 0x80, tail: s.slice(units) };
  }
  const letter = s.charAt(1);
  const simple = escapeValues.get(letter);
  if (simple !== undefined) return { value: simple, multibyte: false, tail: s.slice(2) };
  if (letter === '"' || letter === "'") {
    return letter === quote ? { value: letter.charCodeAt(0), multibyte: false, tail: s.slice(2) } : null;
  }
  const hexDigits = hexEscapeDigits.get(letter);
  if (hexDigits !== undefined) {
    const value = escapeNumber(s.slice(2, 2 + hexDigits), hexDigits, 16);
    if (value === null || (letter !== 'x' && !isValidRune(value))) return null;
    return { value, multibyte: letter !== 'x', tail: s.slice(2 + hexDigits) };
  }
  const octal = escapeNumber(s.slice(1, 4), 3, 8);
  return octal === null || octal > 255 ? null : { value: octal, multibyte: false, tail: s.slice(4) };
}

function escapeNumber(digits: string, width: number, base: number): number | null {
  if (digits.length !== width) return null;
  let value = 0;
  for (let i = 0; i < width; i++) {
    const d = digitValue(digits.charCodeAt(i));
    if (d >= base) return null;
    value = value * base + d;
  }
  return value;
}

// ---- Reading numbers ------------------------------------------------------------------------------------------------

/** The value of a UTF-16 unit as a digit in bases up to 36, or 36 for anything else. */
export function digitValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 + 10 : 36;
}

/** Whether a UTF-16 unit is a decimal digit. */
export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

const basePrefixes: ReadonlyMap<string, number> = new Map([
  ['b', 2],
  ['o', 8],
  ['x', 16],
]);

/**
 * Reads an unsigned integer in `base` (0: by its prefix, underscores allowed) that fits `bitSize` bits (0 means 64).
 * What overflows before it turns out to be malformed is out of range, as in Go. https://pkg.go.dev/strconv#ParseUint
 */
export function parseUint(s: string, base: number, bitSize: number): ParseResult<bigint> {
  let radix = base;
  let from = 0;
  if (base === 0) {
    radix = 10;
    if (s.startsWith('0')) {
      const prefix = s.length >= 3 ? basePrefixes.get(s.charAt(1).toLowerCase()) : undefined;
      radix = prefix ?? 8;
      from = prefix === undefined ? 1 : 2;
    }
  }
  if (s === '' || radix < 2 || radix > 36) return syntaxError;
  const bits = BigInt(bitSize === 0 ? 64 : bitSize);
  const max = (1n << bits) - 1n;
  // Numbers below 2**53 are gathered without bigint.
  let small = 0;
  let big: bigint | null = null;
  let underscores = false;
  for (let i = from; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x5f && base === 0) {
      underscores = true;
      continue;
    }
    const d = digitValue(c);
    if (d >= radix) return syntaxError;
    if (big === null && small < 0xffffffffff) {
      small = small * radix + d;
      if (bits <= 48n && small > Number(max)) return rangeError;
      continue;
    }
    big = (big ?? BigInt(small)) * BigInt(radix) + BigInt(d);
    if (big > max) return rangeError;
  }
  if (underscores && !underscoresSeparateDigits(s)) return syntaxError;
  return { ok: true, value: big ?? BigInt(small) };
}

/**
 * Reads a signed integer as `parseUint` reads an unsigned one; a leading `+` or `-` is allowed.
 * https://pkg.go.dev/strconv#ParseInt
 */
export function parseInt(s: string, base: number, bitSize: number): ParseResult<bigint> {
  const negative = s.startsWith('-');
  const magnitude = parseUint(negative || s.startsWith('+') ? s.slice(1) : s, base, bitSize);
  if (!magnitude.ok) return magnitude;
  const limit = 1n << BigInt((bitSize === 0 ? 64 : bitSize) - 1);
  if (magnitude.value > limit || (magnitude.value === limit && !negative)) return rangeError;
  return negative ? { ok: true, value: -magnitude.value } : magnitude;
}

/** Whether every underscore has a digit, or a base prefix, before it and a digit after it. */
function underscoresSeparateDigits(s: string): boolean {
  let i = s.startsWith('+') || s.startsWith('-') ? 1 : 0;
  const prefix = s.charAt(i) === '0' ? basePrefixes.get(s.charAt(i + 1).toLowerCase()) : undefined;
  let afterDigit = prefix !== undefined;
  if (prefix !== undefined) i += 2;
  const isNumeral = (c: number): boolean => isDigit(c) || (prefix === 16 && digitValue(c) < 16);
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x5f && !(afterDigit && isNumeral(s.charCodeAt(i + 1)))) return false;
    afterDigit = isNumeral(c);
  }
  return true;
}

const specialFloats: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['+infinity', Infinity],
  ['-infinity', -Infinity],
  ['nan', NaN],
]);

/** A float literal taken apart: `digits` without point and underscores, of which `point` stand before the point. */
interface FloatParts {
  readonly negative: boolean;
  readonly hexadecimal: boolean;
  readonly digits: string;
  readonly point: number;
  readonly exponent: number;
}

/**
 * Reads a decimal or hexadecimal floating-point number, infinity or NaN, correctly rounded to `bitSize` (32 or 64)
 * bits; underscores only where Go's literals have them. https://pkg.go.dev/strconv#ParseFloat
 */
export function parseFloat(s: string, bitSize: number): ParseResult<number> {
  const special = specialFloats.get(s.toLowerCase());
  if (special !== undefined) return { ok: true, value: special };
  const parts = floatParts(s);
  if (parts === null) return syntaxError;
  const magnitude = parts.hexadecimal ? hexMagnitude(parts, bitSize) : decimalMagnitude(parts, bitSize);
  if (magnitude === Infinity) return rangeError;
  return { ok: true, value: parts.negative ? -magnitude : magnitude };
}

function floatParts(s: string): FloatParts | null {
  const negative = s.startsWith('-');
  let i = negative || s.startsWith('+') ? 1 : 0;
  const hexadecimal = s.charAt(i) === '0' && (s.charAt(i + 1) === 'x' || s.charAt(i + 1) === 'X');
  if (hexadecimal) i += 2;
  let digits = '';
  let point = -1;
  let underscores = false;
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x5f) underscores = true;
    else if (c === 0x2e && point < 0) point = digits.length;
    else if (isDigit(c) || (hexadecimal && digitValue(c) < 16)) digits += s.charAt(i);
    else break;
  }
  if (digits === '') return null;
  if (point < 0) point = digits.length;
  let exponent = 0;
  const mark = s.charAt(i).toLowerCase();
  if (mark === (hexadecimal ? 'p' : 'e')) {
    i++;
    const sign = s.charAt(i) === '-' ? -1 : 1;
    if (s.charAt(i) === '-' || s.charAt(i) === '+') i++;
    if (!isDigit(s.charCodeAt(i))) return null;
    for (; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === 0x5f) underscores = true;
      else if (!isDigit(c)) break;
      else if (exponent < 1e6) exponent = exponent * 10 + (c - 0x30);
    }
    exponent *= sign;
  } else if (hexadecimal) return null;
  if (i < s.length || (underscores && !underscoresSeparateDigits(s))) return null;
  return { negative, hexadecimal, digits, point, exponent };
}

function decimalMagnitude(parts: FloatParts, bitSize: number): number {
  const scale = parts.exponent - (parts.digits.length - parts.point);
  const nearest = Number(`${parts.digits}e${String(scale)}`);
  if (bitSize !== 32) return nearest;
  const single = Math.fround(nearest);
  // Rounding twice errs only when the first rounding lands halfway between two float32 numbers: then the digits decide.
  const below = single > nearest ? adjacentSingle(single, -1) : single;
  const above = adjacentSingle(below, 1);
  const halfway = below / 2 + above / 2;
  if (nearest !== halfway || nearest === 0 || !Number.isFinite(nearest)) return single;
  const order = compareDecimal(BigInt(parts.digits), scale, nearest);
  const rounded = order < 0 ? below : order > 0 ? above : single;
  return rounded > maxSingle ? Infinity : rounded;
}

const maxSingle = 3.4028234663852886e38;

/** The float32 next to a non-negative one; past the largest comes 2**128, which a float64 can hold. */
function adjacentSingle(x: number, step: 1 | -1): number {
  if (x === Infinity) return step < 0 ? maxSingle : x;
  if (x === maxSingle && step > 0) return 2 ** 128;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, x);
  bits.setUint32(0, bits.getUint32(0) + step);
  return bits.getFloat32(0);
}

/** The sign of digits × 10**scale − x, exactly. */
function compareDecimal(digits: bigint, scale: number, x: number): number {
  const { mantissa, exponent } = floatBits(x, 64);
  const left = digits * 10n ** BigInt(Math.max(scale, 0)) * 2n ** BigInt(Math.max(-exponent, 0));
  const right = mantissa * 2n ** BigInt(Math.max(exponent, 0)) * 10n ** BigInt(Math.max(-scale, 0));
  return left < right ? -1 : left > right ? 1 : 0;
}

function hexMagnitude(parts: FloatParts, bitSize: number): number {
  const mantissa = BigInt(`0x${parts.digits}`);
  if (mantissa === 0n) return 0;
  const { precision, minExponent, maxExponent } = floatFormats(bitSize);
  const exponent = parts.exponent - 4 * (parts.digits.length - parts.point);
  const length = mantissa.toString(2).length;
  if (exponent + length > maxExponent + 1) return Infinity;
  if (exponent + length < minExponent - precision) return 0;
  // The unit of the last place kept: `precision` bits from the top, or the smallest denormal.
  const unit = Math.max(exponent + length - precision, minExponent - precision + 1);
  const kept =
    unit <= exponent ? mantissa << BigInt(exponent - unit) : roundQuotient(mantissa, 1n << BigInt(unit - exponent));
  // Scaling in two steps keeps each power of two a normal number.
  const half = Math.trunc(unit / 2);
  const value = Number(kept) * 2 ** half * 2 ** (unit - half);
  return value >= 2 ** maxExponent * 2 ? Infinity : value;
}

/** n ÷ divisor, rounded to nearest, ties to even; neither is negative. */
function roundQuotient(n: bigint, divisor: bigint): bigint {
  const quotient = n / divisor;
  const twiceRest = (n - quotient * divisor) * 2n;
  return twiceRest > divisor || (twiceRest === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/**
 * The shape of IEEE 754 binary32 or binary64: significand bits, and the exponents of the smallest and largest normal
 * powers of two.
 */
function floatFormats(bitSize: number): { precision: number; minExponent: number; maxExponent: number } {
  return bitSize === 32
    ? { precision: 24, minExponent: -126, maxExponent: 127 }
    : { precision: 53, minExponent: -1022, maxExponent: 1023 };
}

// ---- Writing floats -------------------------------------------------------------------------------------------------

/** Where a float is laid down to look at its bits. */
const view = new DataView(new ArrayBuffer(8));

/** A finite positive or zero float as mantissa × 2**exponent in its own format's bits: what `%b` shows. */
function floatBits(x: number, bitSize: number): { readonly mantissa: bigint; readonly exponent: number } {
  if (bitSize === 32) {
    view.setFloat32(0, x);
    const bits = view.getUint32(0);
    const biased = (bits >>> 23) & 0xff;
    const fraction = bits & 0x7fffff;
    return { mantissa: BigInt(biased === 0 ? fraction : fraction | 0x800000), exponent: Math.max(biased, 1) - 150 };
  }
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return { mantissa: biased === 0 ? fraction : fraction | (1n << 52n), exponent: Math.max(biased, 1) - 1075 };
}

/** Decimal digits without leading or trailing zeros: 0.digits × 10**point. Zero is no digits. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

const decimalZero: Decimal = { digits: '', point: 0 };

/**
 * Formats a float as Go does: `fmt` chooses the form, `prec` the digits (−1: as few as read back the same), `bitSize`
 * 32 or 64 the format that `x` was in. Every digit is exact. https://pkg.go.dev/strconv#FormatFloat
 */
export function formatFloat(x: number, fmt: FloatFormat, prec: number, bitSize: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (x === Infinity) return '+Inf';
  if (x === -Infinity) return '-Inf';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  return sign + formatMagnitude(Math.abs(x), fmt, prec, bitSize);
}

function formatMagnitude(x: number, fmt: FloatFormat, prec: number, bitSize: number): string {
  switch (fmt) {
    case 'b': {
      const { mantissa, exponent } = floatBits(x, bitSize);
      return `${String(mantissa)}p${exponent < 0 ? '' : '+'}${String(exponent)}`;
    }
    case 'x':
      return hexFloat(x, prec);
    case 'X':
      return hexFloat(x, prec).toUpperCase();
    case 'e':
      return exponentForm(x, prec, bitSize);
    case 'E':
      return exponentForm(x, prec, bitSize).toUpperCase();
    case 'f':
      return pointForm(x, prec, bitSize);
    case 'g':
      return shorterForm(x, prec, bitSize);
    case 'G':
      return shorterForm(x, prec, bitSize).toUpperCase();
    default: {
      const unknown: never = fmt;
      return unknown;
    }
  }
}

/** The most decimals the engine's own exact formatting is asked for. */
const maxNativeDigits = 100;

function exponentForm(x: number, prec: number, bitSize: number): string {
  if (prec < 0) {
    const d = shortest(x, bitSize);
    return spellExponent(d, Math.max(d.digits.length - 1, 0));
  }
  return spellExponent(x === 0 ? decimalZero : significantDigits(x, prec + 1), prec);
}

function pointForm(x: number, prec: number, bitSize: number): string {
  if (prec < 0) {
    const d = shortest(x, bitSize);
    return spellPoint(d, Math.max(d.digits.length - d.point, 0));
  }
  // A tie is left to exact arithmetic: Go rounds it to even, the engine up.
  if (prec <= maxNativeDigits && x < 1e21 && (x * 2 ** (prec + 1)) % 2 !== 1) return x.toFixed(prec);
  return spellPoint(roundDecimal(exactDecimal(x), prec, true), prec);
}

function shorterForm(x: number, prec: number, bitSize: number): string {
  if (prec < 0) {
    // In this range the engine lays its shortest digits out as Go does.
    if (bitSize !== 32 && x >= 1e-4 && x < 1e6) return String(x);
    return shorterSpelling(shortest(x, bitSize), 6);
  }
  const count = prec === 0 ? 1 : prec;
  return shorterSpelling(x === 0 ? decimalZero : significantDigits(x, count), count);
}

/** `%g`: with an exponent when that is below −4 or too large for the digits shown, else plain; no trailing zeros. */
function shorterSpelling(d: Decimal, limit: number): string {
  const exponent = d.digits === '' ? 0 : d.point - 1;
  const count = d.digits.length;
  if (exponent < -4 || exponent >= limit) return spellExponent(d, Math.max(count - 1, 0));
  return spellPoint(d, Math.max(count - d.point, 0));
}

function spellExponent(d: Decimal, decimals: number): string {
  const first = d.digits === '' ? '0' : d.digits.charAt(0);
  const rest = d.digits.slice(1).padEnd(decimals, '0');
  const exponent = d.digits === '' ? 0 : d.point - 1;
  const tail = `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return rest === '' ? first + tail : `${first}.${rest}${tail}`;
}

function spellPoint(d: Decimal, decimals: number): string {
  const whole = d.point > 0 ? d.digits.slice(0, d.point).padEnd(d.point, '0') : '0';
  if (decimals === 0) return whole;
  const leading = '0'.repeat(Math.min(Math.max(-d.point, 0), decimals));
  return `${whole}.${(leading + d.digits.slice(Math.max(d.point, 0))).padEnd(decimals, '0')}`;
}

function trimZeros(digits: string, point: number): Decimal {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return end === 0 ? decimalZero : { digits: digits.slice(0, end), point };
}

/** `count` significant digits of a positive number, rounded to nearest, ties to even. */
function significantDigits(x: number, count: number): Decimal {
  if (count > maxNativeDigits) return roundDecimal(exactDecimal(x), count, false);
  const text = x.toExponential(count - 1);
  const mark = text.indexOf('e');
  const exponent = Number(text.slice(mark + 1));
  if (isTie(x, count - 1 - exponent)) return roundDecimal(exactDecimal(x), count, false);
  return trimZeros(text.charAt(0) + text.slice(2, mark), exponent + 1);
}

/** Whether x × 10**decimals may end in exactly one half. False positives are harmless, false negatives not. */
function isTie(x: number, decimals: number): boolean {
  // The tie's exponent is one lower when rounding carried into a new digit.
  if (decimals >= 0) return (x * 2 ** (decimals + 1)) % 2 === 1 || (x * 2 ** (decimals + 2)) % 2 === 1;
  if (x > Number.MAX_SAFE_INTEGER) return true;
  const unit = 10 ** -decimals;
  return x % unit === unit / 2 || x % (unit / 10) === unit / 20;
}

/** Rounds to nearest, ties to even: to `places` decimals when `afterPoint`, else to `places` significant digits. */
function roundDecimal(d: Decimal, places: number, afterPoint: boolean): Decimal {
  const keep = afterPoint ? d.point + places : places;
  if (keep >= d.digits.length) return d;
  if (keep < 0) return decimalZero;
  const kept = d.digits.slice(0, keep);
  const next = d.digits.charCodeAt(keep);
  const exactHalf = next === 0x35 && d.digits.length === keep + 1;
  const odd = keep > 0 && (d.digits.charCodeAt(keep - 1) & 1) === 1;
  if (next < 0x35 || (exactHalf && !odd)) return trimZeros(kept, d.point);
  const raised = String(BigInt(kept === '' ? '0' : kept) + 1n);
  return trimZeros(raised, d.point + raised.length - kept.length);
}

/** All the digits of a finite non-negative number; a float64 has at most 767 of them. */
function exactDecimal(x: number): Decimal {
  if (x === 0) return decimalZero;
  const { mantissa, exponent } = floatBits(x, 64);
  // m × 2**−k is m × 5**k × 10**−k.
  const digits = String(exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent));
  return trimZeros(digits, digits.length + Math.min(exponent, 0));
}

/** The fewest digits that read back as `x` in its format, and of those the nearest to it. */
function shortest(x: number, bitSize: number): Decimal {
  if (x === 0) return decimalZero;
  if (bitSize === 32) return shortestSingle(x);
  const text = x.toExponential();
  const mark = text.indexOf('e');
  return trimZeros(text.charAt(0) + text.slice(2, mark), Number(text.slice(mark + 1)) + 1);
}

function shortestSingle(x: number): Decimal {
  const { mantissa, exponent } = floatBits(x, 32);
  // Everything in units of a quarter of the last place, so that both ends of the rounding interval are integers.
  const narrow = mantissa === 0x800000n && exponent > -149;
  const low = 4n * mantissa - (narrow ? 1n : 2n);
  const high = 4n * mantissa + 2n;
  const inclusive = (mantissa & 1n) === 0n;
  const scale = exponent - 2;
  // The largest power of ten with a multiple in the interval gives the fewest digits.
  for (let power = Number(x.toExponential(0).split('e')[1]); ; power--) {
    const unit = 10n ** BigInt(Math.max(power, 0)) * 2n ** BigInt(Math.max(-scale, 0));
    const times = 10n ** BigInt(Math.max(-power, 0)) * 2n ** BigInt(Math.max(scale, 0));
    const least = inclusive ? (low * times + unit - 1n) / unit : (low * times) / unit + 1n;
    const most = inclusive ? (high * times) / unit : (high * times - 1n) / unit;
    if (least > most) continue;
    const scaled = 4n * mantissa * times;
    // Go rounds a tie to even, except below a power of two, where only 2**-12 has one: 0.00024414063.
    const nearest = narrow ? (2n * scaled + unit) / (2n * unit) : roundQuotient(scaled, unit);
    const digits = String(nearest < least ? least : nearest > most ? most : nearest);
    return trimZeros(digits, power + digits.length);
  }
}

/** `%x`: a hexadecimal significand with one digit before the point and a binary exponent; `prec` −1 keeps every bit. */
function hexFloat(x: number, prec: number): string {
  if (x === 0) return `0x0${prec > 0 ? `.${'0'.repeat(prec)}` : ''}p+00`;
  let { mantissa, exponent } = floatBits(x, 64);
  const shift = 53 - mantissa.toString(2).length;
  mantissa <<= BigInt(shift);
  exponent += 52 - shift;
  // 13 hexadecimal digits follow the leading 1.
  if (prec >= 0 && prec < 13) {
    const dropped = BigInt(52 - 4 * prec);
    mantissa = roundQuotient(mantissa, 1n << dropped) << dropped;
    if (mantissa >> 53n !== 0n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const all = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const decimals = prec < 0 ? all.replace(/0+$/, '') : all.padEnd(prec, '0').slice(0, prec);
  const tail = `p${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return decimals === '' ? `0x1${tail}` : `0x1.${decimals}${tail}`;
}
