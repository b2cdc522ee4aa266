/** One text for every kind of finding: what Go means by it, why it is so, an example before and after. */
import { jsonExplanations } from './json';

/** What is said of every finding of a code; empty for a code that needs no words. */
export function explain(code: string): string {
  return jsonExplanations[code] ?? '';
}
