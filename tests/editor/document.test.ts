import { history, redo, undo } from '@codemirror/commands';
import { EditorState, Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { lintDiagnostics } from '../../src/editor/diagnostics';
import { documentChange, looksLikeJson, replacement, TextOf } from '../../src/editor/document';
import {
  decorate,
  markedField,
  setMarkedEffect,
  specialCharacterText,
  specialCharacterTitle,
} from '../../src/editor/mark';

test('the text of a document, whichever was asked for before', () => {
  const [one, other] = [Text.of(['a', '', 'b\r']), Text.of([''])];
  const texts = new TextOf();
  expect([one, one, other, one].map((doc) => texts.of(doc))).toEqual(['a\n\nb\r', 'a\n\nb\r', '', 'a\n\nb\r']);
});

test.each([
  { old: 'abc', text: 'abc', want: null },
  { old: '', text: 'abc', want: { from: 0, to: 0, insert: 'abc' } },
  { old: 'abc', text: '', want: { from: 0, to: 3, insert: '' } },
  { old: 'abcd', text: 'axd', want: { from: 1, to: 3, insert: 'x' } },
  { old: 'aa', text: 'aaa', want: { from: 2, to: 2, insert: 'a' } },
  { old: 'abab', text: 'ab', want: { from: 2, to: 4, insert: '' } },
  { old: 'x', text: 'y', want: { from: 0, to: 1, insert: 'y' } },
])('replacement of $old by $text', ({ old, text, want }) => {
  expect(replacement(old, text)).toEqual(want);
});

describe('setting the document', () => {
  const start = EditorState.create({ doc: 'one two', selection: { anchor: 5 }, extensions: history() });
  const set = (state: EditorState, text: string, options = {}): EditorState =>
    state.update(documentChange(state, text, options) ?? {}).state;
  const run = (command: typeof undo, state: EditorState): EditorState => {
    let result = state;
    command({ state, dispatch: (tr) => (result = tr.state) });
    return result;
  };

  test('Ctrl+Z brings the text and the cursor back, and redo the new text', () => {
    const changed = set(start, 'three');
    expect(changed.sliceDoc()).toBe('three');
    const undone = run(undo, changed);
    expect([undone.sliceDoc(), undone.selection.main.head]).toEqual(['one two', 5]);
    expect(run(redo, undone).sliceDoc()).toBe('three');
  });

  test('it is an undo step of its own beside typing', () => {
    const typed = start.update({ changes: { from: 7, insert: '!' }, userEvent: 'input.type' }).state;
    const changed = set(typed, 'other');
    const more = changed.update({ changes: { from: 5, insert: '?' }, userEvent: 'input.type' }).state;
    const once = run(undo, more);
    expect(once.sliceDoc()).toBe('other');
    expect(run(undo, once).sliceDoc()).toBe('one two!');
  });

  test('kept out of the history, undo does not undo it', () => {
    const changed = set(start, 'three', { addToHistory: false });
    expect(run(undo, changed).sliceDoc()).toBe('three');
  });

  test('the cursor stays with the text around it, or goes where it is told', () => {
    expect(set(start, 'zero one two').selection.main.head).toBe(10);
    expect(set(start, 'x', { selection: { anchor: 9 } }).selection.main.head).toBe(1);
    expect(set(start, 'one two', { selection: { anchor: 0, head: 3 } }).selection.main.head).toBe(3);
    expect(documentChange(start, 'one two', {})).toBeNull();
  });
});

test.each([
  { text: '{"a": [1]}', want: true },
  { text: '\n [1, 2]\n', want: true },
  { text: '{"a": 1,}', want: false },
  { text: '{"a": "line\nbreak"}', want: false },
  { text: '12', want: false },
  { text: '"text"', want: false },
  { text: '', want: false },
  { text: `[${'1,'.repeat(1_000_000)}1]`, want: false },
])('JSON output: row $#', ({ text, want }) => {
  expect(looksLikeJson(text)).toBe(want);
});

test('diagnostics stay inside the document', () => {
  const at = (from: number, to: number) => ({ from, to, severity: 'error' as const, message: 'm' });
  expect(lintDiagnostics([at(2, 4), at(-1, 99), at(7, 3), at(50, 60)], 10)).toMatchObject([
    at(2, 4),
    at(0, 10),
    at(7, 7),
    at(10, 10),
  ]);
});

/** The marked ranges of a set as `from–to class`. */
function marks(set: ReturnType<typeof decorate>): readonly string[] {
  const found: string[] = [];
  set.between(0, 1000, (from, to, mark) => {
    found.push(`${String(from)}–${String(to)} ${(mark.spec as { class: string }).class}`);
  });
  return found;
}

test('highlights are sorted, cut to the document, and move with the text', () => {
  const highlights = [
    { from: 6, to: 9, kind: 'muted' },
    { from: 1, to: 3, kind: 'linked' },
    { from: 8, to: 99, kind: 'linked' },
    { from: 4, to: 4, kind: 'linked' },
    { from: 20, to: 30, kind: 'linked' },
  ] as const;
  expect(marks(decorate(highlights, 10))).toEqual(['1–3 cm-linked', '6–9 cm-muted', '8–10 cm-linked']);
  const state = EditorState.create({ doc: '0123456789', extensions: markedField });
  const set = state.update({ effects: setMarkedEffect.of(highlights) }).state;
  const moved = set.update({ changes: { from: 0, insert: 'ab' } }).state;
  expect(marks(moved.field(markedField))).toEqual(['3–5 cm-linked', '8–11 cm-muted', '10–12 cm-linked']);
});

test.each([
  { code: 0xdc80, text: '\\x80', title: 'Byte 80, which is not valid UTF-8' },
  { code: 0xdcff, text: '\\xff', title: 'Byte ff, which is not valid UTF-8' },
  { code: 0xa0, text: '\\u00a0', title: 'No-break space U+00A0' },
  { code: 0x07, text: '\\u0007', title: 'bell' },
  { code: 0x0d, text: '\\r', title: 'bell' },
])('special character $code', ({ code, text, title }) => {
  expect(specialCharacterText(code)).toBe(text);
  expect(specialCharacterTitle(code, 'bell')).toBe(title);
});
