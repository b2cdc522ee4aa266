import { expect, test } from 'vitest';
import { applyFix } from '../../src/analysis';
import { recognised } from '../../src/analysis/mistakes/recognise';
import { functionNames, parseLoose } from '../../src/go';
import { environmentOf } from '../../src/pipeline';

/** A complaint of Go's executor at the place between « and », and the template after the first fix (none: null). */
const rows: readonly (readonly [code: string, marked: string, fixed: string | null])[] = [
  ['argument-count', '{{ if «not» eq .Status "OK" }}a{{ end }}', '{{ if not (eq .Status "OK") }}a{{ end }}'],
  [
    'argument-count',
    '{{ if eq .Status "OK" «or» eq .Status "WARNING" }}a{{ end }}',
    '{{ if or (eq .Status "OK") (eq .Status "WARNING") }}a{{ end }}',
  ],
  ['argument-count', '{{ if «not» gt (len .Reports) 1 }}a{{ end }}', '{{ if not (gt (len .Reports) 1) }}a{{ end }}'],
  ['argument-count', '{{ «len» index .Reports 0 }}', '{{ len (index .Reports 0) }}'],
  ['field-with-arguments', '{{ if «.Status» and .URL }}a{{ end }}', '{{ if and .Status .URL }}a{{ end }}'],
  [
    'field-with-arguments',
    '{{ if «.Status» or .URL and .URL }}a{{ end }}',
    '{{ if or .Status (and .URL .URL) }}a{{ end }}',
  ],
  ['field-with-arguments', '{{ «.Status» .URL }}', null],
  ['argument-count', '{{ «json» .Status .URL }}', null],
  ['undefined-variable', '{{ $x = «1» }}{{ $x }}', '{{ $x := 1 }}{{ $x }}'],
  ['undefined-variable', '{{ $x = «.Status» }}', '{{ $x := .Status }}'],
];

test.for(rows)('%s: %s', ([code, marked, fixed]) => {
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const environment = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: null });
  const { trees } = parseLoose(environment.name, text, functionNames(environment.functions));
  const finding = {
    code,
    certainty: 'always',
    severity: 'error',
    from,
    to,
    message: '',
    go: null,
    hint: '',
    fixes: [],
  } as const;
  const annotated = {
    trees,
    known: new Map(),
    dots: new Map(),
    comparisons: [],
    invoked: new Set<string>(),
    findings: [finding],
  };
  const [found] = recognised({ text, environment, annotated });
  const [fix] = found!.fixes;
  expect(fix === undefined ? null : applyFix(text, fix)).toBe(fixed);
  expect(found!.hint !== '').toBe(fixed !== null);
});
