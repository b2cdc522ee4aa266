/** Whether the output is JSON whatever the data holds. */
import type { Finding } from '../finding';
import type { Subject } from '../room';

/**
 * What is known of the output as JSON: `safe` when every data gives valid JSON, `none` when it is not meant to be any.
 */
export interface JsonReport {
  readonly state: 'safe' | 'unknown' | 'faulty' | 'none';
  readonly findings: readonly Finding[];
}

/** Follows the JSON through text, actions and branches. */
export function jsonFaults(_subject: Subject): JsonReport {
  return { state: 'unknown', findings: [] };
}
