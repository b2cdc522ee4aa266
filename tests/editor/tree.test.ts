import { NodeProp, type Tree } from '@lezer/common';
import { highlightTree } from '@lezer/highlight';
import { describe, expect, test } from 'vitest';
import { highlightStyle } from '../../src/editor/highlight';
import { TemplateParser } from '../../src/editor/tree';
import { actionsOf, templateTree } from './read';

/** Every node of the tree in the order of the text, as `Name text`; an action's children follow it. */
function nodes(tree: Tree, text: string): readonly string[] {
  const found: string[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'Template') found.push(`${name} ${text.slice(from, to)}`);
    },
  });
  return found;
}

const trees: readonly { readonly name: string; readonly input: string; readonly want: readonly string[] }[] = [
  { name: 'empty', input: '', want: [] },
  { name: 'text only', input: '{"a": "}} { b }"}', want: [] },
  {
    name: 'field',
    input: 'a {{.Status}} b',
    want: ['Action {{.Status}}', 'LeftDelim {{', 'Field .Status', 'RightDelim }}'],
  },
  {
    name: 'trim markers are nodes of their own',
    input: 'a {{- . -}} b',
    want: ['Action {{- . -}}', 'LeftDelim {{', 'TrimMarker -', 'Dot .', 'TrimMarker -', 'RightDelim }}'],
  },
  {
    name: 'one trim marker',
    input: '{{- .A }}',
    want: ['Action {{- .A }}', 'LeftDelim {{', 'TrimMarker -', 'Field .A', 'RightDelim }}'],
  },
  {
    name: 'keywords have their own names',
    input: '{{if .A}}{{else if nil}}{{end}}',
    want: [
      ...['Action {{if .A}}', 'LeftDelim {{', 'if if', 'Field .A', 'RightDelim }}'],
      ...['Action {{else if nil}}', 'LeftDelim {{', 'else else', 'if if', 'nil nil', 'RightDelim }}'],
      ...['Action {{end}}', 'LeftDelim {{', 'end end', 'RightDelim }}'],
    ],
  },
  {
    name: 'range with variables',
    input: '{{range $i, $e := .Reports}}',
    want: [
      ...['Action {{range $i, $e := .Reports}}', 'LeftDelim {{', 'range range', 'Variable $i', 'Punctuation ,'],
      ...['Variable $e', 'Declare :=', 'Field .Reports', 'RightDelim }}'],
    ],
  },
  {
    name: 'functions, constants and pipes',
    input: '{{printf "%s" (len `x`) \'a\' 1.5e3 true 1+2i | json}}',
    want: [
      ...[
        'Action {{printf "%s" (len `x`) \'a\' 1.5e3 true 1+2i | json}}',
        'LeftDelim {{',
        'Function printf',
        'String "%s"',
      ],
      ...['LeftParen (', 'Function len', 'RawString `x`', 'RightParen )', "Char 'a'", 'Number 1.5e3', 'Bool true'],
      ...['Number 1+2i', 'Pipe |', 'Function json', 'RightDelim }}'],
    ],
  },
  {
    name: 'a chain is one node for each name',
    input: '{{$.Application.Name}}',
    want: [
      'Action {{$.Application.Name}}',
      'LeftDelim {{',
      'Variable $',
      'Field .Application',
      'Field .Name',
      'RightDelim }}',
    ],
  },
  {
    name: 'assignment',
    input: '{{$x = 1}}',
    want: ['Action {{$x = 1}}', 'LeftDelim {{', 'Variable $x', 'Assign =', 'Number 1', 'RightDelim }}'],
  },
  { name: 'comment', input: 'a{{/* {{.B}} */}}c', want: ['Comment {{/* {{.B}} */}}'] },
  { name: 'trimmed comment', input: 'a {{- /* b */ -}} c', want: ['Comment {{- /* b */ -}}'] },
  {
    name: 'an unfinished action ends where the next one starts',
    input: '{{ .A {{ .B }}',
    want: ['Action {{ .A ', 'LeftDelim {{', 'Field .A', 'Action {{ .B }}', 'LeftDelim {{', 'Field .B', 'RightDelim }}'],
  },
  { name: 'an unfinished action at the end', input: 'x {{ .A', want: ['Action {{ .A', 'LeftDelim {{', 'Field .A'] },
  {
    name: 'an unterminated string ends with its action',
    input: '{{ "abc }} {{.B}}',
    want: [
      ...['Action {{ "abc }}', 'LeftDelim {{', 'Error "abc ', 'RightDelim }}'],
      ...['Action {{.B}}', 'LeftDelim {{', 'Field .B', 'RightDelim }}'],
    ],
  },
  {
    name: 'an unclosed parenthesis',
    input: '{{ (.A }}',
    want: ['Action {{ (.A }}', 'LeftDelim {{', 'LeftParen (', 'Field .A', 'RightDelim }}'],
  },
  { name: 'an unclosed comment is marked where it opens', input: 'a{{/* b }} c', want: ['Error {{/*'] },
  {
    name: 'offsets count UTF-16 units',
    input: '💔 {{ .Ä }} é',
    want: ['Action {{ .Ä }}', 'LeftDelim {{', 'Field .Ä', 'RightDelim }}'],
  },
];

test.each(trees)('tree: $name', ({ input, want }) => {
  expect(nodes(templateTree(input), input)).toEqual(want);
});

/** The nodes lie inside their parents and in order, whatever the text. */
function misplaced(tree: Tree): readonly string[] {
  const wrong: string[] = [];
  const ends: number[] = [0];
  const cursor = tree.cursor();
  cursor.iterate(
    ({ name, from, to, node }) => {
      if (to < from || from < (ends.at(-1) ?? 0)) wrong.push(`${name} ${String(from)}–${String(to)}`);
      if (node.parent !== null && to > node.parent.to) wrong.push(`${name} leaves ${node.parent.name}`);
      ends.push(from);
    },
    ({ to }) => {
      ends.pop();
      ends[ends.length - 1] = to;
    },
  );
  return wrong;
}

const broken: readonly string[] = [
  '{{',
  '{{-',
  '{{- ',
  '}}',
  '{{}}',
  '{{{{}}}}',
  '{{(}}{{)}}{{((}}',
  '{{"}}{{`}}',
  '{{ "a\n" }}',
  '{{/* a */ }}{{/**/}}',
  '{{/* a */ b }}',
  '{{ 1x }}{{ $é€ }}',
  '{{.A {{.B (}} {{/* c',
  '{{ \u0000 }}',
  '{{if}}{{else',
];

test.each(broken)('broken text gives a well-formed tree: %j', (input) => {
  expect(misplaced(templateTree(input))).toEqual([]);
  expect(templateTree(input).length).toBe(input.length);
});

const clauses: readonly { readonly name: string; readonly input: string; readonly want: readonly string[] }[] = [
  { name: 'plain action', input: '{{ .A }}', want: ['-'] },
  { name: 'opening and closing', input: '{{- if .A -}}{{ else }}{{ end }}', want: ['if', 'else', 'end'] },
  { name: 'chained else', input: '{{ else if .A }}{{else with .B}}', want: ['else if', 'else with'] },
  {
    name: 'a keyword that is not first is none of the structure',
    input: '{{ .A end }}{{ print end }}',
    want: ['-', '-'],
  },
  { name: 'break is no clause, and does not hide one', input: '{{ break }}{{ break end }}', want: ['-', '-'] },
  { name: 'comments are no actions', input: '{{/* if */}}', want: [] },
];

test.each(clauses)('clause: $name', ({ input, want }) => {
  const words = actionsOf(templateTree(input)).map(({ clause }) =>
    clause === null ? '-' : input.slice(clause.from, clause.to),
  );
  expect(words).toEqual(want);
});

const colours: readonly { readonly input: string; readonly want: Readonly<Record<string, string>> }[] = [
  { input: '{{ if .A }}', want: { '{{': 'punctuation', if: 'keyword', '.A': 'field', '}}': 'punctuation' } },
  { input: '{{ $x := len 12 }}', want: { $x: 'variable', ':=': 'punctuation', len: 'function', '12': 'number' } },
  {
    input: '{{ "s" | print nil `r` }}',
    want: { '"s"': 'string', '|': 'punctuation', print: 'function', nil: 'keyword', '`r`': 'string' },
  },
  { input: 'a {{/* c */}}', want: { '{{/* c */}}': 'comment' } },
];

/** The CSS variable each class of the style sets, read from the rules it would put on the page. */
function colourOf(cls: string): string {
  const rules = highlightStyle.module?.getRules() ?? '';
  return cls
    .split(' ')
    .map((c) => new RegExp(`\\.${c} \\{[^}]*color: var\\(--(?:code-)?([a-z]+)\\)`).exec(rules)?.[1] ?? '')
    .join(' ');
}

test.each(colours)('colours of $input', ({ input, want }) => {
  const got: Record<string, string> = {};
  highlightTree(templateTree(input), highlightStyle, (from, to, cls) => {
    got[input.slice(from, to)] = colourOf(cls);
  });
  expect(got).toMatchObject(want);
});

describe('the parser', () => {
  test('pairs the delimiters', () => {
    const text = 'a {{ (.B) }}';
    const tree = new TemplateParser().parse(text);
    expect(nodes(tree, text).length).toBe(6);
    expect(tree.resolveInner(2, 1).type.prop(NodeProp.closedBy)).toEqual(['RightDelim']);
    expect(tree.resolveInner(6, -1).type.prop(NodeProp.closedBy)).toEqual(['RightParen']);
  });
});
