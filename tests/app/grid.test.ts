import { describe, expect, test } from 'vitest';
import { inputOf } from '../../src/app/input';
import { compareOn } from '../../src/pipeline/compare';
import { type Fare, fareOf } from '../../src/pipeline/fare';
import {
  type CorootVersion,
  type Sample,
  corootVersions,
  hostileSamples,
  notificationKinds,
  samples,
  samplesFor,
} from '../../src/coroot';
import { inspect } from '../../src/pipeline';
import { worst } from '../../src/platforms';
import { type Platform, findPlatform, platforms, presetsOf } from '../platforms/all';
import type { Project } from '../../src/share';
import { verdictOn } from '../platforms/received';

function project(templates: Project['templates'], version = 'documented'): Project {
  return {
    kind: 'incident',
    version,
    preset: null,
    templates,
    payloads: { incident: '', deployment: '', alert: '' },
    customFields: [],
  };
}

/** How a payload fares with a project's template. */
function fare(work: Project, platform: Platform | null, payload: Sample): Fare & { readonly payload: Sample } {
  return { payload, ...fareOf(inputOf(work, payload.kind, payload.payload), platform) };
}

test('the hostile payloads cover what the samples do not', () => {
  expect(new Set(hostileSamples.map(({ id }) => id)).size).toBe(hostileSamples.length);
  for (const kind of notificationKinds) {
    const payloads = hostileSamples.filter((sample) => sample.kind === kind).map(({ payload }) => payload);
    expect(payloads.some((payload) => payload.length > 20_000)).toBe(true);
    expect(payloads.some((payload) => payload.includes('null'))).toBe(true);
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

describe('every robust preset passes everything on every release', () => {
  const robust = platforms.flatMap(presetsOf).filter(({ flavour }) => flavour === 'robust');
  const rows = robust.flatMap((preset) => corootVersions.map((version) => ({ ...preset, version })));
  test.each(rows)('$id $version.id', ({ platform, templatesFor, version }) => {
    const work = project(templatesFor(version), version.id);
    const sent = version.kinds.flatMap((kind) => [
      ...samplesFor(kind, version),
      ...samplesFor(kind, version, hostileSamples),
    ]);
    expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(version.kinds));
    const cells = sent.map((payload) => fare(work, platform, payload));
    const bad = cells.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ payload, outcome, reason }) => `${payload.id}: ${outcome}: ${reason}`)).toEqual([]);
  });
});

describe('no simple preset is refused on any release, and where nothing is markup nothing is odd', () => {
  const simple = platforms.flatMap(presetsOf).filter(({ flavour }) => flavour === 'simple');
  const rows = simple.flatMap((preset) => corootVersions.map((version) => ({ ...preset, version })));
  test.each(rows)('$id $version.id', ({ platform, templatesFor, version }) => {
    const work = project(templatesFor(version), version.id);
    const sent = version.kinds.flatMap((kind) =>
      [...samplesFor(kind, version), ...samplesFor(kind, version, hostileSamples)].map((payload, i) => ({
        payload,
        // The first of a kind is the ordinary one. Markup in others may format, or be remarked on.
        allowed: platform.markup === '' || i === 0 ? ['pass'] : ['pass', 'warn'],
      })),
    );
    const bad = sent
      .map(({ payload, allowed }) => ({ ...fare(work, platform, payload), allowed }))
      .filter(({ outcome, allowed }) => !allowed.includes(outcome));
    expect(bad.map(({ payload, outcome, reason }) => `${payload.id}: ${outcome}: ${reason}`)).toEqual([]);
  });
});

describe('judging', () => {
  const telegram = findPlatform('telegram');
  const sample = samples.find(({ id }) => id === 'incident-documented') as Sample;
  const templates = (incident: string): Project => project({ incident, deployment: '', alert: '' });

  test('a template that fails says what Coroot would log', () => {
    const cell = fare(templates('{{ .Nope }}'), telegram, sample);
    expect(cell.outcome).toBe('fail');
    expect(cell.reason).toMatch(/^invalid incident template: .*can't evaluate field Nope/);
  });

  test('without a platform, broken JSON fails and plain text passes', () => {
    expect(fare(templates('{"text": "{{ .URL }}'), null, sample).outcome).toBe('fail');
    expect(fare(templates('It is {{ .Status }}'), null, sample).outcome).toBe('pass');
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
    expect(compareOn(telegram, telegram, true, input)).toMatchObject({ source: 'current', outcome: 'pass' });
    expect(compareOn(slack, slack, false, input)).toMatchObject({ source: 'robust', outcome: 'pass' });
  });

  test('a template that fails is said to', () => {
    const column = compareOn(telegram, telegram, true, { ...input, template: '{{' });
    expect(column.outcome).toBe('fail');
    expect(column.drawn.drawing.preview).toMatchObject({ kind: 'nothing' });
  });
});

/**
 * Why each documented template fails, by payload: for incident, deployment and alert in turn what becomes of it (`ok`,
 * or what the platform refuses or damages). Raw quotes, backslashes, tabs and controls are no JSON in any of them; the
 * rest follows from the platforms' limits and markup.
 */
const documentedFailures: Readonly<Record<string, Readonly<Record<string, readonly [string, string, string]>>>> = {
  telegram: {
    // Telegram’s own JSON reader takes raw tabs and controls. https://core.telegram.org/bots/api#formatting-options
    quotes: ['fail not-json', 'fail not-json', 'fail not-json'],
    backslashes: ['fail not-json', 'fail not-json', 'fail not-json'],
    // The alert shows the application `my_app@team_a` outside a link: its two underscores vanish, or, with another one,
    // one is left over.
    'line-breaks': ['ok', 'ok', 'warn swallowed'],
    markup: ['warn swallowed', 'fail entities', 'fail entities'],
    underscores: ['fail entities', 'warn swallowed', 'fail entities'],
    html: ['ok', 'ok', 'warn swallowed'],
    mentions: ['ok', 'ok', 'warn swallowed'],
    emoji: ['ok', 'ok', 'warn swallowed'],
    'right-to-left': ['ok', 'ok', 'warn swallowed'],
    'invalid-text': ['ok', 'ok', 'warn swallowed'],
    links: ['fail entities', 'warn swallowed', 'fail entities'],
    template: ['ok', 'ok', 'warn swallowed'],
    empty: ['ok', 'ok', 'fail entities'],
    'no-namespace': ['ok', 'ok', 'fail entities'],
    nil: ['ok', 'ok', 'warn swallowed'],
    // 4,096 characters, 32,768 bytes.
    many: ['fail too-long', 'fail too-long', 'fail too-long'],
    long: ['fail too-long', 'fail too-long', 'fail too-long'],
    'very-long': ['fail too-long', 'fail too-long', 'fail too-long'],
  },
  discord: {
    quotes: ['fail not-json', 'fail not-json', 'fail not-json'],
    backslashes: ['fail not-json', 'fail not-json', 'fail not-json'],
    'line-breaks': ['fail not-json', 'fail not-json', 'fail not-json'],
    'invalid-text': ['fail not-json', 'fail not-json', 'fail not-json'],
    // https://docs.discord.com/developers/resources/message#allowed-mentions-object
    mentions: ['warn ping', 'warn ping', 'warn ping'],
    // 2,000 characters. https://docs.discord.com/developers/resources/webhook#execute-webhook
    many: ['fail too-long', 'fail too-long', 'fail too-long'],
    long: ['fail too-long', 'fail too-long', 'fail too-long'],
    'very-long': ['fail too-long', 'fail too-long', 'fail too-long'],
  },
  mattermost: {
    quotes: ['fail not-json', 'fail not-json', 'fail not-json'],
    backslashes: ['fail not-json', 'fail not-json', 'fail not-json'],
    'line-breaks': ['fail not-json', 'fail not-json', 'fail not-json'],
    'invalid-text': ['fail not-json', 'fail not-json', 'fail not-json'],
    mentions: ['warn ping', 'warn ping', 'warn ping'],
    // A post of more than 16,383 characters becomes several.
    // https://developers.mattermost.com/integrate/webhooks/incoming/
    long: ['ok', 'ok', 'warn split'],
    'very-long': ['warn split', 'warn split', 'warn split'],
  },
  json: {},
  'plain-text': {},
};

describe('the documented presets fail where they do in production', () => {
  const situations = [...new Set(hostileSamples.map(({ id, kind }) => id.slice('hostile-'.length, -kind.length - 1)))];
  const documented = platforms.filter((platform) => platform.documented !== null);

  test('each is pinned', () => {
    expect(documented.map(({ id }) => id).sort()).toEqual(Object.keys(documentedFailures).sort());
  });

  const structs = corootVersions.filter(({ data }) => data === 'struct');
  const rows = documented.flatMap((platform) =>
    situations.map((situation) => ({ platform, situation, id: platform.id })),
  );
  test.each(rows)('$id: $situation', ({ platform, situation }) => {
    const pinned = documentedFailures[platform.id]?.[situation] ?? ['ok', 'ok', 'ok'];
    for (const version of structs) {
      const sent = hostileOf(situation, version);
      expect(sent.length).toBeGreaterThan(0);
      for (const sample of sent) {
        const want = pinned[notificationKinds.indexOf(sample.kind)];
        expect(resultOf(platform, sample, version), `${sample.id} of ${version.name}`).toBe(want);
      }
    }
  });

  const maps = corootVersions.filter(({ data }) => data === 'map');
  test.each(maps)('$id, whose templates get a map with other keys, sends <no value> for everything', (version) => {
    for (const { id, documented: templates } of documented) {
      for (const { kind, payload } of situations.flatMap((situation) => hostileOf(situation, version))) {
        const { rendered } = inspect(
          { kind, version: version.id, customFields: [], template: templates![kind], payload },
          null,
        );
        const body = rendered.ok ? rendered.body : rendered.message;
        expect(body.includes('<no value>'), id).toBe(id !== 'json');
        expect(body.includes('http'), id).toBe(id === 'json');
      }
    }
  });
});

/** The hostile payloads of a situation, of the kinds that the version sends in it. */
function hostileOf(situation: string, version: CorootVersion): readonly Sample[] {
  const all = version.kinds.flatMap((kind) => samplesFor(kind, version, hostileSamples));
  return all.filter(({ id, kind }) => id === `hostile-${situation}-${kind}`);
}

/** What becomes of a payload with a documented template: `ok`, or what the platform refuses or damages. */
function resultOf(platform: Platform, { kind, payload }: Sample, version: CorootVersion): string {
  const template = platform.documented![kind];
  const { rendered } = inspect({ kind, version: version.id, customFields: [], template, payload }, null);
  if (!rendered.ok) return rendered.message;
  const verdict = verdictOn(platform, rendered.body);
  const result = worst(verdict);
  const wanted = result === 'fail' ? 'error' : 'warning';
  return result === 'pass' ? 'ok' : `${result} ${verdict.findings.find(({ severity }) => severity === wanted)!.code}`;
}
