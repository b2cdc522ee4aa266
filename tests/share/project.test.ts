import { expect, test } from 'vitest';
import { type Project, linkFit, parseProject, projectLimits, textSize } from '../../src/share';
import { linkLimits } from '../../src/share/link-fit';

const project: Project = {
  kind: 'alert',
  version: '1.19.2',
  preset: 'telegram',
  templates: { incident: 'ti', deployment: 'td', alert: 'ta' },
  payloads: { incident: '{}', deployment: 'not json', alert: '' },
  customFields: [
    ['team', 'sre'],
    ['team', ''],
  ],
  title: 'Ours',
};

function without(key: keyof Project): unknown {
  return Object.fromEntries(Object.entries(project).filter(([k]) => k !== key));
}

test('a project is accepted as it is', () => {
  expect(parseProject(JSON.parse(JSON.stringify(project)))).toStrictEqual({ ok: true, project });
});

test('a project without a title is accepted and gets none', () => {
  expect(parseProject(without('title'))).toStrictEqual({ ok: true, project: without('title') });
});

test('unknown members are dropped at every depth', () => {
  const input = {
    ...project,
    url: 'https://example.com/secret',
    headers: [['Authorization', 'Bearer x']],
    templates: { ...project.templates, report: 'x' },
  };
  expect(parseProject(input)).toStrictEqual({ ok: true, project });
});

const full = projectLimits.text;

const refused: readonly { readonly name: string; readonly input: unknown; readonly want: string }[] = [
  { name: 'null', input: null, want: 'The project must be an object, not null.' },
  { name: 'a string', input: '{}', want: 'The project must be an object, not a string.' },
  { name: 'a list', input: [project], want: 'The project must be an object, not a list.' },
  { name: 'nothing', input: undefined, want: 'The project must be an object, not an undefined.' },
  { name: 'no kind', input: without('kind'), want: 'kind must be one of incident, deployment, alert.' },
  {
    name: 'kind of Object',
    input: { ...project, kind: 'toString' },
    want: 'kind must be one of incident, deployment, alert.',
  },
  { name: 'no version', input: without('version'), want: 'version must be text, not an undefined.' },
  { name: 'number as version', input: { ...project, version: 1.19 }, want: 'version must be text, not a number.' },
  { name: 'no preset', input: without('preset'), want: 'preset must be text, not an undefined.' },
  {
    name: 'long preset',
    input: { ...project, preset: 'p'.repeat(101) },
    want: 'preset is longer than 100 characters.',
  },
  { name: 'null title', input: { ...project, title: null }, want: 'title must be text, not null.' },
  { name: 'long title', input: { ...project, title: 't'.repeat(301) }, want: 'title is longer than 300 characters.' },
  { name: 'no templates', input: without('templates'), want: 'templates must be an object, not an undefined.' },
  {
    name: 'missing template',
    input: { ...project, templates: { incident: '', deployment: '' } },
    want: 'templates.alert must be text, not an undefined.',
  },
  {
    name: 'payload that is data',
    input: { ...project, payloads: { ...project.payloads, incident: {} } },
    want: 'payloads.incident must be text, not an object.',
  },
  {
    name: 'one text too long',
    input: { ...project, payloads: { ...project.payloads, incident: 'x'.repeat(full + 1) } },
    want: 'payloads.incident is longer than 1000000 characters.',
  },
  {
    name: 'all texts together too long',
    input: { ...project, payloads: { incident: 'x'.repeat(full / 2), deployment: 'x'.repeat(full / 2), alert: 'x' } },
    want: 'The texts together are longer than 1000000 characters.',
  },
  {
    name: 'custom fields as an object',
    input: { ...project, customFields: {} },
    want: 'customFields must be a list, not an object.',
  },
  {
    name: 'custom field of one',
    input: { ...project, customFields: [['a']] },
    want: 'customFields[0] must be a key and a value.',
  },
  {
    name: 'custom field of three',
    input: {
      ...project,
      customFields: [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ],
    },
    want: 'customFields[1] must be a key and a value.',
  },
  {
    name: 'hole among custom fields',
    // eslint-disable-next-line no-sparse-arrays
    input: { ...project, customFields: [, ['a', 'b']] },
    want: 'customFields[0] must be a key and a value.',
  },
  {
    name: 'number as custom value',
    input: { ...project, customFields: [['a', 1]] },
    want: 'customFields[0] value must be text, not a number.',
  },
  {
    name: 'too many custom fields',
    input: { ...project, customFields: Array.from({ length: 1001 }, () => ['', '']) },
    want: 'customFields has more than 1000 entries.',
  },
  {
    name: 'a member that throws',
    input: {
      get kind(): string {
        throw new TypeError('no');
      },
    },
    want: 'The project cannot be read.',
  },
];

test.each(refused)('refused: $name', ({ input, want }) => {
  expect(parseProject(input)).toStrictEqual({ ok: false, reason: want });
});

test('texts of exactly the limit are accepted', () => {
  const input: Project = {
    ...project,
    templates: { incident: 'x'.repeat(full - 4), deployment: '', alert: '' },
    payloads: { incident: '', deployment: '', alert: 'x' },
    customFields: [['a', 'bc']],
  };
  expect(textSize(input)).toBe(full);
  expect(parseProject(input)).toStrictEqual({ ok: true, project: input });
});

const fits = [
  { length: 1, want: [] },
  { length: 2000, want: [] },
  { length: 2001, want: ['discord'] },
  { length: 4096, want: ['discord'] },
  { length: 4097, want: ['discord', 'telegram'] },
  { length: 16_384, want: ['discord', 'telegram', 'mattermost'] },
  { length: 40_001, want: ['discord', 'telegram', 'mattermost', 'slack'] },
  { length: 1_048_577, want: ['discord', 'telegram', 'mattermost', 'slack', 'firefox'] },
  { length: 2_097_153, want: ['discord', 'telegram', 'mattermost', 'slack', 'firefox', 'chrome'] },
];

test.each(fits)('a link of $length characters is too long for $want', ({ length, want }) => {
  const { fits: kept, exceeds } = linkFit(length);
  expect(exceeds.map(({ id }) => id)).toEqual(want);
  expect([...exceeds, ...kept]).toEqual(linkLimits);
});
