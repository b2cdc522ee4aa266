import { describe, expect, test } from 'vitest';
import { compareOn } from '../../src/app/compare';
import { type GridPayload, judge } from '../../src/app/grid.svelte';
import { type Sample, hostileSamples, samples } from '../../src/coroot';
import { findPlatform, platforms, presetsOf } from '../../src/platforms';
import { type Project, notificationKinds } from '../../src/share';

const everything: readonly GridPayload[] = [...samples, ...hostileSamples];

function project(templates: Project['templates']): Project {
  return {
    kind: 'incident',
    version: 'documented',
    preset: null,
    templates,
    payloads: { incident: '', deployment: '', alert: '' },
    customFields: [],
  };
}

test('the hostile payloads cover what the samples do not', () => {
  expect(new Set(hostileSamples.map(({ id }) => id)).size).toBe(hostileSamples.length);
  for (const kind of notificationKinds) {
    const payloads = hostileSamples.filter((sample) => sample.kind === kind).map(({ payload }) => payload);
    expect(payloads.some((payload) => payload.length > 20_000)).toBe(true);
    expect(payloads.some((payload) => /null/.test(payload))).toBe(true);
    for (const piece of [
      '\\"',
      '\\\\',
      '\\n',
      '\\t',
      '<b>',
      '&amp;',
      '@everyone',
      '<!channel>',
      '💥',
      'ש',
      '\\ud800',
      '"_"',
    ]) {
      expect(payloads.some((payload) => payload.includes(piece))).toBe(true);
    }
  }
});

describe('every robust preset passes everything', () => {
  const robust = platforms.flatMap(presetsOf).filter(({ flavour }) => flavour === 'robust');
  test.each(robust)('$id', ({ platform, templates }) => {
    const cells = everything.map((payload) => judge(project(templates), platform, payload));
    const bad = cells.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ payload, outcome, reason }) => `${payload.id}: ${outcome}: ${reason}`)).toEqual([]);
  });
});

describe('judging', () => {
  const telegram = findPlatform('telegram');
  const sample = samples.find(({ id }) => id === 'incident-documented') as Sample;
  const templates = (incident: string): Project => project({ incident, deployment: '', alert: '' });

  test('a template that fails says what Coroot would log', () => {
    const cell = judge(templates('{{ .Nope }}'), telegram, sample);
    expect(cell.outcome).toBe('fail');
    expect(cell.reason).toMatch(/^invalid incident template: .*can't evaluate field Nope/);
  });

  test('without a platform, broken JSON fails and plain text passes', () => {
    expect(judge(templates('{"text": "{{ .URL }}'), null, sample).outcome).toBe('fail');
    expect(judge(templates('It is {{ .Status }}'), null, sample).outcome).toBe('pass');
  });
});

describe('side by side', () => {
  const slack = findPlatform('slack')!;
  const telegram = findPlatform('telegram')!;
  const input = {
    kind: 'incident',
    version: 'documented',
    customFields: [],
    template: '{"chat_id": 1, "text": "mine"}',
    payload: samples.find(({ kind }) => kind === 'incident')!.payload,
  } as const;

  test('the current platform shows the template at hand, the others their robust one', () => {
    expect(compareOn(telegram, telegram, input)).toMatchObject({ source: 'current', outcome: 'pass' });
    expect(compareOn(slack, telegram, input)).toMatchObject({ source: 'robust', outcome: 'pass' });
  });

  test('a template that fails is said to', () => {
    const column = compareOn(telegram, telegram, { ...input, template: '{{' });
    expect(column.outcome).toBe('fail');
    expect(column.preview).toMatchObject({ kind: 'nothing' });
  });
});
