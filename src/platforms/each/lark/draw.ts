/** A Lark or Feishu message: https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot */
import type { JsonNode, JsonObject } from '../../../coroot';
import { withFontTags } from '../../markup/font-tags';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import {
  type Block,
  type Inline,
  type Piece,
  type Preview,
  type PreviewButton,
  type PreviewField,
  plain,
  plainBlock,
  safeHref,
} from '../../preview/preview';
import { headerColors } from './rules';

/** How deep columns may nest in columns; what is deeper is left out. */
const deepest = 8;

/** Shows a body by its type. */
export function draw(root: JsonObject): Preview {
  const type = textAt(root, 'msg_type') ?? '';
  const message = (pieces: readonly Piece[]): Preview => ({ kind: 'message', sender: 'Custom bot', pieces });
  switch (type) {
    case 'text':
      return message([
        { kind: 'text', blocks: [{ kind: 'paragraph', children: mentions(textAt(root, 'content', 'text') ?? '') }] },
      ]);
    case 'post':
      return message(postPieces(root));
    case 'interactive': {
      const card = valueAt(root, 'card');
      if (card?.kind === 'object') return message([cardPiece(card)]);
      return { kind: 'nothing', reason: 'The card is not an object, so it is not drawn here.' };
    }
    default:
      return { kind: 'nothing', reason: `Messages of the type “${type}” are not drawn here.` };
  }
}

/** `<at user_id="all">everyone</at>` in texts, `<at id=all></at>` in cards. */
function mentions(text: string): readonly Inline[] {
  return text.split(/(<at (?:user_)?id=["']?[\w@.-]+["']?>[^<]*<\/at>)/).flatMap((part, i): readonly Inline[] => {
    if (i % 2 === 0) return plain(part);
    const [, id = '', name = ''] = /id=["']?([\w@.-]+)["']?>([^<]*)/.exec(part) ?? [];
    const loud = id === 'all';
    return [{ kind: 'mention', text: `@${name !== '' ? name : loud ? 'Everyone' : id}`, loud }];
  });
}

/** A post is shown in the reader's language; English is tried first here. */
function postPieces(root: JsonNode): readonly Piece[] {
  const posts = ['en_us', 'zh_cn', 'ja_jp'].map((key) => valueAt(root, 'content', 'post', key));
  const post = posts.find((found) => found !== null) ?? null;
  if (post === null) return [];
  const title = textAt(post, 'title') ?? '';
  const blocks = elementsAt(post, 'content').map((line): Block => {
    const tags = line.kind === 'array' ? line.elements : [];
    return { kind: 'paragraph', children: tags.flatMap(postTag) };
  });
  return [
    ...(title === '' ? [] : [{ kind: 'title', children: plain(title), href: null } as const]),
    { kind: 'text', blocks },
  ];
}

function postTag(node: JsonNode): readonly Inline[] {
  const shown = textAt(node, 'text') ?? '';
  switch (textAt(node, 'tag')) {
    case 'text':
      return plain(shown);
    case 'a':
      return [{ kind: 'link', href: safeHref(textAt(node, 'href') ?? ''), children: plain(shown) }];
    case 'at': {
      const id = textAt(node, 'user_id') ?? '';
      return [
        {
          kind: 'mention',
          text: `@${id === 'all' ? 'Everyone' : (textAt(node, 'user_name') ?? id)}`,
          loud: id === 'all',
        },
      ];
    }
    default:
      return [];
  }
}

function cardPiece(card: JsonNode): Piece {
  const title = textAt(card, 'header', 'title', 'content');
  const color = headerColors.get(textAt(card, 'header', 'template') ?? 'default') ?? null;
  const listed = textAt(card, 'schema') === '2.0' ? elementsAt(card, 'body', 'elements') : elementsAt(card, 'elements');
  return {
    kind: 'card',
    color: title === null ? null : color,
    pieces: [
      ...(title === null ? [] : [{ kind: 'header', text: title } as const]),
      ...listed.flatMap((element) => elementPieces(element, 0)),
    ],
  };
}

function elementPieces(node: JsonNode, depth: number): readonly Piece[] {
  if (depth > deepest) return [];
  switch (textAt(node, 'tag')) {
    case 'div': {
      const blocks = cardText(valueAt(node, 'text'));
      const fields = elementsAt(node, 'fields').map((field): PreviewField => {
        const short = valueAt(field, 'is_short');
        return { name: [], value: cardText(valueAt(field, 'text')), short: short?.kind === 'boolean' && short.value };
      });
      return [
        ...(blocks.length === 0 ? [] : [{ kind: 'text', blocks } as const]),
        ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
      ];
    }
    case 'plain_text':
    case 'lark_md':
      return [{ kind: 'text', blocks: cardText(node) }];
    case 'markdown':
      return [{ kind: 'text', blocks: larkMarkdown(textAt(node, 'content') ?? '') }];
    case 'note':
      return [{ kind: 'context', blocks: elementsAt(node, 'elements').flatMap(cardText) }];
    case 'hr':
      return [{ kind: 'divider' }];
    case 'action':
      return [{ kind: 'buttons', buttons: elementsAt(node, 'actions').map(button) }];
    case 'button':
      return [{ kind: 'buttons', buttons: [button(node)] }];
    case 'column_set':
      return elementsAt(node, 'columns').flatMap((column) =>
        elementsAt(column, 'elements').flatMap((element) => elementPieces(element, depth + 1)),
      );
    default:
      return [];
  }
}

function button(node: JsonNode): PreviewButton {
  const type = textAt(node, 'type');
  return {
    label: textAt(node, 'text', 'content') ?? '',
    href: safeHref(textAt(node, 'url') ?? ''),
    tone: type === 'primary' || type === 'danger' ? type : 'default',
  };
}

/** A text of a card: as it is, or Markdown. */
function cardText(node: JsonNode | null): readonly Block[] {
  const content = node === null ? null : textAt(node, 'content');
  if (node === null || content === null) return [];
  return textAt(node, 'tag') === 'lark_md' ? larkMarkdown(content) : [plainBlock(content)];
}

const fontColors: ReadonlySet<string> = new Set(['red', 'green', 'grey', 'blue', 'orange', 'yellow', 'purple']);

function larkMarkdown(content: string): readonly Block[] {
  const blocks = markdownBlocks(content, { gfm: true, breaks: true, text: mentions });
  return withFontTags(blocks, (name) => (fontColors.has(name) ? (headerColors.get(name) ?? null) : null));
}
