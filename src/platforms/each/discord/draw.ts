/** A body as Discord's apps draw it. */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type Piece, type Preview, type PreviewButton, type PreviewField, safeHref } from '../../preview/preview';
import { type DiscordPlace, discordInlines } from './inline';
import { discordBlocks } from './markdown';

const content: DiscordPlace = { blocks: true, links: true, pings: true };
const description: DiscordPlace = { blocks: true, links: true, pings: false };
const heading: DiscordPlace = { blocks: false, links: false, pings: false };

/** How deep components may stand in each other; Discord allows no more. */
const deepestComponent = 6;

/** What the channel shows of a body. */
export function draw(root: JsonObject): Preview {
  const pieces = [
    ...textPieces(textAt(root, 'content'), content),
    ...elementsAt(root, 'embeds').flatMap(embedPieces),
    ...elementsAt(root, 'components').flatMap((component) => componentPieces(component, 0)),
  ];
  if (pieces.length === 0) return { kind: 'nothing', reason: 'The message is empty, and Discord refuses it.' };
  const thread = textAt(root, 'thread_name')?.trim() ?? '';
  return {
    kind: 'message',
    sender: textAt(root, 'username') ?? 'Coroot',
    pieces: thread === '' ? pieces : [{ kind: 'header', text: thread }, ...pieces],
  };
}

function textPieces(text: string | null, place: DiscordPlace): readonly Piece[] {
  const blocks = discordBlocks(text ?? '', place);
  return (text ?? '').trim() === '' ? [] : [{ kind: 'text', blocks }];
}

function embedPieces(node: JsonNode): readonly Piece[] {
  if (node.kind !== 'object') return [];
  const title = textAt(node, 'title')?.trim() ?? '';
  const author = textAt(node, 'author', 'name')?.trim() ?? '';
  const fields = elementsAt(node, 'fields').flatMap(embedField);
  const pieces: readonly Piece[] = [
    ...(author === '' ? [] : [{ kind: 'author' as const, text: author, href: hrefAt(node, 'author', 'url') }]),
    ...(title === ''
      ? []
      : [{ kind: 'title' as const, children: discordInlines(title, heading), href: hrefAt(node, 'url') }]),
    ...textPieces(textAt(node, 'description'), description),
    ...(fields.length === 0 ? [] : [{ kind: 'fields' as const, fields }]),
    ...imagePieces(node, 'image'),
    ...imagePieces(node, 'thumbnail'),
    ...footerPieces(node),
  ];
  return pieces.length === 0 ? [] : [{ kind: 'card', color: colorOf(valueAt(node, 'color')), pieces }];
}

function hrefAt(node: JsonNode, ...path: readonly string[]): string | null {
  return safeHref(textAt(node, ...path) ?? '');
}

function embedField(node: JsonNode): readonly PreviewField[] {
  const name = textAt(node, 'name');
  const value = textAt(node, 'value');
  if (name === null || value === null) return [];
  const inline = valueAt(node, 'inline');
  return [
    {
      name: discordInlines(name.trim(), heading),
      value: discordBlocks(value, description),
      short: inline?.kind === 'boolean' && inline.value,
    },
  ];
}

function imagePieces(node: JsonObject, key: string): readonly Piece[] {
  const src = hrefAt(node, key, 'url');
  return src === null || src.startsWith('mailto:') ? [] : [{ kind: 'image', src, alt: '' }];
}

/** The footer's plain text and the time, beside each other. */
function footerPieces(node: JsonObject): readonly Piece[] {
  const text = textAt(node, 'footer', 'text')?.trim() ?? '';
  const time = new Date(textAt(node, 'timestamp') ?? '');
  const shown = Number.isNaN(time.getTime()) ? '' : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const line = [text, shown].filter((part) => part !== '').join(' • ');
  if (line === '') return [];
  return [{ kind: 'context', blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text: line }] }] }];
}

function colorOf(node: JsonNode | null): string | null {
  const value = node?.kind === 'number' ? Number(node.text) : NaN;
  if (!Number.isInteger(value) || value < 0 || value > 0xffffff) return null;
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** The components that a webhook may post. https://docs.discord.com/developers/components/reference */
function componentPieces(node: JsonNode, depth: number): readonly Piece[] {
  const type = valueAt(node, 'type');
  if (node.kind !== 'object' || type?.kind !== 'number' || depth > deepestComponent) return [];
  const children = (): readonly Piece[] =>
    elementsAt(node, 'components').flatMap((child) => componentPieces(child, depth + 1));
  switch (Number(type.text)) {
    case 1: {
      const buttons = elementsAt(node, 'components').flatMap(buttonsOf);
      return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
    }
    case 9: {
      const buttons = buttonsOf(valueAt(node, 'accessory'));
      return buttons.length === 0 ? children() : [...children(), { kind: 'buttons', buttons }];
    }
    case 10:
      return textPieces(textAt(node, 'content'), content);
    case 14:
      return [{ kind: 'divider' }];
    case 17:
      return [{ kind: 'card', color: colorOf(valueAt(node, 'accent_color')), pieces: children() }];
    default:
      return [];
  }
}

function buttonsOf(node: JsonNode | null): readonly PreviewButton[] {
  if (node === null) return [];
  const label = textAt(node, 'label');
  return label === null ? [] : [{ label, href: hrefAt(node, 'url'), tone: 'default' }];
}
