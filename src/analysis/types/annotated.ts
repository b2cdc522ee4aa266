/** A template with what is known at its places: what the rooms that look for mistakes read. */
import type { Node, Tree, ListNode, StringNode } from '../../go';
import type { Finding } from '../finding';
import type { Known } from './known';

/** A text of the template that is compared with a value, by eq or ne. */
export interface Comparison {
  readonly literal: StringNode;
  readonly negated: boolean;
  /** The other operand, with what guards around the place say of it: `not` has what earlier branches took. */
  readonly value: Known;
  /** The `if` whose condition this is, alone or in parentheses; null for any other place. */
  readonly branch: Node | null;
}

/** What operands, commands and pipelines give. */
export interface Knowledge {
  get(node: Node): Known | undefined;
}

/** What a pass over a template found out. */
export interface Annotated {
  readonly trees: ReadonlyMap<string, Tree>;
  /** Everything joined in which nodes are reached in several ways. */
  readonly known: Knowledge;
  /** What dot is in a list of nodes. */
  readonly dots: ReadonlyMap<ListNode, Known>;
  /** One for each way in which a comparison is reached. */
  readonly comparisons: readonly Comparison[];
  /** The names of templates that are invoked on some way from the top. */
  readonly invoked: ReadonlySet<string>;
  /** What the executor will complain about. */
  readonly findings: readonly Finding[];
}
