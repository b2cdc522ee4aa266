/** Putting a text into an editor from outside, and telling such changes from a person's. */
import { isolateHistory } from '@codemirror/commands';
import { Annotation, type EditorState, type Text, Transaction, type TransactionSpec } from '@codemirror/state';

/**
 * The text of a document, put together once: whoever asks again gets the very same string, which is compared at once.
 */
export class TextOf {
  private doc: Text | null = null;
  private text = '';

  /** The text of `doc`, lines ending in \n. */
  of(doc: Text): string {
    if (doc !== this.doc) this.text = doc.sliceString(0);
    this.doc = doc;
    return this.text;
  }
}

/** How a text is put in. */
export interface SetDocOptions {
  /** Whether Ctrl+Z brings the old text back; true when absent. */
  readonly addToHistory?: boolean;
  /** The selection afterwards; when absent it stays with the text around it. */
  readonly selection?: { readonly anchor: number; readonly head?: number };
}

/** Marks transactions that are not a person's doing. */
export const fromOutside = Annotation.define<boolean>();

/** The smallest replacement that turns `old` into `text`, or null when they are equal. UTF-16 offsets into `old`. */
export function replacement(old: string, text: string): { from: number; to: number; insert: string } | null {
  if (old === text) return null;
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let tail = 0;
  while (tail < shorter - from && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  return { from, to: old.length - tail, insert: text.slice(from, text.length - tail) };
}

/**
 * The transaction that makes `text` the document, or null when there is nothing to do. It is an undo step of its own.
 */
export function documentChange(state: EditorState, text: string, options: SetDocOptions): TransactionSpec | null {
  const change = replacement(state.sliceDoc(), text);
  if (change === null && options.selection === undefined) return null;
  const clamp = (pos: number): number => Math.max(0, Math.min(pos, text.length));
  const { selection } = options;
  return {
    ...(change === null ? {} : { changes: change }),
    ...(selection === undefined
      ? {}
      : { selection: { anchor: clamp(selection.anchor), head: clamp(selection.head ?? selection.anchor) } }),
    annotations: [
      fromOutside.of(true),
      isolateHistory.of('full'),
      Transaction.addToHistory.of(options.addToHistory ?? true),
    ],
  };
}

/**
 * Longer outputs are not looked at: finding out whether they are JSON would take longer than a frame. In UTF-16 units.
 */
const jsonLimit = 2_000_000;

/** Whether an output is a JSON object or array, and so worth colouring as JSON. */
export function looksLikeJson(text: string): boolean {
  if (text.length > jsonLimit || !/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
