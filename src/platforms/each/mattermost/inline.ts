/**
 * What stands within a line of a post, as Mattermost’s web client reads it, by the rules of its fork of
 * marked: emphasis ends at the first place where it can, and text is looked at only where a mark may begin.
 * https://github.com/mattermost/marked
 */
import { decodeReferences } from '../../markup/entities';
import { type Inline, safeHref } from '../../preview/preview';
import { bareAddress, bracketedAddress, htmlTag, schemeOf } from './addresses';
import type { Definitions } from './blocks';

/** What is read of text without marks, which may hold character references. */
export type ReadText = (text: string) => readonly Inline[];

/** How deep marks nest in each other; what is deeper stays text. */
const deepest = 16;

/** How many UTF-16 units may be looked through in vain for the ends of marks, so that no text takes long. */
const mostLooked = 400_000;

/** What one look at the text cost, for all that is read of it. */
interface Budget {
  looked: number;
}

/** Reads text within a block. */
export function readInlines(text: string, definitions: Definitions, readText: ReadText): readonly Inline[] {
  return new InlineReader(text, definitions, readText, { looked: 0 }, false, 0).read();
}

/** What a mark makes of the text from where it begins, and where it ends. */
interface Match {
  readonly inlines: readonly Inline[];
  readonly end: number;
}

/** The characters before which a mark can begin, the beginnings of addresses, and spaces at the end of a line. */
const stops = /[\\<![`*~]|(?<![A-Za-z\d_])_|(?<![A-Za-z\d_])[a-z][a-z0-9.+-]{1,31}:|(?<![A-Za-z\d_])www[^\n]| {2,}\n/g;

const escapable = '\\`*{}[]()#+-.!_>~|';

/** What may stand after an underscore that ends emphasis; backquotes and closing brackets may not. */
const afterUnderscore = /^(?:$|[\s!"#$%&'()*+,\-./:;<=>?@[^{|}~])/;

class InlineReader {
  private readonly inlines: Inline[] = [];
  private plain = '';
  private inTag = false;

  constructor(
    private readonly text: string,
    private readonly definitions: Definitions,
    private readonly readText: ReadText,
    private readonly budget: Budget,
    private readonly inLink: boolean,
    private readonly depth: number,
  ) {}

  read(): readonly Inline[] {
    for (let at = 0; at < this.text.length;) {
      const match = this.depth > deepest ? null : this.matchAt(at);
      if (match !== null) {
        if (match.inlines.length > 0) this.flush();
        this.inlines.push(...match.inlines);
        at = match.end;
        continue;
      }
      const end = this.textEnd(at);
      this.plain += this.text.slice(at, end);
      at = end;
    }
    this.flush();
    return this.inlines;
  }

  private flush(): void {
    this.plain.split('\n').forEach((line, i) => {
      if (i > 0) this.inlines.push({ kind: 'break' });
      if (line !== '') this.inlines.push(...this.readText(line));
    });
    this.plain = '';
  }

  /** The next place where a mark may begin. Backquotes that nothing closes are passed together. */
  private textEnd(at: number): number {
    stops.lastIndex = this.text[at] === '`' ? at + this.runLength(at) : at + 1;
    return stops.exec(this.text)?.index ?? this.text.length;
  }

  private runLength(at: number): number {
    let end = at;
    while (this.text[end] === this.text[at]) end++;
    return end - at;
  }

  private inside(from: number, to: number, inLink = this.inLink): readonly Inline[] {
    const text = this.text.slice(from, to);
    return new InlineReader(text, this.definitions, this.readText, this.budget, inLink, this.depth + 1).read();
  }

  private matchAt(at: number): Match | null {
    const char = this.text.charAt(at);
    switch (char) {
      case '\\':
        return this.escape(at);
      case '<':
        return this.angled(at);
      case '!':
      case '[':
        return this.link(at);
      case '_':
      case '*':
        return this.strong(at, char) ?? this.emphasis(at, char);
      case '~':
        return this.strike(at);
      case '`':
        return this.code(at);
      case ' ':
        return this.lineBreak(at);
      default:
        return this.address(at);
    }
  }

  /** A character that loses its meaning is plain text, like that around it. */
  private asText(text: string, end: number): Match {
    this.plain += text;
    return { inlines: [], end };
  }

  private escape(at: number): Match | null {
    const next = this.text.charAt(at + 1);
    if (next === '' || !escapable.includes(next)) return null;
    if (next === '\\' && /\w/.test(this.text.charAt(at + 2))) return null;
    return this.asText(next, at + 2);
  }

  private angled(at: number): Match | null {
    const address = bracketedAddress(this.text, at);
    if (address !== null) return { inlines: [linkTo(address.href, this.readText(address.text))], end: address.end };
    const tag = htmlTag(this.text, at);
    if (tag === null) return null;
    if (/^<a /i.test(tag)) this.inTag = true;
    else if (/^<\/a>/i.test(tag)) this.inTag = false;
    return this.asText(tag, at + tag.length);
  }

  private address(at: number): Match | null {
    const url = this.inLink || this.inTag ? null : bareAddress(this.text, at);
    if (url === null) return null;
    const text = decodeReferences(url);
    return { inlines: [linkTo(text, [{ kind: 'text', text }])], end: at + url.length };
  }

  /** `[text](address "title")`, and `[text][name]`, `[name]` of an address that is defined elsewhere. */
  private link(at: number): Match | null {
    const image = this.text[at] === '!';
    const open = image ? at + 1 : at;
    const close = this.text[open] === '[' ? this.charged(at, this.labelEnd(open)) : null;
    if (close === null) return null;
    const direct = this.text[close + 1] === '(' ? this.charged(at, targetEnd(this.text, close + 1)) : null;
    if (direct !== null) {
      const [, href = ''] = /^\s*<?(.*?)>?(?:\s+['"].*?['"])?\s*$/s.exec(this.text.slice(close + 2, direct)) ?? [];
      return { inlines: [this.linked(image, open + 1, close, href)], end: direct + 1 };
    }
    const name = /\s*\[((?:\\.|[^[\]\\])*)\]/sy;
    name.lastIndex = close + 1;
    const second = name.exec(this.text);
    const label = this.text.slice(open + 1, close);
    const ref = (second?.[1] ?? '') === '' ? label : (second?.[1] ?? '');
    const href = this.definitions.get(ref.replace(/\s+/g, ' ').toLowerCase());
    if (href === undefined) return null;
    return { inlines: [this.linked(image, open + 1, close, href)], end: second === null ? close + 1 : name.lastIndex };
  }

  private linked(image: boolean, from: number, to: number, href: string): Inline {
    const label = this.text.slice(from, to);
    if (!image) return linkTo(decodeReferences(href), this.inside(from, to, true));
    return linkTo(decodeReferences(href), [{ kind: 'text', text: decodeReferences(label === '' ? href : label) }]);
  }

  /** The bracket that ends a label: one more pair of brackets may stand in it, and code hides any. */
  private labelEnd(open: number): number | null {
    const part = /\[(?:\\.|[^[\]\\])*\]|\\.|`+[^`]*`+(?!`)|[^[\]\\`]+/sy;
    part.lastIndex = open + 1;
    for (let at = open + 1; at < this.text.length; at = part.lastIndex) {
      if (this.text[at] === ']') return at;
      if (!part.test(this.text)) return null;
    }
    return null;
  }

  /** Charges what was looked through in vain; when the budget is used up nothing is found any more. */
  private charged(from: number, end: number | null): number | null {
    if (end === null) this.budget.looked += this.text.length - from;
    return this.budget.looked > mostLooked ? null : end;
  }

  /** The first place from `from` where `fits` holds of a mark, or null. */
  private find(mark: string, from: number, fits: (at: number) => boolean): number | null {
    if (this.budget.looked > mostLooked) return null;
    for (let at = this.text.indexOf(mark, from); at >= 0; at = this.text.indexOf(mark, at + 1)) if (fits(at)) return at;
    return this.charged(from, null);
  }

  /** Two marks and two again that no third follows; spaces beside them do no harm. */
  private strong(at: number, char: string): Match | null {
    const mark = char + char;
    if (!this.text.startsWith(mark, at)) return null;
    const close = this.find(mark, at + 3, (end) => this.text[end + 2] !== char);
    if (close === null) return null;
    return { inlines: [{ kind: 'bold', children: this.inside(at + 2, close) }], end: close + 2 };
  }

  /** One mark and one again; it stands at the edges of what it emphasises, and within it a second mark may. */
  private emphasis(at: number, char: string): Match | null {
    const { text } = this;
    const first = text.charAt(at + 1);
    if (first === '' || /\s/.test(first) || (char === '*' && /["<]/.test(first))) return null;
    const ends = (end: number): boolean =>
      text[end + 1] !== char && (char === '*' || afterUnderscore.test(text.charAt(end + 1)));
    const single = text[at + 2] === char && text[at + 3] !== char && first !== char;
    const close = single
      ? at + 2
      : (this.find(char, at + 3, (end) => ends(end) && !/\s/.test(text.charAt(end - 1)) && text[end - 1] !== char) ??
        (first === char ? null : this.find(char, at + 3, (end) => ends(end) && !/\s/.test(text.charAt(end - 1)))));
    if (close === null) return null;
    return { inlines: [{ kind: 'italic', children: this.inside(at + 1, close) }], end: close + 1 };
  }

  private strike(at: number): Match | null {
    if (!this.text.startsWith('~~', at) || !/\S/.test(this.text.charAt(at + 2))) return null;
    const close = this.find('~~', at + 3, (end) => /\S/.test(this.text.charAt(end - 1)));
    if (close === null) return null;
    return { inlines: [{ kind: 'strike', children: this.inside(at + 2, close) }], end: close + 2 };
  }

  /** Code between runs of as many backquotes. */
  private code(at: number): Match | null {
    const length = this.runLength(at);
    const mark = '`'.repeat(length);
    const fits = (end: number): boolean => this.text[end - 1] !== '`' && this.text[end + length] !== '`';
    const close = this.find(mark, at + length + 1, fits);
    if (close === null) return null;
    const code = this.text.slice(at + length, close).trim();
    return { inlines: [{ kind: 'code', text: code }], end: close + length };
  }

  private lineBreak(at: number): Match | null {
    const spaces = / {2,}\n(?!\s*$)/y;
    spaces.lastIndex = at;
    return spaces.test(this.text) ? { inlines: [{ kind: 'break' }], end: spaces.lastIndex } : null;
  }
}

/** The bracket that ends an address after `(`; three pairs may stand in each other. */
function targetEnd(text: string, open: number): number | null {
  for (let at = open + 1, depth = 0; at < text.length; at++) {
    if (text[at] === '(' && ++depth > 3) return null;
    if (text[at] === ')' && --depth < 0) return at;
  }
  return null;
}

/** A link; an address without a scheme is one of the web. */
function linkTo(href: string, children: readonly Inline[]): Inline {
  const whole = schemeOf(href) === null && !href.startsWith('/') ? `http://${href}` : href;
  return { kind: 'link', href: safeHref(whole), children };
}
