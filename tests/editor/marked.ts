/** Reads the `|` and `[…]` notation of cursors and ranges in test texts. */

/** The text without its one `|`, and where it stood. */
export function cursorIn(marked: string): { readonly text: string; readonly pos: number } {
  const pos = marked.indexOf('|');
  if (pos < 0 || marked.includes('|', pos + 1)) throw new Error(`one | is needed in ${marked}`);
  return { text: marked.slice(0, pos) + marked.slice(pos + 1), pos };
}

/** The text without the marks `«` and `»`, and the ranges between them. */
export function rangesIn(marked: string): {
  readonly text: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
} {
  const parts = marked.split(/[«»]/);
  const ranges: { from: number; to: number }[] = [];
  let pos = 0;
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) ranges.push({ from: pos, to: pos + part.length });
    pos += part.length;
  }
  return { text: parts.join(''), ranges };
}
