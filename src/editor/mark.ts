/** Ranges that the page marks in the text, and characters that cannot be seen. */
import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, highlightSpecialChars } from '@codemirror/view';

/** A range to mark: `linked` belongs to what is looked at elsewhere, `muted` takes no part. UTF-16 offsets. */
export interface MarkedRange {
  readonly from: number;
  readonly to: number;
  readonly kind: 'linked' | 'muted';
}

/** Replaces the marked ranges. */
export const setMarkedEffect = StateEffect.define<readonly MarkedRange[]>();

const decorations: Readonly<Record<MarkedRange['kind'], Decoration>> = {
  linked: Decoration.mark({ class: 'cm-linked' }),
  muted: Decoration.mark({ class: 'cm-muted' }),
};

/** The decorations of ranges inside a document of `length` units; what is empty or outside is left out. */
export function decorate(marked: readonly MarkedRange[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to, kind } of marked) {
    const [start, end] = [Math.max(0, from), Math.min(to, length)];
    if (start < end) ranges.push(decorations[kind].range(start, end));
  }
  return Decoration.set(ranges, true);
}

/** The marked ranges; they move with the text until they are set anew. */
export const markedField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, tr) => {
    for (const effect of tr.effects) if (effect.is(setMarkedEffect)) return decorate(effect.value, tr.newDoc.length);
    return tr.docChanged ? marked.map(tr.changes) : marked;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The escape an unseen character is shown as: `\x80` is a byte that is not UTF-8, `\u0007` a code point. */
export function specialCharacterText(code: number): string {
  if (code === 0x0d) return '\\r';
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** What an unseen character is called, with its code point. */
export function specialCharacterTitle(code: number, description: string): string {
  if (code >= 0xdc80 && code <= 0xdcff) return `Byte ${(code - 0xdc00).toString(16)}, which is not valid UTF-8`;
  if (code === 0xa0 || code === 0x202f) return `No-break space U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return description;
}

/** Shows control characters, no-break spaces, direction marks and bytes that are not UTF-8. */
export const specialCharacters: Extension = highlightSpecialChars({
  addSpecialChars: /[\u00a0\u202f\ud800-\udfff]/,
  render: (code, description) => {
    const span = document.createElement('span');
    const title = specialCharacterTitle(code, description ?? '');
    span.className = 'cm-specialChar';
    span.textContent = specialCharacterText(code);
    span.title = title;
    span.setAttribute('role', 'img');
    span.setAttribute('aria-label', title);
    return span;
  },
});
