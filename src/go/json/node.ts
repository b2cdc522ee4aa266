/** JSON text read with its positions: every offset is a UTF-16 offset into the text, spans are `[from, to)`. */
import { decodeRune } from '../utf8';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One `key: value` pair; `key` is decoded, `keyFrom`/`keyTo` span the key with its quotes. */
export interface JsonMember {
  readonly key: string;
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly value: JsonNode;
}

/** An object; members in the order of the text, duplicates included. */
export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

/** An array. */
export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly elements: readonly JsonNode[];
}

/** A string; `value` is decoded, and what is not Unicode text has become U+FFFD, as in Go. */
export interface JsonString extends Span {
  readonly kind: 'string';
  readonly value: string;
}

/** A number as it is written: reading it as this or that Go type is the decoder's business. */
export interface JsonNumber extends Span {
  readonly kind: 'number';
  readonly text: string;
}

/** `true` or `false`. */
export interface JsonBoolean extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** `null`. */
export interface JsonNull extends Span {
  readonly kind: 'null';
}

/** One JSON value of a text. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

/**
 * A mistake in a JSON text. `message` is Go's; `line` and `column` count from 1, the column in characters (code
 * points).
 */
export interface JsonError extends Span {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns; the text is looked through once. */
export class Locator {
  private starts: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  /** A `JsonError` for the span, placed at its start. */
  error(message: string, from: number, to: number): JsonError {
    return { message, from, to, ...this.at(from) };
  }

  /** The line and column, both from 1, of a UTF-16 offset. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const starts = (this.starts ??= lineStarts(this.text));
    let line = 0;
    for (let high = starts.length; high - line > 1;) {
      const middle = (line + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else high = middle;
    }
    let column = 1;
    for (let i = starts[line] ?? 0; i < offset; i += decodeRune(this.text, i).units) column++;
    return { line: line + 1, column };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
