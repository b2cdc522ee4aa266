/**
 * What Rocket.Chat shows of a message's text, as its web client does:
 * https://github.com/RocketChat/Rocket.Chat/tree/develop/packages/gazzodown (2026-11-30)
 */
import type { Emoji, Inlines, ListItem, Paragraph, Root } from '@rocket.chat/message-parser';
import { emojiNamed } from '../../markup/emoji-names';
import { type Block, type Inline, inlineText, plainBlock, safeHref } from '../../preview/preview';
import { emoticonNamed } from './emoticons';
import { parsed } from './parser';

/** Reads the text of a message. Without the parser the text stays as it is. */
export function parseRocketText(text: string): readonly Block[] {
  const read = parsed(text);
  if (read === null) return [plainBlock(text)];
  const blocks = blocksOf(read.root);
  return read.rest === '' ? blocks : [...blocks, plainBlock(read.rest)];
}

/** A line is a paragraph of the parser's; those that follow each other are one of ours, with breaks in it. */
function blocksOf(root: Root): readonly Block[] {
  const blocks: Block[] = [];
  let lines: (readonly Inline[])[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', children: joined(lines) });
    lines = [];
  };
  for (const node of root) {
    if (node.type === 'PARAGRAPH') lines.push(inlinesOf(node.value));
    else if (node.type === 'BIG_EMOJI') lines.push(node.value.map(emojiOf));
    else if (node.type === 'LINE_BREAK') lines.push([]);
    else {
      flush();
      blocks.push(...blockOf(node));
    }
  }
  flush();
  return blocks;
}

function joined(lines: readonly (readonly Inline[])[]): readonly Inline[] {
  return lines.flatMap((line, i): readonly Inline[] => (i === 0 ? line : [{ kind: 'break' }, ...line]));
}

function linesOf(paragraphs: readonly Paragraph[]): readonly Inline[] {
  return joined(paragraphs.map(({ value }) => inlinesOf(value)));
}

function item(children: readonly Inline[]): readonly Block[] {
  return [{ kind: 'paragraph', children }];
}

function blockOf(node: Exclude<Root[number], Paragraph>): readonly Block[] {
  switch (node.type) {
    case 'HEADING':
      return [{ kind: 'heading', level: node.level, children: inlinesOf(node.value) }];
    case 'CODE':
      return [
        { kind: 'code', language: node.language ?? '', text: node.value.map(({ value }) => value.value).join('\n') },
      ];
    case 'QUOTE':
      return [{ kind: 'quote', collapsed: false, children: [{ kind: 'paragraph', children: linesOf(node.value) }] }];
    case 'SPOILER_BLOCK':
      return [{ kind: 'paragraph', children: [{ kind: 'spoiler', children: linesOf(node.value) }] }];
    case 'UNORDERED_LIST':
      return [{ kind: 'list', ordered: false, start: 1, items: node.value.map(({ value }) => item(inlinesOf(value))) }];
    case 'ORDERED_LIST':
      return ordered(node.value);
    case 'TASKS':
      return [
        {
          kind: 'list',
          ordered: false,
          start: 1,
          items: node.value.map(({ status, value }) =>
            item([{ kind: 'text', text: status ? '☑ ' : '☐ ' }, ...inlinesOf(value)]),
          ),
        },
      ];
    case 'KATEX':
      return [{ kind: 'code', language: 'latex', text: node.value }];
    default:
      return [];
  }
}

/** Each item has the number that was written: where they do not follow each other, a list begins. */
function ordered(items: readonly ListItem[]): readonly Block[] {
  const lists: { start: number; items: (readonly Block[])[] }[] = [];
  for (const { number = 1, value } of items) {
    const last = lists.at(-1);
    const shown = item(inlinesOf(value));
    if (last !== undefined && last.start + last.items.length === number) last.items.push(shown);
    else lists.push({ start: number, items: [shown] });
  }
  return lists.map((list): Block => ({ kind: 'list', ordered: true, ...list }));
}

function inlinesOf(nodes: readonly Inlines[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case 'PLAIN_TEXT':
        return node.value === '' ? [] : [{ kind: 'text', text: node.value }];
      case 'BOLD':
        return [{ kind: 'bold', children: inlinesOf(node.value) }];
      case 'ITALIC':
        return [{ kind: 'italic', children: inlinesOf(node.value) }];
      case 'STRIKE':
        return [{ kind: 'strike', children: inlinesOf(node.value) }];
      case 'SPOILER':
        return [{ kind: 'spoiler', children: inlinesOf(node.value) }];
      case 'INLINE_CODE':
        return [{ kind: 'code', text: node.value.value }];
      case 'INLINE_KATEX':
        return [{ kind: 'code', text: node.value }];
      case 'LINK': {
        const { src, label } = node.value;
        const children = inlinesOf(Array.isArray(label) ? label : [label]);
        return [{ kind: 'link', href: hrefOf(src.value), children }];
      }
      case 'IMAGE': {
        const { src, label } = node.value;
        const alt = inlineText(inlinesOf([label]));
        const text = alt === '' ? src.value : alt;
        return [{ kind: 'link', href: hrefOf(src.value), children: [{ kind: 'text', text }] }];
      }
      case 'MENTION_USER': {
        const name = node.value.value;
        return [{ kind: 'mention', text: `@${name}`, loud: name === 'all' || name === 'here' }];
      }
      case 'MENTION_CHANNEL':
        return [{ kind: 'mention', text: `#${node.value.value}`, loud: false }];
      case 'EMOJI':
        return [emojiOf(node)];
      case 'COLOR': {
        const { r, g, b } = node.value;
        const color = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        return [
          { kind: 'color', color, children: [{ kind: 'text', text: '■' }] },
          { kind: 'text', text: ` ${color}` },
        ];
      }
      case 'TIMESTAMP': {
        const at = new Date(Number(node.value.timestamp) * 1000);
        const text = Number.isNaN(at.getTime()) ? node.value.timestamp : at.toISOString();
        return [{ kind: 'text', text }];
      }
      default:
        return node satisfies never;
    }
  });
}

function emojiOf(emoji: Emoji): Inline {
  if (emoji.value === undefined) return { kind: 'emoji', text: emoji.unicode, name: emoji.unicode };
  const { shortCode } = emoji;
  const text = emojiNamed(shortCode) ?? emoticonNamed(shortCode) ?? `:${shortCode}:`;
  return { kind: 'emoji', text, name: shortCode };
}

/** Addresses without a scheme are the parser's `//example.com`; a phone number is dialled when somebody asks for it. */
function hrefOf(src: string): string | null {
  if (/^tel:\+?[\d-]+$/.test(src)) return src;
  return safeHref(src.startsWith('//') ? `https:${src}` : src);
}
