/** One text for every kind of finding: what Go means by it, why it is so, an example before and after. */
import { executeTexts } from './execute';
import { jsonExplanations } from './json';
import { parseTexts, strayTexts } from './parse';

/** Every room brings the texts of its own codes. */
const texts: ReadonlyMap<string, string> = new Map(
  [parseTexts, strayTexts, executeTexts, jsonExplanations].flatMap((room) => Object.entries(room)),
);

/** What is said of every finding of a code; empty for a code that needs no words. */
export function explain(code: string): string {
  return texts.get(code) ?? '';
}
