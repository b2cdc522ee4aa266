/** How Google Chat shows a message. https://developers.google.com/workspace/chat/api/reference/rest/v1/cards */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type MarkdownRules, markdownBlocks } from '../../markup/markdown';
import {
  type Block,
  type Inline,
  type Piece,
  type Preview,
  type PreviewButton,
  plain,
  safeHref,
} from '../../preview/preview';
import { parseCardHtml } from './card-html';
import { parseChatText } from './text';

const markdown: MarkdownRules = { gfm: true, breaks: true };

/** The message that Google Chat makes of the body. */
export function draw(root: JsonObject): Preview {
  const text = textAt(root, 'text') ?? '';
  const asMarkdown = textAt(root, 'markupSyntax') === 'MARKUP_SYNTAX_MARKDOWN';
  const blocks = asMarkdown ? markdownBlocks(text, markdown) : parseChatText(text);
  const cards = elementsAt(root, 'cardsV2').flatMap((entry) => cardPieces(valueAt(entry, 'card')));
  const pieces: readonly Piece[] = [...(text === '' ? [] : [{ kind: 'text' as const, blocks }]), ...cards];
  if (pieces.length === 0) return { kind: 'nothing', reason: 'The message has nothing to show.' };
  return { kind: 'message', sender: 'Coroot', pieces };
}

function cardPieces(card: JsonNode | null): readonly Piece[] {
  if (card === null) return [];
  const title = textAt(card, 'header', 'title') ?? '';
  const subtitle = textAt(card, 'header', 'subtitle') ?? '';
  const pieces: Piece[] = [];
  if (title !== '') pieces.push({ kind: 'header', text: title });
  if (subtitle !== '') pieces.push({ kind: 'context', blocks: [paragraph(plain(subtitle))] });
  elementsAt(card, 'sections').forEach((section, i) => {
    if (i > 0 || title !== '') pieces.push({ kind: 'divider' });
    const header = textAt(section, 'header') ?? '';
    if (header !== '') pieces.push({ kind: 'title', children: parseCardHtml(header), href: null });
    for (const widget of elementsAt(section, 'widgets')) for (const piece of widgetPieces(widget)) pieces.push(piece);
  });
  return [{ kind: 'card', color: null, pieces }];
}

function paragraph(children: readonly Inline[]): Block {
  return { kind: 'paragraph', children };
}

function html(text: string | null): readonly Block[] {
  return text === null || text === '' ? [] : [paragraph(parseCardHtml(text))];
}

function small(text: string | null): readonly Block[] {
  return text === null || text === '' ? [] : [paragraph([{ kind: 'small', children: parseCardHtml(text) }])];
}

/** A textParagraph, which may be in Markdown. */
function paragraphs(node: JsonNode | null): readonly Block[] {
  if (node === null) return [];
  const text = textAt(node, 'text') ?? '';
  return textAt(node, 'textSyntax') === 'MARKDOWN' ? markdownBlocks(text, markdown) : html(text);
}

function widgetPieces(widget: JsonNode): readonly Piece[] {
  const pieces: Piece[] = [];
  const say = (blocks: readonly Block[]): void => {
    if (blocks.length > 0) pieces.push({ kind: 'text', blocks });
  };
  say(paragraphs(valueAt(widget, 'textParagraph')));
  const decorated = valueAt(widget, 'decoratedText');
  if (decorated !== null) {
    say([
      ...small(textAt(decorated, 'topLabel')),
      ...html(textAt(decorated, 'text')),
      ...paragraphs(valueAt(decorated, 'contentText')),
      ...small(textAt(decorated, 'bottomLabel')),
    ]);
    const button = valueAt(decorated, 'button');
    if (button !== null) pieces.push({ kind: 'buttons', buttons: [buttonOf(button)] });
  }
  const src = safeHref(textAt(widget, 'image', 'imageUrl') ?? '');
  if (src !== null) pieces.push({ kind: 'image', src, alt: textAt(widget, 'image', 'altText') ?? '' });
  const buttons = elementsAt(widget, 'buttonList', 'buttons').map(buttonOf);
  if (buttons.length > 0) pieces.push({ kind: 'buttons', buttons });
  if (valueAt(widget, 'divider') !== null) pieces.push({ kind: 'divider' });
  for (const column of elementsAt(widget, 'columns', 'columnItems')) {
    // Columns hold no columns.
    for (const inner of elementsAt(column, 'widgets')) {
      if (valueAt(inner, 'columns') === null) for (const piece of widgetPieces(inner)) pieces.push(piece);
    }
  }
  return pieces;
}

function buttonOf(node: JsonNode): PreviewButton {
  return {
    label: textAt(node, 'text') ?? '',
    href: safeHref(textAt(node, 'onClick', 'openLink', 'url') ?? ''),
    tone: textAt(node, 'type') === 'FILLED' ? 'primary' : 'default',
  };
}
