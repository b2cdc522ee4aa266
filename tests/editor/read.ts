/** Templates read from scratch. */
import type { Tree } from '@lezer/common';
import type { Action } from '../../src/editor/action';
import { Structure } from '../../src/editor/blocks';
import { TemplateParser, stretchesOf } from '../../src/editor/tree';

/** The tree of a template. */
export function templateTree(text: string): Tree {
  return new TemplateParser().parse(text);
}

/** The structure of the template of a tree. */
export function structureOfTree(tree: Tree): Structure {
  const { stretches, starts } = stretchesOf(tree);
  return new Structure(stretches, starts);
}

/** The actions of the template of a tree, in the order of the text. */
export function actionsOf(tree: Tree): readonly Action[] {
  return [...structureOfTree(tree).actions()];
}
