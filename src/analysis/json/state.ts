/** Where in a JSON text the output has got to. */

/** What may come next. */
export type Mode =
  /** Nothing has been written. */
  | 'start'
  /** After a colon. */
  | 'value'
  /** After `[`, and after a comma in a list. */
  | 'first-element'
  | 'next-element'
  /** After `{`, and after a comma in an object. */
  | 'first-key'
  | 'next-key'
  /** Inside a string, after a backslash in it, and in the digits of `\u`. */
  | 'string'
  | 'escape'
  | 'hex'
  /** After a key. */
  | 'colon'
  /** After a value; with nothing open the text is complete. */
  | 'after'
  /** In a number, a word such as `true`, a key without quotes. */
  | 'number'
  | 'word'
  | 'name'
  /** Something stands after the end, and that has been said. */
  | 'ended'
  /** Nobody knows. */
  | 'unknown';

/** A place in a JSON text. */
export interface JsonState {
  readonly mode: Mode;
  /** What is open, outermost first: `o` for an object, `a` for a list. */
  readonly stack: string;
  /** What closes the string; `"` unless it was opened by something else. */
  readonly quote: string;
  /** Whether the string is a key. */
  readonly isKey: boolean;
  /** The word, number or digits so far; `?` in a number stands for digits that an action wrote. */
  readonly text: string;
  /** Where the string or word began, or where the last comma stands: UTF-16 units of the template; -1 for nowhere. */
  readonly at: number;
  /** Where the backslash stands. */
  readonly mark: number;
}

/** Before anything is written. */
export const start: JsonState = { mode: 'start', stack: '', quote: '', isKey: false, text: '', at: -1, mark: -1 };

/** Nobody knows. */
export const unknown: JsonState = { ...start, mode: 'unknown' };

/** A state of a mode in which nothing is begun. */
export function inMode(mode: Mode, stack: string): JsonState {
  return { mode, stack, quote: '', isKey: false, text: '', at: -1, mark: -1 };
}

/** Whether two states are equal. */
export function isSame(a: JsonState, b: JsonState): boolean {
  if (a === b) return true;
  if (a.mode !== b.mode || a.at !== b.at || a.stack !== b.stack || a.text !== b.text) return false;
  return a.quote === b.quote && a.isKey === b.isKey && a.mark === b.mark;
}

/** Equal for equal states: where there are too many to compare each with each. */
export function keyOf({ mode, stack, quote, isKey, text, at, mark }: JsonState): string {
  return `${mode} ${stack} ${quote} ${String(isKey)} ${text} ${String(at)} ${String(mark)}`;
}

/** What comes after a value or a closed container. */
export function afterValue(stack: string): JsonState {
  return inMode('after', stack);
}

/** What has to come after a comma. */
export function nextIn(stack: string): Mode {
  return stack.endsWith('o') ? 'next-key' : 'next-element';
}

/** What comes after a comma that stands at `at`. */
export function afterComma(stack: string, at: number): JsonState {
  return { ...inMode(nextIn(stack), stack), at };
}

/** Whether the state is inside a string, an escape included. */
export function inString({ mode }: JsonState): boolean {
  return mode === 'string' || mode === 'escape' || mode === 'hex';
}
