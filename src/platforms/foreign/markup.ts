/** The kinds of markup that are taken from one platform to another, and how each is recognised. */

/** A kind of markup, or a word that mentions people somewhere. */
export type Foreign =
  | 'bold'
  | 'star'
  | 'strike'
  | 'link'
  | 'bar-link'
  | 'heading'
  | 'tag'
  | 'slack-mention'
  | 'discord-mention'
  | 'google-mention'
  | 'lark-mention'
  | '@all'
  | '@channel'
  | '@everyone'
  | '@here';

/** What a kind is called in a sentence, and how it looks. */
export interface Look {
  readonly name: string;
  readonly pattern: RegExp;
}

function word(name: string): Look {
  return { name: '', pattern: new RegExp(`(?<![\\w@./\\\\])${name}(?![\\w@.])`, 'g') };
}

const tags =
  'a|b|blockquote|br|code|del|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strike|strong|sub|sup|table|td|th|tr|u|ul';

/** Every kind. Each pattern begins at a character that is no letter, and takes time linear in the text. */
export const looks: Readonly<Record<Foreign, Look>> = {
  bold: { name: 'Markdown’s bold', pattern: /(?<!\\)\*\*(?![\s*])[^*\n]+\*\*/g },
  star: { name: 'Slack’s bold', pattern: /(?<![\w*\\])\*(?![\s*])[^*\n]+\*(?![\w*])/g },
  strike: { name: 'Markdown’s strike-through', pattern: /(?<!\\)~~(?![\s~])[^~\n]+~~/g },
  link: { name: 'a link of Markdown', pattern: /(?<!\\)\[[^\][\n]+\]\((?:https?:|mailto:)[^()\s]*\)/g },
  'bar-link': { name: 'a link of Slack', pattern: /(?<!\\)<https?:[^<>|\s]+\|[^<>\n]+>/g },
  heading: { name: 'a heading of Markdown', pattern: /^#{1,6} (?=\S)[^\n]+/gm },
  tag: { name: 'HTML', pattern: new RegExp(`(?<!\\\\)</?(?:${tags})(?:\\s[^<>]*)?/?>`, 'gi') },
  'slack-mention': {
    name: 'a mention of Slack',
    pattern: /(?<!\\)<!(?:channel|here|everyone)(?:\|[^<>]*)?>|<!subteam\^[^<>]+>|<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/g,
  },
  'discord-mention': { name: 'a mention of Discord', pattern: /(?<!\\)<@[!&]?\d+>/g },
  'google-mention': { name: 'a mention of Google Chat', pattern: /(?<!\\)<users\/[^<>\s]+>/g },
  'lark-mention': { name: 'a mention of Lark', pattern: /(?<!\\)<at (?:user_)?id=[^<>]*>/g },
  '@all': word('@all'),
  '@channel': word('@channel'),
  '@everyone': word('@everyone'),
  '@here': word('@here'),
};
