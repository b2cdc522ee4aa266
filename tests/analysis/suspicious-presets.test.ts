import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis';
import { suspicious } from '../../src/analysis/explain/suspicious';
import { corootVersions, notificationKinds } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';
import { platforms, presetsOf } from '../../src/platforms';

/** What is found in documented presets and is true; everywhere else there must be nothing. */
const confirmed: readonly string[] = [];

test('presets of all platforms, kinds and releases have nothing suspicious but what is confirmed', () => {
  const found = new Set<string>();
  const analysed = new Set<string>();
  for (const preset of platforms.flatMap(presetsOf)) {
    for (const version of corootVersions) {
      const templates = preset.templatesFor(version);
      for (const kind of notificationKinds.filter((k) => version.kinds.includes(k))) {
        const template = templates[kind];
        analysed.add(`${preset.id} ${kind}`);
        for (const expectsJson of [null, true]) {
          const world = environmentOf({ kind, version: version.id, customFields: [], expectsJson });
          for (const { code, message } of analyse(template ?? '', world).diagnostics) {
            if (code in suspicious) found.add(`${preset.id} ${kind} ${version.id}: ${code}: ${message}`);
          }
        }
      }
    }
  }
  expect(analysed.size).toBeGreaterThan(100);
  expect([...found]).toEqual(confirmed);
});
