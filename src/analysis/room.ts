/** What a room of the analysis is given. */
import type { TemplateFailure, Tree } from '../go';
import type { Environment } from './environment';
import type { Annotated } from './types/annotated';

/** A template, read loosely. */
export interface Unread {
  readonly text: string;
  readonly environment: Environment;
  readonly trees: ReadonlyMap<string, Tree>;
  /** What dot is in lists of nodes: found out when it is asked for. */
  readonly dots: () => Annotated['dots'];
  /** What the loose parser could not read, in the order of the text. */
  readonly errors: readonly TemplateFailure[];
  /** The error that Go stops at when it parses the template, or null. */
  readonly refusal: TemplateFailure | null;
}

/** A template, read loosely and typed. */
export interface Subject extends Omit<Unread, 'trees' | 'dots'> {
  readonly annotated: Annotated;
}
