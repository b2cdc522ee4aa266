/**
 * A Go string is bytes; here it is a JS string in which a byte that is not part of valid UTF-8 is the lone surrogate
 * U+DC80 + (byte − 0x80). Every other lone surrogate stands for U+FFFD, as it does when text is encoded.
 * What Go counts in bytes is counted here without leaving the JS string. https://pkg.go.dev/unicode/utf8
 */

/** What decoding invalid UTF-8 yields, of width 1: `utf8.RuneError`. */
export const runeError = 0xfffd;

const escapeBase = 0xdc80 - 0x80;

/**
 * One decoded rune: its code point, its width in bytes and in UTF-16 units. An escaped byte decodes to `runeError`,
 * width 1.
 */
export interface DecodedRune {
  readonly rune: number;
  readonly bytes: number;
  readonly units: number;
}

/** Whether a UTF-16 unit stands for a byte that is not part of valid UTF-8. */
export function isEscapedByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

/** Decodes the rune that starts at UTF-16 index `i`, which must be inside the string. */
export function decodeRune(s: string, i: number): DecodedRune {
  const rune = s.codePointAt(i) ?? runeError;
  if (rune < 0x80) return { rune, bytes: 1, units: 1 };
  if (rune < 0x800) return { rune, bytes: 2, units: 1 };
  if (rune > 0xffff) return { rune, bytes: 4, units: 2 };
  if (isEscapedByte(rune)) return { rune: runeError, bytes: 1, units: 1 };
  return { rune: rune >= 0xd800 && rune <= 0xdfff ? runeError : rune, bytes: 3, units: 1 };
}

/** The number of bytes of the units `[from, to)`: Go's `len` for the whole string. */
export function byteLength(s: string, from = 0, to: number = s.length): number {
  let n = to - from;
  for (let i = from; i < to; i++) {
    const c = s.charCodeAt(i);
    if (c < 0x80 || isEscapedByte(c)) continue;
    if (c < 0x800) n += 1;
    else if (c >= 0xd800 && c <= 0xdbff && i + 1 < to && isLowSurrogate(s.charCodeAt(i + 1))) {
      n += 2;
      i++;
    } else n += 2;
  }
  return n;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether every unit is ASCII, so that bytes, runes and units coincide. */
export function isAscii(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) >= 0x80) return false;
  return true;
}

/** The number of runes, an invalid byte counting as one: `utf8.RuneCountInString`. */
export function runeCount(s: string): number {
  let n = 0;
  for (let i = 0; i < s.length; i += decodeRune(s, i).units) n++;
  return n;
}

/** The bytes of a Go string. */
export function encodeUtf8(s: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength(s));
  let n = 0;
  for (let i = 0; i < s.length;) {
    const unit = s.charCodeAt(i);
    const { rune, bytes: width, units } = decodeRune(s, i);
    i += units;
    if (width === 1) {
      bytes[n++] = rune === runeError ? unit - escapeBase : rune;
      continue;
    }
    if (width === 2) bytes[n++] = 0xc0 | (rune >> 6);
    else {
      if (width === 3) bytes[n++] = 0xe0 | (rune >> 12);
      else {
        bytes[n++] = 0xf0 | (rune >> 18);
        bytes[n++] = 0x80 | ((rune >> 12) & 0x3f);
      }
      bytes[n++] = 0x80 | ((rune >> 6) & 0x3f);
    }
    bytes[n++] = 0x80 | (rune & 0x3f);
  }
  return bytes;
}

/** The Go string with these bytes; never fails, and `encodeUtf8` gives the bytes back. */
export function decodeUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let n = 0;
  for (let i = 0; i < bytes.length;) {
    const width = validWidth(bytes, i);
    const b0 = bytes[i] ?? 0;
    if (width === 0) {
      units[n++] = escapeBase + b0;
      i++;
      continue;
    }
    let rune = width === 1 ? b0 : b0 & (0xff >> (width + 1));
    for (let k = 1; k < width; k++) rune = (rune << 6) | ((bytes[i + k] ?? 0) & 0x3f);
    if (rune > 0xffff) {
      units[n++] = 0xd800 + ((rune - 0x10000) >> 10);
      rune = 0xdc00 + (rune & 0x3ff);
    }
    units[n++] = rune;
    i += width;
  }
  return textOf(units.subarray(0, n));
}

/** How many units go into a text at once: as many as a call may surely have arguments. */
const unitsAtOnce = 4096;

function textOf(units: Uint16Array): string {
  let s = '';
  for (let i = 0; i < units.length; i += unitsAtOnce) s += String.fromCharCode(...units.subarray(i, i + unitsAtOnce));
  return s;
}

/**
 * The width of the valid UTF-8 sequence at `i`, or 0 when the byte there starts none. Surrogates and overlong forms are
 * invalid.
 */
function validWidth(bytes: Uint8Array, i: number): number {
  const b0 = bytes[i] ?? 0;
  if (b0 < 0x80) return 1;
  const width = b0 >= 0xc2 && b0 <= 0xdf ? 2 : b0 >= 0xe0 && b0 <= 0xef ? 3 : b0 >= 0xf0 && b0 <= 0xf4 ? 4 : 0;
  if (width === 0 || i + width > bytes.length) return 0;
  const b1 = bytes[i + 1] ?? 0;
  const low = b0 === 0xe0 ? 0xa0 : b0 === 0xf0 ? 0x90 : 0x80;
  const high = b0 === 0xed ? 0x9f : b0 === 0xf4 ? 0x8f : 0xbf;
  if (b1 < low || b1 > high) return 0;
  for (let k = 2; k < width; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return width;
}

/**
 * Go's `s[from:to]` in bytes; the caller has checked `0 ≤ from ≤ to ≤ len`. Cutting inside a rune leaves invalid bytes.
 */
export function sliceBytes(s: string, from: number, to: number): string {
  return isAscii(s) ? s.slice(from, to) : decodeUtf8(encodeUtf8(s).subarray(from, to));
}

/** Go's `s[i]`: one byte; the caller has checked the bounds. */
export function byteAt(s: string, i: number): number {
  return isAscii(s) ? s.charCodeAt(i) : (encodeUtf8(s)[i] ?? 0);
}

/**
 * Compares two Go strings byte by byte, as Go's `<` does: negative, zero or positive. UTF-16 order differs beyond
 * U+FFFF.
 */
export function compareStrings(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  // Long beginnings that are equal are gone through many units at once.
  while (i + unitsAtOnce < shorter && a.slice(i, i + unitsAtOnce) === b.slice(i, i + unitsAtOnce)) i += unitsAtOnce;
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === shorter) return a.length - b.length;
  const unitA = a.charCodeAt(i);
  const unitB = b.charCodeAt(i);
  if (unitA < 0xd800 && unitB < 0xd800) return unitA - unitB;
  // Back to the start of a pair; the bytes then differ within the next four units (four bytes may be four units).
  if (i > 0 && isHighSurrogate(a.charCodeAt(i - 1))) i--;
  const bytesA = encodeUtf8(a.slice(i, i + 6));
  const bytesB = encodeUtf8(b.slice(i, i + 6));
  for (const [k, byte] of bytesA.entries()) {
    const other = bytesB[k];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return bytesA.length - bytesB.length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
