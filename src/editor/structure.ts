/**
 * The block structure of the template in an editor, and what the editor shows of it: folding and the words that pair
 * up.
 */
import { foldService, syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { type Action, type ControlBlock, controlBlocksOf, foldAt, pairAt } from './blocks';
import { actionsOf } from './tree';

/** The actions and blocks of a template, both in the order of the text. */
export interface Structure {
  readonly actions: readonly Action[];
  readonly blocks: readonly ControlBlock[];
}

const known = new WeakMap<Tree, Structure>();

/** The structure of the template in an editor state; empty when the state holds another language. */
export function structureOf(state: EditorState): Structure {
  const tree = syntaxTree(state);
  let structure = known.get(tree);
  if (structure === undefined) {
    const actions = actionsOf(tree);
    structure = { actions, blocks: controlBlocksOf(actions, tree.length) };
    known.set(tree, structure);
  }
  return structure;
}

const pairMark = Decoration.mark({ class: 'cm-matchingBlock' });

function markPair(state: EditorState): DecorationSet {
  const { actions, blocks } = structureOf(state);
  return Decoration.set(
    pairAt(actions, blocks, state.selection.main.head).map(({ from, to }) => pairMark.range(from, to)),
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
  foldService.of((state, from, to) => foldAt(structureOf(state).blocks, { from, to })),
  pairMatching,
];
