/**
 * Mattermost's Markdown, as its web client reads it.
 * https://docs.mattermost.com/collaborate/format-messages.html https://github.com/mattermost/marked
 */
import { withEmoji } from '../../markup/emoji-names';
import { decodeReferences } from '../../markup/entities';
import { markdownUnits, readable } from '../../markup/markdown';
import { type Block, type Inline, plainBlock } from '../../preview/preview';
import { readBlocks } from './blocks';
import { readInlines } from './inline';

/** Reads a text of a post or an attachment, Slack's links in it included. Never throws, whatever the text. */
export function mattermostBlocks(text: string): readonly Block[] {
  const turned = fromSlack(text);
  const to = readable(turned);
  const blocks = readBlocks(turned.slice(0, to), (part, definitions) => readInlines(part, definitions, mentions));
  return to === turned.length ? blocks : [...blocks, plainBlock(turned.slice(to))];
}

/** Mentions of everybody in the channel. */
export const everybody: readonly string[] = ['@channel', '@all', '@here'];

/** Slack's `<!channel>` and `<address|text>`, which Mattermost turns into its own. */
function fromSlack(text: string): string {
  const head = text.slice(0, markdownUnits);
  const turned = head
    .replace(/<!(channel|here|all)>/g, '@$1')
    .replace(/<([^<|]{1,2000})\|([^>]{1,2000})>/g, '[$2]($1)');
  return turned + text.slice(head.length);
}

/** Text with its mentions of people and channels, and its emoji; none of them is made of character references. */
function mentions(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(/(?<![\w@])@[a-z\d](?:[\w.-]*\w)?|(?<![\w~])~[a-z\d](?:[\w.-]*\w)?(?![\w~])/gi)) {
    const [name] = match;
    inlines.push(...withEmoji(text.slice(at, match.index)));
    inlines.push({ kind: 'mention', text: name, loud: everybody.includes(name.toLowerCase()) });
    at = match.index + name.length;
  }
  inlines.push(...withEmoji(text.slice(at)));
  return inlines.map((inline) =>
    inline.kind === 'text' ? { ...inline, text: decodeReferences(inline.text) } : inline,
  );
}
