import { expect, test } from 'vitest';
import { builtinFunctions, type Enclosing, templateKeywords } from '../../src/editor/functions';
import { parseTemplate } from '../../src/go';
import { functionNames } from '../../src/go/template/template';

test('every function of the engine is described, and no other', () => {
  expect(builtinFunctions.map(({ name }) => name)).toEqual([...functionNames(new Map())].sort());
});

/** A text around a keyword's action for each place it may stand in; `?` is where it goes. */
const around: Readonly<Record<Enclosing, string>> = {
  anywhere: '?',
  'top-level': '?',
  'in-block': '{{ if . }}?',
  'in-branching': '{{ range . }}?{{ end }}',
  'in-if': '{{ if . }}?{{ end }}',
  'in-with': '{{ with . }}?{{ end }}',
  'in-range': '{{ range . }}?{{ end }}',
};

test.each(templateKeywords)(
  '$word with its argument parses where it is offered',
  ({ word, within, argument, block }) => {
    const argued = argument.replace('"#{name}"', '"n"').replace(/#\{\w+\}/, '.');
    const text = around[within].replace('?', `{{ ${word}${argued} }}${block ? '{{ end }}' : ''}`);
    const result = parseTemplate('t', text, new Map());
    expect(result.ok ? null : result.error.message).toBeNull();
  },
);
