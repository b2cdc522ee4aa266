/**
 * Zulip's Markdown, which is no CommonMark: a backslash means nothing, `_` neither, and blocks of code are closed by
 * the same fence. https://zulip.com/help/format-your-message-using-markdown and
 * https://github.com/zulip/zulip/blob/main/zerver/lib/markdown/__init__.py
 */
import { decodeReferences } from '../../markup/entities';
import { type Block, type Inline, safeHref } from '../../preview/preview';
import { type Dialect, type MarkupToken, parseLine } from '../../markup/star-markup';

const named = /\[([^\][\n]*)\]\(([^()\s]+)\)/y;
const time = /<time:([^<>]*)>/y;

function bracket(line: string, at: number): MarkupToken | null {
  named.lastIndex = at;
  const match = named.exec(line);
  if (match !== null) {
    const [whole, label = '', url = ''] = match;
    const href = decodeReferences(url);
    const text = label === '' ? href : decodeReferences(label);
    return { inline: { kind: 'link', href: safeHref(href), children: [{ kind: 'text', text }] }, length: whole.length };
  }
  time.lastIndex = at;
  const moment = time.exec(line);
  return moment === null ? null : { inline: { kind: 'text', text: moment[1] ?? '' }, length: moment[0].length };
}

const dialect: Dialect = {
  bracket,
  decode: decodeReferences,
  code: (text) => text,
  emoji: true,
  quote: null,
  item: null,
  markers: { '*': 'italic', '**': 'bold', '~~': 'strike' },
  loose: '*~',
  spaced: false,
  escapable: '',
};

const fence = /^(`{3,}|~{3,}) *([\w+-]*)\s*$/;

/** Reads the text of a message. Quotes in quotes and lists in lists are drawn flat. */
export function parseZulipText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    for (const block of lineBlocks(run)) blocks.push(block);
    run = [];
  };
  const lines = text.split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const match = fence.exec(line);
    if (match === null) {
      run.push(line);
      continue;
    }
    const [, mark = '', language = ''] = match;
    let end = i + 1;
    while (end < lines.length && lines[end]?.trimEnd() !== mark) end++;
    flush();
    const inside = lines.slice(i + 1, end);
    // A fence without its end reaches to the end of the text.
    if (language === 'quote') blocks.push({ kind: 'quote', collapsed: false, children: lineBlocks(inside) });
    else blocks.push({ kind: 'code', language: language === 'text' ? '' : language, text: inside.join('\n') });
    i = end;
  }
  flush();
  return blocks;
}

type Kind = 'blank' | 'text' | 'quote' | 'bullet' | 'number' | 'row';

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (/^> ?/.test(line)) return 'quote';
  if (/^[*+-] /.test(line)) return 'bullet';
  if (/^\d{1,9}\. /.test(line)) return 'number';
  return /^\|.*\|\s*$/.test(line) ? 'row' : 'text';
}

/** Groups lines of one kind. */
function lineBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  let kind: Kind = 'blank';
  const flush = (): void => {
    if (run.length > 0 && kind !== 'blank') blocks.push(blockOf(kind, run));
    run = [];
  };
  for (const line of lines) {
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const next = kindOf(line);
    if (heading !== null || /^-{3,}\s*$/.test(line) || next !== kind) flush();
    kind = next;
    if (heading !== null) {
      const level = ([1, 2, 3, 4, 5, 6] as const)[(heading[1] ?? '').length - 1] ?? 6;
      blocks.push({ kind: 'heading', level, children: inlines(heading[2] ?? '') });
    } else if (/^-{3,}\s*$/.test(line)) blocks.push({ kind: 'rule' });
    else run.push(line);
  }
  flush();
  return blocks;
}

function inlines(line: string): readonly Inline[] {
  return parseLine(line, dialect);
}

function paragraph(lines: readonly string[]): Block {
  const children = lines.flatMap((line, i): readonly Inline[] =>
    i === 0 ? inlines(line) : [{ kind: 'break' }, ...inlines(line)],
  );
  return { kind: 'paragraph', children };
}

function blockOf(kind: Exclude<Kind, 'blank'>, lines: readonly string[]): Block {
  switch (kind) {
    case 'text':
      return paragraph(lines);
    case 'quote':
      return { kind: 'quote', collapsed: false, children: [paragraph(lines.map((line) => line.replace(/^> ?/, '')))] };
    case 'bullet':
    case 'number': {
      const items = lines.map((line) => [paragraph([line.replace(/^(?:[*+-]|\d+\.) /, '')])]);
      const start = Number(/^\d+/.exec(lines[0] ?? '')?.[0] ?? 1);
      return { kind: 'list', ordered: kind === 'number', start, items };
    }
    case 'row': {
      const rows = lines
        .filter((line) => !/^[|\s:-]*-[|\s:-]*$/.test(line))
        .map((line) =>
          line
            .trim()
            .slice(1, -1)
            .split('|')
            .map((cell) => inlines(cell.trim())),
        );
      return { kind: 'table', header: rows[0] ?? [], rows: rows.slice(1) };
    }
    default:
      return kind satisfies never;
  }
}
