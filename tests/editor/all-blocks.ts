/**
 * Which actions belong together as a block, worked out in the plainest way from the list of all actions: what the
 * editor finds out from stretch to stretch has to be the same.
 */
import type { Action, BlockWord, Span } from '../../src/editor/action';
import type { Surroundings } from '../../src/editor/blocks';

interface Block {
  readonly word: BlockWord;
  /** The actions that start its parts. */
  readonly parts: Action[];
  end: Action | null;
}

/** The blocks of a template, in the order in which they open. */
function allBlocks(actions: readonly Action[]): readonly Block[] {
  const blocks: Block[] = [];
  const open: Block[] = [];
  for (const action of actions) {
    const word = action.clause?.word;
    if (word === 'else') open.at(-1)?.parts.push(action);
    else if (word === 'end') {
      const ended = open.pop();
      if (ended !== undefined) ended.end = action;
    } else if (word !== undefined) {
      const block: Block = { word, parts: [action], end: null };
      blocks.push(block);
      open.push(block);
    }
  }
  return blocks;
}

/** The words of the block whose action touches `pos`. */
export function pairIn(actions: readonly Action[], pos: number): readonly Span[] {
  const action = actions.find(({ from, to }) => from <= pos && pos <= to);
  const block = allBlocks(actions).find(({ parts, end }) => [...parts, end].includes(action ?? null));
  if (action === undefined || block?.end == null) return [];
  return [...block.parts, block.end].map(({ clause }) => clause!);
}

/** What folding at a line hides. */
export function foldIn(actions: readonly Action[], line: Span): Span | null {
  for (const { parts, end } of allBlocks(actions)) {
    const { from, to } = parts[0]!;
    if (from >= line.from && to <= line.to && end !== null && end.from > line.to) return { from: to, to: end.from };
  }
  return null;
}

/** The branches around a place, innermost first. */
export function aroundIn(actions: readonly Action[], pos: number): Surroundings['around'] {
  return allBlocks(actions)
    .flatMap(({ word, parts, end }) => {
      const branch = parts.find(({ to }, i) => to <= pos && pos <= (parts[i + 1] ?? end ?? { from: Infinity }).from);
      return branch === undefined ? [] : [{ block: word, branch: branch.clause! }];
    })
    .toReversed();
}
