import { beforeEach, describe, expect, test, vi } from 'vitest';
import { OwnPayloads } from '../../src/app/own-payloads.svelte';
import { readStored, storage as kept } from '../../src/app/persisted.svelte';
import { FakeStorage } from './browser';

beforeEach(() => {
  vi.stubGlobal('localStorage', new FakeStorage());
  kept.forgive('');
});

const first = { name: 'outage', kind: 'incident', payload: '{"status": "CRITICAL"}' } as const;

describe('own payloads', () => {
  test('survive the visit, by kind', () => {
    new OwnPayloads().keep(first);
    const again = new OwnPayloads();
    expect(again.of('incident')).toEqual([first]);
    expect(again.of('alert')).toEqual([]);
  });

  test('a name is kept once a kind', () => {
    const own = new OwnPayloads();
    own.keep(first);
    own.keep({ ...first, payload: 'not even JSON' });
    own.keep({ ...first, kind: 'alert' });
    expect(own.of('incident')).toEqual([{ ...first, payload: 'not even JSON' }]);
    expect(own.all).toHaveLength(2);
  });

  test('forgetting and keeping can be undone', () => {
    const own = new OwnPayloads();
    own.keep(first);
    const { undo } = own.forget(first);
    expect(own.all).toEqual([]);
    undo();
    expect(new OwnPayloads().all).toEqual([first]);
    own.keep({ ...first, payload: 'replaced' }).undo();
    expect(new OwnPayloads().all).toEqual([first]);
    own.keep({ ...first, name: 'another' }).undo();
    expect(new OwnPayloads().all).toEqual([first]);
  });

  test('another tab’s are not lost, nor by undoing', () => {
    const [a, b] = [new OwnPayloads(), new OwnPayloads()];
    const { undo } = a.keep(first);
    b.keep({ ...first, name: 'of b' });
    expect(new OwnPayloads().all.map(({ name }) => name)).toEqual(['outage', 'of b']);
    undo();
    expect(new OwnPayloads().all.map(({ name }) => name)).toEqual(['of b']);
    b.refresh();
    expect(b.all.map(({ name }) => name)).toEqual(['of b']);
  });

  test('a full storage is told, and the tab has the payload all the same', () => {
    const storage = new FakeStorage(150);
    vi.stubGlobal('localStorage', storage);
    const own = new OwnPayloads();
    expect(own.keep(first).kept).toBe(true);
    const second = { ...first, name: 'second', payload: 'x'.repeat(100) };
    expect(own.keep(second).kept).toBe(false);
    expect(own.all).toEqual([first, second]);
    expect(new OwnPayloads().all).toEqual([first]);
    storage.quota = Number.POSITIVE_INFINITY;
    expect(own.keep({ ...first, name: 'third' }).kept).toBe(true);
    expect(new OwnPayloads().all.map(({ name }) => name)).toEqual(['outage', 'second', 'third']);
  });

  test('what was cleared in mid-use is stored again', () => {
    const own = new OwnPayloads();
    own.keep(first);
    localStorage.removeItem('coroot-playground.payloads');
    own.refresh();
    expect(new OwnPayloads().all).toEqual([first]);
  });

  test('names that repeat in storage are told apart', () => {
    const twice = [first, { ...first, payload: '2' }, { ...first, kind: 'alert' }, { ...first, name: 'outage (2)' }];
    localStorage.setItem('coroot-playground.payloads', JSON.stringify(twice));
    const own = new OwnPayloads();
    expect(own.of('incident').map(({ name }) => name)).toEqual(['outage', 'outage (2)', 'outage (2) (2)']);
    own.forget(own.of('incident')[1]!);
    expect(new OwnPayloads().of('incident').map(({ name }) => name)).toEqual(['outage', 'outage (2) (2)']);
  });

  test('whatever else is stored is left out', () => {
    localStorage.setItem(
      'coroot-playground.payloads',
      JSON.stringify([first, null, { name: 1 }, { ...first, kind: 'x' }]),
    );
    expect(new OwnPayloads().all).toEqual([first]);
    new OwnPayloads().keep({ ...first, name: 'second' });
    expect(readStored('payloads')).toEqual([
      first,
      { ...first, name: 'second' },
      null,
      { name: 1 },
      { ...first, kind: 'x' },
    ]);
    localStorage.setItem('coroot-playground.payloads', '"text"');
    expect(new OwnPayloads().all).toEqual([]);
  });
});
