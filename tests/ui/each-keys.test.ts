import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { commandsOf, paletteOf } from '../../src/app/commands';
import { Mending } from '../../src/app/mending';
import type { Playground } from '../../src/app/playground.svelte';
import { corootVersions, hostileSamples, notificationKinds, samplesFor } from '../../src/coroot';
import { platforms, presetsOf } from '../platforms/all';

/**
 * Two items with one key stop Svelte from drawing, and everything around them with it. What people type, store or
 * receive may repeat, so a list is drawn by index, or by keys from a table that is part of the program.
 */
const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

/** All the keys that such a table has, in as many lists as it is used in. */
type Lists = () => readonly (readonly string[])[];
const kinds: Lists = () => [notificationKinds];
const everyPlatform: Lists = () => [ids(platforms)];
const each = <T>(of: (kind: (typeof notificationKinds)[number], version: (typeof corootVersions)[number]) => T): T[] =>
  corootVersions.flatMap((version) => version.kinds.map((kind) => of(kind, version)));
const samples: Lists = () => each((kind, version) => ids(samplesFor(kind, version)));
const hostile: Lists = () => each((kind, version) => ids(samplesFor(kind, version, hostileSamples)));
const palette: Lists = () =>
  each((kind, version) => {
    const app = { presetName: String, kindSamples: samplesFor(kind, version) } as unknown as Playground;
    return ids(paletteOf(app, commandsOf(app)));
  });

/** Keys are made of the code and how often it came up: many problems of few codes, in any order. */
const problemRows: Lists = () => {
  const problems = Array.from({ length: 200 }, (_, i) => ({ code: ['a', 'b', 'a-1'][i % 3]!, fixes: [] }));
  const rows = Mending.prototype.rows.call({}, problems as unknown as Parameters<Mending['rows']>[0], 100);
  return [rows.map(({ key }) => key)];
};

interface Row {
  readonly file: string;
  readonly each: string;
  readonly key: string;
  readonly lists: Lists;
}

const allowed: readonly Row[] = [
  { file: 'CompareDialog.svelte', each: 'app.platforms', key: 'platform.id', lists: everyPlatform },
  { file: 'CompareDialog.svelte', each: 'chosen', key: 'id', lists: everyPlatform },
  { file: 'CorootDialog.svelte', each: 'app.versions', key: 'version.id', lists: () => [ids(corootVersions)] },
  { file: 'GalleryDialog.svelte', each: 'members', key: 'platform.id', lists: everyPlatform },
  { file: 'GridTable.svelte', each: 'notificationKinds', key: 'kind', lists: kinds },
  { file: 'KindEditors.svelte', each: 'notificationKinds', key: 'kind', lists: kinds },
  { file: 'PaletteDialog.svelte', each: 'found', key: 'command.id', lists: palette },
  {
    file: 'PlatformCard.svelte',
    each: 'presets',
    key: 'preset.id',
    lists: () => platforms.map((platform) => ids(presetsOf(platform))),
  },
  { file: 'PreviewBar.svelte', each: 'app.platforms', key: 'option.id', lists: everyPlatform },
  { file: 'ProblemRows.svelte', each: 'app.mending.rows(rows, mostRows)', key: 'key', lists: problemRows },
  { file: 'SamplePicker.svelte', each: 'app.kindSamples', key: 'sample.id', lists: samples },
  { file: 'SamplePicker.svelte', each: 'hostile', key: 'sample.id', lists: hostile },
];

interface Each {
  readonly each: string;
  readonly key: string;
  readonly byIndex: boolean;
}

/** Every `{#each}` of a component; `key` is '' for one without a key, which Svelte draws by index. */
function eachBlocks(source: string): readonly Each[] {
  const found: Each[] = [];
  const text = (node: { readonly start: number; readonly end: number }): string => source.slice(node.start, node.end);
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    if ('type' in node && node.type === 'EachBlock') {
      const { expression, key, index } = node as unknown as {
        readonly expression: { readonly start: number; readonly end: number };
        readonly key?: { readonly start: number; readonly end: number } | null;
        readonly index?: string;
      };
      const by = key ? text(key) : '';
      found.push({ each: text(expression), key: by, byIndex: by === '' || by === index });
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(source, { modern: true }).fragment);
  return found;
}

const root = new URL('../../src/ui/', import.meta.url);
const keyed = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .flatMap((file) =>
    eachBlocks(readFileSync(new URL(file, root), 'utf8'))
      .filter(({ byIndex }) => !byIndex)
      .map(({ each, key }) => `${basename(file)}: {#each ${each}} by ${key}`),
  );

test('lists are drawn by index, or by the keys of these tables', () => {
  expect([...keyed].sort()).toEqual(allowed.map(({ file, each, key }) => `${file}: {#each ${each}} by ${key}`).sort());
});

describe('no table has a key twice', () => {
  test.each(allowed)('$file by $key', ({ lists }) => {
    expect(lists().flat()).not.toEqual([]);
    for (const keys of lists()) expect(keys).toEqual([...new Set(keys)]);
  });
});

test('keys are seen wherever they stand', () => {
  const source = `<script lang="ts">let a = [1];</script>
{#snippet s()}{#if a}<p>{#each a as x (x)}{#each a as y, i (i)}{#each a as z, j (z)}{#each a as w}{x}{/each}{/each}{/each}{/each}</p>{/if}{/snippet}`;
  expect(eachBlocks(source)).toEqual([
    { each: 'a', key: 'x', byIndex: false },
    { each: 'a', key: 'i', byIndex: true },
    { each: 'a', key: 'z', byIndex: false },
    { each: 'a', key: '', byIndex: true },
  ]);
});
