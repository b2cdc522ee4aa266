/** Google Chat's markup of message texts. https://developers.google.com/workspace/chat/format-messages#format-texts */
import { type Block, safeHref } from '../../preview/preview';
import { type Dialect, type MarkupToken, parseStarMarkup } from '../../markup/star-markup';

const bracketed = /<([^<>\n]+)>/y;

/** `<https://…|text>` is a link, `<users/…>` a mention; other things between brackets are text. */
function bracket(line: string, at: number): MarkupToken | null {
  bracketed.lastIndex = at;
  const match = bracketed.exec(line);
  if (match === null) return null;
  const [whole, content = ''] = match;
  const { length } = whole;
  if (/^users\/\w+$/.test(content)) {
    const name = content.slice('users/'.length);
    return { inline: { kind: 'mention', text: `@${name}`, loud: name === 'all' }, length };
  }
  const bar = content.indexOf('|');
  const target = bar < 0 ? content : content.slice(0, bar);
  if (!/^(?:https?|mailto):./i.test(target)) return null;
  const text = decode(bar < 0 ? target : content.slice(bar + 1));
  return { inline: { kind: 'link', href: safeHref(decode(target)), children: [{ kind: 'text', text }] }, length };
}

/** The three references that senders write for the characters with a meaning. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
}

const dialect: Dialect = {
  bracket,
  decode,
  code: decode,
  emoji: false,
  quote: null,
  item: /^[*-] /,
  markers: { '*': 'bold', _: 'italic', '~': 'strike' },
  before: '',
};

/** Reads the text of a message. */
export function parseChatText(text: string): readonly Block[] {
  return parseStarMarkup(text, dialect);
}
