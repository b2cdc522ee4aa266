import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Change, type GoVersion, firstWith, goVersions, since } from '../../src/go/version';
import { parseTemplate } from '../../src/go';
import { executeTemplate } from '../../src/go/template/exec';
import { PlainSink } from '../../src/go/template/sink';
import { corootFunctions } from '../../src/coroot/funcs';
import { answerOf, parseCases } from '../conformance/case-file';
import { type Json, build } from '../conformance/values';

/** For each row of the table a recorded case in which every Go before it answers otherwise. */
const shown: Readonly<Record<Change, readonly [file: string, name: string]>> = {
  'else with': ['control', '{{with .z}}a{{else with .s}}{{.}}{{end}}'],
  '\\b and \\f in JSON': ['json', 'json of controls'],
  'no width after a panic': ['found', 'a panic in a list, %8s'],
  'unusable results are named': ['methods', 'big .ID.Three'],
  'call names what it calls': ['call-json', '{{call .i}}'],
  'range over an integer': ['mutants', 'range over int8'],
  'range over a function': ['mutants', 'range that assigns from an iterator'],
  'types of what cannot be compared': ['compare', 'eq true, int 1'],
  'lines within comments': ['parse-errors', 'line after a multi-line comment'],
  'most nested parentheses': ['extremes', '{{(((((((((( … nested 10001'],
  'call of a piped function': ['mutants', 'a number piped to call'],
  'unhashable keys of empty maps': ['found', 'unhashable key {"x":1} in map []'],
  omitzero: ['json', 'omitzero of string ""'],
  'slice of a pointer': ['index-slice-len', '{{slice .pn 0}}'],
};

test.each(Object.entries(shown))('real Go shows: %s', (change, [file, name]) => {
  const { cases } = parseCases(readFileSync(new URL(`../conformance/cases/${file}.txt`, import.meta.url), 'utf8'));
  const found = cases.find((c) => c.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  const first = firstWith(change as Change);
  const before = goVersions[goVersions.indexOf(first) - 1];
  if (before === undefined) throw new Error('it was always so');
  expect(answerOf(found, before)).not.toEqual(answerOf(found, first));
});

test('what a release brought stays', () => {
  const has = (change: Change): readonly GoVersion[] => goVersions.filter((go) => since(go, change));
  expect(has('else with')).toEqual(['1.23', '1.25', '1.26']);
  expect(has('omitzero')).toEqual(['1.25', '1.26']);
  expect(has('slice of a pointer')).toEqual(['1.26']);
});

describe('which Go a template needs', () => {
  const needs = (template: string, go: GoVersion, data: Json = null): GoVersion | null | 'fine' => {
    const parsed = parseTemplate('t', template, corootFunctions, go);
    if (!parsed.ok) return parsed.error.needs;
    const executed = executeTemplate(parsed.template, build(data), new PlainSink());
    return executed.ok ? 'fine' : executed.error.needs;
  };
  const counter: Json = { f: { $func: 'count' } };
  const rows: readonly (readonly [template: string, data: Json, expected: readonly (GoVersion | null | 'fine')[]])[] = [
    ['{{range 3}}{{end}}', null, ['1.25', '1.25', 'fine', 'fine']],
    ['{{range $i := 3}}{{end}}', null, ['1.25', '1.25', 'fine', 'fine']],
    ['{{range .f}}{{end}}', counter, ['1.25', '1.25', 'fine', 'fine']],
    ['{{with 1}}{{else with 2}}{{end}}', null, ['1.23', 'fine', 'fine', 'fine']],
    ['{{.f | call}}', { f: { $func: 'work' } }, ['fine', '1.25', 'fine', 'fine']],
    // Newer releases refuse these too, in other words.
    ['{{range $i, $e := 3}}{{end}}', null, [null, null, null, null]],
    ['{{range $i, $e := .f}}{{end}}', counter, [null, null, null, null]],
    ['{{range 1.5}}{{end}}', null, [null, null, null, null]],
    ['{{range .f}}{{end}}', { f: { $func: 'double' } }, [null, null, null, null]],
    ['{{if 1}}{{else with 2}}{{end}}', null, [null, null, null, null]],
    ['{{with 1}}{{else}}{{else with 2}}{{end}}', null, [null, null, null, null]],
    ['{{else with 2}}', null, [null, null, null, null]],
    ['{{eq 1 "a"}}', null, [null, null, null, null]],
    ['{{nope}}', null, [null, null, null, null]],
  ];

  test.each(rows)('%s', (template, data, expected) => {
    expect(goVersions.map((go) => needs(template, go, data))).toEqual(expected);
  });
});
