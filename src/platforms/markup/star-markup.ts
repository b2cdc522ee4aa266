/**
 * The markup that chats of Slack's family share: `*bold*`, `_italic_`, `~strike~`, code, fences, quotes. What differs
 * is a dialect. Documentation is silent about which characters may stand around a marker; here markers work at the
 * edges of words only.
 */
import { emojiNamed } from './emoji-names';
import { type Block, type Inline, safeHref } from '../preview/preview';

/** A finished piece of a line, and how many UTF-16 units it takes. */
export interface MarkupToken {
  readonly inline: Inline;
  readonly length: number;
}

/** What a marker does to the text between two of it. */
export type Style = 'bold' | 'italic' | 'strike';

/** What a platform makes of the rest. */
export interface Dialect {
  /** Reads the piece that begins at `<` or `[`, or returns null where nothing does. */
  readonly bracket: (line: string, at: number) => MarkupToken | null;
  /** Decodes the character references that the platform knows. */
  readonly decode: (text: string) => string;
  /** The text of code; most platforms read nothing in it. */
  readonly code: (text: string) => string;
  /** Emoji by name are replaced. */
  readonly emoji: boolean;
  /** What a quoted line begins with, or null where nothing is a quote. */
  readonly quote: RegExp | null;
  /** What an item of a list begins with, or null where lists are plain text. */
  readonly item: RegExp | null;
  /** What the markers mean: one or two of `*`, `_`, `~`. Others are text. */
  readonly markers: Readonly<Record<string, Style>>;
  /** Characters after which a marker begins nothing, besides letters and digits. */
  readonly before: string;
}

/** Reads a text. Takes time linear in its length, whatever it is. */
export function parseStarMarkup(text: string, dialect: Dialect): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let at = 0;
  // A fence without its end, or with nothing in it, is text.
  for (;;) {
    const open = text.indexOf('```', at);
    const close = open < 0 ? -1 : text.indexOf('```', open + 3);
    if (close < 0) break;
    at = close + 3;
    if (close === open + 3) continue;
    addLines(blocks, text.slice(start, open).replace(/\n$/, ''), dialect);
    const code = text
      .slice(open + 3, close)
      .replace(/^\n/, '')
      .replace(/\n$/, '');
    blocks.push({ kind: 'code', language: '', text: dialect.code(code) });
    start = text[at] === '\n' ? at + 1 : at;
    at = start;
  }
  addLines(blocks, text.slice(start), dialect);
  return blocks;
}

type LineKind = 'text' | 'quote' | 'item';

/** Groups lines: quoted ones, items of a list, and the others, which are a paragraph. */
function addLines(blocks: Block[], text: string, dialect: Dialect): void {
  if (text === '') return;
  let run: (readonly Inline[])[] = [];
  let kind: LineKind = 'text';
  const flush = (): void => {
    if (run.length === 0) return;
    if (kind === 'item') {
      const items = run.map((children): readonly Block[] => [{ kind: 'paragraph', children }]);
      blocks.push({ kind: 'list', ordered: false, start: 1, items });
    } else {
      const children = run.flatMap((line, i): readonly Inline[] => (i === 0 ? line : [{ kind: 'break' }, ...line]));
      const paragraph: Block = { kind: 'paragraph', children };
      blocks.push(kind === 'quote' ? { kind: 'quote', collapsed: false, children: [paragraph] } : paragraph);
    }
    run = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const quote = dialect.quote?.exec(line) ?? null;
    const item = quote === null ? (dialect.item?.exec(line) ?? null) : null;
    const next: LineKind = quote !== null ? 'quote' : item !== null ? 'item' : 'text';
    if (next !== kind) {
      flush();
      kind = next;
    }
    run.push(parseLine(line.slice((quote ?? item)?.[0].length ?? 0), dialect));
  }
  flush();
}

/** A marker that may begin or end a style. */
interface MarkerToken {
  readonly kind: 'marker';
  readonly text: string;
  readonly style: Style | null;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A piece of a line: something finished, or a marker. */
type Token = { readonly kind: 'inline'; readonly inline: Inline } | MarkerToken;

const wordChar = /[\p{L}\p{N}]/u;

function isWord(char: string | undefined): boolean {
  return char !== undefined && wordChar.test(char);
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

/** A marker works at the edge of words: `snake_case` and `5 * 3` are plain. */
function markerAt(line: string, at: number, dialect: Dialect): MarkerToken {
  const char = line.charAt(at);
  const style = (text: string): Style | null =>
    Object.hasOwn(dialect.markers, text) ? (dialect.markers[text] ?? null) : null;
  const length = line[at + 1] === char && style(char + char) !== null ? 2 : 1;
  const text = line.slice(at, at + length);
  const before = line[at - 1];
  const after = line[at + length];
  const alone = before !== char && after !== char;
  return {
    kind: 'marker',
    text,
    style: style(text),
    opens: alone && !isWord(before) && !dialect.before.includes(before ?? ' ') && !isSpace(after),
    closes: alone && !isWord(after) && !isSpace(before),
  };
}

const codeSpan = /`([^`]+)`/y;
const emojiName = /:([a-z0-9_+'-]{1,100}):(?::skin-tone-[2-6]:)?/y;
const bareLink = /https?:\/\/[^\s<>|`]+/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The finished piece that begins at `at`, or null. */
function pieceAt(line: string, at: number, dialect: Dialect, marks: boolean): MarkupToken | null {
  switch (line[at]) {
    case '<':
    case '[':
      return dialect.bracket(line, at);
    case '`': {
      const match = marks ? matchAt(codeSpan, line, at) : null;
      if (match === null || match[1]?.trim() === '') return null;
      return { inline: { kind: 'code', text: dialect.code(match[1] ?? '') }, length: match[0].length };
    }
    case ':': {
      const match = dialect.emoji ? matchAt(emojiName, line, at) : null;
      if (match === null) return null;
      const name = match[1] ?? '';
      return { inline: { kind: 'emoji', text: emojiNamed(name) ?? match[0], name }, length: match[0].length };
    }
    case 'h': {
      const url = isWord(line[at - 1]) ? '' : withoutPunctuation(matchAt(bareLink, line, at)?.[0] ?? '');
      if (!/\/\/./.test(url)) return null;
      const text = dialect.decode(url);
      return { inline: { kind: 'link', href: safeHref(text), children: [{ kind: 'text', text }] }, length: url.length };
    }
    default:
      return null;
  }
}

/** Reads the pieces of a line; without `marks`, backquotes and markers are text. */
function tokensOf(line: string, dialect: Dialect, marks: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  const flush = (to: number): void => {
    if (to > start) {
      tokens.push({ kind: 'inline', inline: { kind: 'text', text: dialect.decode(line.slice(start, to)) } });
    }
  };
  const special = /[`<[:h*_~]/g;
  for (let found = special.exec(line); found !== null; found = special.exec(line)) {
    const at = found.index;
    const [char] = found;
    if (at < start) continue;
    const piece = pieceAt(line, at, dialect, marks);
    if (piece !== null) {
      flush(at);
      tokens.push({ kind: 'inline', inline: piece.inline });
      start = at + piece.length;
    } else if (marks && '*_~'.includes(char)) {
      flush(at);
      const token = markerAt(line, at, dialect);
      tokens.push(token);
      start = at + token.text.length;
    }
    special.lastIndex = Math.max(start, at + 1);
  }
  flush(line.length);
  return tokens;
}

/** Punctuation after an address belongs to the sentence. */
function withoutPunctuation(url: string): string {
  let end = url.length;
  while (end > 0 && '.,:;!?*_~)\'"'.includes(url[end - 1] ?? ' ')) end--;
  return url.slice(0, end);
}

/** A style that has begun: where its content starts among the inlines read so far. */
interface Open {
  readonly text: string;
  readonly from: number;
}

/**
 * Reads one line. Pairs markers: the first that opens with the first after it that closes; what is open inside is plain
 * then.
 */
function parseLine(line: string, dialect: Dialect): readonly Inline[] {
  const out: Inline[] = [];
  const open: Open[] = [];
  for (const token of tokensOf(line, dialect, true)) {
    if (token.kind === 'inline') {
      out.push(token.inline);
      continue;
    }
    const { style, text } = token;
    const index = open.findIndex((o) => o.text === text);
    const opened = open[index];
    if (style !== null && token.closes && opened !== undefined && out.length > opened.from + 1) {
      const children = out.splice(opened.from + 1);
      out[opened.from] = { kind: style, children };
      open.length = index;
      continue;
    }
    if (style !== null && token.opens && opened === undefined) open.push({ text, from: out.length });
    out.push({ kind: 'text', text });
  }
  return out;
}

/** A text in which only brackets, addresses and emoji are read. */
export function parseLines(text: string, dialect: Dialect): readonly Block[] {
  const children = text.split(/\r\n|\r|\n/).flatMap((line, i): readonly Inline[] => {
    const inlines = tokensOf(line, dialect, false).flatMap((token) => (token.kind === 'inline' ? [token.inline] : []));
    return i === 0 ? inlines : [{ kind: 'break' }, ...inlines];
  });
  return [{ kind: 'paragraph', children }];
}
