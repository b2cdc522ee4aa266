/**
 * Which actions belong together as a block (`if … else … end`), and what a block does to dot. Pure logic over the
 * actions of a template; what does not pair up is left out, for the parser says so better.
 */

/** A half-open range of the document, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word that opens a block. */
export type BlockWord = 'if' | 'range' | 'with' | 'define' | 'block';

/** A word that opens, divides or closes a block. */
export type ClauseWord = BlockWord | 'else' | 'end';

const clauseWords: ReadonlySet<string> = new Set<ClauseWord>(['if', 'range', 'with', 'define', 'block', 'else', 'end']);

/** Whether an item's type is a word of block structure. */
export function isClauseWord(type: string): type is ClauseWord {
  return clauseWords.has(type);
}

/**
 * The words an action starts with; `chained` tells `else if` and `else with` from `else`. The span is that of the
 * words.
 */
export interface Clause extends Span {
  readonly word: ClauseWord;
  readonly chained: 'if' | 'with' | null;
}

/** One action, delimiters included; `inner` is what stands between the delimiters and their trim markers. */
export interface Action extends Span {
  readonly innerFrom: number;
  readonly innerTo: number;
  /** What the action does to block structure, or null for a plain one. */
  readonly clause: Clause | null;
  /** Where the first thing starts in it that no action can have; null when there is none. */
  readonly faultAt: number | null;
}

/** One part of a block: the action that starts it and the body up to the next part. */
export interface Branch {
  readonly action: Action;
  readonly clause: Clause;
  readonly body: Span;
}

/**
 * A control structure, from the action that opens it to the one that closes it. `end` is null while nothing closes it;
 * then its last body runs to the end of the text.
 */
export interface ControlBlock {
  readonly word: BlockWord;
  readonly branches: readonly Branch[];
  readonly end: Action | null;
  readonly parent: ControlBlock | null;
}

interface OpenBlock {
  readonly word: BlockWord;
  readonly parts: { readonly action: Action; readonly clause: Clause }[];
  readonly parent: OpenBlock | null;
  readonly inner: OpenBlock[];
  end: Action | null;
}

/** The blocks of a template of `length` units, in the order in which they open. */
export function controlBlocksOf(actions: readonly Action[], length: number): readonly ControlBlock[] {
  const roots: OpenBlock[] = [];
  let top: OpenBlock | null = null;
  for (const action of actions) {
    const { clause } = action;
    if (clause === null) continue;
    switch (clause.word) {
      case 'else':
        top?.parts.push({ action, clause });
        break;
      case 'end':
        if (top === null) break;
        top.end = action;
        top = top.parent;
        break;
      default: {
        const opened: OpenBlock = { word: clause.word, parts: [{ action, clause }], parent: top, inner: [], end: null };
        (top?.inner ?? roots).push(opened);
        top = opened;
      }
    }
  }
  const blocks: ControlBlock[] = [];
  // An explicit stack: nesting is as deep as a text makes it.
  const pending: { readonly open: OpenBlock; readonly parent: ControlBlock | null }[] = [];
  const push = (opened: readonly OpenBlock[], parent: ControlBlock | null): void => {
    for (const open of [...opened].reverse()) pending.push({ open, parent });
  };
  push(roots, null);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const block = finish(next.open, next.parent, length);
    blocks.push(block);
    push(next.open.inner, block);
  }
  return blocks;
}

function finish(open: OpenBlock, parent: ControlBlock | null, length: number): ControlBlock {
  const branches = open.parts.map(({ action, clause }, i) => ({
    action,
    clause,
    body: { from: action.to, to: open.parts[i + 1]?.action.from ?? open.end?.from ?? length },
  }));
  return { word: open.word, branches, end: open.end, parent };
}

/**
 * What `.` and `$` stand for at a place: the data the template was given, or something the text alone does not tell.
 */
export interface Surroundings {
  readonly dot: 'root' | 'other';
  readonly dollar: 'root' | 'other';
  /** The branches around the place, innermost first. */
  readonly around: readonly { readonly block: ControlBlock; readonly branch: Branch }[];
}

/** The last of the blocks, which are in the order in which they open, that opens at or before `pos`; or null. */
function lastOpenedBy(blocks: readonly ControlBlock[], pos: number): ControlBlock | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((blocks[mid]?.branches[0]?.action.from ?? Infinity) <= pos) low = mid + 1;
    else high = mid;
  }
  return blocks[low - 1] ?? null;
}

/** What surrounds a position. Inside the action that starts a branch it is what surrounds the block. */
export function surroundingsAt(blocks: readonly ControlBlock[], pos: number): Surroundings {
  const around: { readonly block: ControlBlock; readonly branch: Branch }[] = [];
  let dot: Surroundings['dot'] = 'root';
  let dollar: Surroundings['dollar'] = 'root';
  // What is around a place is around the block that opened last before it, or that block itself.
  for (let block = lastOpenedBy(blocks, pos); block !== null; block = block.parent) {
    const branch = block.branches.find(({ body }) => body.from <= pos && pos <= body.to);
    if (branch === undefined) continue;
    around.push({ block, branch });
    const word = branch.clause.chained ?? branch.clause.word;
    if (word !== 'if' && word !== 'else') dot = 'other';
    if (word === 'define' || word === 'block') dollar = 'other';
  }
  return { dot, dollar, around };
}

/** The words of the block whose action stands at `pos`, for example those of `if`, `else` and `end`; none elsewhere. */
export function pairAt(actions: readonly Action[], blocks: readonly ControlBlock[], pos: number): readonly Span[] {
  const action = actionAt(actions, pos);
  if (action === null || action.clause === null) return [];
  for (let block = lastOpenedBy(blocks, action.from); block !== null; block = block.parent) {
    const { end } = block;
    if (action !== end && !block.branches.some((branch) => branch.action === action)) continue;
    const parts = end === null ? [] : [...block.branches.map((branch) => branch.action), end];
    return parts.flatMap(({ clause }) => (clause === null ? [] : [clause]));
  }
  return [];
}

/** The action that touches `pos`, or null; of two that meet there the one on the left. */
export function actionAt(actions: readonly Action[], pos: number): Action | null {
  let low = 0;
  let high = actions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((actions[mid]?.to ?? Infinity) < pos) low = mid + 1;
    else high = mid;
  }
  const found = actions[low];
  return found !== undefined && found.from <= pos ? found : null;
}

/**
 * What folding at a line hides, given the line's span: the body of the first block that opens on the line and closes
 * on a later one. Null when there is none.
 */
export function foldAt(blocks: readonly ControlBlock[], line: Span): Span | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((blocks[mid]?.branches[0]?.action.from ?? Infinity) < line.from) low = mid + 1;
    else high = mid;
  }
  for (let i = low; i < blocks.length; i++) {
    const block = blocks[i];
    const open = block?.branches[0]?.action;
    if (open === undefined || open.from > line.to) return null;
    if (open.to <= line.to && block?.end !== null && block !== undefined && block.end.from > line.to) {
      return { from: open.to, to: block.end.from };
    }
  }
  return null;
}
