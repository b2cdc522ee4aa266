/**
 * What is drawn, and the HTML that a platform's own reader makes of the same text, in one form, so that the two can be
 * compared: what stands in which tags, where lines break, and no spaces that HTML does not show.
 */
import type { Block, Inline } from '../../src/platforms/preview/preview';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const inlineTags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 'del',
  spoiler: 'tg-spoiler',
  small: 'small',
  link: 'a',
} as const;

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
        case 'mention':
          return escaped(inline.text);
        case 'emoji':
          return `:${inline.name}:`;
        case 'break':
          return '<br>';
        case 'code':
          return `<code>${escaped(inline.text)}</code>`;
        case 'color':
          return inlinesHtml(inline.children);
        default:
          return `<${inlineTags[inline.kind]}>${inlinesHtml(inline.children)}</${inlineTags[inline.kind]}>`;
      }
    })
    .join('');
}

/** What is drawn, as HTML. */
export function drawnHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'paragraph':
          return `<p>${inlinesHtml(block.children)}</p>`;
        case 'heading':
          return `<h${String(block.level)}>${inlinesHtml(block.children)}</h${String(block.level)}>`;
        case 'code':
          return `<pre>${escaped(block.text)}</pre>`;
        case 'quote':
          return `<blockquote>${drawnHtml(block.children)}</blockquote>`;
        case 'list': {
          const items = block.items.map((item) => `<li>${drawnHtml(item)}</li>`).join('');
          if (!block.ordered) return `<ul>${items}</ul>`;
          return `<ol${block.start === 1 ? '' : ` start="${String(block.start)}"`}>${items}</ol>`;
        }
        case 'table': {
          const row = (cells: readonly (readonly Inline[])[]): string =>
            `<tr>${cells.map((cell) => `<td>${inlinesHtml(cell)}</td>`).join('')}</tr>`;
          return `<table>${[block.header, ...block.rows].map(row).join('')}</table>`;
        }
        case 'rule':
          return '<hr>';
        default:
          return block satisfies never;
      }
    })
    .join('');
}

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/gi, (whole, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return Number.isNaN(code) ? (references[whole.slice(1, -1).toLowerCase()] ?? whole) : String.fromCodePoint(code);
  });
}

/** Tags that say nothing here: wrappers, and paragraphs in items, of which readers have their own ideas. */
const silent = /^(?:div|span|thead|tbody|time)$/;

/**
 * HTML with its tags as ‹b›, without attributes but the number a list begins with, and with `⏎` for breaks of lines.
 * An image is the link that is drawn for it.
 */
export function normalHtml(html: string): string {
  let out = '';
  const open: string[] = [];
  // One text for each thing that HTML knows: comments never occur, and a bare < is always a tag.
  for (const [piece, slash = '', name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|[^<]+/gi)) {
    if (name === '') {
      const text = decoded(piece);
      out += open.includes('pre') ? text : text.replace(/\s*\n\s*/g, '⏎').replace(/\s+/g, ' ');
      continue;
    }
    const tag = name.toLowerCase().replace(/^th$/, 'td');
    if (tag === 'img') {
      out += `‹a›${decoded(/alt="([^"]*)"/.exec(attributes)?.[1] ?? '')}‹/a›`;
      continue;
    }
    if (tag === 'br') out += '⏎';
    else if (tag === 'hr') out += '‹hr›';
    else if (slash !== '') {
      open.splice(open.lastIndexOf(tag), 1);
      if (tag === 'code' && open.includes('pre')) continue;
      if (tag === 'p' && open.includes('li')) out += '⏎';
      else if (!silent.test(tag)) out += `‹/${tag}›`;
    } else {
      if (tag === 'p' && open.includes('li')) out += '⏎';
      else if (!silent.test(tag) && !(tag === 'code' && open.includes('pre'))) {
        const start = tag === 'ol' ? (/start="(\d+)"/.exec(attributes)?.[1] ?? '1') : '1';
        out += start === '1' ? `‹${tag}›` : `‹${tag} ${start}›`;
      }
      open.push(tag);
    }
  }
  return out
    .replace(/\s+(?=‹\/pre›)/g, '')
    .replace(/(‹\/?(?:p|h\d|pre|blockquote|[uo]l(?: \d+)?|li|table|tr|td|hr)›)[ ⏎]+/g, '$1')
    .replace(/[ ⏎]+(?=‹\/?(?:p|h\d|pre|blockquote|[uo]l(?: \d+)?|li|table|tr|td|hr)›)/g, '')
    .replaceAll('‹tr›‹/tr›', '')
    .replace(/ *⏎[ ⏎]*/g, '⏎')
    .replace(/^[ ⏎]+|[ ⏎]+$/g, '');
}
