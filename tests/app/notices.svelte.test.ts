import { beforeEach, expect, test, vi } from 'vitest';
import { Notices } from '../../src/app/notices.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});

const offer = { text: 'a newer version', action: { label: 'Reload', run: (): void => undefined } };

test('an offer stands again when what was said since is over', () => {
  const notices = new Notices();
  notices.offer(offer);
  vi.advanceTimersByTime(60 * 60 * 1000);
  expect(notices.current).toBe(offer);
  notices.show({ text: 'copied' });
  expect(notices.current?.text).toBe('copied');
  vi.advanceTimersByTime(4000);
  expect(notices.current).toBe(offer);
});

test('what is dismissed is what is shown', () => {
  const notices = new Notices();
  notices.offer(offer);
  notices.show({ text: 'stays', stays: true });
  notices.dismiss();
  expect(notices.current).toBe(offer);
  notices.dismiss();
  expect(notices.current).toBeNull();
});
