/** How Slack shows a message that a webhook posts. https://docs.slack.dev/reference/block-kit/blocks */
import type { JsonNode, JsonObject } from '../../../coroot';
import { withEmoji } from '../../markup/emoji-names';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type MarkdownRules, markdownBlocks } from '../../markup/markdown';
import {
  type Block,
  type Piece,
  type Preview,
  type PreviewButton,
  blockText,
  plain,
  plainBlock,
  safeHref,
} from '../../preview/preview';
import { parseMrkdwn } from './mrkdwn';
import { richText } from './rich-text';

/** A markdown block has standard Markdown: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
const markdown: MarkdownRules = { gfm: true, breaks: true, text: withEmoji };

/** The message that Slack makes of the body. */
export function draw(root: JsonObject): Preview {
  const layout = elementsAt(root, 'blocks');
  const text = textAt(root, 'text') ?? '';
  const mrkdwn = !isFalse(valueAt(root, 'mrkdwn'));
  // With blocks, the text is what notifications say; the message does not show it.
  const shown: readonly Piece[] = text === '' ? [] : [{ kind: 'text', blocks: parseMrkdwn(text, { styles: mrkdwn }) }];
  const pieces = [
    ...(layout.length > 0 ? layout.flatMap(piecesOfBlock) : shown),
    ...elementsAt(root, 'attachments').flatMap(piecesOfAttachment),
  ];
  if (pieces.length === 0) return { kind: 'nothing', reason: 'The message has nothing to show.' };
  return { kind: 'message', sender: 'Coroot', pieces };
}

function isFalse(node: JsonNode | null): boolean {
  return node?.kind === 'boolean' && !node.value;
}

/** A text object. Without `"emoji": false`, plain text has its emoji by name replaced. */
function textObject(node: JsonNode | null): readonly Block[] {
  if (node === null) return [];
  const text = textAt(node, 'text') ?? '';
  if (text === '') return [];
  if (textAt(node, 'type') === 'mrkdwn') return parseMrkdwn(text);
  if (isFalse(valueAt(node, 'emoji'))) return [plainBlock(text)];
  const children = plain(text).flatMap((inline) => (inline.kind === 'text' ? withEmoji(inline.text) : [inline]));
  return [{ kind: 'paragraph', children }];
}

function piecesOfBlock(block: JsonNode): readonly Piece[] {
  switch (textAt(block, 'type')) {
    case 'header':
      return [{ kind: 'header', text: blockText(textObject(valueAt(block, 'text'))) }];
    case 'section':
      return [
        ...textPiece(textObject(valueAt(block, 'text'))),
        ...fieldsPiece(elementsAt(block, 'fields')),
        ...accessory(valueAt(block, 'accessory')),
      ];
    case 'context': {
      const blocks = elementsAt(block, 'elements').flatMap((element) =>
        textAt(element, 'type') === 'image' ? [plainBlock(textAt(element, 'alt_text') ?? '')] : textObject(element),
      );
      return blocks.length === 0 ? [] : [{ kind: 'context', blocks }];
    }
    case 'divider':
      return [{ kind: 'divider' }];
    case 'image': {
      const title = textObject(valueAt(block, 'title'));
      return [...textPiece(title), ...image(block)];
    }
    case 'actions': {
      const buttons = elementsAt(block, 'elements').flatMap(buttonOf);
      return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
    }
    case 'markdown':
      return textPiece(markdownBlocks(textAt(block, 'text') ?? '', markdown));
    case 'rich_text':
      return textPiece(richText(block));
    default:
      return [];
  }
}

function textPiece(blocks: readonly Block[]): readonly Piece[] {
  return blocks.length === 0 ? [] : [{ kind: 'text', blocks }];
}

function fieldsPiece(fields: readonly JsonNode[]): readonly Piece[] {
  if (fields.length === 0) return [];
  return [{ kind: 'fields', fields: fields.map((field) => ({ name: [], value: textObject(field), short: true })) }];
}

function accessory(node: JsonNode | null): readonly Piece[] {
  if (node === null) return [];
  const buttons = buttonOf(node);
  if (buttons.length > 0) return [{ kind: 'buttons', buttons }];
  return textAt(node, 'type') === 'image' ? image(node) : [];
}

function image(node: JsonNode): readonly Piece[] {
  const src = safeHref(textAt(node, 'image_url') ?? '');
  return src === null ? [] : [{ kind: 'image', src, alt: textAt(node, 'alt_text') ?? '' }];
}

function buttonOf(node: JsonNode): readonly PreviewButton[] {
  if (textAt(node, 'type') !== 'button') return [];
  const style = textAt(node, 'style');
  return [
    {
      label: blockText(textObject(valueAt(node, 'text'))),
      href: safeHref(textAt(node, 'url') ?? ''),
      tone: style === 'primary' || style === 'danger' ? style : 'default',
    },
  ];
}

/** Slack's names for colours: https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
const colors: Readonly<Record<string, string>> = { good: '#2eb886', warning: '#daa038', danger: '#a30200' };

function colorOf(color: string | null): string | null {
  if (color === null) return null;
  if (Object.hasOwn(colors, color)) return colors[color] ?? null;
  const [, hex] = /^#?([0-9a-f]{6})$/i.exec(color) ?? [];
  return hex === undefined ? null : `#${hex.toLowerCase()}`;
}

/** Slack reads mrkdwn in the parts of an attachment that `mrkdwn_in` names. */
function piecesOfAttachment(node: JsonNode): readonly Piece[] {
  const formatted = elementsAt(node, 'mrkdwn_in').flatMap((name) => (name.kind === 'string' ? [name.value] : []));
  const marked = (key: string, text: string): readonly Block[] =>
    text === '' ? [] : parseMrkdwn(text, { styles: formatted.includes(key) });
  const string = (key: string): string => textAt(node, key) ?? '';
  const pieces: Piece[] = [];
  if (string('author_name') !== '') {
    pieces.push({ kind: 'author', text: string('author_name'), href: safeHref(string('author_link')) });
  }
  if (string('title') !== '') {
    const [block] = parseMrkdwn(string('title'), { styles: false });
    const children = block?.kind === 'paragraph' ? block.children : [];
    pieces.push({ kind: 'title', children, href: safeHref(string('title_link')) });
  }
  pieces.push(...textPiece(marked('text', string('text'))));
  const fields = elementsAt(node, 'fields').map((field) => ({
    name: [{ kind: 'text' as const, text: textAt(field, 'title') ?? '' }],
    value: marked('fields', textAt(field, 'value') ?? ''),
    short: isTrue(valueAt(field, 'short')),
  }));
  if (fields.length > 0) pieces.push({ kind: 'fields', fields });
  for (const block of elementsAt(node, 'blocks')) for (const piece of piecesOfBlock(block)) pieces.push(piece);
  const picture = safeHref(string('image_url')) ?? safeHref(string('thumb_url'));
  if (picture !== null) pieces.push({ kind: 'image', src: picture, alt: '' });
  if (string('footer') !== '') pieces.push({ kind: 'context', blocks: [plainBlock(string('footer'))] });
  return [
    ...textPiece(marked('pretext', string('pretext'))),
    { kind: 'card', color: colorOf(textAt(node, 'color')), pieces },
  ];
}

function isTrue(node: JsonNode | null): boolean {
  return node?.kind === 'boolean' && node.value;
}
