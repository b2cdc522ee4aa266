/** A Webex message: Markdown, or plain text. https://developer.webex.com/docs/basics#formatting-messages */
import type { JsonObject } from '../../../coroot';
import { textAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import { type Block, type Inline, type Preview, plainBlock } from '../../preview/preview';

/** Shows a body; “markdown” wins where there is “text” too. */
export function draw(root: JsonObject): Preview {
  const blocks = blocksOf(textAt(root, 'markdown') ?? '', textAt(root, 'text') ?? '');
  if (blocks.length === 0) return { kind: 'nothing', reason: 'There is no text in “markdown” or “text”.' };
  return { kind: 'message', sender: 'Incoming Webhook', pieces: [{ kind: 'text', blocks }] };
}

function blocksOf(markdown: string, text: string): readonly Block[] {
  if (markdown !== '') return markdownBlocks(markdown, { gfm: false, breaks: false, text: mentions });
  return text === '' ? [] : [plainBlock(text)];
}

/** `<@all>`, `<@personEmail:ada@example.com|Ada>`. */
function mentions(text: string): readonly Inline[] {
  return text.split(/(<@(?:all|person(?:Email|Id):[^<>\s]+)>)/).flatMap((part, i): readonly Inline[] => {
    if (part === '') return [];
    if (i % 2 === 0) return [{ kind: 'text', text: part }];
    if (part === '<@all>') return [{ kind: 'mention', text: '@All', loud: true }];
    const [, , name = ''] = /:([^|>]*)\|?([^>]*)>/.exec(part) ?? [];
    const [, address = ''] = /:([^|>]*)/.exec(part) ?? [];
    return [{ kind: 'mention', text: `@${name === '' ? address : name}`, loud: false }];
  });
}
