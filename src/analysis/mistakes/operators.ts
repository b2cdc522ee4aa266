/** How other languages compare, and with which function Go does. */
import type { Token } from './tokens';

/** Signs that stand between two values elsewhere, and the functions that compare so. */
export const comparisons: ReadonlyMap<string, string> = new Map([
  ['=', 'eq'],
  ['==', 'eq'],
  ['===', 'eq'],
  ['!=', 'ne'],
  ['!==', 'ne'],
  ['<>', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
]);

/** Words that stand between two values elsewhere. */
export const comparingWords: ReadonlyMap<string, string> = new Map([
  ['eq', 'eq'],
  ['ne', 'ne'],
  ['lt', 'lt'],
  ['le', 'le'],
  ['gt', 'gt'],
  ['ge', 'ge'],
  ['is', 'eq'],
  ['equals', 'eq'],
  ['in', 'eq'],
]);

/** The function that compares as a sign or word between two values says, if it does. */
export function operatorOf(token: Token | undefined, isWord: boolean): string | undefined {
  if (token === undefined) return undefined;
  if (isWord) return comparingWords.get(token.source);
  return token.kind === 'mark' ? comparisons.get(token.source) : undefined;
}
