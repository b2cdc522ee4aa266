import { readFileSync } from 'node:fs';
import { samples } from '../../src/coroot';
import { expect, test } from './fixtures';
import { type Kind, PlaygroundPage } from './page';

/** What Go 1.26 made of each preset and sample; see tests/coroot/render.test.ts. */
interface Recorded {
  readonly preset: string;
  readonly sample: string;
  readonly body: string;
}

const recorded = JSON.parse(
  readFileSync(new URL('../coroot/preset-outputs.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

const platforms = [
  { id: 'plain-text', name: 'Plain Text' },
  { id: 'json', name: 'JSON' },
  { id: 'telegram', name: 'Telegram' },
  { id: 'mattermost', name: 'Mattermost' },
  { id: 'discord', name: 'Discord' },
];

const kinds: readonly { readonly kind: string; readonly name: Kind }[] = [
  { kind: 'incident', name: 'Incident' },
  { kind: 'deployment', name: 'Deployment' },
  { kind: 'alert', name: 'Alert' },
];

test('every recorded preset is among these', () => {
  expect([...new Set(recorded.map(({ preset }) => preset))].sort()).toEqual(platforms.map(({ id }) => id).sort());
});

for (const { id, name } of platforms) {
  test(`${name} makes of every sample the bytes that Go makes`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.preset(name);
    const bodies: Record<string, string> = {};
    for (const { kind, name: tab } of kinds) {
      await playground.kind(tab);
      for (const sample of samples.filter((s) => s.kind === kind)) {
        await playground.sample(sample.id);
        bodies[sample.id] = await playground.copied('Rendered body');
      }
    }
    const want = recorded.filter(({ preset }) => preset === id);
    expect(want).toHaveLength(samples.length);
    expect(bodies).toEqual(Object.fromEntries(want.map(({ sample, body }) => [sample, body])));
  });
}
