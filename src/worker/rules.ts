/** How each question is treated: who waits for it, how long it may take, and whether a newer one replaces it. */
import type { QuestionName } from '../pipeline';

/**
 * The lanes, each with a worker of its own: `shown` is what a person sees follow each key, `sought` what is looked for
 * beside it. So no key ever waits for what is looked for.
 */
export type LaneName = 'shown' | 'sought';

/** How a question is treated. */
export interface Rule {
  readonly lane: LaneName;
  /** Of the questions that wait, one with a lower rank is asked first; of those with the same the older. */
  readonly rank: number;
  /** Whether a newer one of the name makes those needless that have not begun. */
  readonly newestWins: boolean;
  /** How long the work may take once it has begun, in milliseconds. */
  readonly patience: number;
}

/** What a person waits for, and what goes on beside, in milliseconds. */
const patience = { person: 1000, beside: 10_000 } as const;

/** The rule of each question. */
export const rules: Readonly<Record<QuestionName, Rule>> = {
  inspect: { lane: 'shown', rank: 0, newestWins: true, patience: patience.person },
  draw: { lane: 'shown', rank: 1, newestWins: true, patience: patience.person },
  cause: { lane: 'shown', rank: 2, newestWins: true, patience: patience.person },
  findings: { lane: 'sought', rank: 0, newestWins: true, patience: patience.beside },
  compare: { lane: 'sought', rank: 1, newestWins: false, patience: patience.person },
  fare: { lane: 'sought', rank: 2, newestWins: false, patience: patience.beside },
  release: { lane: 'sought', rank: 2, newestWins: false, patience: patience.beside },
  fixes: { lane: 'sought', rank: 2, newestWins: false, patience: patience.beside },
  mends: { lane: 'sought', rank: 2, newestWins: false, patience: patience.beside },
};

/**
 * How long a worker may take until it is there, and until it begins with what it was sent, in milliseconds. What it
 * has to fetch first does not count.
 */
export const startPatience = 10_000;
