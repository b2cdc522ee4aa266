/** `<font color="…">` in Markdown, as Lark and WeCom have it: the one HTML element that they draw. */
import type { Block, Inline } from '../preview/preview';

/** How deep coloured texts may nest in one another; further tags are left out. */
const deepest = 8;

/**
 * Colours the texts between the tags of blocks that were read as Markdown; `colorOf` gives null for unknown colours.
 */
export function withFontTags(blocks: readonly Block[], colorOf: (name: string) => string | null): readonly Block[] {
  const inlines = (children: readonly Inline[]): readonly Inline[] => colored(children, colorOf);
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: inlines(block.children) };
      case 'quote':
        return { ...block, children: withFontTags(block.children, colorOf) };
      case 'list':
        return { ...block, items: block.items.map((item) => withFontTags(item, colorOf)) };
      case 'table':
        return { ...block, header: block.header.map(inlines), rows: block.rows.map((row) => row.map(inlines)) };
      case 'code':
      case 'rule':
        return block;
      default:
        return block satisfies never;
    }
  });
}

const tag = /<font\s+color=(["'])([^"'<>]*)\1\s*>|<\/font>/g;

interface Open {
  readonly color: string | null;
  readonly children: Inline[];
}

function colored(inlines: readonly Inline[], colorOf: (name: string) => string | null): readonly Inline[] {
  const root: Open = { color: null, children: [] };
  const open: Open[] = [root];
  const add = (inline: Inline): void => void (open.at(-1) ?? root).children.push(inline);
  const addText = (text: string): void => {
    if (text !== '') add({ kind: 'text', text });
  };
  const close = (): void => {
    const done = open.length > 1 ? open.pop() : undefined;
    if (done === undefined) return;
    if (done.color === null) done.children.forEach(add);
    else add({ kind: 'color', color: done.color, children: done.children });
  };
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      add('children' in inline ? { ...inline, children: colored(inline.children, colorOf) } : inline);
      continue;
    }
    let at = 0;
    for (const match of inline.text.matchAll(tag)) {
      addText(inline.text.slice(at, match.index));
      at = match.index + match[0].length;
      const [, , name] = match;
      if (name === undefined) close();
      else if (open.length <= deepest) open.push({ color: colorOf(name), children: [] });
    }
    addText(inline.text.slice(at));
  }
  while (open.length > 1) close();
  return root.children;
}
