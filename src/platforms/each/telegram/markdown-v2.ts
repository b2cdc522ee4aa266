/**
 * `parse_mode: "MarkdownV2"`: entities nest, and every reserved character outside of them needs a backslash.
 * https://core.telegram.org/bots/api#markdownv2-style
 */
import type { Place } from '../../body/verdict';
import { type FormattedDate, dateOf, latestDate } from './dates';
import { EntityError, type EntityText, type Mark, type Parsed, atByte, parsedBy, preStart } from './entities';
import { customEmojiId, tgParameters } from './links';

/** Reads a text. Takes time in proportion to its length. */
export function parseMarkdownV2(raw: string): Parsed {
  return parsedBy((_, out) => {
    new Reader(raw, out).read();
  }, raw);
}

type Kind = Exclude<Mark['kind'], 'user' | 'date'>;

/** An entity whose end has not come yet. */
interface Open {
  readonly kind: Kind;
  /** Where it begins in the markup. */
  readonly begin: number;
  /** Where its content begins in the text. */
  readonly start: number;
  readonly language: string;
}

/** Telegram's names of entities, as its answers have them. */
function nameOf({ kind, language }: Open): string {
  switch (kind) {
    case 'bold':
      return 'Bold';
    case 'italic':
      return 'Italic';
    case 'underline':
      return 'Underline';
    case 'strike':
      return 'Strikethrough';
    case 'spoiler':
      return 'Spoiler';
    case 'code':
      return 'Code';
    case 'pre':
      return language === '' ? 'Pre' : 'PreCode';
    case 'link':
      return 'TextUrl';
    case 'emoji':
      return 'CustomEmoji';
    case 'quote':
      return 'BlockQuote';
    default:
      return kind satisfies never;
  }
}

/** What begins and ends entities, the longer ones first; `[` and `![` end in `]`. */
const marks: readonly (readonly [string, Kind])[] = [
  ['```', 'pre'],
  ['`', 'code'],
  ['__', 'underline'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strike'],
  ['||', 'spoiler'],
  ['![', 'emoji'],
  ['[', 'link'],
];

/** Text that means nothing but itself. */
const plainText = /[^\\_*[\]()~`>#+\-=|{}.!\r\n]+/y;
const plainCode = /[^\\`]+/y;

class Reader {
  private at = 0;
  private readonly open: Open[] = [];
  /** Whether nothing but markup and carriage returns stands before this on the line: a `>` may begin a quote. */
  private lineStart = true;
  private quoted = false;
  private expandable = false;

  constructor(
    private readonly raw: string,
    private readonly out: EntityText,
  ) {}

  read(): void {
    while (this.at < this.raw.length) this.step();
    if (this.open.at(-1)?.kind === 'quote') this.endQuote();
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) this.failUnclosed(unclosed);
  }

  private step(): void {
    if (this.quoted && this.lineStart && !this.inCode && this.atLineOfQuote()) return;
    const plain = this.inCode ? plainCode : plainText;
    plain.lastIndex = this.at;
    const run = plain.exec(this.raw)?.[0];
    if (run !== undefined) this.write(run);
    else if (!this.readEscape() && !this.readEnd() && !this.readBegin()) this.readRest();
  }

  private get inCode(): boolean {
    const kind = this.open.at(-1)?.kind;
    return kind === 'code' || kind === 'pre';
  }

  private write(text: string): void {
    this.out.write(text);
    this.at += text.length;
    this.lineStart = false;
  }

  private looksAt(text: string): boolean {
    return this.raw.startsWith(text, this.at);
  }

  /** At the start of a line after one of a quote: a `>` goes on with it, anything else ends it. */
  private atLineOfQuote(): boolean {
    if (this.looksAt('>') && !this.expandable) {
      this.at++;
      this.lineStart = false;
      return true;
    }
    this.endQuote();
    return false;
  }

  private endQuote(): void {
    const top = this.open.pop();
    if (top === undefined) return;
    if (top.kind !== 'quote') this.failUnclosed(top);
    this.out.mark({ kind: 'quote', expandable: this.expandable }, top.start, { from: top.begin, to: this.at });
    this.quoted = false;
    this.expandable = false;
  }

  /** A backslash makes any ASCII character itself. */
  private readEscape(): boolean {
    if (!this.looksAt('\\')) return false;
    const next = this.raw.charCodeAt(this.at + 1);
    if (next >= 1 && next <= 126) {
      this.at++;
      this.write(this.raw.charAt(this.at));
    } else this.write('\\');
    return true;
  }

  /** The end of the innermost entity. */
  private readEnd(): boolean {
    const top = this.open.at(-1);
    if (top === undefined) return false;
    if (top.kind === 'quote') return this.readExpandability();
    const bracket = top.kind === 'link' || top.kind === 'emoji';
    const closing = bracket ? ']' : (marks.find(([, kind]) => kind === top.kind)?.[0] ?? '');
    if (!this.looksAt(closing) || (top.kind === 'italic' && this.looksAt('__'))) return false;
    this.open.pop();
    this.at += closing.length;
    const source = (): { from: number; to: number } => ({ from: top.begin, to: this.at });
    if (top.kind === 'link') {
      const address = this.readAddress();
      this.out.link(address, top.start, source());
    } else if (top.kind === 'emoji') {
      const address = this.readAddress();
      this.out.mark(emojiOrDate(address, source()), top.start, source());
    } else if (top.kind === 'code' || top.kind === 'pre') {
      this.out.mark({ kind: top.kind, language: top.language }, top.start, source());
    } else this.out.mark({ kind: top.kind }, top.start, source());
    return true;
  }

  /** `||` at the end of a quote's line ends the quote and lets it collapse. */
  private readExpandability(): boolean {
    if (!this.looksAt('||')) return false;
    const next = this.raw[this.at + 2];
    if (next !== undefined && next !== '\n' && next !== '\r') return false;
    this.at += 2;
    this.expandable = true;
    return true;
  }

  /** `(address)` after a bracket, or null when there is none. */
  private readAddress(): string | null {
    if (!this.looksAt('(')) return null;
    const begin = this.at + 1;
    let address = '';
    for (let i = begin; i < this.raw.length; i++) {
      const next = this.raw.charCodeAt(i + 1);
      if (this.raw[i] === '\\' && next >= 1 && next <= 126) i++;
      else if (this.raw[i] === ')') {
        this.at = i + 1;
        return address;
      }
      address += this.raw.charAt(i);
    }
    throw new EntityError(atByte("Can't find end of a URL", this.raw, begin), { from: begin, to: begin });
  }

  private readBegin(): boolean {
    const [mark, kind] = marks.find(([text]) => this.looksAt(text)) ?? [];
    if (mark === undefined || kind === undefined || (this.inCode && !mark.startsWith('`'))) return false;
    const begin = this.at;
    const pre = kind === 'pre' ? preStart(this.raw, begin + 3) : null;
    this.at = pre?.from ?? begin + mark.length;
    this.open.push({ kind, begin, start: this.out.length, language: pre?.language ?? '' });
    return true;
  }

  /** Line breaks, quotes, and reserved characters. */
  private readRest(): void {
    const c = this.raw.charAt(this.at);
    if (c === '\n' || c === '\r') {
      this.out.write(c);
      this.at++;
      if (c === '\n') this.lineStart = true;
    } else if (c === '>' && this.lineStart && !this.quoted) {
      this.open.push({ kind: 'quote', begin: this.at, start: this.out.length, language: '' });
      this.quoted = true;
      this.lineStart = false;
      this.at++;
    } else {
      const reason = `Character '${c}' is reserved and must be escaped with the preceding '\\'`;
      throw new EntityError(reason, { from: this.at, to: this.at + 1 });
    }
  }

  private failUnclosed(open: Open): never {
    const reason = atByte(`Can't find end of ${nameOf(open)} entity`, this.raw, open.begin);
    throw new EntityError(reason, { from: open.begin, to: open.begin + 1 });
  }
}

/** What `![…](…)` marks: a custom emoji or a date, which its address tells. */
function emojiOrDate(address: string | null, source: Place): Mark {
  if (address === null) throw new EntityError('The entity must contain a tg://emoji or tg://time URL', source);
  const id = customEmojiId(tgParameters(address, 'emoji')?.find(([key]) => key === 'id')?.[1] ?? '');
  if (id !== null) return { kind: 'emoji', id };
  const date = dateAt(address);
  if (date === null) throw new EntityError('Invalid tg://emoji or tg://time URL specified', source);
  return { kind: 'date', date };
}

/** The date of an address `tg://time?unix=…&format=…`; the last of each parameter counts. */
function dateAt(address: string): FormattedDate | null {
  const parameters = tgParameters(address, 'time') ?? [];
  const times = parameters.filter(([key]) => key === 'unix').map(([, value]) => value);
  if (!times.every((time) => /^[1-9]\d{0,9}$/.test(time) && Number(time) <= latestDate)) return null;
  const format = parameters.findLast(([key]) => key === 'format')?.[1] ?? '';
  const [unix] = times.slice(-1);
  return unix === undefined ? null : dateOf(Number(unix), format);
}
