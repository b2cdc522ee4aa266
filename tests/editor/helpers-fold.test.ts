import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { foldHelpers, helperFolds } from '../../src/editor/helpers-fold';
import { templateLanguage } from '../../src/editor/language';
import { defaultVersion, notificationKinds } from '../../src/coroot';
import { platforms } from '../platforms/all';

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [templateLanguage()] });
}

const body = '{{ define "mine" }}\n1\n{{ end }}{{ template "a" }}\n';
const comment = '{{- /* Helpers, which can be left alone. They help. */ -}}\n';
const helpers =
  '{{- define "a" }}{{ with . }}\n2{{ end }}\n{{ end -}}\n{{ define "b" }}3{{ end }}\n{{- define "c" }}\n4{{ end }}';

describe('the helpers that are folded', () => {
  const rows = [
    { name: 'nothing without the comment', doc: body + helpers, want: [] },
    {
      name: 'what is defined below the comment in several lines',
      doc: body + comment + helpers,
      want: ['{{ with . }}\n2{{ end }}\n', '\n4'],
    },
  ];
  test.each(rows)('$name', ({ doc, want }) => {
    expect(helperFolds(stateOf(doc)).map(({ from, to }) => doc.slice(from, to))).toEqual(want);
  });

  test('those that were there stay as somebody left them', () => {
    const state = stateOf(`other ${comment}${helpers}`);
    expect(foldHelpers(state, `${body}${comment}${helpers}`)).toEqual([]);
    expect(foldHelpers(state, body)).toHaveLength(2);
  });
});

test('robust presets have helpers to fold where they define any', () => {
  const folded = platforms.flatMap(({ id, robust }) =>
    notificationKinds.flatMap((kind) => {
      const text = robust.templatesFor(defaultVersion)[kind];
      if (!/define "(?!put)/.test(text)) return [];
      return [`${id} ${kind} ${String(helperFolds(stateOf(text)).length > 0)}`];
    }),
  );
  expect(folded.length).toBeGreaterThan(20);
  expect(folded.filter((row) => row.endsWith('false'))).toEqual([]);
});
