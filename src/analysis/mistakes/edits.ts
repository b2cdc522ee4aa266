/** Edits as small as a person would make them, and several of them together. */
import type { Edit } from '../finding';

/** What turns `[from, to)` of a text into `insert`, without what both have in common at the beginning and the end. */
export function smallestEdit(text: string, from: number, to: number, insert: string): Edit {
  let start = from;
  let first = 0;
  while (start < to && first < insert.length && text[start] === insert[first]) {
    start++;
    first++;
  }
  let end = to;
  let last = insert.length;
  while (end > start && last > first && text[end - 1] === insert[last - 1]) {
    end--;
    last--;
  }
  return { from: start, to: end, insert: insert.slice(first, last) };
}

/** Edits in the order of the text, without those that overlap an earlier one. */
export function disjoint(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1);
    if (last === undefined || edit.from > last.to || (edit.from === last.to && edit.to > edit.from)) kept.push(edit);
  }
  return kept;
}

/** A text after edits that do not overlap and are in its order, and where its places are then. */
export class Edited {
  readonly text: string;

  constructor(
    text: string,
    private readonly edits: readonly Edit[],
  ) {
    const parts: string[] = [];
    let at = 0;
    for (const { from, to, insert } of edits) {
      parts.push(text.slice(at, from), insert);
      at = to;
    }
    this.text = parts.join('') + text.slice(at);
  }

  /** Where places of the text are after the edits. `places` ascend; what was replaced is at the replacement's start. */
  placesOf(places: readonly number[]): readonly number[] {
    let shift = 0;
    let i = 0;
    return places.map((place) => {
      for (; i < this.edits.length; i++) {
        const edit = this.edits[i];
        if (edit === undefined || edit.to > place || edit.from >= place) break;
        shift += edit.insert.length - (edit.to - edit.from);
      }
      const inside = this.edits[i];
      return (inside !== undefined && inside.from < place ? inside.from : place) + shift;
    });
  }
}
