import { beforeEach, describe, expect, test, vi } from 'vitest';
import { OwnPayloads } from '../../src/app/own-payloads.svelte';
import { FakeStorage } from './browser';

beforeEach(() => {
  vi.stubGlobal('localStorage', new FakeStorage());
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

  test('are forgotten, and restored', () => {
    const own = new OwnPayloads();
    own.keep(first);
    const before = own.all;
    own.forget(first);
    expect(own.all).toEqual([]);
    own.restore(before);
    expect(new OwnPayloads().all).toEqual([first]);
  });

  test('whatever else is stored is left out', () => {
    localStorage.setItem(
      'coroot-playground.payloads',
      JSON.stringify([first, null, { name: 1 }, { ...first, kind: 'x' }]),
    );
    expect(new OwnPayloads().all).toEqual([first]);
    localStorage.setItem('coroot-playground.payloads', '"text"');
    expect(new OwnPayloads().all).toEqual([]);
  });
});
