/**
 * The blocks of a post, as Mattermost’s web client finds them. Its reader is a fork of marked of 2015 with rules of its
 * own, which no later version follows: written here by those rules and held to its answers.
 * https://github.com/mattermost/marked
 */
import type { Block, Inline } from '../../preview/preview';
import {
  barredColumns,
  beginsBlock,
  bullet,
  cellsOf,
  columns,
  definition,
  fence,
  heading,
  isItem,
  linesOf,
  listEnds,
  parted,
  quote,
  rule,
  underline,
  withBox,
} from './line-kinds';

/** Addresses that links name elsewhere in the text, by their names in small letters. */
export type Definitions = ReadonlyMap<string, string>;

/** Reads what stands within a paragraph, a heading or a cell. */
export type ReadInlines = (text: string, definitions: Definitions) => readonly Inline[];

/** How deep blocks nest in each other; what is deeper is a paragraph. */
const deepest = 16;

/** Where a block stands: only paragraphs, tables and definitions of the top, or of a quote in it, are known. */
interface Surroundings {
  readonly top: boolean;
  readonly quoted: boolean;
  readonly depth: number;
}

/** Reads the blocks of a text. */
export function readBlocks(text: string, readInlines: ReadInlines): readonly Block[] {
  const lines = linesOf(text);
  const found = new Map<string, string>();
  const top: Surroundings = { top: true, quoted: false, depth: 0 };
  const blocks = new BlockReader(lines, top, readInlines, found).read();
  // A link may stand before the definition of its address.
  return found.size === 0 ? blocks : new BlockReader(lines, top, readInlines, found).read();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private at = 0;
  /** Fences of three that nothing closes: no longer one is closed after them either. */
  private readonly unclosed = new Set<string>();
  /** Up to where the end of the list at hand is known. */
  private closed = 0;

  constructor(
    private readonly lines: string[],
    private readonly where: Surroundings,
    private readonly readInlines: ReadInlines,
    private readonly definitions: Map<string, string>,
  ) {}

  read(): readonly Block[] {
    if (this.where.depth > deepest) return [{ kind: 'paragraph', children: this.inlines(this.lines.join('\n')) }];
    while (this.at < this.lines.length) {
      if (this.line(this.at) === '') this.at++;
      else this.block();
    }
    return this.blocks;
  }

  private line(at: number): string {
    return this.lines[at] ?? '';
  }

  private block(): void {
    const read =
      this.indented() ||
      this.fenced() ||
      this.headed() ||
      this.table(columns) ||
      this.underlined() ||
      this.ruled() ||
      this.quoted() ||
      this.listed() ||
      this.defined() ||
      this.table(barredColumns);
    if (!read) this.paragraph();
  }

  private inlines(text: string): readonly Inline[] {
    return this.readInlines(text, this.definitions);
  }

  private inside(lines: string[], changed: Partial<Surroundings>): readonly Block[] {
    const where = { ...this.where, ...changed, depth: this.where.depth + 1 };
    return new BlockReader(lines, where, this.readInlines, this.definitions).read();
  }

  /** Four spaces make code, empty lines between such lines included. */
  private indented(): boolean {
    if (!this.line(this.at).startsWith('    ')) return false;
    let end = this.at;
    for (let at = this.at; at < this.lines.length; at++) {
      if (this.line(at).startsWith('    ')) end = at + 1;
      else if (this.line(at).trim() !== '') break;
    }
    const code = this.lines.slice(this.at, end).map((line) => line.replace(/^ {4}/, ''));
    this.blocks.push({ kind: 'code', language: '', text: code.join('\n').trimEnd() });
    this.at = end;
    this.skipBlank();
    return true;
  }

  /**
   * The line that closes the fence which a line opens; of one that nothing closes, the end of a text that ends in a
   * line feed.
   */
  private fenceEnd(at: number): number | null {
    const [, mark = ''] = fence.exec(this.line(at)) ?? [];
    if (mark === '' || this.unclosed.has(mark.slice(0, 3))) return null;
    const closing = new RegExp(`^ {0,3}${mark}[~\`]* *$`);
    for (let end = at + 1; end < this.lines.length; end++) if (closing.test(this.line(end))) return end;
    if (this.lines.length > at + 1 && this.line(this.lines.length - 1) === '') return this.lines.length - 1;
    if (mark.length === 3) this.unclosed.add(mark);
    return null;
  }

  private fenced(): boolean {
    const end = this.fenceEnd(this.at);
    if (end === null) return false;
    const language = /\S+/.exec(fence.exec(this.line(this.at))?.[2] ?? '')?.[0] ?? '';
    this.blocks.push({ kind: 'code', language, text: this.lines.slice(this.at + 1, end).join('\n') });
    this.at = end + 1;
    return true;
  }

  private headed(): boolean {
    const [, marks = '', text = ''] = heading.exec(this.line(this.at)) ?? [];
    if (marks === '') return false;
    this.heading(marks.length, text);
    this.at++;
    return true;
  }

  private heading(depth: number, text: string): void {
    const level = ([1, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 6;
    this.blocks.push({ kind: 'heading', level, children: this.inlines(text) });
  }

  /** A line over `---` or `===`. */
  private underlined(at = this.at, only = false): boolean {
    if (!underline.test(this.line(at + 1))) return false;
    if (only) return true;
    this.heading(
      this.line(at + 1)
        .trim()
        .startsWith('=')
        ? 1
        : 2,
      this.line(at),
    );
    this.at += 2;
    return true;
  }

  private ruled(): boolean {
    if (!rule.test(this.line(this.at))) return false;
    this.blocks.push({ kind: 'rule' });
    this.at++;
    this.skipBlank();
    return true;
  }

  /** Lines of spaces after code and rules are a part of them; elsewhere they are text. */
  private skipBlank(): void {
    while (this.at < this.lines.length - 1 && this.line(this.at).trim() === '') this.at++;
  }

  /** A quote goes on to the next empty line, whatever begins there; quotes that follow each other are one. */
  private quoted(): boolean {
    const lines: string[] = [];
    let at = this.at;
    while (quote.test(this.line(at))) {
      while (at < this.lines.length && this.line(at) !== '') {
        if (lines.length > 0 && definition.test(this.line(at))) break;
        lines.push(this.line(at++).replace(/^ *> ?/, ''));
      }
      if (at < this.lines.length) lines.push('');
      for (; at < this.lines.length && this.line(at) === ''; at++) lines.push('');
      if (quote.test(this.line(at))) lines.pop();
    }
    if (lines.length === 0) return false;
    this.at = at;
    this.blocks.push({ kind: 'quote', collapsed: false, children: this.inside(lines, { quoted: true }) });
    return true;
  }

  /** Whether a list begins at a line. */
  private listAt(at: number): boolean {
    const [mark] = bullet.exec(this.line(at)) ?? [];
    return mark !== undefined && (this.line(at).length > mark.length || at + 1 < this.lines.length);
  }

  /** Items have bullets of any kind, indented alike. What follows an item without an indentation ends the list. */
  private listed(): boolean {
    if (!this.listAt(this.at)) return false;
    const [begun = '', indentation = '', mark = ''] = bullet.exec(this.line(this.at)) ?? [];
    // An item without text has the next line, whatever begins there.
    const from = this.at + (this.line(this.at) === begun ? 1 : 0);
    const items: (readonly Block[])[] = [];
    let loose = false;
    for (let going = true; going && bullet.test(this.line(this.at));) {
      const [whole = '', indent = ''] = bullet.exec(this.line(this.at)) ?? [];
      const lines = [this.line(this.at++).slice(whole.length)];
      if (lines[0] !== '' && this.standsAlone(indent)) {
        this.closeList(indentation, from);
        going = false;
      }
      while (going && this.at < this.lines.length && !isItem(this.line(this.at), indent)) {
        going = !listEnds(this.lines, this.at, { indentation, from });
        lines.push(going ? this.line(this.at++) : '');
      }
      const last = !going || this.at >= this.lines.length;
      const looseNext = !last && lines.length > 1 && lines.at(-1) === '';
      const outdent = new RegExp(`^ {1,${String(whole.length)}}`);
      const [first = '', ...rest] = lines.map((line, i) => (i === 0 ? line : line.replace(outdent, '')));
      const task = !loose && !looseNext && !parted(lines) && !underline.test(rest[0] ?? '');
      items.push(this.inside([task ? withBox(first) : first, ...rest], { top: false }));
      if (!last) loose = looseNext;
    }
    this.blocks.push({ kind: 'list', ordered: mark.length > 1, start: Number.parseInt(mark) || 1, items });
    return true;
  }

  /** Whether the line after the first of an item is not the item’s: not indented, and more than one character. */
  private standsAlone(indentation: string): boolean {
    if (!/^\S/.test(this.line(this.at)) || isItem(this.line(this.at), indentation)) return false;
    if (this.line(this.at).length > 1) return true;
    return this.at + 1 < this.lines.length && !isItem(this.line(this.at + 1), indentation);
  }

  /** Where text follows an item and ends the list, a rule or a definition after it has an empty line before it. */
  private closeList(indentation: string, from: number): void {
    if (this.at < this.closed) return;
    let at = this.at;
    while (at < this.lines.length && !listEnds(this.lines, at, { indentation, from })) at++;
    if (at < this.lines.length) this.lines.splice(at, 0, '');
    this.closed = at;
  }

  private defined(): boolean {
    const [, name = '', address = ''] = definition.exec(this.line(this.at)) ?? [];
    if (name === '' || !this.where.top || this.where.quoted) return false;
    this.definitions.set(name.toLowerCase(), address);
    this.at++;
    return true;
  }

  /** Lines of cells under a line of cells and one of dashes; with a bar before each, or with one in each. */
  private table(second: RegExp): boolean {
    const barred = second === barredColumns;
    const first = this.line(this.at);
    const row = barred ? /^ *\|/ : /\|/;
    if (!this.where.top || !second.test(this.line(this.at + 1))) return false;
    if (!(barred ? /^ *\|./ : /^ *\S.*\|/).test(first)) return false;
    let end = this.at + 2;
    while (end < this.lines.length && row.test(this.line(end))) end++;
    const cells = (line: string): readonly (readonly Inline[])[] =>
      cellsOf(line, barred).map((cell) => this.inlines(cell));
    this.blocks.push({ kind: 'table', header: cells(first), rows: this.lines.slice(this.at + 2, end).map(cells) });
    this.at = end;
    return true;
  }

  /** A paragraph goes on to the next line that is empty or begins something else. */
  private paragraph(): void {
    const lines = [this.line(this.at++)];
    while (this.at < this.lines.length && this.line(this.at) !== '' && !this.interrupts(this.at)) {
      lines.push(this.line(this.at++));
    }
    this.blocks.push({ kind: 'paragraph', children: this.inlines(lines.join('\n')) });
  }

  private interrupts(at: number): boolean {
    const line = this.line(at);
    const begins =
      (this.where.top ? /^ *#./ : heading).test(line) ||
      rule.test(line) ||
      quote.test(line) ||
      this.listAt(at) ||
      underline.test(this.line(at + 1)) ||
      this.fenceEnd(at) !== null;
    if (begins) return true;
    return this.where.top ? beginsBlock(line) || definition.test(line) : line.startsWith('    ');
  }
}
