/**
 * `parse_mode: "HTML"`: a handful of tags, of which each must be closed. https://core.telegram.org/bots/api#html-style
 */
import { dateOf, looseNumber } from './dates';
import { EntityError, type EntityText, type Mark, type Parsed, atByte, parsedBy } from './entities';
import { customEmojiId } from './links';

/** Reads a text. Takes time in proportion to its length. */
export function parseHtml(raw: string): Parsed {
  return parsedBy((_, out) => {
    new Reader(raw, out).read();
  }, raw);
}

type Kind = Mark['kind'];

/** The tags Telegram knows. */
const tags: ReadonlyMap<string, Kind> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['span', 'spoiler'],
  ['tg-spoiler', 'spoiler'],
  ['a', 'link'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'quote'],
  ['tg-emoji', 'emoji'],
  ['tg-time', 'date'],
]);

/** A tag that is not closed yet. */
interface Open {
  readonly name: string;
  readonly kind: Kind;
  /** Where it begins in the markup, and its content in the text. */
  readonly begin: number;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, string>;
}

const space = '[ \\t\\r\\n\\0\\v]';
const plainText = /[^<&]+/y;
const tagName = /[^ \t\r\n\0\v>]*/y;
const attributeName = /[^ \t\r\n\0\v>=]*/y;
const spaces = new RegExp(`${space}*`, 'y');
const token = /[A-Za-z0-9.-]*/y;
const reference = /&(?:#x([0-9a-fA-F]*)|#(\d*)|([A-Za-z]*))/y;

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

class Reader {
  private at = 0;
  private readonly open: Open[] = [];
  /** The first half of a surrogate pair written as a number: Telegram refuses them, but only after everything else. */
  private surrogate: { readonly from: number; readonly to: number } | null = null;

  constructor(
    private readonly raw: string,
    private readonly out: EntityText,
  ) {}

  read(): void {
    while (this.at < this.raw.length) {
      this.out.write(this.take(plainText));
      if (this.raw[this.at] === '&') this.out.write(this.readReference());
      else if (this.raw.startsWith('</', this.at)) this.readEndTag();
      else if (this.at < this.raw.length) this.readStartTag();
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) {
      const at = { from: unclosed.begin, to: unclosed.begin + 1 + unclosed.name.length };
      throw new EntityError(`Can't find end tag corresponding to start tag "${unclosed.name}"`, at);
    }
    if (this.surrogate !== null) {
      const reason =
        'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units';
      throw new EntityError(reason, this.surrogate);
    }
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [text = ''] = pattern.exec(this.raw) ?? [];
    this.at += text.length;
    return text;
  }

  private fail(sentence: string, begin: number): never {
    throw new EntityError(atByte(sentence, this.raw, begin), { from: begin, to: Math.max(this.at, begin + 1) });
  }

  /** `&lt;`, `&#60;`, `&#x3c;`; the semicolon may be missing. What is no reference stands for itself. */
  private readReference(): string {
    reference.lastIndex = this.at;
    const [whole = '&', hex, decimal, name = ''] = reference.exec(this.raw) ?? [];
    const digits = hex ?? decimal;
    let text: string | null = null;
    if (digits === undefined) text = named.get(name) ?? null;
    else if (digits !== '' && whole.length < 10) {
      const code = parseInt(digits, hex === undefined ? 10 : 16);
      if (code > 0 && code < 0x10ffff) text = String.fromCodePoint(code);
    }
    const from = this.at;
    if (text === null) {
      this.at++;
      return '&';
    }
    this.at += whole.length;
    if (this.raw[this.at] === ';') this.at++;
    if (/^[\ud800-\udfff]$/.test(text)) {
      this.surrogate ??= { from, to: this.at };
      return '\ufffd';
    }
    return text;
  }

  private readStartTag(): void {
    const begin = this.at++;
    const name = this.take(tagName).toLowerCase();
    if (this.at >= this.raw.length) this.fail('Unclosed start tag', begin);
    const kind = tags.get(name);
    if (kind === undefined) this.fail(`Unsupported start tag "${name}"`, begin);
    const attributes = new Map<string, string>();
    for (;;) {
      this.take(spaces);
      if (this.raw[this.at] === '>') break;
      const [key, value] = this.readAttribute(name, begin);
      attributes.set(key, value);
    }
    this.at++;
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
      this.fail('Tag "span" must have class "tg-spoiler"', begin);
    }
    this.open.push({ name, kind, begin, start: this.out.length, attributes });
  }

  private readAttribute(tag: string, begin: number): readonly [name: string, value: string] {
    const name = this.take(attributeName);
    if (name === '') this.fail(`Empty attribute name in the tag "${tag}"`, begin);
    this.take(spaces);
    if (this.raw[this.at] === '=') {
      this.at++;
      this.take(spaces);
    } else if (this.at < this.raw.length) return [name, ''];
    if (this.at >= this.raw.length) this.fail(`Unclosed start tag "${tag}"`, begin);
    const value = this.readValue(begin);
    if (this.at >= this.raw.length) this.fail('Unclosed start tag', begin);
    return [name, value];
  }

  /** A text in quotes, or a word without them, which is lower-cased. */
  private readValue(begin: number): string {
    const quote = this.raw.charAt(this.at);
    if (quote !== '"' && quote !== "'") {
      const from = this.at;
      const word = this.take(token).toLowerCase();
      const next = this.raw[this.at];
      if (next !== undefined && !/[ \t\r\n\0\v>]/.test(next)) this.fail('Unexpected end of name token', from);
      return word;
    }
    const end = this.raw.indexOf(quote, this.at + 1);
    if (end < 0) {
      this.at = this.raw.length;
      this.fail('Unclosed start tag', begin);
    }
    let value = '';
    this.at++;
    while (this.at < end) value += this.raw[this.at] === '&' ? this.readReference() : this.raw.charAt(this.at++);
    this.at = end + 1;
    return value;
  }

  private readEndTag(): void {
    const begin = this.at;
    this.at += 2;
    const open = this.open.pop();
    if (open === undefined) this.fail('Unexpected end tag', begin);
    const name = this.take(tagName).toLowerCase();
    this.take(spaces);
    if (this.raw[this.at] !== '>') this.fail('Unclosed end tag', begin);
    this.at++;
    if (name !== '' && name !== open.name) {
      const at = atByte('Unmatched end tag', this.raw, begin);
      const reason = `${at}, expected "</${open.name}>", found "</${name}>"`;
      throw new EntityError(reason, { from: begin, to: this.at });
    }
    this.close(open);
  }

  private close({ kind, begin, start, attributes }: Open): void {
    const source = { from: begin, to: this.at };
    const last = this.out.lastSince(start);
    const address = attributes.get('href') ?? '';
    switch (kind) {
      case 'link':
        this.out.link(address === '' ? null : address, start, source);
        break;
      case 'quote':
        this.out.mark({ kind, expandable: attributes.has('expandable') }, start, source);
        break;
      case 'pre':
        if (last?.kind === 'code' && last.language !== '') {
          this.out.remark({ kind, language: last.language }, source);
        } else this.out.mark({ kind, language: '' }, start, source);
        break;
      case 'code': {
        const language = /^language-(.*)$/s.exec(attributes.get('class') ?? '')?.[1] ?? '';
        if (last?.kind === 'pre' && language !== '') this.out.remark({ kind: 'pre', language }, source);
        else this.out.mark({ kind, language }, start, source);
        break;
      }
      case 'emoji': {
        const id = customEmojiId(attributes.get('emoji-id') ?? '');
        if (start === this.out.length) this.out.mark({ kind, id: '' }, start, source);
        else if (id === null) throw new EntityError('Invalid custom emoji identifier specified', source);
        else this.out.mark({ kind, id }, start, source);
        break;
      }
      case 'date': {
        const date = dateOf(looseNumber(attributes.get('unix') ?? ''), attributes.get('format') ?? '');
        const empty = start === this.out.length;
        if (date === null && !empty) throw new EntityError('Invalid date format used', source);
        // A date before 1970, or none, is no date, and its text no more than text.
        if (date !== null && (date.unix > 0 || empty)) this.out.mark({ kind, date }, start, source);
        break;
      }
      case 'user':
        break;
      default:
        this.out.mark({ kind }, start, source);
    }
  }
}
