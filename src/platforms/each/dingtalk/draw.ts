/** A DingTalk message: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
import type { JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import {
  type Inline,
  type Piece,
  type Preview,
  type PreviewButton,
  plain,
  plainBlock,
  safeHref,
} from '../../preview/preview';

/** Shows a body by its type. The titles of Markdown messages and action cards are seen in notifications only. */
export function draw(root: JsonObject): Preview {
  const message = (...pieces: readonly Piece[]): Preview => ({ kind: 'message', sender: 'Robot', pieces });
  const type = textAt(root, 'msgtype') ?? '';
  const of = (key: string): string => textAt(root, type, key) ?? '';
  const markdown = (): Piece => ({ kind: 'text', blocks: markdownBlocks(of('text'), { gfm: false, breaks: false }) });
  switch (type) {
    case 'text':
      return message({
        kind: 'text',
        blocks: [{ kind: 'paragraph', children: [...plain(of('content')), ...everybody(root)] }],
      });
    case 'markdown':
      return message(markdown());
    case 'actionCard': {
      const single = { label: of('singleTitle'), href: safeHref(of('singleURL')), tone: 'default' } as const;
      const several = elementsAt(root, type, 'btns').map((button): PreviewButton => {
        return {
          label: textAt(button, 'title') ?? '',
          href: safeHref(textAt(button, 'actionURL') ?? ''),
          tone: 'default',
        };
      });
      const buttons = several.length > 0 ? several : [single];
      return message({ kind: 'card', color: null, pieces: [markdown(), { kind: 'buttons', buttons }] });
    }
    case 'link':
      return message({
        kind: 'card',
        color: null,
        pieces: [
          { kind: 'title', children: plain(of('title')), href: safeHref(of('messageUrl')) },
          { kind: 'text', blocks: [plainBlock(of('text'))] },
        ],
      });
    case 'feedCard':
      return message({
        kind: 'card',
        color: null,
        pieces: elementsAt(root, type, 'links').map((link): Piece => {
          const href = safeHref(textAt(link, 'messageURL') ?? '');
          return { kind: 'title', children: plain(textAt(link, 'title') ?? ''), href };
        }),
      });
    default:
      return { kind: 'nothing', reason: `DingTalk does not know messages of the type “${type}”.` };
  }
}

function everybody(root: JsonObject): readonly Inline[] {
  const all = valueAt(root, 'at', 'isAtAll');
  if (all?.kind !== 'boolean' || !all.value) return [];
  return [
    { kind: 'text', text: ' ' },
    { kind: 'mention', text: '@所有人', loud: true },
  ];
}
