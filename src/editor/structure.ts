/**
 * The block structure of the template in an editor, and what the editor shows of it: folding and the words that pair
 * up.
 */
import { ensureSyntaxTree, foldService, syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { Structure } from './blocks';
import { stretchesOf } from './tree';

const known = new WeakMap<Tree, Structure>();

/** How long a long text may be read on before a key is answered, in milliseconds. */
const patience = 20;

/** The tree of the text, read at least to `pos`, unless that takes more than so many milliseconds. */
export function treeTo(state: EditorState, pos: number, milliseconds = patience): Tree {
  return ensureSyntaxTree(state, pos, milliseconds) ?? syntaxTree(state);
}

/**
 * The structure of the template in an editor state, read at least to `pos` unless that takes more than so many
 * milliseconds; empty when the state holds another language.
 */
export function structureOf(state: EditorState, pos = 0, milliseconds = patience): Structure {
  const tree = treeTo(state, pos, milliseconds);
  let structure = known.get(tree);
  if (structure === undefined) {
    const { stretches, starts } = stretchesOf(tree);
    structure = new Structure(stretches, starts);
    known.set(tree, structure);
  }
  return structure;
}

const pairMark = Decoration.mark({ class: 'cm-matchingBlock' });

function markPair(state: EditorState): DecorationSet {
  const { head } = state.selection.main;
  return Decoration.set(
    structureOf(state, head)
      .pairAt(head)
      .map(({ from, to }) => pairMark.range(from, to)),
  );
}

const pairMatching = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = markPair(view.state);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.selectionSet || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = markPair(update.state);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Folding of blocks, and marks on `if`, `else` and `end` of the block whose action the cursor is in. */
export const blockStructure: Extension = [
  foldService.of((state, from, to) => structureOf(state).foldAt({ from, to })),
  pairMatching,
];
