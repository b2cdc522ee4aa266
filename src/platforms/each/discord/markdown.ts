/**
 * Discord's markup in blocks: headings, subtext, lists, quotes and code. Its apps read it by rules of their own, not as
 * CommonMark. https://support.discord.com/hc/en-us/articles/210298617
 */
import { type Block, type Inline, plainBlock } from '../../preview/preview';
import { type DiscordPlace, discordInlines, discordUnits } from './inline';

/** Reads a text as a place of a message shows it. Never throws, whatever the text. */
export function discordBlocks(text: string, place: DiscordPlace): readonly Block[] {
  const head = text.slice(0, discordUnits);
  const blocks = place.blocks
    ? new BlockReader(head.trim(), place, false).read()
    : [{ kind: 'paragraph' as const, children: discordInlines(head.trim(), place) }];
  return head === text ? blocks : [...blocks, plainBlock(text.slice(head.length))];
}

interface Item {
  readonly indent: number;
  readonly ordered: boolean;
  readonly number: number;
  readonly lines: string[];
}

const deepestList = 10;

class BlockReader {
  private readonly blocks: Block[] = [];
  private paragraph: string[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly place: DiscordPlace,
    private readonly quoted: boolean,
  ) {}

  read(): readonly Block[] {
    while (this.at < this.text.length) {
      if (!(this.quote() || this.heading() || this.list())) this.line();
    }
    this.flush();
    return this.blocks;
  }

  /** Ends the paragraph that is being read, if there is one. */
  private flush(): void {
    const text = this.paragraph.join('\n');
    this.paragraph = [];
    if (text !== '') this.blocks.push({ kind: 'paragraph', children: this.inlines(text) });
  }

  private push(block: Block): void {
    this.flush();
    this.blocks.push(block);
  }

  private inlines(text: string): readonly Inline[] {
    return discordInlines(text, this.place);
  }

  /** The rest of the line from here, without its line feed. */
  private restOfLine(): string {
    const end = this.text.indexOf('\n', this.at);
    return this.text.slice(this.at, end < 0 ? this.text.length : end);
  }

  private skip(line: string): void {
    this.at += line.length + 1;
  }

  /** `> a line`, as many as follow each other, or `>>> ` and the whole rest. Quotes in quotes are text. */
  private quote(): boolean {
    if (this.quoted) return false;
    const first = this.restOfLine();
    const rest = /^ *>>> +/.exec(first)?.[0];
    let content: string;
    if (rest !== undefined) {
      content = this.text.slice(this.at + rest.length);
      this.at = this.text.length;
    } else {
      const lines: string[] = [];
      for (let line = first; this.at < this.text.length; line = this.restOfLine()) {
        const marked = /^ *> +/.exec(line)?.[0];
        if (marked === undefined) break;
        lines.push(line.slice(marked.length));
        this.skip(line);
      }
      if (lines.length === 0) return false;
      content = lines.join('\n');
    }
    this.push({ kind: 'quote', collapsed: false, children: new BlockReader(content, this.place, true).read() });
    return true;
  }

  /** `# ` to `### ` make headings, `-# ` small text. */
  private heading(): boolean {
    const line = this.restOfLine();
    const [, marks = '', text = ''] = /^ *(#{1,3}|-#) +(\S.*)$/.exec(line) ?? [];
    if (marks === '') return false;
    const children = this.inlines(text.trimEnd());
    if (marks === '-#') this.push({ kind: 'paragraph', children: [{ kind: 'small', children }] });
    else this.push({ kind: 'heading', level: marks === '#' ? 1 : marks === '##' ? 2 : 3, children });
    this.skip(line);
    return true;
  }

  /** Lines that begin with `- `, `* ` or `1. `; indented ones belong to the item before them. */
  private list(): boolean {
    const items: Item[] = [];
    while (this.at < this.text.length) {
      const line = this.restOfLine();
      const [, indent = '', mark = '', text = ''] = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/.exec(line) ?? [];
      const last = items.at(-1);
      if (mark !== '') {
        const ordered = mark !== '-' && mark !== '*';
        items.push({ indent: indent.length, ordered, number: ordered ? Number.parseInt(mark) : 1, lines: [text] });
      } else if (last !== undefined && /^ +\S/.test(line)) last.lines.push(line.trim());
      else break;
      this.skip(line);
    }
    if (items.length === 0) return false;
    this.flush();
    this.blocks.push(...this.nested(items, 0));
    return true;
  }

  private nested(items: readonly Item[], depth: number): readonly Block[] {
    const lists: { ordered: boolean; start: number; items: Block[][] }[] = [];
    for (let i = 0; i < items.length;) {
      const item = items[i];
      if (item === undefined) break;
      const inner = depth < deepestList ? item.indent + 2 : Infinity;
      let end = i + 1;
      while ((items[end]?.indent ?? -1) >= inner) end++;
      let list = lists.at(-1);
      if (list?.ordered !== item.ordered) {
        list = { ordered: item.ordered, start: item.number, items: [] };
        lists.push(list);
      }
      list.items.push([
        { kind: 'paragraph', children: this.inlines(item.lines.join('\n')) },
        ...this.nested(items.slice(i + 1, end), depth + 1),
      ]);
      i = end;
    }
    return lists.map((list) => ({ kind: 'list', ...list }));
  }

  /** A line of a paragraph, up to a block of code if one begins in it. */
  private line(): void {
    const line = this.restOfLine();
    for (let fence = line.indexOf('```'); fence >= 0; fence = line.indexOf('```', fence + 1)) {
      // Of two backslashes the first hides the second, and none the fence.
      const escaped = (/\\*$/.exec(line.slice(0, fence))?.[0].length ?? 0) % 2 === 1;
      const code = escaped ? null : codeBlockAt(this.text, this.at + fence);
      if (code === null) continue;
      if (fence > 0) this.paragraph.push(line.slice(0, fence));
      this.push(code.block);
      this.at = code.end;
      if (this.text[this.at] === '\n') this.at++;
      return;
    }
    this.paragraph.push(line);
    this.skip(line);
  }
}

/**
 * Three backquotes, a language alone on the line if one likes, the code, three backquotes. Null where there is no code.
 */
function codeBlockAt(text: string, at: number): { readonly block: Block; readonly end: number } | null {
  const rule = /([A-Za-z\d_+.#-]+)\n/y;
  rule.lastIndex = at + 3;
  const language = rule.exec(text)?.[1] ?? '';
  const starts = language === '' ? [at + 3] : [at + 4 + language.length, at + 3];
  for (const start of starts) {
    let from = start;
    while (text[from] === '\n') from++;
    const close = text.indexOf('```', from + 1);
    if (close < 0) continue;
    const code = text.slice(from, close).replace(/\n+$/, '');
    return { block: { kind: 'code', language: start === at + 3 ? '' : language, text: code }, end: close + 3 };
  }
  return null;
}
