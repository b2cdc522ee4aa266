/**
 * The few HTML tags that text in cards may have.
 * https://developers.google.com/workspace/chat/format-messages#card-formatting
 */
import { decodeReferences } from '../../markup/entities';
import { type Inline, plain, safeHref } from '../../preview/preview';

/** A tag that Google Chat does not document, at `[from, to)`. */
export interface UnknownTag {
  readonly from: number;
  readonly to: number;
}

const styles: Readonly<Record<string, 'bold' | 'italic' | 'underline' | 'strike'>> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
};

const known: readonly string[] = [...Object.keys(styles), 'font', 'a', 'br', 'time'];
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?>/gi;

/** How deep tags nest; what is deeper has no effect. */
const deepest = 24;

interface Open {
  readonly name: string;
  readonly attributes: string;
  readonly children: Inline[];
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return match === null ? null : decodeReferences(match[1] ?? match[2] ?? '');
}

function closed({ name, attributes, children }: Open): readonly Inline[] {
  if (children.length === 0) return [];
  const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
  if (style !== undefined) return [{ kind: style, children }];
  if (name === 'a') return [{ kind: 'link', href: safeHref(attribute(attributes, 'href') ?? ''), children }];
  const color = name === 'font' ? attribute(attributes, 'color') : null;
  return color !== null && /^#[0-9a-f]{6}$/i.test(color) ? [{ kind: 'color', color, children }] : children;
}

/** Reads text of a card. Tags that are not known stay as text; those left open end with the text. */
export function parseCardHtml(text: string): readonly Inline[] {
  const root: Open = { name: '', attributes: '', children: [] };
  const open: Open[] = [root];
  let top = root;
  let skipped = 0;
  let at = 0;
  const close = (): void => {
    const last = open.pop();
    top = open.at(-1) ?? root;
    if (last !== undefined) for (const inline of closed(last)) top.children.push(inline);
  };
  const write = (to: number): void => {
    for (const inline of plain(decodeReferences(text.slice(at, to)))) top.children.push(inline);
  };
  for (const match of text.matchAll(tag)) {
    const [whole, slash, rawName = '', attributes = ''] = match;
    const name = rawName.toLowerCase();
    if (!known.includes(name)) continue;
    write(match.index);
    at = match.index + whole.length;
    if (name === 'br') top.children.push({ kind: 'break' });
    else if (slash !== '/') {
      if (open.length > deepest) skipped++;
      else {
        top = { name, attributes, children: [] };
        open.push(top);
      }
    } else if (skipped > 0) skipped--;
    else if (open.some((o) => o.name === name)) {
      while (top.name !== name) close();
      close();
    }
  }
  write(text.length);
  while (open.length > 1) close();
  return root.children;
}

/** The first tag in a text that is not documented, or null. */
export function unknownTag(text: string): UnknownTag | null {
  for (const match of text.matchAll(tag)) {
    if (!known.includes((match[2] ?? '').toLowerCase()))
      return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}
