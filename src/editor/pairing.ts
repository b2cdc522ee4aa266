/** How the actions of one stretch of a template pair up as blocks, and what of them is left for other stretches. */
import type { Action } from './action';

/** An `else` of a block that opens before the stretch; `ends` such blocks have ended in the stretch before it. */
export interface OuterElse {
  readonly index: number;
  readonly ends: number;
}

/** What opens a block, and the last part of the block in the same stretch: it or an `else` of its. */
export interface Open {
  readonly index: number;
  readonly part: number;
}

/** The pairs of a stretch; actions are given by their index in it. */
export interface Pairing {
  /** For each action the one that ends what it opens, or opens what it ends; -1 where that is none of the stretch. */
  readonly partners: readonly number[];
  /** The ends of what opens before the stretch, if anything does. */
  readonly ends: readonly number[];
  /** The dividers of what opens before the stretch. */
  readonly elses: readonly OuterElse[];
  /** What opens and stays open to the end of the stretch; all of it after the ends. */
  readonly opens: readonly Open[];
}

/** Pairs up the actions of a stretch. */
export function pairingOf(actions: readonly Action[]): Pairing {
  const partners: number[] = [];
  const ends: number[] = [];
  const elses: OuterElse[] = [];
  const opens: Open[] = [];
  for (const [index, { clause }] of actions.entries()) {
    partners.push(-1);
    switch (clause?.word) {
      case undefined:
        break;
      case 'else': {
        const open = opens.pop();
        if (open === undefined) elses.push({ index, ends: ends.length });
        else opens.push({ ...open, part: index });
        break;
      }
      case 'end': {
        const open = opens.pop();
        if (open === undefined) ends.push(index);
        else {
          partners[open.index] = index;
          partners[index] = open.index;
        }
        break;
      }
      default:
        opens.push({ index, part: index });
    }
  }
  return { partners, ends, elses, opens };
}
