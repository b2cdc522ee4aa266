/** Sentences in which code stands in backquotes, as pieces to draw. */

/** A piece of a sentence. */
export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** The pieces of a text whose code is written in backquotes; one backquote without another is a character. */
export function proseParts(text: string): readonly ProsePart[] {
  const pieces = text.split('`');
  // A backquote that nothing closes belongs to what stands before it.
  const closed = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join('`')];
  return closed.map((piece, i) => ({ text: piece, isCode: i % 2 === 1 })).filter((part) => part.text !== '');
}

/** The text as it is read out or shown where there is no place for markup. */
export function plainProse(text: string): string {
  return proseParts(text)
    .map((part) => part.text)
    .join('');
}

/** The text with its code drawn as code. */
export function proseNodes(text: string): readonly (HTMLElement | string)[] {
  return proseParts(text).map(({ text: piece, isCode }) => {
    if (!isCode) return piece;
    const part = document.createElement('code');
    part.textContent = piece;
    return part;
  });
}

/** A paragraph of the text. */
export function proseElement(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(...proseNodes(text));
  return paragraph;
}
