/** How Rocket.Chat shows a message. https://docs.rocket.chat/docs/integrations */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt, valueAt } from '../../body/located-json';
import { type Block, type Piece, type Preview, plain, plainBlock, safeHref } from '../../preview/preview';
import { withEmoji } from '../../markup/emoji-names';
import { type MarkdownRules, markdownBlocks, markdownInlines } from '../../markup/markdown';
import { parseRocketText } from './text';

/** The message that Rocket.Chat makes of the body. */
export function draw(root: JsonObject): Preview {
  const string = (first: string, second: string): string => {
    const value = textAt(root, first) ?? '';
    return value === '' ? (textAt(root, second) ?? '') : value;
  };
  const text = string('text', 'msg').trim();
  const pieces: readonly Piece[] = [
    ...blocksPiece(text === '' ? [] : parseRocketText(text)),
    ...elementsAt(root, 'attachments').flatMap(attachmentPieces),
  ];
  if (pieces.length === 0) return { kind: 'nothing', reason: 'The message has nothing to show.' };
  const sender = string('username', 'alias');
  return { kind: 'message', sender: sender === '' ? 'Coroot' : sender, pieces };
}

function blocksPiece(blocks: readonly Block[]): readonly Piece[] {
  return blocks.length === 0 ? [] : [{ kind: 'text', blocks }];
}

/**
 * Attachments are not read by the parser of messages, but by marked, after & < > are escaped.
 * https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/client/components/MarkdownText.tsx (2026-11-30)
 */
const attached: MarkdownRules = { gfm: true, breaks: true, text: withEmoji, starIsBold: true, escaped: true };

/** What an attachment shows of a text: of its `text` blocks too, of the others what stands within lines. */
function attachmentBlocks(key: string, text: string): readonly Block[] {
  if (key === 'text') return markdownBlocks(text, attached);
  return [{ kind: 'paragraph', children: markdownInlines(text, attached) }];
}

/** Texts have markup where `mrkdwn_in` says so, or says nothing; fields always have it, titles never. */
function attachmentPieces(node: JsonNode): readonly Piece[] {
  if (node.kind !== 'object') return [];
  const string = (key: string): string => textAt(node, key) ?? '';
  const marked = memberOf(node, 'mrkdwn_in') === null ? ['text', 'pretext'] : texts(elementsAt(node, 'mrkdwn_in'));
  const blocks = (key: string, text: string): readonly Block[] => {
    if (text === '') return [];
    return marked.includes(key) ? attachmentBlocks(key, text) : [plainBlock(text)];
  };
  const pieces: Piece[] = [];
  if (string('author_name') !== '') {
    pieces.push({ kind: 'author', text: string('author_name'), href: safeHref(string('author_link')) });
  }
  if (string('title') !== '') {
    pieces.push({ kind: 'title', children: plain(string('title')), href: safeHref(string('title_link')) });
  }
  pieces.push(...blocksPiece(blocks('text', string('msg') === '' ? string('text') : string('msg').trim())));
  const fields = elementsAt(node, 'fields').map((field) => {
    const short = valueAt(field, 'short');
    return {
      name: markdownInlines(textAt(field, 'title') ?? '', attached),
      value: attachmentBlocks('value', textAt(field, 'value') ?? ''),
      short: short?.kind === 'boolean' && short.value,
    };
  });
  if (fields.length > 0) pieces.push({ kind: 'fields', fields });
  for (const key of ['image_url', 'thumb_url']) {
    const src = safeHref(string(key));
    if (src !== null) pieces.push({ kind: 'image', src, alt: '' });
  }
  const color = /^#[0-9a-f]{6}$/i.test(string('color')) ? string('color').toLowerCase() : null;
  return [...blocksPiece(blocks('pretext', string('pretext'))), { kind: 'card', color, pieces }];
}

function texts(nodes: readonly JsonNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'string' ? [node.value] : []));
}
