/**
 * Zulip's Markdown, which is no CommonMark: a backslash means nothing, `_` neither, and blocks of code and quotes are
 * closed by the same fence. https://zulip.com/help/format-your-message-using-markdown and the tests of its reader,
 * https://github.com/zulip/zulip/blob/main/zerver/tests/fixtures/markdown_test_cases.json
 */
import type { Block } from '../../preview/preview';
import { zulipInlines } from './inline';

/** How deep quotes and lists nest in each other; what is deeper is a paragraph. */
const deepest = 16;

/** Reads the text of a message. */
export function parseZulipText(text: string): readonly Block[] {
  const lines = text.replace(/\r\n|\r/g, '\n').split('\n');
  return readFenced(
    lines.map((line) => line.trimEnd().replace(/\t/g, '    ')),
    0,
  );
}

const fence = /^(`{3,}|~{3,}) *\{?\.?([\w+\-./#]*)\}?(?: +(.*))?$/;

/** The mark of a fence, and what it says of the lines in it. Only a spoiler has words after its kind. */
interface Fence {
  readonly mark: string;
  readonly language: string;
  readonly header: string;
}

function fenceOf(line: string): Fence | null {
  const [, mark = '', language = '', header = ''] = fence.exec(line) ?? [];
  return mark === '' || (header !== '' && language !== 'spoiler') ? null : { mark, language, header };
}

/** The line that closes a fence; a quote in the lines has fences of its own. Without one, the end of the lines. */
function closeOf(lines: readonly string[], at: number, open: Fence): number {
  const within = [open];
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const last = within.at(-1) ?? open;
    const inner = line !== last.mark && /^(?:quote|spoiler)$/.test(last.language) ? fenceOf(line) : null;
    if (inner !== null) within.push(inner);
    else if (line === last.mark) within.pop();
    if (within.length === 0) return end;
  }
  return lines.length;
}

function readFenced(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    const open = depth > deepest ? null : fenceOf(lines[at] ?? '');
    if (open === null) continue;
    blocks.push(...readLines(lines.slice(from, at), depth));
    const end = closeOf(lines, at, open);
    blocks.push(...fencedBlocks(open, lines.slice(at + 1, end), depth));
    at = end;
    from = end + 1;
  }
  return [...blocks, ...readLines(lines.slice(from), depth)];
}

function fencedBlocks({ language, header }: Fence, lines: readonly string[], depth: number): readonly Block[] {
  if (language === 'quote') {
    return [{ kind: 'quote', collapsed: false, children: readFenced(lines, depth + 1) }];
  }
  if (language === 'spoiler') {
    const title: readonly Block[] = header === '' ? [] : [{ kind: 'paragraph', children: zulipInlines(header) }];
    return [...title, ...readFenced(lines, depth + 1).map(hidden)];
  }
  return [{ kind: 'code', language: language === 'text' ? '' : language, text: lines.join('\n').replace(/^\n+/, '') }];
}

function hidden(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, children: [{ kind: 'spoiler', children: block.children }] } : block;
}

const heading = /^(#{1,6}) (.*?)#*$/;
const rule = /^ {0,3}(?:-{3,}|_{3,}|\*{3,})$/;
const item = /^( *)([*+-]|\d{1,9}\.) +(.*)$/;

/** Lines without fences: paragraphs, headings, quotes, lists, tables, and code after four spaces, not so in an item. */
function readLines(lines: readonly string[], depth: number, inItem = false): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push(paragraphOf(paragraph));
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const end = depth > deepest ? null : blockEnd(lines, at, { fresh: paragraph.length === 0, inItem });
    if (end === null) {
      if (line === '') flush();
      else paragraph.push(line);
      at++;
      continue;
    }
    flush();
    blocks.push(blockOf(lines.slice(at, end), depth));
    at = end;
  }
  flush();
  return blocks;
}

/** Where the block ends that begins at a line, or null where a paragraph begins or goes on there. */
function blockEnd(
  lines: readonly string[],
  at: number,
  { fresh, inItem }: { readonly fresh: boolean; readonly inItem: boolean },
): number | null {
  const line = lines[at] ?? '';
  if (heading.test(line) || rule.test(line)) return at + 1;
  const blank = lines.indexOf('', at);
  const end = blank < 0 ? lines.length : blank;
  if (/^ {0,3}>/.test(line) && lines.slice(at, end).some((more) => !/^ {0,3}>\s*$/.test(more))) return end;
  if (fresh && !inItem && line.startsWith('    ')) return codeEnd(lines, at);
  if (fresh && isTable(lines, at)) return end;
  return item.exec(line)?.[1]?.length === 0 ? listEnd(lines, at) : null;
}

function codeEnd(lines: readonly string[], at: number): number {
  let end = at;
  for (let next = at; next < lines.length; next++) {
    if (lines[next]?.startsWith('    ') === true) end = next + 1;
    else if (lines[next] !== '') break;
  }
  return end;
}

/** A list goes on after an empty line with further items and with what is indented. */
function listEnd(lines: readonly string[], at: number): number {
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (heading.test(line) || (lines[end - 1] === '' && line !== '' && !/^ {2}/.test(line) && !item.test(line))) {
      return end;
    }
  }
  return lines.length;
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function isTable(lines: readonly string[], at: number): boolean {
  const [first = '', second = ''] = [lines[at], lines[at + 1]];
  if (!first.includes('|') || !/^[|\s:-]*-[|\s:-]*$/.test(second) || !second.includes('|')) return false;
  return cellsOf(first).length === cellsOf(second).length;
}

function blockOf(lines: readonly string[], depth: number): Block {
  const [first = ''] = lines;
  const [, marks = '', title = ''] = heading.exec(first) ?? [];
  if (marks !== '') {
    const level = ([1, 2, 3, 4, 5, 6] as const)[marks.length - 1] ?? 6;
    return { kind: 'heading', level, children: zulipInlines(title.trim()) };
  }
  if (rule.test(first)) return { kind: 'rule' };
  if (/^ {0,3}>/.test(first)) {
    const inside = lines.map((line) => line.replace(/^ {0,3}> ?/, ''));
    return { kind: 'quote', collapsed: false, children: readLines(inside, depth + 1) };
  }
  if (first.startsWith('    ')) {
    return { kind: 'code', language: '', text: lines.map((line) => line.replace(/^ {4}/, '')).join('\n') };
  }
  if (item.test(first)) return listOf(lines, depth);
  const [header = [], , ...rows] = lines.map((line) => cellsOf(line).map(zulipInlines));
  return { kind: 'table', header, rows };
}

/** Two spaces more make a list in an item. Any bullets and numbers are items of one list, of the kind of the first. */
function listOf(lines: readonly string[], depth: number): Block {
  const items: string[][] = [];
  for (const line of lines) {
    const [, indent = '', , text = ''] = item.exec(line) ?? [];
    if (item.test(line) && indent.length < 2) items.push([text]);
    else items.at(-1)?.push(line.replace(/^ {2}/, ''));
  }
  const start = /^\d+/.exec(lines[0] ?? '')?.[0];
  return {
    kind: 'list',
    ordered: start !== undefined,
    start: Number(start ?? 1),
    items: items.map((inside) => readLines(inside, depth + 1, true)),
  };
}

function paragraphOf(lines: readonly string[]): Block {
  return { kind: 'paragraph', children: zulipInlines(lines.map((line) => line.trim()).join('\n')) };
}
