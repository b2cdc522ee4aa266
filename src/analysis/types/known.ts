/** What is known of a value before a template runs. */
import type { Type, Value } from '../../go';

/** How a text was made, as far as it matters to what can stand in it. */
export type Made =
  /** It is the data's, or nothing is known: any characters. */
  | { readonly by: 'data' }
  /** A number, a bool, or anything else whose text has no quotes, backslashes, control characters or spaces. */
  | { readonly by: 'harmless' }
  /** A JSON value, written by the function for that; of a text it has its quotes. */
  | { readonly by: 'json'; readonly of: Known }
  /** A JSON text without its two quotes: `slice $p 1 (len (slice $p 1))`. */
  | { readonly by: 'inside'; readonly of: Known }
  /** A JSON text without its first quote: `slice $p 1`. */
  | { readonly by: 'tail'; readonly of: Known }
  /** A part of a text, such as its beginning: `slice .X 0 8`, `printf "%.8s" .X`. */
  | { readonly by: 'part'; readonly of: Known }
  /** Texts one after another: print, println and printf of plain verbs. Between operands print may add spaces. */
  | { readonly by: 'joined'; readonly of: readonly Known[] }
  /** One of these, on different ways through the template. */
  | { readonly by: 'either'; readonly of: readonly Known[] }
  /** What an escaping function, or printf with a verb that quotes, made of texts: `html`, `js`, `urlquery`, `%q`. */
  | { readonly by: 'escaped'; readonly function: string; readonly of: readonly Known[] };

/** What is known about the value at a place when it is reached. Facts that a guard established are in it. */
export interface Known {
  /** Null when the type is not known: nothing is said of such a value. */
  readonly type: Type | null;
  /** Whether it still is in an interface, as an element of a map of anything is: Go names that type then. */
  readonly boxed: boolean;
  /**
   * Which value it is: equal ids are equal values. `$.Reports` for the data's, `#7` for computed ones; null: nobody
   * knows.
   */
  readonly id: string | null;
  /** The value, where it is always the same one. */
  readonly constant: Value | null;
  /** All texts it can be, where they are few and known. */
  readonly texts: readonly string[] | null;
  /** Texts it surely is not. */
  readonly not: ReadonlySet<string>;
  /** The least length in bytes or elements; null when nothing is known, 0 when it may be empty. */
  readonly least: number | null;
  /** The greatest length; null when nothing is known. */
  readonly most: number | null;
  readonly made: Made;
  /** The field it is: Go's name of the struct, and the field's. */
  readonly field: { readonly struct: Type; readonly name: string } | null;
  /** What it is the length of, for what `len` gives. */
  readonly lengthOf: Known | null;
  /** What holds when it is true, and when it is empty. */
  readonly yes: Facts;
  readonly no: Facts;
  /** A value it has in an example, for messages that show one; null when there is none. */
  readonly example: () => Value | null;
}

/** What a guard establishes about a value. */
export interface Fact {
  readonly least?: number;
  readonly most?: number;
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

/** Facts by the ids of values. */
export interface Facts extends Iterable<readonly [string, Fact]> {
  readonly size: number;
  get(id: string): Fact | undefined;
}
