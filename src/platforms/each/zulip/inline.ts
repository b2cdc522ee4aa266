/**
 * What stands within a line of a message in Zulip. Each kind of markup is looked for in the whole text before the next
 * kind is, so that an earlier kind may stand in a later one and never the other way round.
 * https://zulip.com/help/format-your-message-using-markdown
 */
import { emojiNamed } from '../../markup/emoji-names';
import { decodeReferences } from '../../markup/entities';
import { type Inline, safeHref } from '../../preview/preview';
import { bareAddresses, linkTarget } from './addresses';

/** Begins and ends the number of what was found; Zulip takes both characters out of messages. */
const opens = '\u0002';
const closes = '\u0003';

const marked = new RegExp(`(${opens}\\d+${closes}|\\n)`);

/** Reads text within a block; line feeds are breaks. */
export function zulipInlines(text: string): readonly Inline[] {
  const found: Inline[] = [];
  return shown(new Finder(found).find(text.replaceAll(opens, '').replaceAll(closes, ''), 0), found);
}

/** What a kind of markup makes of the pieces that its pattern matched, or null where it is text after all. */
type Make = (groups: readonly string[], inside: (text: string) => readonly Inline[]) => Inline | null;

interface Kind {
  readonly pattern: RegExp;
  readonly make: Make;
}

/** Mentions of everybody, which need no member of that name. */
const groups = 'all|everyone|channel|stream|topic';

const kinds: readonly Kind[] = [
  {
    pattern: /(?<![\\`])(`+)(.+?)(?<!`)\1(?!`)/gs,
    make: ([, , code = '']) => ({ kind: 'code', text: code }),
  },
  {
    pattern: /\*{3}(?!\s)([^*\n]+)(?<!\s)\*{3}/g,
    make: ([, text = ''], inside) => ({ kind: 'bold', children: [{ kind: 'italic', children: inside(text) }] }),
  },
  {
    pattern: new RegExp(`(?<![^\\s'"(,:<{[/])@(_?)\\*\\*(${groups})\\*\\*`, 'g'),
    make: ([, silent, name = '']) => ({ kind: 'mention', text: `@${name}`, loud: silent === '' }),
  },
  {
    pattern: /(?<![\w$])\$\$([^_\s$][^\n$]*|[ \t][^\n$]+)\$\$(?![\w$])/g,
    make: ([, formula = '']) => ({ kind: 'code', text: formula }),
  },
  { pattern: /<time:([^>]*)>/g, make: ([, time = '']) => ({ kind: 'text', text: timeShown(time) }) },
  {
    pattern:
      /(?<!!)\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g,
    make: ([, label = '', url = ''], inside) => {
      const target = linkTarget(decodeReferences(url));
      if (target === null) return null;
      const text = label.trim() === '' ? [{ kind: 'text' as const, text: decodeReferences(url) }] : inside(label);
      return { kind: 'link', href: safeHref(target), children: text };
    },
  },
];

const styles: readonly Kind[] = [
  { pattern: /\*\*([^\n]+?)\*\*/g, make: ([, text = ''], inside) => ({ kind: 'bold', children: inside(text) }) },
  {
    pattern: /\*(?!\s)([^*\n]+)(?<!\s)\*/g,
    make: ([, text = ''], inside) => ({ kind: 'italic', children: inside(text) }),
  },
  {
    pattern: /(?<!~)~~([^~\n]+)~~(?!~)/g,
    make: ([, text = ''], inside) => ({ kind: 'strike', children: inside(text) }),
  },
  {
    pattern: /:([\w+-]+):/g,
    make: ([, name = '']) => {
      const emoji = emojiNamed(name);
      return emoji === null ? null : { kind: 'emoji', text: emoji, name };
    },
  },
];

class Finder {
  constructor(private readonly found: Inline[]) {}

  /** The text with a number in place of each piece that one of the kinds from `from` on makes something of. */
  find(text: string, from: number): string {
    let rest = text;
    for (let i = from; i < kinds.length; i++) rest = this.replaced(rest, kinds[i], i);
    if (from <= kinds.length) {
      rest = bareAddresses(rest, (url, href) =>
        this.put({ kind: 'link', href: safeHref(href), children: [{ kind: 'text', text: url }] }),
      );
    }
    for (let i = Math.max(0, from - kinds.length - 1); i < styles.length; i++) {
      rest = this.replaced(rest, styles[i], kinds.length + 1 + i);
    }
    return rest;
  }

  private replaced(text: string, kind: Kind | undefined, place: number): string {
    if (kind === undefined) return text;
    return text.replace(kind.pattern, (...match: unknown[]) => {
      const pieces = match.filter((piece) => typeof piece === 'string').slice(0, -1);
      const [whole = ''] = pieces;
      const inside = (piece: string): readonly Inline[] => shown(this.find(piece, place + 1), this.found);
      const made = kind.make(pieces, inside);
      return made === null ? whole : this.put(made);
    });
  }

  private put(inline: Inline): string {
    this.found.push(inline);
    return `${opens}${String(this.found.length - 1)}${closes}`;
  }
}

/** The text with what was found in its places. */
function shown(text: string, found: readonly Inline[]): readonly Inline[] {
  return text.split(marked).flatMap((piece): readonly Inline[] => {
    if (piece === '') return [];
    if (piece === '\n') return [{ kind: 'break' }];
    const inline = piece.startsWith(opens) ? found[Number(piece.slice(1, -1))] : undefined;
    return [inline ?? { kind: 'text', text: decodeReferences(piece) }];
  });
}

/** A time as it is written; what is none is told as one. */
function timeShown(time: string): string {
  return /^[\w\s:,./+-]*\d[\w\s:,./+-]*$/.test(time) ? time : `Invalid time format: ${time}`;
}
