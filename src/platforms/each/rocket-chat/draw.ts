/** How Rocket.Chat shows a message. https://docs.rocket.chat/docs/integrations */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt, valueAt } from '../../body/located-json';
import { type Block, type Piece, type Preview, plain, plainBlock, safeHref } from '../../preview/preview';
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

/** Texts have markup where `mrkdwn_in` says so, or says nothing; fields always have it, titles never. */
function attachmentPieces(node: JsonNode): readonly Piece[] {
  if (node.kind !== 'object') return [];
  const string = (key: string): string => textAt(node, key) ?? '';
  const marked = memberOf(node, 'mrkdwn_in') === null ? ['text', 'pretext'] : texts(elementsAt(node, 'mrkdwn_in'));
  const blocks = (key: string, text: string): readonly Block[] => {
    if (text === '') return [];
    return marked.includes(key) ? parseRocketText(text) : [plainBlock(text)];
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
    const [title] = parseRocketText(textAt(field, 'title') ?? '');
    return {
      name: title?.kind === 'paragraph' ? title.children : plain(textAt(field, 'title') ?? ''),
      value: parseRocketText(textAt(field, 'value') ?? ''),
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
