/** A message that hookshot posts into a room. https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html */
import { readBody } from '../../../coroot';
import { parseHtml } from '../../markup/html';
import { htmlBlocks } from '../../markup/html-blocks';
import { stringified, textAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import { type Block, type Preview, plain, plainBlock } from '../../preview/preview';

/** How a client would show the body in the room. */
export function previewHookshot(body: string): Preview {
  const parsed = readBody(body);
  if (!parsed.ok) return { kind: 'nothing', reason: 'The body is not JSON, so hookshot refuses it.' };
  const text = textAt(parsed.node, 'text');
  const html = textAt(parsed.node, 'html');
  const username = textAt(parsed.node, 'username');
  const blocks: Block[] = [];
  if (username !== null) {
    blocks.push({ kind: 'paragraph', children: [{ kind: 'bold', children: plain(username) }] });
  }
  if (html !== null) blocks.push(...htmlBlocks(parseHtml(html).nodes));
  else if (text !== null) blocks.push(...markdownBlocks(text, { gfm: true, breaks: false }));
  else {
    blocks.push(plainBlock('Received webhook data:'), {
      kind: 'code',
      language: 'json',
      text: stringified(parsed.node, true),
    });
  }
  return { kind: 'message', sender: 'Your webhook’s name (Webhook)', pieces: [{ kind: 'text', blocks }] };
}
