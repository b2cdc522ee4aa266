/**
 * Rocket.Chat's markup, as its own parser reads it: https://www.npmjs.com/package/@rocket.chat/message-parser . The
 * tests compare some texts with what that parser makes of them.
 */
import { type Block, safeHref } from '../../preview/preview';
import { type Dialect, type MarkupToken, parseStarMarkup } from '../../markup/star-markup';

const named = /\[([^\][\n]+)\]\((https?:\/\/[^()\s]+)\)/y;
const bracketed = /<(https?:\/\/[^<>|\s]+)\|([^<>\n]+)>/y;

function link(href: string, text: string, length: number): MarkupToken {
  return { inline: { kind: 'link', href: safeHref(href), children: [{ kind: 'text', text }] }, length };
}

function bracket(line: string, at: number): MarkupToken | null {
  named.lastIndex = at;
  const markdown = named.exec(line);
  if (markdown !== null) return link(markdown[2] ?? '', markdown[1] ?? '', markdown[0].length);
  bracketed.lastIndex = at;
  const slack = bracketed.exec(line);
  return slack === null ? null : link(slack[1] ?? '', slack[2] ?? '', slack[0].length);
}

const dialect: Dialect = {
  bracket,
  decode: (text) => text,
  code: (text) => text,
  emoji: true,
  quote: /^> ?/,
  item: /^[-*] /,
  markers: { '*': 'bold', '**': 'bold', _: 'italic', __: 'italic', '~': 'strike', '~~': 'strike' },
  loose: '*~',
  spaced: true,
  escapable: '*_~`#.',
};

/** Reads the text of a message. */
export function parseRocketText(text: string): readonly Block[] {
  return parseStarMarkup(text, dialect);
}
