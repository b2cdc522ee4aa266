/** What works and is hardly meant. */
import type { Finding } from '../finding';
import type { Subject } from '../room';

/** Everything that runs and is likely not what was meant. */
export function suspicions(_subject: Subject): readonly Finding[] {
  return [];
}
