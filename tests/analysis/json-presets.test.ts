import { describe, expect, test } from 'vitest';
import { applyFix } from '../../src/analysis';
import { type NotificationKind, corootVersions, notificationKinds } from '../../src/coroot';
import { type Preset, platforms, presetsOf } from '../platforms/all';
import { jsonOf, posted } from './json-world';

const presets: readonly Preset[] = platforms.flatMap((platform) => presetsOf(platform));
const ours = presets.filter(({ flavour }) => flavour !== 'documented');

describe('robust and simple presets', () => {
  const rows = corootVersions.flatMap((version) =>
    ours.map((preset) => [`${preset.id} ${version.id}`, preset, version] as const),
  );

  test.for(rows)('%s has no finding', ([, preset, version]) => {
    for (const kind of notificationKinds) {
      const { state, findings } = jsonOf(preset.templatesFor(version)[kind], kind, version.id);
      expect(findings.map(({ code, from }) => `${kind} ${code} ${String(from)}`)).toEqual([]);
      // The data of 1.19.1 is a map, of whose values nothing is known.
      const isSent = version.kinds.includes(kind) && version.id !== '1.19.1';
      if (isSent && !preset.id.startsWith('plain-text')) expect(`${kind} ${state}`).toBe(`${kind} safe`);
    }
  });

  test('a release with a map is understood as far as values are json', () => {
    const states = ours.map(({ templatesFor }) => {
      const version = corootVersions.find(({ id }) => id === '1.19.1')!;
      return jsonOf(templatesFor(version).incident, 'incident', version.id).state;
    });
    expect(states.filter((state) => state === 'safe').length).toBeGreaterThan(ours.length / 2);
  });
});

/** What is found in the documented presets: the actions that hostile payloads break, by platform and kind. */
const documented: Readonly<Record<string, Readonly<Record<NotificationKind, readonly string[]>>>> = {
  json: { incident: [], deployment: [], alert: [] },
  'plain-text': { incident: [], deployment: [], alert: [] },
  ...Object.fromEntries(
    ['telegram', 'mattermost', 'discord'].map((id) => [
      id,
      {
        incident: ['{{ .Message }}'],
        deployment: ['{{ .Version }}', '{{ . }}'],
        alert: ['{{ .RuleName }}', '{{ .RuleName }}', '{{ .Summary }}', '{{ .Value }}', '{{ .ResolvedBy }}'],
      },
    ]),
  ),
};

describe('documented presets', () => {
  const shown = presets.filter(({ flavour }) => flavour === 'documented');

  test('all stand in the table', () => {
    expect(shown.map(({ id }) => id).sort()).toEqual(Object.keys(documented).sort());
  });

  const rows = shown.flatMap((preset) =>
    notificationKinds.map((kind) => [`${preset.id} ${kind}`, preset, kind] as const),
  );
  test.for(rows)('%s has what hostile payloads confirm', ([, preset, kind]) => {
    const template = preset.templatesFor(corootVersions[0]!)[kind];
    const { findings } = jsonOf(template, kind);
    const errors = findings.filter(({ code }) => code !== 'unsafe-json');
    expect(errors.map(({ from, to }) => template.slice(from, to))).toEqual(documented[preset.id]![kind]);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(errors.length > 0 ? ['unescaped-text'] : []));
    for (const finding of errors) {
      // With all others mended, this one still breaks the body of some payload; mended too, none is broken.
      const others = errors.filter((other) => other !== finding).flatMap(({ fixes }) => fixes[0]!.edits);
      const alone = applyFix(template, { title: '', edits: others });
      expect(posted(alone, kind).some(({ valid }) => !valid)).toBe(true);
      expect(jsonOf(alone, kind).findings).toHaveLength(1);
    }
    const everything = applyFix(template, { title: '', edits: errors.flatMap(({ fixes }) => fixes[0]!.edits) });
    if (errors.length === 0) return;
    // Names of applications stand in quotes, which is no promise but right as a rule.
    expect(jsonOf(everything, kind).state).not.toBe('faulty');
    expect(posted(everything, kind).filter(({ valid }) => !valid)).toEqual([]);
    const [first] = findings;
    if (errors.length > 1) {
      const safe = findings.find(({ code }) => code === 'unsafe-json')!;
      expect(safe.from).toBe(first!.from);
      expect(applyFix(template, safe.fixes[0]!)).toBe(everything);
    }
    // What was valid before is the same text now.
    const before = posted(template, kind);
    const after = new Map(posted(everything, kind).map(({ id, body }) => [id, body]));
    for (const { id, valid, body } of before) {
      if (valid) expect(JSON.parse(after.get(id)!)).toEqual(JSON.parse(body));
    }
  });
});
