/** What an editor does with a template at a key: the tree, the pairs, completion in the middle and at the end. */
import { CompletionContext } from '@codemirror/autocomplete';
import { ensureSyntaxTree, matchBrackets } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { templateCompletion } from '../../src/editor/complete';
import { templateFields } from '../../src/editor/facets';
import { templateLanguage } from '../../src/editor/language';
import { structureOf } from '../../src/editor/structure';

const fields = templateFields.of([{ path: '.Status', type: 'string', doc: 'The status.' }]);

/** The state of an editor with that text, parsed to its end. */
export function edited(doc: string): EditorState {
  const state = EditorState.create({ doc, extensions: [templateLanguage(), fields] });
  ensureSyntaxTree(state, doc.length, Infinity);
  return state;
}

/** Does what a moved cursor does, in the middle and at both ends; gives how much was found. */
export function looked(state: EditorState): number {
  const { length } = state.doc;
  const structure = structureOf(state);
  let found = 0;
  for (const pos of [0, 3, length >> 1, Math.max(0, length - 3), length]) {
    found += templateCompletion(new CompletionContext(state, pos, true))?.options.length ?? 0;
    found += structure.pairAt(pos).length;
    if (matchBrackets(state, pos, -1)?.matched === true) found++;
    if (matchBrackets(state, pos, 1)?.matched === true) found++;
  }
  return found;
}
