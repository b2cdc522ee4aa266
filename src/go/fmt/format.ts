/**
 * One value as text, under the flags, width and precision of one verb: https://pkg.go.dev/fmt#hdr-Printing.
 * These functions know nothing of verbs that do not fit; `print.ts` chooses between them.
 */
import {
  type FloatFormat,
  canBackquote,
  formatFloat,
  isPrint,
  quote,
  quoteRune,
  quoteRuneToASCII,
  quoteToASCII,
} from '../strconv';
import { encodeUtf8, isAscii, runeCount, runeError } from '../utf8';

/** What stands between `%` and the verb. */
export interface Flags {
  /** The minimum width in runes; 0 for none. */
  wid: number;
  /** The precision, or −1 for none. */
  prec: number;
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v`, which is not the sign flag. */
  plusV: boolean;
  /** `%#v`, which is not the alternate form. */
  sharpV: boolean;
}

/** Flags with none set. */
export function noFlags(): Flags {
  return {
    wid: 0,
    prec: -1,
    minus: false,
    plus: false,
    sharp: false,
    space: false,
    zero: false,
    plusV: false,
    sharpV: false,
  };
}

/** Takes every flag back. */
export function clearFlags(f: Flags): void {
  f.wid = 0;
  f.prec = -1;
  f.minus = f.plus = f.sharp = f.space = f.zero = f.plusV = f.sharpV = false;
}

/** Whether the flags change nothing about how a plain value looks. */
function isPlain(f: Flags): boolean {
  return f.wid === 0 && f.prec < 0 && !f.plus && !f.sharp && !f.space;
}

/** Pads to the width: on the right with `-`, on the left with zeros or spaces otherwise. Zeros pad even words. */
export function pad(f: Flags, s: string): string {
  // A rune takes two units at most.
  if (f.wid === 0 || s.length >= 2 * f.wid) return s;
  const missing = f.wid - (isAscii(s) ? s.length : runeCount(s));
  if (missing <= 0) return s;
  if (f.minus) return s + ' '.repeat(missing);
  return (f.zero ? '0' : ' ').repeat(missing) + s;
}

function padWithSpaces(f: Flags, s: string): string {
  return pad(f.zero ? { ...f, zero: false } : f, s);
}

/** A string, cut to as many runes as the precision says. */
export function formatString(f: Flags, s: string): string {
  return pad(f, truncate(f, s));
}

function truncate(f: Flags, s: string): string {
  if (f.prec < 0 || s.length <= f.prec) return s;
  let end = 0;
  for (let n = 0; n < f.prec && end < s.length; n++) end += (s.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return s.slice(0, end);
}

/** A string quoted: `%q`, with `#` in backquotes where they can hold it, with `+` all ASCII. */
export function formatQuoted(f: Flags, s: string): string {
  const text = truncate(f, s);
  if (f.sharp && canBackquote(text)) return pad(f, `\`${text}\``);
  return pad(f, f.plus ? quoteToASCII(text) : quote(text));
}

const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The bytes of a string in hexadecimal; the precision counts bytes, a space separates them, `#` marks them `0x`. */
export function formatHex(f: Flags, bytes: Uint8Array, upper: boolean): string {
  const shown = f.prec >= 0 ? bytes.subarray(0, f.prec) : bytes;
  const mark = f.sharp ? '0x' : '';
  const separator = f.space ? ` ${mark}` : '';
  const text = shown.length === 0 ? '' : mark + Array.from(shown, (byte) => hexPairs[byte]).join(separator);
  return pad(f, upper ? text.toUpperCase() : text);
}

/** As `formatHex`, of a Go string. */
export function formatHexString(f: Flags, s: string, upper: boolean): string {
  // A unit stands for a byte at least; one more keeps a pair whole.
  return formatHex(f, encodeUtf8(f.prec >= 0 ? s.slice(0, f.prec + 1) : s), upper);
}

/** The rune a verb shows for an integer: U+FFFD for what is not a code point. */
function runeOf(n: bigint): number {
  return n < 0n || n > 0x10ffffn || (n >= 0xd800n && n <= 0xdfffn) ? runeError : Number(n);
}

/** `%c`: the character itself. */
export function formatRune(f: Flags, n: bigint): string {
  return pad(f, String.fromCodePoint(runeOf(n)));
}

/** `%q` of an integer: a character literal. */
export function formatQuotedRune(f: Flags, n: bigint): string {
  return pad(f, f.plus ? quoteRuneToASCII(runeOf(n)) : quoteRune(runeOf(n)));
}

/** `%U`: U+0041 with at least four digits, or as many as the precision says; `#` adds the character. */
export function formatUnicode(f: Flags, n: bigint): string {
  const u = BigInt.asUintN(64, n);
  let text = `U+${u.toString(16).toUpperCase().padStart(Math.max(f.prec, 4), '0')}`;
  if (f.sharp && isPrint(Number(u))) text += ` '${String.fromCodePoint(Number(u))}'`;
  return padWithSpaces(f, text);
}

/** How a verb writes integers. `prefix` is what `#` puts before the digits, `mark` stands there always. */
export interface IntegerStyle {
  readonly base: 2 | 8 | 10 | 16;
  readonly prefix: string;
  readonly mark: string;
  readonly upper: boolean;
}

/** An integer in a base. Precision and zero padding are least numbers of digits; a precision turns zero padding off. */
export function formatInteger(f: Flags, n: bigint, style: IntegerStyle): string {
  if (style.base === 10 && isPlain(f)) return n.toString();
  // A zero with precision zero is nothing at all, but still padded.
  if (f.prec === 0 && n === 0n) return padWithSpaces(f, '');
  const sign = n < 0n ? '-' : f.plus ? '+' : f.space ? ' ' : '';
  let digits = (n < 0n ? -n : n).toString(style.base);
  if (f.prec >= 0) digits = digits.padStart(f.prec, '0');
  else if (f.zero && !f.minus) digits = digits.padStart(f.wid - sign.length, '0');
  if (style.upper) digits = digits.toUpperCase();
  const prefixed = f.sharp && !(style.base === 8 && digits.startsWith('0'));
  return padWithSpaces(f, sign + style.mark + (prefixed ? style.prefix : '') + digits);
}

/** A float of `size` bits; `prec` is the precision when the flags have none, −1 for the shortest digits. */
export function formatFloatFlags(f: Flags, x: number, size: number, format: FloatFormat, prec: number): string {
  const digits = f.prec >= 0 ? f.prec : prec;
  const text = formatFloat(x, format, digits, size);
  if (isPlain(f)) return text;
  const minus = text.startsWith('-');
  const magnitude = minus || text.startsWith('+') ? text.slice(1) : text;
  const sign = minus ? '-' : f.plus ? '+' : f.space ? ' ' : '';
  // Infinity always shows a sign, and neither word is padded with zeros.
  if (!Number.isFinite(x)) return padWithSpaces(f, (sign === '' && x === Infinity ? '+' : sign) + magnitude);
  const body = f.sharp && format !== 'b' ? alternateForm(magnitude, format, digits) : magnitude;
  if (sign !== '' && f.zero && !f.minus) return sign + body.padStart(f.wid - 1, '0');
  return pad(f, sign + body);
}

/** The `#` form of a float: always a point; `%g`, `%G` and `%x`, but not `%X`, keep trailing zeros. */
function alternateForm(magnitude: string, format: FloatFormat, prec: number): string {
  const hexadecimal = format === 'x' || format === 'X';
  const mark = magnitude.search(hexadecimal ? /[pP]/ : /[eE]/);
  const significand = mark < 0 ? magnitude : magnitude.slice(0, mark);
  const exponent = mark < 0 ? '' : magnitude.slice(mark);
  const pointed = significand.includes('.') ? significand : `${significand}.`;
  if (format !== 'g' && format !== 'G' && format !== 'x') return pointed + exponent;
  // Go counts the x of 0x among the digits, but not the zero before it.
  const significant = pointed.replace('.', '').replace(/^0+(?=.)/, '').length;
  const wanted = prec < 0 ? 6 : prec;
  return pointed + '0'.repeat(Math.max(wanted - significant, 0)) + exponent;
}
