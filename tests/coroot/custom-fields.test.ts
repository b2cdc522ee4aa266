import { describe, expect, test } from 'vitest';
import { type CustomField, findVersion, templateFault } from '../../src/coroot';
import type { VersionId } from '../../src/coroot/versions';
import { resolveCustomFields } from '../../src/coroot/custom-fields';

interface Row {
  readonly name: string;
  readonly version?: VersionId;
  readonly fields: readonly CustomField[];
  readonly added?: readonly (readonly [name: string, key: string, value: string])[];
  readonly problems?: readonly string[];
}

const invalid = (key: string, character: string) =>
  `Coroot crashes over the custom field "${key}" before it renders anything: "${character}" cannot be part of a Go field name; use letters, digits and _.`;
const badStart = (key: string) =>
  `Coroot crashes over the custom field "${key}" before it renders anything: a key must begin with one of the letters A to Z or a to z.`;

// Which keys reflect.StructOf takes was seen by giving them to Go 1.26, the rest by giving them to Coroot 1.24.0.
const rows: readonly Row[] = [
  { name: 'none', fields: [] },
  { name: 'upper-cased', fields: [['team', 'core']], added: [['Team', 'team', 'core']] },
  { name: 'upper case already', fields: [['Team', 'core']], added: [['Team', 'Team', 'core']] },
  {
    name: 'digits, underscores, letters of any script',
    fields: [
      ['a1_', '1'],
      ['teamé', '2'],
      ['a٣', '3'],
    ],
    added: [
      ['A1_', 'a1_', '1'],
      ['A٣', 'a٣', '3'],
      ['Teamé', 'teamé', '2'],
    ],
  },
  {
    name: 'sorted by key',
    fields: [
      ['b', '1'],
      ['a', '2'],
    ],
    added: [
      ['A', 'a', '2'],
      ['B', 'b', '1'],
    ],
  },
  { name: 'hyphen', fields: [['my-field', '']], problems: [invalid('my-field', '-')] },
  { name: 'space', fields: [['team name', '']], problems: [invalid('team name', ' ')] },
  { name: 'combining mark', fields: [['a\u0301', '']], problems: [invalid('a\u0301', '\u0301')] },
  { name: 'Roman numeral', fields: [['aⅣ', '']], problems: [invalid('aⅣ', 'Ⅳ')] },
  { name: 'digit first', fields: [['1abc', '']], problems: [badStart('1abc')] },
  { name: 'underscore first', fields: [['_x', '']], problems: [badStart('_x')] },
  { name: 'only the first byte is upper-cased', fields: [['éa', '']], problems: [badStart('éa')] },
  { name: 'not even where it is upper case', fields: [['Éa', '']], problems: [badStart('Éa')] },
  { name: 'empty key', fields: [['', 'x']], problems: ['Coroot skips a custom field without a key.'] },
  {
    name: 'meets a field',
    fields: [['status', 'x']],
    problems: ['Coroot drops the custom field "status": there is already a field Status. Choose another key.'],
  },
  {
    name: 'meets a custom field',
    fields: [
      ['team', 'a'],
      ['Team', 'b'],
    ],
    added: [['Team', 'Team', 'b']],
    problems: [
      'Coroot crashes over the custom fields "Team" and "team" before it renders anything: both become the field Team. Remove one of them.',
    ],
  },
  {
    name: 'meets a JSON key',
    fields: [['url', 'x']],
    added: [['Url', 'url', 'x']],
    problems: ['.Url and .URL are both called "url" in JSON, so `{{ json . }}` leaves out both. Choose another key.'],
  },
  {
    name: 'the same key twice',
    fields: [
      ['team', 'a'],
      ['team', 'b'],
    ],
    added: [['Team', 'team', 'b']],
    problems: ['The key "team" is there twice; the last value counts.'],
  },
  {
    name: 'before 1.19.1',
    version: '1.18',
    fields: [['team', 'a']],
    problems: ['Coroot 1.18 has no custom fields; they came with 1.19.1.'],
  },
  {
    name: 'any key in the map of 1.19.1',
    version: '1.19.1',
    fields: [['my-field', 'x']],
    added: [['my-field', 'my-field', 'x']],
  },
];

/** The words of Coroot's main branch after 1.24.5, and of the page around them. */
const refused = (fault: string) =>
  `error: The next Coroot neither saves nor sends this: ${fault}. Saving says “invalid webhook configuration:” before it.`;
const badName = (quoted: string) =>
  refused(`invalid custom field name ${quoted}: use letters, digits and underscores, starting with a letter`);

const dropped = (key: string, name: string) =>
  `warning: Coroot drops the custom field "${key}": there is already a field ${name}. Choose another key.`;

const nextRows: readonly Row[] = [
  { name: 'a plain name', fields: [['team_1', 'a']], added: [['Team_1', 'team_1', 'a']] },
  { name: 'a hyphen', fields: [['team-name', '']], problems: [badName('"team-name"')] },
  { name: 'letters of other scripts', fields: [['größe', '']], problems: [badName('"größe"')] },
  { name: 'a digit first', fields: [['1a', '']], problems: [badName('"1a"')] },
  { name: 'an underscore first', fields: [['_a', '']], problems: [badName('"_a"')] },
  { name: 'an empty name', fields: [['', 'x']], problems: [badName('""')] },
  {
    name: 'two names that differ in the case of the first letter',
    fields: [
      ['team', 'a'],
      ['Team', 'b'],
    ],
    added: [['Team', 'Team', 'b']],
    problems: [refused('duplicate custom field name "Team" (or "team": it names either)')],
  },
  {
    name: 'the name of a field of the data',
    fields: [['status', 'x']],
    problems: [dropped('status', 'Status')],
  },
  {
    name: 'two names that would be dropped, which is only looked at later',
    fields: [
      ['status', 'x'],
      ['Status', 'y'],
    ],
    problems: [
      dropped('Status', 'Status'),
      refused('duplicate custom field name "Status" (or "status": it names either)'),
    ],
  },
  {
    name: 'two names of which one is no name',
    fields: [
      ['team', 'a'],
      ['Team ', 'b'],
    ],
    added: [['Team', 'team', 'a']],
    problems: [badName('"Team "')],
  },
];

describe('resolveCustomFields of the next Coroot', () => {
  test.each(nextRows)('$name', ({ fields, added = [], problems = [] }) => {
    const got = resolveCustomFields('incident', findVersion('next'), fields);
    expect(got.added.map((f) => [f.name, f.key, f.value])).toEqual(added);
    expect(got.problems.map((p) => `${p.severity}: ${p.message}`)).toEqual(problems);
  });

  test.each([
    { kind: 'incident', version: 'next', template: '', want: 'incident template is required' },
    { kind: 'deployment', version: 'next', template: '', want: 'deployment template is required' },
    { kind: 'alert', version: 'next', template: '', want: null },
    { kind: 'deployment', version: 'next', template: 'x', want: null },
    { kind: 'deployment', version: '1.24.0', template: '', want: null },
  ] as const)('an empty $kind template in $version', ({ kind, version, template, want }) => {
    expect(templateFault(kind, findVersion(version), template)).toBe(want);
  });
});

describe('resolveCustomFields', () => {
  test.each(rows)('$name', ({ version = 'documented', fields, added = [], problems = [] }) => {
    const got = resolveCustomFields('incident', findVersion(version), fields);
    expect(got.added.map((f) => [f.name, f.key, f.value])).toEqual(added);
    expect(got.problems.map((p) => p.message)).toEqual(problems);
  });
});
