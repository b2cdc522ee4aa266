import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { keywordInsertion, templateCompletion } from '../../src/editor/complete';
import { templateFields, templateFunctions } from '../../src/editor/facets';
import { slotAt } from '../../src/editor/complete-slot';
import { builtinFunctions, templateKeywords } from '../../src/editor/functions';
import { templateLanguage } from '../../src/editor/language';
import { structureOf } from '../../src/editor/structure';
import { cursorIn } from './marked';

const fields = templateFields.of([
  { path: '.Status', type: 'string', doc: 'The status.' },
  { path: '.Application', type: 'model.ApplicationId', doc: 'The application.' },
  { path: '.Application.Name', type: 'string', doc: 'Its name.' },
  { path: '.Application.Namespace', type: 'string', doc: 'Its namespace.' },
  { path: '.Reports', type: '[]db.Report', doc: 'What is wrong.' },
]);
const json = templateFunctions.of([{ name: 'json', signature: 'json x', doc: 'The value as JSON.' }]);

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [templateLanguage(), fields, json] });
}

function labelsAt(
  marked: string,
  explicit: boolean,
): { readonly from: number; readonly labels: readonly string[] } | null {
  const { text: barred, pos } = cursorIn(marked);
  const text = barred.replaceAll('¦', '|');
  const result = templateCompletion(new CompletionContext(stateOf(text), pos, explicit));
  return result === null ? null : { from: pos - result.from, labels: result.options.map(({ label }) => label) };
}

const root = ['.Status', '.Application', '.Reports'];
const names = ['Status', 'Application', 'Reports'];
const functions = ['json', ...builtinFunctions.map(({ name }) => name)];
const anywhere = ['if', 'range', 'with', 'define', 'template', 'block'];

/**
 * In `at` the cursor is `|` and a pipe `¦`. `typed` units stand before the cursor; null: nothing is offered. `explicit`
 * rows ask by Ctrl+Space.
 */
const offers: readonly {
  readonly name: string;
  readonly at: string;
  readonly explicit?: true;
  readonly typed?: number;
  readonly want: readonly string[] | null;
}[] = [
  { name: 'root fields after a dot', at: '{{ .| }}', typed: 0, want: names },
  { name: 'with a part of the name', at: '{{ .Sta| }}', typed: 3, want: names },
  { name: 'fields of a field', at: '{{ .Application.Na| }}', typed: 2, want: ['Name', 'Namespace'] },
  { name: 'an unknown path', at: '{{ .Foo.| }}', want: null },
  { name: 'a field without fields', at: '{{ .Status.| }}', want: null },
  { name: 'after $.', at: '{{ $.| }}', typed: 0, want: names },
  { name: 'deeper after $.', at: '{{ $.Application.| }}', typed: 0, want: ['Name', 'Namespace'] },
  { name: 'another variable is not known', at: '{{ $x.| }}', want: null },
  { name: 'as an argument', at: '{{ eq .| `OK` }}', typed: 0, want: names },
  { name: 'in parentheses', at: '{{ len (.| ', typed: 0, want: names },
  { name: 'a parenthesised value is not known', at: '{{ (.Application).| }}', want: null },
  { name: 'after a declaration', at: '{{ $x := .| }}', typed: 0, want: names },
  { name: 'not as a later stage of a pipeline', at: '{{ .Status ¦ .| }}', want: null },
  { name: 'in the pipeline of a range', at: '{{ range .| }}{{ end }}', typed: 0, want: names },
  { name: 'in an unclosed range, its own pipeline', at: '{{ range .|', typed: 0, want: names },
  { name: 'none in a range', at: '{{ range .Reports }}{{ .| }}{{ end }}', want: null },
  { name: 'none in a range nobody has closed', at: '{{ range .Reports }}{{ .|', want: null },
  { name: 'none in a with', at: '{{ with .Application }}{{ .| }}{{ end }}', want: null },
  { name: 'none in an if inside a range', at: '{{ range .Reports }}{{ if .| }}{{ end }}{{ end }}', want: null },
  { name: 'root fields in a range through $', at: '{{ range .Reports }}{{ $.| }}{{ end }}', typed: 0, want: names },
  { name: 'in the else of a range', at: '{{ range .Reports }}{{ else }}{{ .| }}{{ end }}', typed: 0, want: names },
  { name: 'in an else with, its own value', at: '{{ with .A }}{{ else with .| }}{{ end }}', typed: 0, want: names },
  { name: 'in an if', at: '{{ if .Status }}{{ .| }}{{ end }}', typed: 0, want: names },
  { name: 'after a range', at: '{{ range .Reports }}{{ end }}{{ .| }}', typed: 0, want: names },
  { name: 'none in a definition, not even through $', at: '{{ define "x" }}{{ $.| }}{{ end }}', want: null },
  { name: 'nor in a block', at: '{{ block "x" . }}{{ .| }}{{ end }}', want: null },
  { name: 'not in text', at: 'Hello .|', want: null },
  { name: 'not in text after an action', at: '{{ .Status }}.| ', want: null },
  { name: 'not in a string', at: '{{ printf ".| }}', want: null },
  { name: 'not in a finished string', at: '{{ printf "%s.|" }}', want: null },
  { name: 'not in a comment', at: '{{/* .| */}}', want: null },
  { name: 'not in a number', at: '{{ 1.| }}', want: null },
  { name: 'an unfinished action before other text', at: 'a {{ .| "b": {{ .Status }}', typed: 0, want: names },

  {
    name: 'functions and keywords at the start',
    at: '{{ pr| }}',
    typed: 2,
    want: [...root, ...functions, ...anywhere],
  },
  { name: 'right after the delimiter', at: '{{pr|}}', typed: 2, want: [...root, ...functions, ...anywhere] },
  { name: 'after a trim marker', at: '{{- i| -}}', typed: 1, want: [...root, ...functions, ...anywhere] },
  { name: 'nothing unasked before anything is typed', at: '{{ | }}', want: null },
  { name: 'but when asked', at: '{{ | }}', explicit: true, typed: 0, want: [...root, ...functions, ...anywhere] },
  { name: 'functions after a pipe', at: '{{ .Status ¦ js| }}', typed: 2, want: functions },
  { name: 'functions in parentheses', at: '{{ eq (le| }}', typed: 2, want: [...root, ...functions] },
  { name: 'after if', at: '{{ if e| }}', typed: 1, want: [...root, ...functions] },
  { name: 'after :=', at: '{{ $x := pr| }}', typed: 2, want: [...root, ...functions] },
  { name: 'arguments are fields and constants', at: '{{ eq tr| }}', typed: 2, want: [...root, 'true', 'false', 'nil'] },
  { name: 'the value given to a template', at: '{{ template "x" pr| }}', typed: 2, want: [...root, ...functions] },
  { name: 'the argument of a string', at: '{{ printf "x" tr| }}', typed: 2, want: [...root, 'true', 'false', 'nil'] },
  { name: 'nothing after end', at: '{{ if 1 }}{{ end x| }}', want: null },
  { name: 'a template is named by a string', at: '{{ template x| }}', want: null },
  {
    name: 'after a whole word and a space',
    at: '{{ eq | }}',
    explicit: true,
    typed: 0,
    want: [...root, 'true', 'false', 'nil'],
  },
  { name: 'not glued to a value', at: '{{ .Status"x"y| }}', want: null },
];

test.each(offers)('completion: $name', ({ at, explicit, typed, want }) => {
  const got = labelsAt(at, explicit === true);
  expect(got).toEqual(want === null ? null : { from: typed, labels: want });
});

/** The keywords offered beyond those that may start any action. */
const keywords: readonly { readonly name: string; readonly at: string; readonly want: readonly string[] }[] = [
  { name: 'top level', at: '{{ e| }}', want: ['define'] },
  { name: 'in an if', at: '{{ if 1 }}{{ e| }}', want: ['else', 'else if', 'end'] },
  { name: 'in the if of a chain', at: '{{ if 1 }}{{ else if 2 }}{{ e| }}{{ end }}', want: ['else', 'else if', 'end'] },
  { name: 'after else', at: '{{ if 1 }}{{ else }}{{ e| }}{{ end }}', want: ['end'] },
  { name: 'in a with', at: '{{ with . }}{{ e| }}{{ end }}', want: ['else', 'else with', 'end'] },
  { name: 'in a range', at: '{{ range . }}{{ e| }}{{ end }}', want: ['else', 'end', 'break', 'continue'] },
  { name: 'in the else of a range', at: '{{ range . }}{{ else }}{{ e| }}{{ end }}', want: ['end'] },
  {
    name: 'in an if in a range',
    at: '{{ range . }}{{ if 1 }}{{ e| }}{{ end }}{{ end }}',
    want: ['else', 'else if', 'end', 'break', 'continue'],
  },
  { name: 'in a definition in a range', at: '{{ range . }}{{ block "x" . }}{{ e| }}{{ end }}{{ end }}', want: ['end'] },
  { name: 'in a definition', at: '{{ define "x" }}{{ e| }}{{ end }}', want: ['end'] },
  { name: 'after a block', at: '{{ if 1 }}{{ end }}{{ e| }}', want: ['define'] },
];

test.each(keywords)('keywords: $name', ({ at, want }) => {
  const all = labelsAt(at, true)?.labels ?? [];
  const special = templateKeywords.filter(({ within }) => within !== 'anywhere').map(({ word }) => word);
  expect(all.filter((label) => special.includes(label)).sort()).toEqual([...want].sort());
});

test.each([
  { name: 'both in neither', at: '{{ else | }}', want: null },
  { name: 'if after else in an if', at: '{{ if 1 }}{{ else i| }}{{ end }}', want: ['if'] },
  { name: 'with after else in a with', at: '{{ with . }}{{ else w| }}{{ end }}', want: ['with'] },
  { name: 'nothing after else in a range', at: '{{ range . }}{{ else i| }}{{ end }}', want: null },
])('after else: $name', ({ at, want }) => {
  expect(labelsAt(at, true)?.labels ?? null).toEqual(want);
});

const insertions: readonly {
  readonly name: string;
  readonly word: string;
  readonly at: string;
  readonly want: string;
}[] = [
  { name: 'inline', word: 'if', at: 'a {{ i| }} b', want: 'a {{ if #{condition} }}#{}{{ end }} b' },
  {
    name: 'alone on its line',
    word: 'range',
    at: 'a\n{{ ra| }}\nb',
    want: 'a\n{{ range #{list} }}\n#{}\n{{ end }}\nb',
  },
  { name: 'trim markers are kept', word: 'if', at: '{{- i| -}}', want: '{{- if #{condition} -}}\n#{}\n{{- end -}}' },
  { name: 'left trim marker only', word: 'with', at: 'x{{- w| }}', want: 'x{{- with #{value} }}#{}{{- end }}' },
  { name: 'not yet closed', word: 'if', at: 'x {{ i|', want: 'x {{ if #{condition} }}#{}{{ end }}' },
  { name: 'before what is there already', word: 'range', at: '{{ ra| .Reports }}', want: '{{ range .Reports }}' },
  { name: 'no block', word: 'end', at: '{{ e| }}', want: '{{ end }}#{}' },
  { name: 'a definition', word: 'define', at: '{{ de| }} x', want: '{{ define "#{name}" }}#{}{{ end }} x' },
];

test.each(insertions)('keyword insertion: $name', ({ word, at, want }) => {
  const { text, pos } = cursorIn(at);
  const state = stateOf(text);
  const keyword = templateKeywords.find((k) => k.word === word);
  const action = structureOf(state).actionAt(pos);
  if (keyword === undefined || action === null) throw new Error('no such keyword or action');
  const { to, template } = keywordInsertion(state, action, keyword, pos);
  const from = pos - (/[a-z]*$/.exec(text.slice(0, pos))?.[0].length ?? 0);
  expect(text.slice(0, from) + template + text.slice(to)).toBe(want);
});

describe('slots', () => {
  test.each([
    { before: '{{', want: { kind: 'start', typed: 0 } },
    { before: '{{-', want: { kind: 'start', typed: 0 } },
    { before: '{{ .A|js', want: { kind: 'stage', typed: 2 } },
    { before: '{{ $x:=le', want: { kind: 'command', typed: 2 } },
    { before: '{{ $.A.B.C', want: { kind: 'field', typed: 1, head: '$', parent: '.A.B' } },
    { before: '{{ range $i, ', want: null },
    { before: '{{ "a', want: null },
    { before: '{{ `a\n', want: null },
    { before: '{{ 💔', want: null },
    { before: '', want: null },
  ])('after $before', ({ before, want }) => {
    expect(slotAt(before)).toEqual(want);
  });
});

describe('in an action longer than what completion looks at', () => {
  const long = ' (print .Status "a)")'.repeat(200);
  const rows = [
    { name: 'a field', at: `{{ print${long} .St|`, typed: 2, want: names },
    { name: 'a field of a field', at: `{{ print${long} .Application.|`, typed: 0, want: ['Name', 'Namespace'] },
    { name: 'after a pipe', at: `{{ print${long} ¦ js|`, typed: 2, want: functions },
    { name: 'in parentheses', at: `{{ print (${long} (.|`, typed: 0, want: names },
    { name: 'in a string', at: `{{ print${long} "${'a '.repeat(2000)}.|"`, want: null },
    { name: 'after a string', at: `{{ print${long} "${'a '.repeat(2000)}" .|`, typed: 0, want: names },
    { name: 'after what no action can have', at: `{{ print )${long} .|`, want: null },
    { name: 'after spaces', at: `{{ print${long}${' '.repeat(3000)}.|`, typed: 0, want: names },
  ];

  test.each(rows)('$name', ({ at, typed, want }) => {
    const got = labelsAt(at, true);
    expect(got?.from).toBe(typed);
    if (want === null) expect(got).toBeNull();
    else expect(got?.labels).toEqual(expect.arrayContaining([...want]));
  });

  test('offers what a look at the whole action would', () => {
    for (const tail of [' .A', ' $.', ' x ¦ ', ' "a" .', ' (eq .', ' $x.', '.b', ' nil', ' 1.', ' )', ' /*', " 'a"]) {
      const text = `{{ print${long}${tail.replace('¦', '|')}`;
      const whole = slotAt(text);
      const got = templateCompletion(new CompletionContext(stateOf(text), text.length, true));
      if (whole === null) expect(got).toBeNull();
      else if (got !== null) expect(text.length - got.from).toBe(whole.typed);
    }
  });
});
