/**
 * Slack's own markup, mrkdwn: `*bold*`, `_italic_`, `~strike~`, code, quotes, and everything that stands between `<`
 * and `>`. https://docs.slack.dev/messaging/formatting-message-text/
 */
import { type Block, type Inline, inlineText, plain, safeHref } from '../../preview/preview';
import { type Dialect, type MarkupToken, parseLines, parseStarMarkup } from '../../markup/star-markup';

/** What is read in a text. */
export interface MrkdwnRules {
  /** `*`, `_`, `~`, backquotes and `>` at the beginning of a line mean something. */
  readonly styles: boolean;
}

/**
 * Slack cuts a message after so many characters: https://docs.slack.dev/changelog/2018-truncating-really-long-messages
 */
export const longestText = 40_000;

/** Reads a text, as much of it as Slack does. Takes time linear in its length, whatever it is. */
export function parseMrkdwn(whole: string, rules: MrkdwnRules = { styles: true }): readonly Block[] {
  const text = firstOf(whole, longestText);
  return rules.styles ? parseStarMarkup(text, dialect) : parseLines(text, dialect);
}

/** The first characters (code points) of a text. */
function firstOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  let end = 0;
  for (let i = 0; i < characters && end < text.length; i++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

const control = /<([^<>\n]+)>/y;
const controls = /<([^<>\n]+)>/g;

function bracket(line: string, at: number): MarkupToken | null {
  control.lastIndex = at;
  const match = control.exec(line);
  const inline = match === null ? null : controlInline(match[1] ?? '');
  return match === null || inline === null ? null : { inline, length: match[0].length };
}

const dialect: Dialect = {
  bracket,
  decode: entities,
  code: literal,
  emoji: true,
  quote: /^(?:>|&gt;) ?/,
  item: null,
  markers: { '*': 'bold', _: 'italic', '~': 'strike' },
  before: '\\',
};

/** What stands between `<` and `>`, or null when it means nothing to Slack. */
function controlInline(content: string): Inline | null {
  const bar = content.indexOf('|');
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? '' : entities(content.slice(bar + 1));
  switch (target[0]) {
    case '@':
      return { kind: 'mention', text: label === '' ? target : `@${label.replace(/^@/, '')}`, loud: false };
    case '#':
      return { kind: 'mention', text: label === '' ? target : `#${label.replace(/^#/, '')}`, loud: false };
    case '!':
      return specialMention(target.slice(1), label);
    default:
      break;
  }
  if (!/^[a-z][a-z0-9+.-]*:./i.test(target)) return null;
  const href = entities(target);
  return { kind: 'link', href: safeHref(href), children: plain(label === '' ? href : label) };
}

const groups: readonly string[] = ['here', 'channel', 'everyone'];

function specialMention(target: string, label: string): Inline | null {
  if (groups.includes(target)) return { kind: 'mention', text: `@${target}`, loud: true };
  const [kind = '', first = '', format = '', href = ''] = target.split('^');
  if (kind === 'subteam') {
    return { kind: 'mention', text: label === '' ? `@${first}` : `@${label.replace(/^@/, '')}`, loud: true };
  }
  if (kind !== 'date') return null;
  const text = label === '' ? format : label;
  return href === '' ? { kind: 'text', text } : { kind: 'link', href: safeHref(href), children: plain(text) };
}

/** The three characters that Slack escapes; no other entity is documented. */
function entities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
}

/** The text of code: no styles, but links and mentions are still read. */
function literal(text: string): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(controls)) {
    const inline = controlInline(match[1] ?? '');
    out += entities(text.slice(at, match.index)) + (inline === null ? entities(match[0]) : inlineText([inline]));
    at = match.index + match[0].length;
  }
  return out + entities(text.slice(at));
}

/** Something in a text that a person should know of, at `[from, to)` of it. */
export interface Remark {
  readonly code: 'loud-mention' | 'mention' | 'unescaped' | 'not-mrkdwn';
  readonly from: number;
  readonly to: number;
}

/** As many remarks of a kind as are told of a text: the first may be the template’s and the next the payload’s. */
const mostOfAKind = 20;

/** The remarks on a text, the first of each kind; of those whose author matters, many. */
export function remarksOn(text: string): readonly Remark[] {
  const remarks: Remark[] = [];
  const counts = new Map<Remark['code'], number>();
  const note = (code: Remark['code'], from: number, length: number): void => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= (code === 'unescaped' ? 1 : mostOfAKind)) remarks.push({ code, from, to: from + length });
  };
  for (const match of text.matchAll(controls)) {
    const inline = controlInline(match[1] ?? '');
    if (inline === null) note('unescaped', match.index, match[0].length);
    else if (inline.kind === 'mention') note(inline.loud ? 'loud-mention' : 'mention', match.index, match[0].length);
  }
  const foreign = /\*\*[^\s*][^*\n]*\*\*|\[[^\][\n]+\]\(https?:[^()\s]+\)/g;
  for (const match of text.matchAll(foreign)) note('not-mrkdwn', match.index, match[0].length);
  return remarks;
}
