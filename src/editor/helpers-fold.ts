/** Folding the helpers at the end of a template that was put into an editor: whoever unfolds them finds them whole. */
import { foldEffect } from '@codemirror/language';
import type { EditorState, StateEffect } from '@codemirror/state';
import type { Span } from './action';
import { structureOf } from './structure';

/** How the comment begins below which the helpers stand. Robust presets have it. */
const comment = '/* Helpers, which can be left alone.';

/** The bodies of the templates that are defined below the comment, but for those of one line. */
export function helperFolds(state: EditorState): readonly Span[] {
  const from = state.sliceDoc().lastIndexOf(comment);
  if (from === -1) return [];
  const structure = structureOf(state, state.doc.length, Infinity);
  const folds: Span[] = [];
  for (let pos = from; pos < state.doc.length;) {
    const line = state.doc.lineAt(pos);
    const fold = structure.foldAt(line, 'define');
    if (fold !== null) folds.push(fold);
    pos = Math.max(fold?.to ?? 0, line.to + 1);
  }
  return folds;
}

/** Folds the helpers, unless they were there `before`: then they are left as somebody unfolded them. */
export function foldHelpers(state: EditorState, before: string): readonly StateEffect<unknown>[] {
  const helpers = state.sliceDoc(Math.max(0, state.sliceDoc().lastIndexOf(comment)));
  if (before.endsWith(helpers)) return [];
  return helperFolds(state).map((span) => foldEffect.of(span));
}
