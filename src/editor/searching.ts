/** Search and replace, and marks on what is like the selection: fetched once the editor stands, or with Ctrl+F. */
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';

/** The extension. */
export const support: Extension = [
  highlightSelectionMatches({ minSelectionLength: 2 }),
  search({ top: true }),
  Prec.low(keymap.of(searchKeymap)),
];

/** Its keys. */
export const keys = searchKeymap;
