/**
 * Discord's markup within a line, as its apps read it: https://support.discord.com/hc/en-us/articles/210298617 and
 * https://docs.discord.com/developers/reference#message-formatting
 */
import { emojiNamed } from '../../markup/emoji-names';
import { type Inline, plain, safeHref } from '../../preview/preview';

/** What a place of a message can show. */
export interface DiscordPlace {
  /** Headings, lists, quotes and code blocks; otherwise only what stands within a line. */
  readonly blocks: boolean;
  /** Masked links and addresses; titles show neither. */
  readonly links: boolean;
  /** Whether mentions notify people; they do in the content alone. */
  readonly pings: boolean;
}

const deepest = 16;

/** What Discord shows whole, although a backslash stands in it. */
const arms = '¯\\_(ツ)_/¯';

/** How many UTF-16 units of a text are read as markup; more than any place of a message may hold. */
export const discordUnits = 8_192;

/** Reads text within a line or a paragraph; line feeds are breaks. */
export function discordInlines(text: string, place: DiscordPlace, depth = 0): readonly Inline[] {
  const head = text.slice(0, discordUnits);
  return [...new Reader(head, place, depth).read(), ...plain(text.slice(head.length))];
}

/** What a rule makes of the text at some offset: the inlines, and where they end. */
interface Match {
  readonly inlines: readonly Inline[];
  readonly end: number;
}

class Reader {
  private readonly closing: ReadonlyMap<number, number>;
  private runEnds: Uint32Array | null = null;

  constructor(
    private readonly text: string,
    private readonly place: DiscordPlace,
    private readonly depth: number,
  ) {
    this.closing = place.links ? closingBrackets(text) : new Map();
  }

  read(): readonly Inline[] {
    if (this.depth > deepest) return plain(this.text);
    const inlines: Inline[] = [];
    let text = '';
    for (let at = 0; at < this.text.length;) {
      const escaped = this.escapedAt(at);
      const match = escaped === null ? this.matchAt(at) : null;
      if (match === null) {
        text += escaped ?? this.text.charAt(at);
        at += escaped === null ? 1 : 2;
      } else {
        inlines.push(...plain(text), ...match.inlines);
        text = '';
        at = match.end;
      }
    }
    return [...inlines, ...plain(text)];
  }

  /** The character after a backslash that takes its meaning away: any but letters, digits and white space. */
  private escapedAt(at: number): string | null {
    if (this.text[at] !== '\\') return null;
    const next = this.text[at + 1] ?? ' ';
    return /[^0-9A-Za-z\s]/.test(next) ? next : null;
  }

  private matchAt(at: number): Match | null {
    switch (this.text[at]) {
      case '*':
        return this.longer(at, 'italic', this.starEnd(at), 'bold', this.pairEnd(at, '**'));
      case '_':
        return this.longer(at, 'italic', this.underscoreEnd(at), 'underline', this.pairEnd(at, '__'));
      case '~':
        return this.enclosed(at, '~~', 'strike');
      case '|':
        return this.enclosed(at, '||', 'spoiler');
      case '`':
        return this.code(at);
      case '[':
        return this.maskedLink(at);
      case '<':
        return this.angled(at);
      case ':':
        return this.emoji(at);
      case '@':
        return this.everyone(at);
      case '¯':
        return this.text.startsWith(arms, at) ? { inlines: plain(arms), end: at + arms.length } : null;
      case 'h':
        return this.place.links ? this.address(at) : null;
      default:
        return null;
    }
  }

  private inside(from: number, to: number, place = this.place): readonly Inline[] {
    return discordInlines(this.text.slice(from, to), place, this.depth + 1);
  }

  /** Where `***` could be read in two ways, the longer one counts, and italic where both are as long. */
  private longer(
    at: number,
    single: 'italic',
    singleEnd: number | null,
    double: 'bold' | 'underline',
    doubleEnd: number | null,
  ): Match | null {
    if (singleEnd !== null && (doubleEnd === null || singleEnd >= doubleEnd)) {
      return { inlines: [{ kind: single, children: this.inside(at + 1, singleEnd - 1) }], end: singleEnd };
    }
    if (doubleEnd === null) return null;
    return { inlines: [{ kind: double, children: this.inside(at + 2, doubleEnd - 2) }], end: doubleEnd };
  }

  /** The end of `*italic*`: no white space beside the stars on the inside, double stars belong to bold text within. */
  private starEnd(at: number): number | null {
    const { text } = this;
    if (/^\s?$/.test(text.charAt(at + 1))) return null;
    for (let i = at + 1; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '*') {
        const fits = i > at + 1 && (!/\s/.test(text.charAt(i - 1)) || text[i + 1] === '*');
        if (text[i + 1] !== '*') return fits ? i + 1 : null;
        i++;
      }
    }
    return null;
  }

  /** The end of `_italic_`: what follows it must not be a letter, a digit or another underscore. */
  private underscoreEnd(at: number): number | null {
    const { text } = this;
    for (let i = at + 1; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '_') {
        if (i > at + 1 && !/\w/.test(text.charAt(i + 1))) return i + 1;
        if (text[i + 1] !== '_') return null;
        i++;
      }
    }
    return null;
  }

  /** The end of `**bold**` or `__underline__`: the pair that no third one follows. */
  private pairEnd(at: number, pair: '**' | '__'): number | null {
    const { text } = this;
    if (!text.startsWith(pair, at)) return null;
    for (let i = at + 2; i < text.length; i++) {
      if (i > at + 2 && text.startsWith(pair, i) && text[i + 2] !== pair[0]) return i + 2;
      if (text[i] === '\\') i++;
    }
    return null;
  }

  private enclosed(at: number, pair: '~~' | '||', kind: 'strike' | 'spoiler'): Match | null {
    if (!this.text.startsWith(pair, at)) return null;
    const close = this.text.indexOf(pair, at + 3);
    if (close < 0) return null;
    return { inlines: [{ kind, children: this.inside(at + 2, close) }], end: close + 2 };
  }

  /** Code between runs of as many backquotes; of a run that none matches, those at its beginning count for less. */
  private code(at: number): Match | null {
    const { text } = this;
    this.runEnds ??= runEnds(text);
    const opening = (this.runEnds[at] ?? at) - at;
    let close = 0;
    let longest = 0;
    for (let i = at + opening; i < text.length && longest < opening;) {
      const run = (this.runEnds[i] ?? i) - i;
      if (run <= opening && run > longest) {
        longest = run;
        close = i;
      }
      i += Math.max(run, 1);
    }
    if (longest === 0) return null;
    const code = text.slice(at + longest, close).replace(/^ (?=`)|(?<=`) $/g, '');
    return { inlines: [{ kind: 'code', text: code }], end: close + longest };
  }

  /** `[text](https://…)`, the address in `<…>` if one likes, followed by a title if one likes. */
  private maskedLink(at: number): Match | null {
    const close = this.closing.get(at);
    if (close === undefined || this.text[close + 1] !== '(') return null;
    const target = /\(\s*(?:<([^\s<>]+)>|((?:\([^\s()]*\)|[^\s()<>])+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
    target.lastIndex = close + 1;
    const found = target.exec(this.text);
    if (found === null) return null;
    const label = this.text.slice(at + 1, close);
    const href = safeHref(found[1] ?? found[2] ?? '');
    // A text that looks like another address is not taken for the mask of this one.
    if (href === null || !/^https?:/i.test(href) || label.trim() === '' || /https?:\/\//.test(label)) return null;
    const children = this.inside(at + 1, close, { ...this.place, links: false });
    return { inlines: [{ kind: 'link', href, children }], end: target.lastIndex };
  }

  /** What stands in angle brackets: an address without a preview, mentions, times, and a server’s own emoji. */
  private angled(at: number): Match | null {
    const rule =
      /<(?:(https?:\/\/[^\s<>]+)|(@!?\d+|@&\d+|#\d+|\/[^\s:<>][^:<>]*:\d+)|a?:(\w{2,32}):\d+|t:(-?\d{1,13})(?::[tTdDfFsSR])?)>/y;
    rule.lastIndex = at;
    const found = rule.exec(this.text);
    if (found === null) return null;
    const [, href, mention, emoji, seconds] = found;
    const end = rule.lastIndex;
    if (href !== undefined) {
      return this.place.links ? { inlines: [link(href)], end } : null;
    }
    if (mention !== undefined) {
      const text = mention.replace(/^@[!&]/, '@').replace(/:\d+$/, '');
      return { inlines: [{ kind: 'mention', text, loud: this.place.pings && mention.startsWith('@&') }], end };
    }
    if (emoji !== undefined) return { inlines: [{ kind: 'emoji', text: `:${emoji}:`, name: emoji }], end };
    const time = new Date(Number(seconds) * 1000);
    if (Number.isNaN(time.getTime())) return null;
    const text = `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return { inlines: [{ kind: 'mention', text, loud: false }], end };
  }

  private emoji(at: number): Match | null {
    const rule = /:([\w+-]{1,40}):/y;
    rule.lastIndex = at;
    const name = rule.exec(this.text)?.[1] ?? '';
    const text = emojiNamed(name);
    return text === null ? null : { inlines: [{ kind: 'emoji', text, name }], end: rule.lastIndex };
  }

  private everyone(at: number): Match | null {
    const name = ['@everyone', '@here'].find((mention) => this.text.startsWith(mention, at));
    if (name === undefined) return null;
    return { inlines: [{ kind: 'mention', text: name, loud: this.place.pings }], end: at + name.length };
  }

  private address(at: number): Match | null {
    const rule = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/y;
    rule.lastIndex = at;
    const found = rule.exec(this.text)?.[0];
    if (found === undefined) return null;
    const href = withoutLooseParentheses(found);
    return { inlines: [link(href)], end: at + href.length };
  }
}

function link(href: string): Inline {
  return { kind: 'link', href: safeHref(href), children: [{ kind: 'text', text: href }] };
}

/** For each place the end of the run of backquotes that goes on there; the place itself where there is none. */
function runEnds(text: string): Uint32Array {
  const ends = new Uint32Array(text.length);
  for (let at = text.length - 1; at >= 0; at--) {
    ends[at] = text[at] !== '`' ? at : text[at + 1] === '`' ? (ends[at + 1] ?? at + 1) : at + 1;
  }
  return ends;
}

/** An address without the parentheses at its end that none in it opens. */
function withoutLooseParentheses(href: string): string {
  let open = 0;
  for (const character of href) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = href.length;
  while (open < 0 && href[end - 1] === ')') {
    open++;
    end--;
  }
  return href.slice(0, end);
}

/** For each opening bracket, where the bracket stands that closes it. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const opening = open.pop();
      if (opening !== undefined) closing.set(opening, at);
    }
  }
  return closing;
}
