/** What a room of the analysis is given. */
import type { TemplateError } from '../go';
import type { Environment } from './environment';
import type { Annotated } from './types/annotated';

/** A template, read loosely and typed. */
export interface Subject {
  readonly text: string;
  readonly environment: Environment;
  readonly annotated: Annotated;
  /** What the loose parser could not read, in the order of the text. */
  readonly errors: readonly TemplateError[];
  /** The error that Go stops at when it parses the template, or null. */
  readonly refusal: TemplateError | null;
}
