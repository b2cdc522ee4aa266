import { toggleBlockCommentByLine } from '@codemirror/commands';
import { bracketMatching, foldable, matchBrackets } from '@codemirror/language';
import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, test } from 'vitest';
import { templateLanguage } from '../../src/editor/language';
import { deleteEmptyAction, typeInTemplate } from '../../src/editor/typing';
import { cursorIn, rangesIn } from './marked';

/** A state with a cursor at each `|`. */
function stateOf(marked: string): EditorState {
  const parts = marked.split('|');
  const cursors: number[] = [];
  for (const part of parts.slice(0, -1)) cursors.push((cursors.at(-1) ?? 0) + part.length);
  return EditorState.create({
    doc: parts.join(''),
    selection: EditorSelection.create(cursors.map((pos) => EditorSelection.cursor(pos))),
    extensions: [templateLanguage(), EditorState.allowMultipleSelections.of(true)],
  });
}

function marked(state: EditorState): string {
  let text = state.sliceDoc();
  for (const { head } of [...state.selection.ranges].reverse()) text = `${text.slice(0, head)}|${text.slice(head)}`;
  return text;
}

function after(state: EditorState, spec: TransactionSpec | null): string | null {
  return spec === null ? null : marked(state.update(spec).state);
}

/** `want` is null where the character is inserted as usual. */
const typed: readonly {
  readonly name: string;
  readonly before: string;
  readonly key: string;
  readonly want: string | null;
}[] = [
  { name: 'one brace is one brace', before: '|', key: '{', want: null },
  { name: 'two braces get their partners', before: '{|', key: '{', want: '{{ | }}' },
  { name: 'also when the first was closed by itself', before: 'a {|} b', key: '{', want: 'a {{ | }} b' },
  { name: 'in a JSON string', before: '"text": "{|}"', key: '{', want: '"text": "{{ | }}"' },
  { name: 'a third brace is inserted', before: '{{|', key: '{', want: null },
  { name: 'not before a word', before: '{|.Name }}', key: '{', want: null },
  { name: 'not when the action is closed already', before: '{| .Name }}', key: '{', want: null },
  { name: 'when what is closed is another action', before: '{| {{ .Name }}', key: '{', want: '{{ | }} {{ .Name }}' },
  { name: 'not inside an action', before: '{{ "{|" }}', key: '{', want: null },
  { name: 'at every cursor', before: '{|\n{|', key: '{', want: '{{ | }}\n{{ | }}' },
  { name: 'not when one cursor differs', before: '{|\nx|', key: '{', want: null },
  { name: 'a trim marker moves to the delimiter', before: '{{ | }}', key: '-', want: '{{- | }}' },
  { name: 'a minus elsewhere is inserted', before: '{{ add| }}', key: '-', want: null },
  { name: 'a comment hugs its delimiters', before: '{{ /| }}', key: '*', want: '{{/* | */}}' },
  { name: 'a trimmed comment keeps its space', before: '{{- /| }}', key: '*', want: '{{- /* | */}}' },
  { name: 'a star elsewhere is inserted', before: '{{ "/| }}', key: '*', want: null },
  { name: 'a brace steps over space and brace', before: '{{ .A| }}', key: '}', want: '{{ .A }|}' },
  { name: 'and over the second brace', before: '{{ .A }|}', key: '}', want: '{{ .A }}|' },
  { name: 'over a brace without space', before: '{{.A|}}', key: '}', want: '{{.A}|}' },
  { name: 'not in a text', before: 'a |}}', key: '}', want: null },
  { name: 'not in the middle of an action', before: '{{ .A | .B }}', key: '}', want: null },
  { name: 'a doubled space goes as the brace steps over', before: '{{ .A | }}', key: '}', want: '{{ .A }|}' },
  { name: 'a space where one is already', before: '{{ | }}', key: ' ', want: '{{ | }}' },
  { name: 'also after a trim marker', before: '{{- | }}', key: ' ', want: '{{- | }}' },
  { name: 'also in a comment', before: '{{/* | */}}', key: ' ', want: '{{/* | */}}' },
  { name: 'a space elsewhere is inserted', before: '{{ if| }}', key: ' ', want: null },
  { name: 'a right trim marker joins its braces', before: '{{ .A | }}', key: '-', want: '{{ .A -|}}' },
  { name: 'or steps over the one that is there', before: '{{ .A |-}}', key: '-', want: '{{ .A -|}}' },
  { name: 'without doubling its space', before: '{{ .A | -}}', key: '-', want: '{{ .A -|}}' },
  { name: 'a brace after a trim marker', before: '{{ .A -|}}', key: '}', want: '{{ .A -}|}' },
  { name: 'a star ends the comment', before: '{{/* a | */}}', key: '*', want: '{{/* a *|/}}' },
  { name: 'and a slash', before: '{{/* a *|/}}', key: '/', want: '{{/* a */|}}' },
  { name: 'and the braces', before: '{{/* a */|}}', key: '}', want: '{{/* a */}|}' },
  { name: 'a star in a comment is inserted', before: '{{/* a | b */}}', key: '*', want: null },
  { name: 'other characters are inserted', before: '{{ | }}', key: 'a', want: null },
];

test.each(typed)('typing: $name', ({ before, key, want }) => {
  const state = stateOf(before);
  const { from, to } = state.selection.main;
  expect(after(state, typeInTemplate(state, from, to, key))).toBe(want);
});

/** What typing whole texts gives, character by character, with CodeMirror's own bracket closing left out. */
test.each([
  '{{ .A }}',
  '{{- .A -}}',
  'a {{ if eq .Status `OK` }}x{{ else }}y{{ end }} b',
  '{{- range .Reports -}} {{ . }} {{- end -}}',
  '{{/* a comment */}}b',
  '{{- /* a comment */ -}}',
  '{{ printf "%d" -1 }}',
  '"text": "{{ .A }}", "b": {{ json . }}',
  '{{ "}}" }}',
])('typing all of %s', (text) => {
  let state = stateOf('|');
  for (const key of text) {
    const { from, to } = state.selection.main;
    state = state.update(typeInTemplate(state, from, to, key) ?? state.replaceSelection(key)).state;
  }
  expect(state.sliceDoc()).toBe(text);
});

test('a selection is replaced as usual', () => {
  const state = EditorState.create({ doc: '{ab', selection: { anchor: 1, head: 3 }, extensions: templateLanguage() });
  expect(typeInTemplate(state, 1, 3, '{')).toBeNull();
});

test.each([
  { name: 'an empty action goes at once', before: 'a {{ | }} b', want: 'a | b' },
  { name: 'without spaces too', before: '{{|}}', want: '|' },
  { name: 'at every cursor', before: '{{ | }}-{{|}}', want: '|-|' },
  { name: 'not one with content', before: '{{ a| }}', want: null },
  { name: 'not with a trim marker', before: '{{- | }}', want: null },
])('backspace: $name', ({ before, want }) => {
  const state = stateOf(before);
  expect(after(state, deleteEmptyAction(state))).toBe(want);
});

test.each([
  { name: 'a line', before: 'a |{{ .B }}', want: '{{/* a |{{ .B }} */}}' },
  { name: 'and back', before: '{{/* a |b */}}', want: 'a |b' },
])('comment toggling: $name', ({ before, want }) => {
  let state = stateOf(before);
  toggleBlockCommentByLine({ state, dispatch: (tr) => (state = tr.state) });
  expect(marked(state)).toBe(want);
});

test.each([
  { name: 'left delimiter', at: '«|{{» (.A) «}}»' },
  { name: 'right delimiter', at: '«{{» .A «}}»|' },
  { name: 'delimiters with trim markers', at: 'x «|{{»- .A -«}}»' },
  { name: 'parentheses', at: '{{ «|(»len (print .A)«)» }}' },
  { name: 'inner parentheses', at: '{{ (len «(»print .A«)»|) }}' },
  { name: 'JSON brackets, past the braces of actions', at: '«|{» "a": {{ .A }} «}»' },
])('bracket matching: $name', ({ at }) => {
  const { text, pos } = cursorIn(at.replace(/[«»]/g, ''));
  const state = EditorState.create({ doc: text, extensions: [templateLanguage(), bracketMatching()] });
  const match = matchBrackets(state, pos, 1) ?? matchBrackets(state, pos, -1);
  const spans = [match?.start, match?.end].filter((s) => s !== undefined).sort((a, b) => a.from - b.from);
  expect(spans.map(({ from, to }) => ({ from, to }))).toEqual(rangesIn(at.replace('|', '')).ranges);
});

test.each([
  { name: 'a block', at: '{{ if .A }}«\nx\n»{{ end }}' },
  { name: 'a comment over lines', at: '{{/*« a\nb »*/}}' },
  { name: 'not a comment on one line', at: '{{/* a */}}\nb' },
])('folding in the editor: $name', ({ at }) => {
  const { text, ranges } = rangesIn(at);
  const state = EditorState.create({ doc: text, extensions: templateLanguage() });
  const line = state.doc.line(1);
  expect(foldable(state, line.from, line.to)).toEqual(ranges[0] ?? null);
});
