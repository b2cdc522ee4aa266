/** How platforms measure the length of a text. Each names its own unit in its documentation. */
import { bytesIn, charactersIn } from '../../coroot';

/** The length of a text in one unit. */
export type Measure = (text: string) => number;

/** Unicode code points. */
export const characters: Measure = charactersIn;

/** Bytes of the text in UTF-8. */
export const bytes: Measure = bytesIn;

/** UTF-16 units, which JavaScript counts: an emoji is two or more. */
const utf16Units: Measure = (text) => text.length;

const names = new Map<Measure, string>([
  [characters, 'characters'],
  [bytes, 'bytes'],
  [utf16Units, 'UTF-16 units'],
]);

/** A unit's name in the plural. */
export function unitName(measure: Measure): string {
  return names.get(measure) ?? 'units';
}
