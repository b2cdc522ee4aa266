/**
 * Mattermost's Markdown: GitHub's, read by a relative of marked, where each line feed is a break.
 * https://docs.mattermost.com/collaborate/format-messages.html https://github.com/mattermost/marked
 */
import { withEmoji } from '../../markup/emoji-names';
import { type MarkdownRules, markdownBlocks, markdownUnits } from '../../markup/markdown';
import type { Block, Inline } from '../../preview/preview';

const dialect: MarkdownRules = { gfm: true, breaks: true, old: true, text: mentions, escapable: '\\`*{}[]()#+-.!_>|~' };

/** Reads a text of a post or an attachment, Slack's links in it included. */
export function mattermostBlocks(text: string): readonly Block[] {
  return markdownBlocks(fromSlack(text), dialect);
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

/** Text with its mentions of people and channels, and its emoji. */
function mentions(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(/(?<![\w@])@[a-z\d](?:[\w.-]*\w)?|(?<![\w~])~[a-z\d](?:[\w.-]*\w)?(?![\w~])/gi)) {
    const [name] = match;
    inlines.push(...withEmoji(text.slice(at, match.index)));
    inlines.push({ kind: 'mention', text: name, loud: everybody.includes(name.toLowerCase()) });
    at = match.index + name.length;
  }
  return [...inlines, ...withEmoji(text.slice(at))];
}
