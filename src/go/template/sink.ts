/** Where execution writes, and how what was written is traced back to the template and to the data. */
import type { ActionNode, TextNode } from './parse/node';
import { Value, zeroValue } from '../reflect/value';
import { indirectInterface } from './truth';
import { byteLength, decodeRune, decodeUtf8, encodeUtf8, isEscapedByte } from '../utf8';

/** What execution writes to: plain text as it stands in the template, and printed values with the value they show. */
export interface Sink {
  text(node: TextNode, s: string): void;
  value(node: ActionNode, s: string, value: Value): void;
  /** All pieces one after the other, as they came; they count as many bytes as the output has. */
  readonly written: string;
}

/** In UTF-16 units; what is written between two collections of young garbage is several times as much. */
const chunkLength = 16 * 1024;

/**
 * Pieces put one after the other as Go concatenates bytes. Two pieces may carry the halves of one rune; that is only
 * noted when it happens and mended when the whole is asked for, because looking into a growing string flattens it.
 */
class Pieces {
  private joined = '';
  /** The latest pieces, about a chunk of them, not yet in `joined`. */
  private latest = '';
  private endsTorn = false;
  private torn = false;

  get length(): number {
    return this.joined.length + this.latest.length;
  }

  /** Whether the raw text and the mended one differ. */
  get isTorn(): boolean {
    return this.torn;
  }

  /** The pieces as they came. */
  get raw(): string {
    return this.joined + this.latest;
  }

  append(s: string): void {
    if (s === '') return;
    if (this.endsTorn && isEscapedByte(s.charCodeAt(0))) this.torn = true;
    this.endsTorn = isEscapedByte(s.charCodeAt(s.length - 1));
    this.latest += s;
    if (this.latest.length > chunkLength) this.keepChunk();
  }

  /**
   * Looking into a string that was put together flattens it, and so frees the memory of its many parts while it is
   * young.
   */
  private keepChunk(): void {
    this.latest.charCodeAt(0);
    this.joined += this.latest;
    this.latest = '';
  }

  mended(): string {
    return this.torn ? decodeUtf8(encodeUtf8(this.raw)) : this.raw;
  }
}

/** Keeps the output and nothing else: the fast one. */
export class PlainSink implements Sink {
  private readonly pieces = new Pieces();

  text(_node: TextNode, s: string): void {
    this.pieces.append(s);
  }

  value(_node: ActionNode, s: string): void {
    this.pieces.append(s);
  }

  get written(): string {
    return this.pieces.raw;
  }

  /** What has been written so far, also after an error. */
  get output(): string {
    return this.pieces.mended();
  }
}

/**
 * A piece of the output, `[from, to)` in UTF-16 units of it, with the node that wrote it; `value` is null for plain
 * text.
 */
export interface OutputSpan {
  readonly from: number;
  readonly to: number;
  readonly node: TextNode | ActionNode;
  readonly value: Value | null;
}

/**
 * Where an offset of `raw` is in `mended`, which has the same bytes. To be asked for offsets that never decrease: it
 * goes through both texts once.
 */
function offsetMapping(raw: string, mended: string): (offset: number) => number {
  let rawAt = 0;
  let bytes = 0;
  let at = 0;
  let bytesBefore = 0;
  return (offset) => {
    bytes += byteLength(raw, rawAt, offset);
    rawAt = offset;
    while (at < mended.length) {
      const rune = decodeRune(mended, at);
      if (bytesBefore + rune.bytes > bytes) break;
      bytesBefore += rune.bytes;
      at += rune.units;
    }
    return at;
  };
}

/** Keeps the output and where each piece of it came from; empty pieces are kept too, they show that a node ran. */
export class TracingSink implements Sink {
  private readonly pieces = new Pieces();
  private readonly pieceSpans: OutputSpan[] = [];

  /** With `place`, `[from, to)` of the output, only the pieces that touch it are sure to be kept. */
  constructor(private readonly place: { readonly from: number; readonly to: number } | null = null) {}

  text(node: TextNode, s: string): void {
    this.add(node, s, null);
  }

  value(node: ActionNode, s: string, value: Value): void {
    this.add(node, s, value);
  }

  private add(node: TextNode | ActionNode, s: string, value: Value | null): void {
    const from = this.pieces.length;
    this.pieces.append(s);
    const to = this.pieces.length;
    // Up to the first torn rune what is written and the output are the same.
    const elsewhere = this.place !== null && (from >= this.place.to || to <= this.place.from);
    if (!elsewhere || this.pieces.isTorn) this.pieceSpans.push({ from, to, node, value });
  }

  get written(): string {
    return this.pieces.raw;
  }

  /** What has been written so far, also after an error. */
  get output(): string {
    return this.pieces.mended();
  }

  /** The spans in the order of the output. A rune torn between two of them belongs to the second. */
  get spans(): readonly OutputSpan[] {
    if (!this.pieces.isTorn) return this.pieceSpans;
    const moved = offsetMapping(this.pieces.raw, this.pieces.mended());
    return this.pieceSpans.map((s) => ({ ...s, from: moved(s.from), to: moved(s.to) }));
  }
}

/**
 * The data as execution starts from it: marked as the place where all paths into it begin, opened if it is an
 * interface.
 */
export function rootOf(data: Value): Value {
  const held = indirectInterface(data);
  return new Value(held.type, held.v, { parent: zeroValue, key: '' }, held.addressable);
}

/**
 * How a template reaches a value from the data it was executed with: `.Reports[1].Message`, `.labels["a b"]`, or `.`
 * for the data itself. The empty string when the value did not come from the data, as a constant or a function's
 * result.
 */
export function dataPath(value: Value): string {
  let path = '';
  for (let at = value.from; ; at = at.parent.from) {
    if (at === null) return '';
    if (at.parent === zeroValue) return path.startsWith('.') ? path : `.${path}`;
    path = step(at.key) + path;
  }
}

function step(key: string | number | Value): string {
  if (typeof key === 'number') return `[${key.toString()}]`;
  const name = typeof key === 'string' ? key : indirectInterface(key).v;
  switch (typeof name) {
    case 'string':
      return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    case 'bigint':
    case 'number':
    case 'boolean':
      return `[${name.toString()}]`;
    default:
      return '[…]';
  }
}
