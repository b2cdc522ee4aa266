import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Persisted, readStored, storage, storedKeys, writeStored } from '../../src/app/persisted.svelte';
import { FakeStorage, blockStorage } from './browser';

let local: FakeStorage;

beforeEach(() => {
  local = new FakeStorage();
  vi.stubGlobal('localStorage', local);
  storage.forgive('');
});

const number = (stored: unknown): number | null => (typeof stored === 'number' ? stored : null);

describe('reading', () => {
  const rows: readonly { readonly name: string; readonly text: string | null; readonly want: unknown }[] = [
    { name: 'nothing', text: null, want: null },
    { name: 'JSON', text: '{"a":[1]}', want: { a: [1] } },
    { name: 'what is not JSON', text: '{', want: null },
    { name: 'nothing at all', text: '', want: null },
  ];

  test.each(rows)('$name', ({ text, want }) => {
    if (text !== null) local.setItem('coroot-playground.key', text);
    expect(readStored('key')).toEqual(want);
  });

  test('another page of the same origin has other keys', () => {
    local.setItem('key', '1');
    local.setItem('other.draft.x', '1');
    writeStored('draft.b', 2);
    writeStored('draft.a', 1);
    writeStored('theme', 'dark');
    expect(readStored('key')).toBeNull();
    expect([...storedKeys('draft.')].sort()).toEqual(['draft.a', 'draft.b']);
  });
});

describe('writing', () => {
  test('what was written can be read, and null takes it away', () => {
    expect(writeStored('key', { text: '漢字 "🎉"' })).toBe(true);
    expect(readStored('key')).toEqual({ text: '漢字 "🎉"' });
    expect(writeStored('key', null)).toBe(true);
    expect(storedKeys('')).toEqual([]);
  });

  test('a full storage is told, keeps what it had, and is forgotten once there is room', () => {
    writeStored('key', 'old');
    local.quota = 100;
    expect(writeStored('key', 'x'.repeat(100))).toBe(false);
    expect(storage.failing).toBe(true);
    expect(readStored('key')).toBe('old');
    expect(writeStored('key', 'new')).toBe(true);
    expect(storage.failing).toBe(false);
  });

  test('blocked storage is told, and nothing throws', () => {
    blockStorage();
    expect(writeStored('key', 1)).toBe(false);
    expect(storage.failing).toBe(true);
    expect(readStored('key')).toBeNull();
    expect(storedKeys('')).toEqual([]);
  });
});

describe('a persisted value', () => {
  const rows: readonly { readonly name: string; readonly text: string | null; readonly want: number }[] = [
    { name: 'is the initial one at first', text: null, want: 7 },
    { name: 'is what was stored', text: '3', want: 3 },
    { name: 'falls back when what was stored is not one', text: '"three"', want: 7 },
    { name: 'falls back when what was stored is not JSON', text: 'three', want: 7 },
  ];

  test.each(rows)('$name', ({ text, want }) => {
    if (text !== null) local.setItem('coroot-playground.size', text);
    expect(new Persisted('size', 7, number).value).toBe(want);
  });

  test('is stored when it is set, and effects see it', () => {
    const size = new Persisted('size', 7, number);
    const seen: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(size.value);
      });
    });
    flushSync();
    size.value = 8;
    flushSync();
    stop();
    expect(seen).toEqual([7, 8]);
    expect(new Persisted('size', 7, number).value).toBe(8);
  });

  test('changes in memory even when it cannot be stored', () => {
    const size = new Persisted('size', 7, number);
    blockStorage();
    size.value = 8;
    expect(size.value).toBe(8);
  });
});
