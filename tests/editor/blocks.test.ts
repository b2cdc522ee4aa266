import { expect, test } from 'vitest';
import type { Structure } from '../../src/editor/blocks';
import { cursorIn, rangesIn } from './marked';
import { structureOfTree, templateTree } from './read';

function read(text: string): Structure {
  return structureOfTree(templateTree(text));
}

/** The blocks of a text by the words of their parts, each indented as deep as it lies. */
function outline(text: string): readonly string[] {
  const structure = read(text);
  return [...structure.actions()].flatMap(({ clause, from, to }) => {
    if (clause === null || clause.word === 'else' || clause.word === 'end') return [];
    const pair = structure.pairAt(from + 1).map((part) => text.slice(part.from, part.to));
    const parts = pair.length === 0 ? `${clause.word} open` : pair.join(' ');
    return [`${'  '.repeat(structure.surroundingsAt(to).around.length - 1)}${parts}`];
  });
}

const outlines = [
  { name: 'no blocks', input: 'a {{ .B }}', want: [] },
  { name: 'if', input: '{{if .A}}x{{end}}', want: ['if end'] },
  { name: 'chain', input: '{{if .A}}x{{else if .B}}y{{else}}z{{end}}', want: ['if else if else end'] },
  {
    name: 'nesting, in the order in which the blocks open',
    input: '{{range .R}}{{if .}}a{{end}}{{with .}}b{{end}}{{end}}{{if 1}}c{{end}}',
    want: ['range end', '  if end', '  with end', 'if end'],
  },
  { name: 'unclosed', input: '{{if .A}}x{{with .B}}y', want: ['if open', '  with open'] },
  { name: 'a stray end or else is left out', input: '{{end}}{{else}}{{if 1}}a{{end}}{{end}}', want: ['if end'] },
];

test.each(outlines)('blocks: $name', ({ input, want }) => {
  expect(outline(input)).toEqual(want);
});

const pairs = [
  { name: 'from the opening', input: '{{ «if» .A| }}x{{ «else» }}y{{ «end» }}' },
  { name: 'from the end', input: '{{ «range» .A }}x{{ «end» |}}' },
  { name: 'the inner block has its own', input: '{{if .A}}{{|«with» .B}}{{«end»}}{{end}}' },
  { name: 'chained', input: '{{«if» .A}}{{«else if» .B}}{{«else»}}{{«end»|}}' },
  { name: 'none in the body', input: '{{if .A}}x|y{{end}}' },
  { name: 'none for an unclosed block', input: '{{if .A|}}' },
  { name: 'none for a plain action', input: '{{if .A}}{{ .B| }}{{end}}' },
];

test.each(pairs)('pair: $name', ({ input }) => {
  const { text: marked, pos } = cursorIn(input.replace(/[«»]/g, ''));
  const { text, ranges } = rangesIn(input.replace('|', ''));
  expect(text).toBe(marked);
  expect(
    read(text)
      .pairAt(pos)
      .map(({ from, to }) => ({ from, to })),
  ).toEqual(ranges);
});

const folds = [
  { name: 'a block over lines', input: 'a\n{{ range .R }}«\nx\n»{{ end }}\n', line: 2 },
  { name: 'all branches at once', input: '{{ if .A }}«\nx\n{{ else }}\ny\n»{{ end }}', line: 1 },
  { name: 'the first of a line', input: '{{ if .A }}«{{ if .B }}\nx{{ end }}\n»{{ end }}', line: 1 },
  { name: 'not one that ends on its line', input: '{{if .A}}x{{end}}{{if .B}}«\n»{{end}}', line: 1 },
  { name: 'nothing on another line', input: '{{ if .A }}\nx\n{{ end }}', line: 2 },
  { name: 'nothing that stays open', input: '{{ if .A }}\nx', line: 1 },
  { name: 'the inner block on its own line', input: '{{ if .A }}\n{{ with .B }}«\nx\n»{{ end }}\n{{ end }}', line: 2 },
];

test.each(folds)('fold: $name', ({ input, line }) => {
  const { text, ranges } = rangesIn(input);
  const before = text.split('\n').slice(0, line - 1);
  const from = before.reduce((n, l) => n + l.length + 1, 0);
  const to = from + (text.split('\n')[line - 1] ?? '').length;
  expect(read(text).foldAt({ from, to })).toEqual(ranges[0] ?? null);
});

const surroundings = [
  { name: 'top level', input: '|a', want: 'root root' },
  { name: 'if keeps dot', input: '{{if .A}} | {{end}}', want: 'root root if' },
  { name: 'range changes dot', input: '{{range .A}} | {{end}}', want: 'other root range' },
  { name: 'its own pipeline is outside', input: '{{range .A|}} {{end}}', want: 'root root' },
  { name: 'else of range has the outer dot', input: '{{range .A}}{{else}} | {{end}}', want: 'root root else' },
  { name: 'else of with has the outer dot', input: '{{with .A}}{{else}} | {{end}}', want: 'root root else' },
  { name: 'else with changes dot again', input: '{{with .A}}{{else with .B}} | {{end}}', want: 'other root else' },
  { name: 'if inside range', input: '{{range .A}}{{if .B}} | {{end}}{{end}}', want: 'other root if range' },
  { name: 'after the end', input: '{{range .A}}{{end}} | ', want: 'root root' },
  { name: 'define changes both', input: '{{define "x"}} | {{end}}', want: 'other other define' },
  { name: 'so does block', input: '{{block "x" .}} | {{end}}', want: 'other other block' },
  { name: 'an unclosed range', input: '{{range .A}} | ', want: 'other root range' },
];

test.each(surroundings)('surroundings: $name', ({ input, want }) => {
  const { text, pos } = cursorIn(input);
  const { dot, dollar, around } = read(text).surroundingsAt(pos);
  expect([dot, dollar, ...around.map(({ branch }) => branch.word)].join(' ')).toBe(want);
});

const touches = [
  { name: 'inside', input: 'a {{ .B| }} c', want: '{{ .B }}' },
  { name: 'at its start', input: 'a |{{ .B }}', want: '{{ .B }}' },
  { name: 'at its end', input: '{{ .B }}| c', want: '{{ .B }}' },
  { name: 'the left one of two', input: '{{.A}}|{{.B}}', want: '{{.A}}' },
  { name: 'none in text', input: '{{.A}} | {{.B}}', want: null },
  { name: 'none after the last', input: '{{.A}} |', want: null },
];

test.each(touches)('action at the cursor: $name', ({ input, want }) => {
  const { text, pos } = cursorIn(input);
  const action = read(text).actionAt(pos);
  expect(action === null ? null : text.slice(action.from, action.to)).toBe(want);
});

test('a hundred thousand open blocks do not overflow the stack', () => {
  const text = '{{if 1}}'.repeat(100_000);
  const { around } = read(text).surroundingsAt(text.length);
  expect(around.length).toBe(100_000);
});
