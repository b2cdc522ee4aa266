/**
 * Slack's own markup, mrkdwn: `*bold*`, `_italic_`, `~strike~`, code, quotes, and everything that stands between `<` and
 * `>`. https://docs.slack.dev/messaging/formatting-message-text/ documents it; where that is silent (which characters may
 * stand around a marker), this follows what the clients are known to do.
 */
import { emojiNamed } from '../emoji-names';
import { type Block, type Inline, inlineText, plain, safeHref } from '../preview';

/** What is read in a text. */
export interface MrkdwnRules {
  /** `*`, `_`, `~`, backquotes and `>` at the beginning of a line mean something. */
  readonly styles: boolean;
}

/** Slack cuts a message after so many characters: https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
export const longestText = 40_000;

/** Reads a text, as much of it as Slack does. Takes time linear in its length, whatever it is. */
export function parseMrkdwn(whole: string, rules: MrkdwnRules = { styles: true }): readonly Block[] {
  const text = cutAt(whole, longestText);
  return rules.styles ? parseBlocks(text) : [{ kind: 'paragraph', children: lines(text, parsePlainLine) }];
}

/** The first characters (code points) of a text. */
function cutAt(text: string, characters: number): string {
  if (text.length <= characters) return text;
  let end = 0;
  for (let i = 0; i < characters && end < text.length; i++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

/** Splits at fences; one without its end, or with nothing in it, is text. */
function parseBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let at = 0;
  for (;;) {
    const open = text.indexOf('```', at);
    const close = open < 0 ? -1 : text.indexOf('```', open + 3);
    if (close < 0) break;
    at = close + 3;
    if (close === open + 3) continue;
    addLines(blocks, text.slice(start, open).replace(/\n$/, ''));
    const code = text
      .slice(open + 3, close)
      .replace(/^\n/, '')
      .replace(/\n$/, '');
    blocks.push({ kind: 'code', language: '', text: literal(code) });
    start = text[at] === '\n' ? at + 1 : at;
    at = start;
  }
  addLines(blocks, text.slice(start));
  return blocks;
}

/** Lines that begin with `>`, escaped or not, are a quote; the others are a paragraph. */
function addLines(blocks: Block[], text: string): void {
  if (text === '') return;
  let run: string[] = [];
  let quoting = false;
  const flush = (): void => {
    if (run.length === 0) return;
    const paragraph: Block = { kind: 'paragraph', children: lines(run.join('\n'), parseLine) };
    blocks.push(quoting ? { kind: 'quote', collapsed: false, children: [paragraph] } : paragraph);
    run = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = /^(?:>|&gt;) ?/.exec(line);
    if ((mark !== null) !== quoting) {
      flush();
      quoting = mark !== null;
    }
    run.push(mark === null ? line : line.slice(mark[0].length));
  }
  flush();
}

function lines(text: string, parse: (line: string) => readonly Inline[]): readonly Inline[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, i): readonly Inline[] => (i === 0 ? parse(line) : [{ kind: 'break' }, ...parse(line)]));
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Marker = keyof typeof styles;

function isMarker(char: string): char is Marker {
  return Object.hasOwn(styles, char);
}

/** A piece of a line: something finished, or a marker that may begin or end a style. */
type Token =
  | { readonly kind: 'inline'; readonly inline: Inline }
  | { readonly kind: 'marker'; readonly marker: Marker; readonly opens: boolean; readonly closes: boolean };

const wordChar = /[\p{L}\p{N}]/u;

function isWord(char: string | undefined): boolean {
  return char !== undefined && wordChar.test(char);
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

/** A marker works at the edge of words only, and not doubled: `snake_case`, `5 * 3` and `**x**` are plain. */
function markerAt(line: string, at: number, marker: Marker): Token {
  const before = line[at - 1];
  const after = line[at + 1];
  const doubled = before === marker || after === marker;
  return {
    kind: 'marker',
    marker,
    opens: !doubled && !isWord(before) && !isSpace(after),
    closes: !doubled && !isSpace(before) && !isWord(after),
  };
}

const codeSpan = /`([^`]+)`/y;
const control = /<([^<>]+)>/y;
const controls = /<([^<>\n]+)>/g;
const emojiName = /:([a-z0-9_+'-]{1,100}):(?::skin-tone-[2-6]:)?/y;
const bareLink = /https?:\/\/[^\s<>|`]+/y;
const special = /[`<:&h*_~]/g;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads the finished pieces of a line. With `marks` off, only what stands between `<` and `>`, links and emoji. */
function tokensOf(line: string, marks: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  const flush = (to: number): void => {
    if (to > start) tokens.push({ kind: 'inline', inline: { kind: 'text', text: entities(line.slice(start, to)) } });
  };
  // A piece that has no end on this line is looked for once, not at each of its beginnings.
  const lastBackquote = line.lastIndexOf('`');
  const lastBracket = line.lastIndexOf('>');
  special.lastIndex = 0;
  for (let found = special.exec(line); found !== null; found = special.exec(line)) {
    const at = found.index;
    const char = found[0];
    let length = 0;
    let token: Token | null = null;
    if (char === '`' && marks && at < lastBackquote) {
      const match = matchAt(codeSpan, line, at);
      if (match !== null && match[1]?.trim() !== '') {
        length = match[0].length;
        token = { kind: 'inline', inline: { kind: 'code', text: literal(match[1] ?? '') } };
      }
    } else if (char === '<' && at < lastBracket) {
      const match = matchAt(control, line, at);
      const inline = match === null ? null : controlInline(match[1] ?? '');
      if (match !== null && inline !== null) {
        length = match[0].length;
        token = { kind: 'inline', inline };
      }
    } else if (char === ':') {
      const match = matchAt(emojiName, line, at);
      if (match !== null) {
        const name = match[1] ?? '';
        length = match[0].length;
        token = { kind: 'inline', inline: { kind: 'emoji', text: emojiNamed(name) ?? match[0], name } };
      }
    } else if (char === 'h' && !isWord(line[at - 1])) {
      const url = withoutPunctuation(matchAt(bareLink, line, at)?.[0] ?? '');
      if (/\/\/./.test(url)) {
        const href = entities(url);
        length = url.length;
        token = {
          kind: 'inline',
          inline: { kind: 'link', href: safeHref(href), children: [{ kind: 'text', text: href }] },
        };
      }
    } else if (marks && isMarker(char)) {
      length = 1;
      token = markerAt(line, at, char);
    }
    if (token === null) continue;
    flush(at);
    tokens.push(token);
    start = at + length;
    special.lastIndex = start;
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
  readonly marker: Marker;
  readonly from: number;
}

/** Pairs markers: the first that opens with the first after it that closes; what is open inside is plain then. */
function parseLine(line: string): readonly Inline[] {
  const out: Inline[] = [];
  const open: Open[] = [];
  for (const token of tokensOf(line, true)) {
    if (token.kind === 'inline') {
      out.push(token.inline);
      continue;
    }
    const { marker } = token;
    const index = open.findIndex((o) => o.marker === marker);
    const opened = open[index];
    if (token.closes && opened !== undefined && out.length > opened.from + 1) {
      const children = out.splice(opened.from + 1);
      out[opened.from] = { kind: styles[marker], children };
      open.length = index;
      continue;
    }
    if (token.opens && opened === undefined) open.push({ marker, from: out.length });
    out.push({ kind: 'text', text: marker });
  }
  return out;
}

function parsePlainLine(line: string): readonly Inline[] {
  return tokensOf(line, false).flatMap((token) => (token.kind === 'inline' ? [token.inline] : []));
}

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

/** The first of each kind of remark on a text. */
export function remarksOn(text: string): readonly Remark[] {
  const first = new Map<Remark['code'], Remark>();
  const note = (code: Remark['code'], from: number, length: number): void => {
    if (!first.has(code)) first.set(code, { code, from, to: from + length });
  };
  for (const match of text.matchAll(controls)) {
    const inline = controlInline(match[1] ?? '');
    if (inline === null) note('unescaped', match.index, match[0].length);
    else if (inline.kind === 'mention') note(inline.loud ? 'loud-mention' : 'mention', match.index, match[0].length);
  }
  const foreign = /\*\*[^\s*][^*\n]*\*\*|\[[^\][\n]+\]\(https?:[^()\s]+\)/.exec(text);
  if (foreign !== null) note('not-mrkdwn', foreign.index, foreign[0].length);
  return [...first.values()];
}
