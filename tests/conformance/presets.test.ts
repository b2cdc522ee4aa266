import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../src/coroot/versions';
import { parsePresets, presetCases, presetSections } from './presets';
import { corootGo } from './program';
import { answer } from './subject';

// What Coroot 1.24.0 sent stands in the file. A preset or sample that is new or changed has to be recorded.
const recorded = parsePresets(readFileSync(new URL('presets.txt', import.meta.url), 'utf8'));
const cases = presetCases(newestVersion);
const remedy = 'After changing presets, platforms or samples run `npm run conformance:record`.';

describe('what Coroot sends of', () => {
  test.each(cases.filter(({ name }) => recorded.has(name)))('$name', (preset) => {
    expect(presetSections(preset, answer(preset.request, corootGo)), remedy).toEqual(recorded.get(preset.name));
  });
});

test('every preset with every sample is recorded, and nothing else', () => {
  expect([...recorded.keys()], remedy).toEqual(cases.map(({ name }) => name));
});

test('Coroot sent every preset', () => {
  const failed = [...recorded].filter(([, sections]) => sections.some(([title]) => title === 'error'));
  expect(failed).toEqual([]);
});
