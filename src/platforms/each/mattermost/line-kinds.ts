/**
 * What a line of a post begins or ends, as Mattermost’s web client sees it, by the rules of its fork of
 * marked. https://github.com/mattermost/marked
 */

/** The lines of a text, with four spaces for a tab. */
export function linesOf(text: string): string[] {
  return text
    .replace(/\r\n|[\r\u2424]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/\u00a0/g, ' ')
    .split('\n');
}

/** A heading: its marks and its text. */
export const heading = /^ *(#{1,6}) +(.+?) *#* *$/;
/** What makes a heading of the line before it. */
export const underline = /^ *(?:=|-){2,} *$/;
/** A rule across the post. */
export const rule = /^(?: *[-*_]){3,} *$/;
/** The beginning of a quote. */
export const quote = /^ *>./;
/** The beginning of an item: its indentation, its mark, and the spaces after it. */
export const bullet = /^( *)([*+-]|\d+\.) +/;
/** A fence of code, with what stands after it. */
export const fence = /^ {0,3}(`{3,}|~{3,})([^`~]*)$/;
/** An address that links name: its name and the address. */
export const definition = /^ *\[([^\]]+)\]: *<?((?:\w*:(?:\/\/)?|\/|#)[^\s>]+)>?(?: +["(].+[")])? *$/;
/** The line under the header of a table whose rows begin with a cell. */
export const columns = /^ *[-:]+ *\|[-| :]*$/;
/** The line under the header of a table whose rows begin with a bar. */
export const barredColumns = /^ *\| *[-:]+[-| :]*$/;

/** Elements that stand within a line: https://html.spec.whatwg.org/multipage/text-level-semantics.html */
const withinLines: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup ' +
    'time u var wbr'
  ).split(' '),
);

/** Whether a line begins with a tag of HTML that begins a block; tags within a line and addresses do not. */
export function beginsBlock(line: string): boolean {
  const [, name = ''] = /^<(\w+)/.exec(line) ?? [];
  if (name === '' || withinLines.has(name)) return false;
  const after = line.slice(name.length + 1);
  return !after.startsWith(':/') && !/^[^\w\s@]*@/.test(after);
}

/** Whether a line begins an item with that indentation. */
export function isItem(line: string, indentation: string): boolean {
  return bullet.exec(line)?.[1] === indentation;
}

/** A list that is being read. */
interface OpenList {
  readonly indentation: string;
  /** The line whose end cannot end the list yet. */
  readonly from: number;
}

/**
 * Whether a list ends before a line: at a rule, at a definition, after two empty lines, and after one unless it goes on
 * indented.
 */
export function listEnds(lines: readonly string[], at: number, { indentation, from }: OpenList): boolean {
  const line = lines[at] ?? '';
  if (at <= from) return false;
  if (/^ *(?:[-*_] *){3,}$/.test(line) && (!line.startsWith(' ') || line.startsWith(indentation))) return true;
  if (definition.test(line)) return true;
  if (line === '' || lines[at - 1] !== '' || at - 2 < from) return false;
  return lines[at - 2] === '' || (!line.startsWith(' ') && !isItem(line, indentation));
}

/** Whether the lines of an item have an empty one between them. */
export function parted(lines: readonly string[]): boolean {
  const empty = lines.indexOf('', 1);
  return empty > 0 && lines.slice(empty).some((line) => line.trim() !== '');
}

/** The first line of an item, with the box of a task that is open or done. */
export function withBox(line: string): string {
  return line.replace(/^\[([ |xX])\] /, (_, state: string) => (state === ' ' ? '☐ ' : '☑ '));
}

/** The texts of a row of a table. */
export function cellsOf(row: string, barred: boolean): readonly string[] {
  const bare = barred ? row.replace(/^ *\| *| *\| *$/g, '') : row;
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim());
}
