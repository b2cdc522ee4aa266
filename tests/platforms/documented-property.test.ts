/**
 * What the documented templates do with random payloads: they always render, and where a platform refuses the body it
 * is for what they are known for, which the analysis of the template foretells where it is about JSON.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corootVersions, defaultVersion, notificationKinds } from '../../src/coroot';
import { environmentOf, inspect } from '../../src/pipeline';
import { analyse } from '../../src/analysis';
import { findPreset, platforms } from './all';
import { payloads } from './payloads';

/** Why each platform refuses some of them: quotes in JSON, markup in a name, texts without a limit. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  telegram: ['entities', 'not-json', 'too-long'],
  discord: ['not-json', 'too-long'],
  mattermost: ['not-json'],
  json: [],
  'plain-text': [],
};

const documented = platforms.filter((platform) => platform.documented !== null);

test('they are those of the seed document', () => {
  expect(documented.map(({ id }) => id).sort()).toEqual(Object.keys(reasons).sort());
});

describe.each(documented)('$id', (platform) => {
  const rows = notificationKinds.map((kind) => {
    const oldest = corootVersions.findLast(({ kinds }) => kinds.includes(kind)) ?? defaultVersion;
    return { kind, versions: [defaultVersion, oldest] };
  });

  test.each(rows)('every $kind renders, and is refused for nothing else', ({ kind, versions }) => {
    const met = new Set<string>();
    for (const version of versions) {
      const template = findPreset(platform.id)?.templatesFor(version)[kind] ?? '';
      const world = environmentOf({ kind, version: version.id, customFields: [], expectsJson: null });
      const { json } = analyse(template, world);
      for (const payload of fc.sample(payloads[kind], { numRuns: 150, seed: 1 })) {
        const input = { kind, version: version.id, customFields: [], template, payload: JSON.stringify(payload) };
        const { rendered, verdict } = inspect(input, platform, { drawing: false });
        expect(rendered.ok ? '' : rendered.message).toBe('');
        for (const { code, severity } of verdict?.findings ?? []) if (severity === 'error') met.add(code);
        const isFaulty = verdict?.findings.some(({ code }) => code === 'not-json') === true;
        if (isFaulty) expect(json).toBe('faulty');
        else if (json === 'safe') expect(() => JSON.parse(rendered.ok ? rendered.body : '') as unknown).not.toThrow();
      }
    }
    expect([...met].sort()).toEqual(reasons[platform.id]);
  });
});
