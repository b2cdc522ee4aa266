/**
 * Where the bytes of long texts are: what Go finds at once, `s[i]`, `s[i:j]` and `len(s)`, would otherwise be counted
 * from the start each time, by loops over a text for each of its bytes.
 */
import { byteAt, byteLength, decodeRune, decodeUtf8, encodeUtf8, isAscii, sliceBytes } from './utf8';

/** Who is told of the units that are looked at. */
interface Counter {
  readonly scan: (units: number) => void;
}

/** Shorter texts are looked through, in UTF-16 units. */
const longText = 256;

/** How many texts are remembered: those a loop may well go through at the same time. */
const remembered = 8;

/** A mark stands every so many units. */
const stride = 64;

/** The bytes before every `stride`th unit of a text; null when each unit is a byte. */
type Marks = Uint32Array | null;

function marksOf(text: string): Marks {
  if (isAscii(text)) return null;
  const marks = new Uint32Array(Math.floor(text.length / stride) + 1);
  let bytes = 0;
  for (let mark = 0, unit = 0; mark < marks.length; mark++) {
    // A mark between the halves of a pair counts the bytes before the pair.
    const to = mark * stride - (splitsPair(text, mark * stride) ? 1 : 0);
    bytes += byteLength(text, unit, to);
    marks[mark] = bytes;
    unit = to;
  }
  return marks;
}

function splitsPair(text: string, unit: number): boolean {
  return unit > 0 && (text.codePointAt(unit - 1) ?? 0) > 0xffff;
}

/** A text whose bytes have been found: a part of `whole`, or all of it. */
interface Known {
  readonly text: string;
  readonly whole: string;
  readonly marks: Marks;
  /** Where the text begins in `whole`, in units and in bytes, and its length in bytes. */
  readonly unit: number;
  readonly byte: number;
  readonly bytes: number;
}

/** A place in a text: the rune that has byte `byte` begins at unit `unit` of the whole, and with byte `start`. */
interface Place {
  readonly unit: number;
  readonly start: number;
}

/** Finds the rune that has a byte of the whole; the end for the byte after the last. */
function placeOf(whole: string, marks: Uint32Array, byte: number): Place {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle] ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  let unit = low * stride;
  let start = marks[low] ?? 0;
  if (splitsPair(whole, unit)) unit--;
  while (unit < whole.length) {
    const rune = decodeRune(whole, unit);
    if (start + rune.bytes > byte) break;
    start += rune.bytes;
    unit += rune.units;
  }
  return { unit, start };
}

function unitsAt(text: string, unit: number): number {
  return unit < text.length ? decodeRune(text, unit).units : 0;
}

/** The bytes `[from, to)` of the rune at a place, as far as it has them. */
function partOfRune(whole: string, { unit, start }: Place, from: number, to: number): string {
  const bytes = encodeUtf8(whole.slice(unit, unit + unitsAt(whole, unit)));
  return decodeUtf8(bytes.subarray(from - start, to - start));
}

/** Remembers where the bytes of the texts are that were asked for last. */
export class ByteIndexes {
  private known: Known[] = [];

  constructor(private readonly counter: Counter) {}

  /** Go's `len(s)`. */
  byteLength(s: string): number {
    if (s.length < longText) return byteLength(s);
    return this.find(s).bytes;
  }

  /** Go's `s[i]`; the caller has checked the bounds. */
  byteAt(s: string, i: number): number {
    if (s.length < longText) return byteAt(s, i);
    const known = this.find(s);
    if (known.marks === null) return s.charCodeAt(i);
    const at = known.byte + i;
    const { unit, start } = placeOf(known.whole, known.marks, at);
    return byteAt(known.whole.slice(unit, unit + unitsAt(known.whole, unit)), at - start);
  }

  /** Go's `s[from:to]` in bytes; the caller has checked the bounds. */
  slice(s: string, from: number, to: number): string {
    if (s.length < longText) return sliceBytes(s, from, to);
    const { whole, marks, unit, byte } = this.find(s);
    if (marks === null) {
      const text = s.slice(from, to);
      return this.remember({ text, whole, marks, unit: unit + from, byte: byte + from, bytes: to - from });
    }
    const first = placeOf(whole, marks, byte + from);
    const last = placeOf(whole, marks, byte + to);
    if (first.start === byte + from && last.start === byte + to) {
      const text = whole.slice(first.unit, last.unit);
      return this.remember({ text, whole, marks, unit: first.unit, byte: first.start, bytes: to - from });
    }
    if (first.unit === last.unit) return partOfRune(whole, first, byte + from, byte + to);
    // Only runes that are cut become bytes that are not UTF-8; none of them goes together with what is beside it.
    const head = first.start === byte + from ? '' : partOfRune(whole, first, byte + from, Infinity);
    const middle = whole.slice(head === '' ? first.unit : first.unit + unitsAt(whole, first.unit), last.unit);
    return head + middle + partOfRune(whole, last, last.start, byte + to);
  }

  private remember(known: Known): string {
    if (known.text.length >= longText) {
      this.known.unshift(known);
      if (this.known.length > remembered) this.known.pop();
    }
    return known.text;
  }

  private find(s: string): Known {
    const { known } = this;
    // Two long texts that are not the same object are compared until they differ.
    this.counter.scan(s.length >> 7);
    const at = known.findIndex(({ text }) => text === s);
    const found = known[at];
    if (found !== undefined) {
      if (at > 0) {
        known.splice(at, 1);
        known.unshift(found);
      }
      return found;
    }
    this.counter.scan(2 * s.length);
    const marks = marksOf(s);
    const bytes = marks === null ? s.length : byteLength(s);
    this.remember({ text: s, whole: s, marks, unit: 0, byte: 0, bytes });
    return known[0] ?? { text: s, whole: s, marks, unit: 0, byte: 0, bytes };
  }
}
