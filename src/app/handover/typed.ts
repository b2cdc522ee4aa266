/** The text of a drawn editor, whatever the browser made of its lines while somebody typed. */

/** A text, and where the selection is in it, in UTF-16 units; null when it is elsewhere. */
export interface Typed {
  readonly text: string;
  readonly selection: { readonly anchor: number; readonly head: number } | null;
}

/** What the tab's history holds of what was typed, by the name of the text, while the page has not taken over. */
export interface Kept {
  readonly typed?: Readonly<Record<string, string>>;
}

function isLine(node: Node | undefined): boolean {
  return node instanceof HTMLElement && node.tagName !== 'BR' && node.tagName !== 'SPAN';
}

/**
 * Reads the text as it is seen. A line is an element, or ends with a `<br>` or a line break in a text; one at the end
 * of an element shows nothing but gives the element its height.
 */
export function typedIn(content: HTMLElement): Typed {
  const selection = document.getSelection();
  const ends = [
    { node: selection?.anchorNode, offset: selection?.anchorOffset ?? 0 },
    { node: selection?.focusNode, offset: selection?.focusOffset ?? 0 },
  ];
  const places: (number | null)[] = [null, null];
  let text = '';

  const pass = (node: Node, offset: number): void => {
    for (const [i, end] of ends.entries()) if (end.node === node && end.offset === offset) places[i] = text.length;
  };
  const read = (node: Node): void => {
    if (node instanceof Text) {
      for (const [i, end] of ends.entries()) if (end.node === node) places[i] = text.length + end.offset;
      text += node.data;
    } else if (node instanceof HTMLElement && node.contentEditable !== 'false') {
      if (node.tagName === 'BR') text += '\n';
      for (const [i, child] of [...node.childNodes].entries()) {
        pass(node, i);
        read(child);
      }
      pass(node, node.childNodes.length);
    }
  };
  const parts = [...content.childNodes];
  for (const [i, part] of parts.entries()) {
    if (i > 0 && (isLine(part) || isLine(parts[i - 1]))) text += '\n';
    const from = text.length;
    pass(content, i);
    read(part);
    const ends = isLine(part) || i === parts.length - 1;
    if (ends && text.length > from && text.endsWith('\n')) text = text.slice(0, -1);
  }
  pass(content, parts.length);
  const [anchor = null, head = null] = places.map((at) => (at === null ? null : Math.min(at, text.length)));
  return { text, selection: anchor === null || head === null ? null : { anchor, head } };
}
