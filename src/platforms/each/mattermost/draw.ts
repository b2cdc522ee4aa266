/** A body as Mattermost's apps draw it. */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import {
  type Piece,
  type Preview,
  type PreviewButton,
  type PreviewField,
  plain,
  plainBlock,
  safeHref,
} from '../../preview/preview';
import { mattermostBlocks } from './markdown';

/** What the channel shows of a body. */
export function draw(root: JsonObject, source: string): Preview {
  const pieces = [
    ...textPieces(textAt(root, 'text')),
    ...elementsAt(root, 'attachments').flatMap((node) => attachmentPieces(source, node)),
  ];
  if (pieces.length === 0) return { kind: 'nothing', reason: 'The post has no text.' };
  const priority = textAt(root, 'priority', 'priority') ?? '';
  return {
    kind: 'message',
    sender: textAt(root, 'username') ?? 'Coroot',
    pieces: priority === '' ? pieces : [{ kind: 'context', blocks: [plainBlock(priority.toUpperCase())] }, ...pieces],
  };
}

function textPieces(text: string | null): readonly Piece[] {
  return (text ?? '').trim() === '' ? [] : [{ kind: 'text', blocks: mattermostBlocks(text ?? '') }];
}

function hrefAt(node: JsonNode, key: string): string | null {
  return safeHref(textAt(node, key) ?? '');
}

function attachmentPieces(source: string, node: JsonNode): readonly Piece[] {
  if (node.kind !== 'object') return [];
  const author = textAt(node, 'author_name') ?? '';
  const title = textAt(node, 'title') ?? '';
  const footer = textAt(node, 'footer') ?? '';
  const fields = elementsAt(node, 'fields').flatMap((part) => attachmentField(source, part));
  const buttons = elementsAt(node, 'actions').flatMap(actionButton);
  const pieces: readonly Piece[] = [
    ...(author === '' ? [] : [{ kind: 'author' as const, text: author, href: hrefAt(node, 'author_link') }]),
    ...(title === '' ? [] : [{ kind: 'title' as const, children: plain(title), href: hrefAt(node, 'title_link') }]),
    ...textPieces(textAt(node, 'text')),
    ...(fields.length === 0 ? [] : [{ kind: 'fields' as const, fields }]),
    ...imagePieces(node, 'image_url'),
    ...imagePieces(node, 'thumb_url'),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ...(footer === '' ? [] : [{ kind: 'context' as const, blocks: [plainBlock(cutFooter(footer))] }]),
  ];
  const card: readonly Piece[] = pieces.length === 0 ? [] : [{ kind: 'card', color: colorOf(node), pieces }];
  return [...textPieces(textAt(node, 'pretext')), ...card];
}

/** A footer has 300 characters. */
function cutFooter(footer: string): string {
  const points = Array.from(footer.slice(0, 601));
  return points.length > 300 ? `${points.slice(0, 300).join('')}…` : footer;
}

function attachmentField(source: string, node: JsonNode): readonly PreviewField[] {
  if (node.kind !== 'object') return [];
  const value = valueAt(node, 'value');
  const short = valueAt(node, 'short');
  // Mattermost writes any value as text; lists and objects, which nobody means to send, are shown as they were sent.
  const shown = value === null || value.kind === 'null' ? '' : source.slice(value.from, value.to);
  const text = value?.kind === 'string' ? value.value : shown;
  return [
    {
      name: plain(textAt(node, 'title') ?? ''),
      value: mattermostBlocks(text),
      short: (short?.kind === 'boolean' && short.value) || (short?.kind === 'string' && short.value === 'true'),
    },
  ];
}

function imagePieces(node: JsonNode, key: string): readonly Piece[] {
  const src = hrefAt(node, key);
  return src === null || src.startsWith('mailto:') ? [] : [{ kind: 'image', src, alt: '' }];
}

/** Buttons call the integration that sent them; none of them is a link. */
function actionButton(node: JsonNode): readonly PreviewButton[] {
  const label = textAt(node, 'name');
  return label === null ? [] : [{ label, href: null, tone: textAt(node, 'style') === 'danger' ? 'danger' : 'default' }];
}

const named: ReadonlyMap<string, string> = new Map([
  ['good', '#00c100'],
  ['warning', '#dede01'],
  ['danger', '#e40303'],
]);

function colorOf(node: JsonNode): string | null {
  const color = (textAt(node, 'color') ?? '').toLowerCase();
  if (/^#[\da-f]{3}$/.test(color)) return color.replace(/[\da-f]/g, '$&$&');
  return /^#[\da-f]{6}$/.test(color) ? color : (named.get(color) ?? null);
}
