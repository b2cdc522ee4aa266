/** The actions of a template as block structure sees them. */

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

/** The action where it stands `by` units further on. */
export function moved(action: Action, by: number): Action {
  const { from, to, innerFrom, innerTo, clause, faultAt } = action;
  return {
    from: from + by,
    to: to + by,
    innerFrom: innerFrom + by,
    innerTo: innerTo + by,
    clause: clause === null ? null : { ...clause, from: clause.from + by, to: clause.to + by },
    faultAt: faultAt === null ? null : faultAt + by,
  };
}

/** The first of some things in order that fulfils what all after it do; or their count. */
export function firstOf<T>(all: readonly T[], fulfils: (one: T) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const one = all[mid];
    if (one === undefined || fulfils(one)) high = mid;
    else low = mid + 1;
  }
  return low;
}
