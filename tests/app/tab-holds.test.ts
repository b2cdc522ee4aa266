import { afterEach, describe, expect, test, vi } from 'vitest';
import { freshId, tabHolds } from '../../src/app/tab-holds';

/** Channels that were opened; a closed tab hears nothing any more. */
let channels: BroadcastChannel[] = [];

/** The holds of a tab in a browser without Web Locks, as on a page that came over plain http. */
function tab(): ReturnType<typeof tabHolds> {
  vi.stubGlobal('navigator', {});
  const Real = BroadcastChannel;
  class Channel extends Real {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel);
  const holds = tabHolds();
  vi.stubGlobal('BroadcastChannel', Real);
  return holds;
}

afterEach(() => {
  for (const channel of channels) channel.close();
  channels = [];
  vi.unstubAllGlobals();
});

describe('without Web Locks', () => {
  test('a draft that an open tab has is not given to another', async () => {
    const [first, second] = [tab(), tab()];
    expect(await first.claim('a')).not.toBeNull();
    expect(await second.claim('a')).toBeNull();
    expect(await second.claim('b')).not.toBeNull();
  });

  test('one that was let go, or whose tab is closed, is', async () => {
    const [first, second] = [tab(), tab()];
    const release = await first.claim('a');
    release!();
    expect(await second.claim('a')).not.toBeNull();
    await first.claim('b');
    channels[0]!.close();
    expect(await second.claim('b')).not.toBeNull();
  });

  test('whoever waits gets it once its tab is closed', async () => {
    const [first, second] = [tab(), tab()];
    await first.claim('a');
    const waiting = second.claim('a', 60_000);
    setTimeout(() => {
      channels[0]!.close();
    }, 200);
    expect(await waiting).not.toBeNull();
  });

  test('nor a channel every tab is alone', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(await tabHolds().claim('a')).not.toBeNull();
  });
});

test('ids differ, and need no secure context', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(new Set(Array.from({ length: 100 }, freshId)).size).toBe(100);
});
