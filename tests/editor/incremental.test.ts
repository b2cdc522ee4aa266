/** A tree that follows changes is the tree of the text as it is now, whatever is wrong with it. */
import { EditorState } from '@codemirror/state';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { type ChangedRange, type Tree, TreeFragment } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateLanguage } from '../../src/editor/language';
import { type ReadingSizes, TemplateParser } from '../../src/editor/tree';
import { aroundIn, foldIn, pairIn } from './all-blocks';
import { actionsOf, structureOfTree } from './read';

/** Everything that is in a tree: its nodes, and the actions of which the structure is made. */
function contents(tree: Tree): readonly string[] {
  const found: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void found.push(`${name} ${from} ${to}`) });
  return [...found, ...actionsOf(tree).map((action) => JSON.stringify(action))];
}

/** As read in one go. */
function fromScratch(text: string): Tree {
  return new TemplateParser({ stretch: Infinity, look: Infinity }).parse(text);
}

/** What templates are made of, and what goes wrong in them. */
const pieces: readonly string[] = [
  ...[
    '{{ .A }}',
    '{{if .B}}',
    '{{- else if .C -}}',
    '{{else}}',
    '{{end}}',
    '{{ range $i, $x := .R }}',
    '{{ with .D }}',
  ],
  ...['{{define "t"}}', '{{ block "b" . }}', '{{template "t" .}}', '{{/* comment */}}', '{{- /* c */ -}}', '{{break}}'],
  ...[
    'text',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '{',
    '}',
    '{{',
    '}}',
    '{{-',
    '-}}',
    ' -}}',
    '{{- ',
    '{{/*',
    '*/}}',
    '*/',
    '/*',
  ],
  ...['"', "'", '`', '\\', '\\"', '"a b"', '`raw\n`', "'c'", '(', ')', '|', ':=', '=', ':', ',', '.', '$', '$x', '.F'],
  ...['else', 'end', 'if', 'with', 'nil', '1', '0x', '1x', '+2i', '1+', '-', 'é', '💔', '\ud83d', '\0', '_', 'print'],
  ...['{{ "a }} b" }}', '{{ `a }} b', '{{ "a }}\n', "{{ 'a }}", '{{ (.A }}', '{{ .A) }}', '{{ .A {{ .B }}', '{{ .A }'],
  ...['{{ print \\"a\\" }}', '{{ \\"a }}', '{{/* a */ }}', '{{/* a */ b }}', '{{ .A }} " }}', '{{ 1.2.3 }}', '{{}}'],
];

/** Quotes that what comes long after closes. */
const quotes: readonly string[] = [
  ...['{{ "a }} ', "{{ 'a }} ", '{{ `a }} ', '{{ \\"a }} ', '{{ \\" a" }} ', '{{ .A }} ', '{{"a" }}', '{{ \\" a" } '],
  ...['"', "'", '`', '\\"', '\\', ' ', '\n', '}}', 'x', 'a rather long text'],
];

function textOf(words: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words), { maxLength }).map((all) => all.join(''));
}

/** Changes that are made at once: where, as parts of the text; how much goes, in units; and what comes. */
function changesOf(words: readonly string[]): fc.Arbitrary<Changes> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
    come: fc.oneof(fc.constantFrom(...words), textOf(words, 3), fc.constant('')),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 });
}

type Changes = readonly { readonly at: number; readonly gone: number; readonly come: string }[];

/** The text after the changes, and the ranges that they concern. */
function changed(before: string, all: Changes): { readonly after: string; readonly ranges: readonly ChangedRange[] } {
  let after = '';
  let kept = 0;
  const ranges: ChangedRange[] = [];
  for (const { at, gone, come } of all.toSorted((a, b) => a.at - b.at)) {
    const fromA = Math.max(kept, Math.floor(at * before.length));
    const toA = Math.min(before.length, fromA + gone);
    after += before.slice(kept, fromA);
    ranges.push({ fromA, toA, fromB: after.length, toB: after.length + come.length });
    after += come;
    kept = toA;
  }
  return { after: after + before.slice(kept), ranges };
}

/** Stretches of an action each, several, and as they are. */
const readings: readonly {
  readonly name: string;
  readonly sizes: ReadingSizes;
  readonly words: readonly string[];
  readonly most: number;
  readonly runs: number;
}[] = [
  { name: 'an action each', sizes: { stretch: 1, look: 1 }, words: pieces, most: 60, runs: 1_500 },
  { name: 'some actions each', sizes: { stretch: 30, look: 64 }, words: pieces, most: 60, runs: 1_500 },
  { name: 'as they are', sizes: { stretch: 1_500, look: 4_096 }, words: pieces, most: 1_500, runs: 60 },
  { name: 'with open quotes', sizes: { stretch: 1, look: 1 }, words: quotes, most: 12, runs: 3_000 },
];

describe('a tree after changes', () => {
  test.each(readings)('is the one from scratch, in stretches: $name', ({ sizes, words, most, runs }) => {
    const parser = new TemplateParser(sizes);
    const steps = fc.array(changesOf(words), { maxLength: 8 });
    fc.assert(
      fc.property(textOf(words, most), steps, (start, all) => {
        let now = start;
        let fragments: readonly TreeFragment[] = [];
        for (const step of [[], ...all]) {
          const { after, ranges } = changed(now, step);
          now = after;
          const tree = parser.parse(now, TreeFragment.applyChanges(fragments, ranges, 1));
          fragments = TreeFragment.addTree(tree);
          expect(tree.length).toBe(now.length);
          expect(contents(tree)).toEqual(contents(fromScratch(now)));
        }
      }),
      { numRuns: runs },
    );
  });

  test('takes over what was not changed', () => {
    const line = '{{ if .A }}{{ .B }}{{ end }}\n';
    const doc = line.repeat(5_000);
    let state = EditorState.create({ doc, extensions: [templateLanguage()] });
    ensureSyntaxTree(state, doc.length, Infinity);
    state = state.update({}).state;
    const before = syntaxTree(state).children;
    state = state.update({ changes: { from: line.length * 2_500 + 14, insert: 'x' } }).state;
    const after = syntaxTree(state).children;
    expect(before.length).toBeGreaterThan(50);
    expect(after.filter((child) => !before.includes(child)).length).toBeLessThan(4);
  });
});

test('blocks are the same as from all actions at once', () => {
  const parser = new TemplateParser({ stretch: 12, look: 64 });
  const clause = fc.constantFrom(
    ...[
      '{{if 1}}',
      '{{range 1}}',
      '{{define "a"}}',
      '{{else}}',
      '{{else if 1}}',
      '{{end}}',
      '{{end}}',
      '{{.}}',
      '\n',
      'x',
    ],
  );
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 40 }), (parts) => {
      const doc = parts.join('');
      const structure = structureOfTree(parser.parse(doc));
      const actions = actionsOf(parser.parse(doc));
      for (let pos = 0; pos <= doc.length; pos++) {
        expect(structure.actionAt(pos)).toEqual(actions.find(({ from, to }) => from <= pos && pos <= to) ?? null);
        expect(structure.pairAt(pos)).toEqual(pairIn(actions, pos));
        expect(structure.surroundingsAt(pos).around).toEqual(aroundIn(actions, pos));
      }
      let from = 0;
      for (const line of doc.split('\n')) {
        const span = { from, to: from + line.length };
        expect(structure.foldAt(span)).toEqual(foldIn(actions, span));
        from = span.to + 1;
      }
    }),
    { numRuns: 500 },
  );
});
