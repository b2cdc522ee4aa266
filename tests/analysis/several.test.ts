import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis';
import { environmentOf } from '../../src/pipeline';

/** Templates with several mistakes, and the places of all that the parser is told of, in order. */
const rows: readonly (readonly [template: string, found: readonly string[]])[] = [
  ['{{ if .Status = "OK" }}a{{ end }}{{ status }}{{ foo }}', ['=', 'status', 'foo']],
  ['{{ if .Status == "OK" }}a{{ elseif .URL }}b{{ endif }}', ['==', 'elseif', 'endif']],
  ['{ if .Status }}a{{ end }}{{ .Status }', ['{ if .Status }}', '}']],
  ['{{ if .Status }}a{ end }}{{ range .Reports }}b', ['{ end }}', '{{ range .Reports }}']],
  // What follows from a mistake is no mistake of its own.
  ['{{ for r in .Reports }}{{ .Name }}{{ endfor }}', ['for']],
  ['{{#if .Status}}a{{else}}b{{/if}}', ['#']],
  ['{ range .Reports }}{{ .Message }}{{ else }}none{{ end }}', ['{ range .Reports }}']],
  ['{{ range .Reports }}a{{ end }}}', []],
];

test.for(rows)('%s', ([template, found]) => {
  const world = { kind: 'incident', version: 'documented', customFields: [], expectsJson: null } as const;
  const { diagnostics } = analyse(template, environmentOf(world));
  const errors = diagnostics.filter(({ severity }) => severity !== 'info');
  expect(errors.map(({ from, to }) => template.slice(from, to))).toEqual(found);
  // Go stops at one of them.
  expect(errors.filter(({ go }) => go !== null).length).toBe(found.length === 0 ? 0 : 1);
});

test('a template that never ends is told beside a hundred thousand actions', () => {
  const world = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: null });
  const text = `{{ define "a" }}{{ template "a" . }}{{ end }}${'{{.}}x'.repeat(130_000)}{{ template "a" . }}`;
  const codes = analyse(text, world).diagnostics.map(({ code }) => code);
  expect(codes).toContain('template-depth');
});

test('a hundred thousand line breaks in a key are one finding', () => {
  const world = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: true });
  const { diagnostics } = analyse(`{"${'x\n'.repeat(130_000)}": 1}`, world);
  expect(diagnostics.map(({ code }) => code)).toEqual(['raw-line-break']);
});

test('fixes in a hundred thousand places go together with another one', () => {
  const world = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: true });
  const text = `{"a": "{{ .RCASummary }}", "b": {"${'x\n'.repeat(130_000)}": 1}}`;
  const codes = analyse(text, world).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['unescaped-text', 'raw-line-break']));
});
