/** What to say of a complaint of the executor beside what is said of its kind, and how to mend it. */
import type { Complaint, Node } from '../../go';
import type { Environment } from '../environment';
import type { Known } from './known';
import { type Advice, type State, noAdvice } from './state';

/** Where a complaint came up: what of this there is depends on the complaint. */
export interface Place {
  /** The action, branch or invocation around. */
  readonly around?: Node | null;
  /** The node that was evaluated last. */
  readonly blamed?: Node | null;
  /** What the name was asked of, the node with it, all its names and which one it is. */
  readonly receiver?: Known;
  readonly node?: Node;
  readonly names?: readonly string[];
  readonly at?: number;
  readonly dot?: Known;
  /** A call: the function's name, its command's words and what they give. */
  readonly call?: string;
  readonly args?: readonly Node[];
  readonly argv?: readonly Known[];
  /** A variable that is assigned to. */
  readonly variable?: Node;
}

/** Advice on a complaint at a place. */
export function advise(_complaint: Complaint, _place: Place, _environment: Environment, _state: State): Advice {
  return noAdvice;
}
