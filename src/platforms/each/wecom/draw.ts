/** A WeCom message: https://developer.work.weixin.qq.com/document/path/91770 */
import type { JsonObject } from '../../../coroot';
import { withFontTags } from '../../markup/font-tags';
import { elementsAt, textAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import { type Inline, type Piece, type Preview, plain, safeHref } from '../../preview/preview';

/** WeCom's names for the three colours that it draws. */
const colors: ReadonlyMap<string, string> = new Map([
  ['info', '#15a14d'],
  ['comment', '#8a8a8a'],
  ['warning', '#f07c1e'],
]);

/** Shows a body by its type. */
export function draw(root: JsonObject): Preview {
  const message = (...pieces: readonly Piece[]): Preview => ({ kind: 'message', sender: 'Group robot', pieces });
  const type = textAt(root, 'msgtype') ?? '';
  const content = textAt(root, type, 'content') ?? '';
  switch (type) {
    case 'text':
      return message({
        kind: 'text',
        blocks: [{ kind: 'paragraph', children: [...mentions(content), ...listed(root)] }],
      });
    case 'markdown': {
      const blocks = markdownBlocks(content, { gfm: true, breaks: true, text: mentions });
      return message({ kind: 'text', blocks: withFontTags(blocks, (name) => colors.get(name) ?? null) });
    }
    case 'markdown_v2':
      return message({ kind: 'text', blocks: markdownBlocks(content, { gfm: true, breaks: true }) });
    case 'news':
      return message(
        ...elementsAt(root, 'news', 'articles').map((article): Piece => {
          const href = safeHref(textAt(article, 'url') ?? '');
          const description = textAt(article, 'description') ?? '';
          return {
            kind: 'card',
            color: null,
            pieces: [
              { kind: 'title', children: plain(textAt(article, 'title') ?? ''), href },
              { kind: 'context', blocks: [{ kind: 'paragraph', children: plain(description) }] },
            ],
          };
        }),
      );
    default:
      return { kind: 'nothing', reason: `Messages of the type “${type}” are not drawn here.` };
  }
}

/** `<@userid>` mentions somebody of the group. */
function mentions(text: string): readonly Inline[] {
  return text.split(/<@([^<>\s]+)>/).flatMap((part, i): readonly Inline[] => {
    if (i % 2 === 0) return plain(part);
    return [{ kind: 'mention', text: `@${part}`, loud: part === 'all' }];
  });
}

/** Whom the lists beside a text mention. */
function listed(root: JsonObject): readonly Inline[] {
  const names = ['mentioned_list', 'mentioned_mobile_list'].flatMap((key) =>
    elementsAt(root, 'text', key).flatMap((node) => (node.kind === 'string' ? [node.value.replace(/^@/, '')] : [])),
  );
  return [...new Set(names)].flatMap((name): readonly Inline[] => [
    { kind: 'text', text: ' ' },
    { kind: 'mention', text: `@${name}`, loud: name === 'all' },
  ]);
}
