import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis';
import { suspicious } from '../../src/analysis/explain/suspicious';
import { type CorootVersion, corootVersions, notificationKinds } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';
import { type Preset, platforms, presetsOf } from '../platforms/all';

/**
 * What is found in documented presets, in each of their templates, and is true; everywhere else there must be nothing.
 * The first is the release whose templates got a map: every field of Go's names is `<no value>` there; the preset
 * that writes the data whole names none.
 */
const confirmed = [{ flavour: 'documented', version: '1.19.1', code: 'unknown-key', but: 'json' }] as const;

function isConfirmed(preset: Preset, version: CorootVersion, code: string): boolean {
  return confirmed.some((row) => row.flavour === preset.flavour && row.version === version.id && row.code === code);
}

test('presets of all platforms, kinds and releases have nothing suspicious but what is confirmed', () => {
  const found = new Set<string>();
  const expected = new Set<string>();
  const analysed = new Set<string>();
  for (const preset of platforms.flatMap(presetsOf)) {
    for (const version of corootVersions) {
      const templates = preset.templatesFor(version);
      for (const kind of notificationKinds.filter((k) => version.kinds.includes(k))) {
        const template = templates[kind];
        analysed.add(`${preset.id} ${kind}`);
        for (const { flavour, version: id, code, but } of confirmed) {
          if (flavour === preset.flavour && id === version.id && but !== preset.id)
            expected.add(`${preset.id} ${kind} ${id} ${code}`);
        }
        for (const expectsJson of [null, true]) {
          const world = environmentOf({ kind, version: version.id, customFields: [], expectsJson });
          for (const { code, message } of analyse(template, world).diagnostics) {
            if (code in suspicious)
              found.add(
                `${preset.id} ${kind} ${version.id} ${code}${isConfirmed(preset, version, code) ? '' : `: ${message}`}`,
              );
          }
        }
      }
    }
  }
  expect(analysed.size).toBeGreaterThan(90);
  expect(expected.size).toBeGreaterThan(5);
  expect([...found].sort()).toEqual([...expected].sort());
});
