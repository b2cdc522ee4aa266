/**
 * A message that hookshot posts into a room. https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html
 */
import type { JsonNode } from '../../../coroot';
import { parseHtml } from '../../markup/html';
import { htmlBlocks } from '../../markup/html-blocks';
import { stringified, textAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import { type Block, type Preview, plain, plainBlock } from '../../preview/preview';

/** How a client would show the body in the room. */
export function draw(root: JsonNode): Preview {
  const text = textAt(root, 'text');
  const html = textAt(root, 'html');
  const username = textAt(root, 'username');
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
      text: stringified(root, true),
    });
  }
  return { kind: 'message', sender: 'Your webhook’s name (Webhook)', pieces: [{ kind: 'text', blocks }] };
}
