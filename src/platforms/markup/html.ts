/**
 * Reads HTML as lenient readers do: tags that nobody closed end with the text, closing tags of nothing are left out,
 * and what is no tag is text. What comes out is data: nothing in it can run.
 * https://html.spec.whatwg.org/multipage/parsing.html
 */
import { decodeReferences } from './entities';
import { type Inline, safeHref } from '../preview/preview';

/** An element, or a text with its entities decoded. */
export type HtmlNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element';
      /** In lower case. */
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly children: readonly HtmlNode[];
    };

/** A tag that a strict reader would complain about; `from` and `to` are UTF-16 offsets in the source. */
export interface HtmlProblem {
  readonly kind: 'unclosed' | 'stray';
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A text as HTML. */
export interface ParsedHtml {
  readonly nodes: readonly HtmlNode[];
  readonly problems: readonly HtmlProblem[];
  /** Every opening tag in the order of the text. */
  readonly tags: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly to: number;
}

/**
 * Elements deeper than this are read as if their tags were not there; nobody writes them, and no reader recurses too
 * far.
 */
const maxDepth = 60;

const voidElements = ['br', 'hr', 'img', 'input', 'wbr'];

/** Reads a text as HTML. Takes time in proportion to its length. */
export function parseHtml(source: string): ParsedHtml {
  const roots: HtmlNode[] = [];
  const open: { name: string; from: number; to: number; children: HtmlNode[] }[] = [];
  const problems: HtmlProblem[] = [];
  const tags: { name: string; from: number; to: number }[] = [];
  const lastComment = source.lastIndexOf('-->');
  let textFrom = 0;
  let at = 0;

  const add = (node: HtmlNode): void => {
    (open.at(-1)?.children ?? roots).push(node);
  };
  const endText = (to: number): void => {
    if (to > textFrom) add({ kind: 'text', text: decodeReferences(source.slice(textFrom, to)) });
  };

  for (;;) {
    at = source.indexOf('<', at);
    if (at < 0) break;
    const comment = at < lastComment && source.startsWith('<!--', at) ? source.indexOf('-->', at + 4) : -1;
    const tag = comment < 0 ? readTag(source, at) : null;
    if (tag === undefined) break;
    if (tag === null && comment < 0) {
      at++;
      continue;
    }
    endText(at);
    const from = at;
    at = tag?.to ?? comment + 3;
    textFrom = at;
    if (tag === null) continue;
    const { name, attributes } = tag;
    if (tag.closing) {
      const index = open.findLastIndex((element) => element.name === name);
      if (index < 0) problems.push({ kind: 'stray', name, from, to: at });
      else {
        for (const { name: inner, from: start, to } of open.splice(index).slice(1)) {
          problems.push({ kind: 'unclosed', name: inner, from: start, to });
        }
      }
      continue;
    }
    tags.push({ name, from, to: at });
    const children: HtmlNode[] = [];
    if (voidElements.includes(name)) add({ kind: 'element', name, attributes, children });
    else if (open.length < maxDepth) {
      add({ kind: 'element', name, attributes, children });
      open.push({ name, from, to: at, children });
    }
  }
  endText(source.length);
  for (const { name, from, to } of open) problems.push({ kind: 'unclosed', name, from, to });
  return { nodes: roots, problems: problems.toSorted((a, b) => a.from - b.from), tags };
}

/** The tag that begins at an offset; null where there is none, undefined where one begins and never ends. */
function readTag(source: string, from: number): Tag | null | undefined {
  const closing = source[from + 1] === '/';
  let at = from + (closing ? 2 : 1);
  if (!/[a-zA-Z]/.test(source[at] ?? '')) return null;
  const nameFrom = at;
  while (at < source.length && !/[\s/>]/.test(source[at] ?? '')) at++;
  const name = source.slice(nameFrom, at).toLowerCase();
  const attributes = new Map<string, string>();
  for (;;) {
    while (at < source.length && /[\s/]/.test(source[at] ?? '')) at++;
    if (at >= source.length) return undefined;
    if (source[at] === '>') return { name, closing, attributes, to: at + 1 };
    const keyFrom = at;
    at++;
    while (at < source.length && !/[\s/>=]/.test(source[at] ?? '')) at++;
    const key = source.slice(keyFrom, at).toLowerCase();
    let value = '';
    if (source[at] === '=') {
      at++;
      const quote = source[at];
      if (quote === '"' || quote === "'") {
        const end = source.indexOf(quote, at + 1);
        if (end < 0) return undefined;
        value = source.slice(at + 1, end);
        at = end + 1;
      } else {
        const valueFrom = at;
        while (at < source.length && !/[\s>]/.test(source[at] ?? '')) at++;
        value = source.slice(valueFrom, at);
      }
    }
    if (!attributes.has(key)) attributes.set(key, decodeReferences(value));
  }
}

/**
 * Elements that stand within a line, as inlines; of others only the content counts. `text` makes inlines of plain text,
 * with its line feeds as the platform has them.
 */
export function htmlInlines(nodes: readonly HtmlNode[], text: (text: string) => readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.kind === 'text') return text(node.text);
    const children = htmlInlines(node.children, text);
    switch (node.name) {
      case 'b':
      case 'strong':
        return [{ kind: 'bold', children }];
      case 'i':
      case 'em':
        return [{ kind: 'italic', children }];
      case 'u':
      case 'ins':
        return [{ kind: 'underline', children }];
      case 's':
      case 'del':
      case 'strike':
        return [{ kind: 'strike', children }];
      case 'code':
        return [{ kind: 'code', text: htmlText(node.children) }];
      case 'br':
        return [{ kind: 'break' }];
      case 'a':
        return [{ kind: 'link', href: safeHref(node.attributes.get('href') ?? ''), children }];
      case 'font':
      case 'span': {
        const color = node.attributes.get('data-mx-color') ?? node.attributes.get('color') ?? '';
        return /^(?:#[\da-f]{3,8}|[a-z]+)$/i.test(color) ? [{ kind: 'color', color, children }] : children;
      }
      default:
        return children;
    }
  });
}

/** The text of nodes, without their markup. */
export function htmlText(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : htmlText(node.children))).join('');
}
