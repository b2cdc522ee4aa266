import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ComingUp, draftKey, linkKey } from '../../src/app/coming-up';
import { storedKeys } from '../../src/app/persisted.svelte';
import { FakeStorage, blockStorage } from './browser';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  vi.stubGlobal('localStorage', new FakeStorage());
});

const [draft, link] = [draftKey('a'), linkKey('#v1.abc.12345678')];

describe('work that is opened', () => {
  test('came up when the page answered', () => {
    new ComingUp(draft).done(false);
    expect(new ComingUp(draft).failedBefore).toBe(false);
  });

  test('did not when nobody heard of it again; other work is not touched', () => {
    new ComingUp(link);
    expect(new ComingUp(draft).failedBefore).toBe(false);
    expect(new ComingUp(link).failedBefore).toBe(true);
  });

  test('did not when it blocked the page for more than five seconds, by whatever way it is opened next', () => {
    const opening = new ComingUp(link);
    vi.setSystemTime(1_005_001);
    opening.done(true, draft);
    expect(new ComingUp(link).failedBefore).toBe(true);
    expect(new ComingUp(draft).failedBefore).toBe(true);
  });

  test('did where a worker, or a slow network, took that long: the page was free meanwhile', () => {
    const opening = new ComingUp(link);
    vi.setSystemTime(1_012_000);
    opening.done(false, draft);
    expect(new ComingUp(link).failedBefore).toBe(false);
  });

  test('came up for good: a page that is left after more than five seconds leaves no mark', () => {
    const opening = new ComingUp(draft);
    opening.done(true, draft);
    vi.setSystemTime(1_060_000);
    opening.done(true, draft);
    expect(storedKeys('opening.')).toEqual([]);
  });

  test('is forgotten after a month', () => {
    new ComingUp(link);
    vi.setSystemTime(1_000_000 + 31 * 24 * 60 * 60 * 1000);
    new ComingUp(draft).done(false);
    expect(storedKeys('opening.')).toEqual([]);
  });

  test('comes up where nothing can be stored', () => {
    blockStorage();
    expect(new ComingUp(draft).failedBefore).toBe(false);
  });
});
