/** What Go cannot parse, and text that was meant to be an action. */
import type { Finding } from '../finding';
import type { Subject } from '../room';

/** Everything that keeps a template from being parsed, with what was likely meant. */
export function mistakes(_subject: Subject): readonly Finding[] {
  return [];
}
