/** What is found out while an action is read. */

/** What was found out while reading. */
export interface Notes {
  /** Sentences: what Go writes instead. */
  readonly hints: Set<string>;
  /** Where unknown names stand that the result no longer has. */
  readonly resolved: Set<number>;
  /** Names of foreign functions, each with whether it could be replaced. */
  readonly foreign: Map<string, boolean>;
  /** Names that are declared without their dollar sign. */
  readonly declared: Set<string>;
  /** Whether all that is wrong is one mistake: the action is written in another language. */
  isStatement: boolean;
}

/** Empty notes. */
export function newNotes(): Notes {
  return { hints: new Set(), resolved: new Set(), foreign: new Map(), declared: new Set(), isStatement: false };
}
