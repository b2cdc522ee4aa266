import { afterEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../src/app';
import { checksum } from '../../src/app/handover/checksum';
import { readyToShow } from '../../src/app/handover/hand-over';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** No frames come then. */
function nobodyLooks(): void {
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  vi.stubGlobal('requestAnimationFrame', () => 0);
}

// http://www.isthe.com/chongo/src/fnv/test_fnv.c
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the checksum of %j is that of FNV-1a', (text, sum) => {
  expect(checksum(text)).toBe(sum);
});

/** A page whose first output stands when `standing` resolves. */
function page(standing: Promise<void>): Playground {
  return { standing: () => standing } as Partial<Playground> as Playground;
}

test('an output that never comes does not keep the page back', async () => {
  vi.useFakeTimers();
  nobodyLooks();
  let shown = false;
  void readyToShow(page(new Promise(() => undefined))).then(() => (shown = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(shown).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown).toBe(true);
});

test('an output that fails does not keep the page back either', async () => {
  vi.useFakeTimers();
  nobodyLooks();
  await expect(readyToShow(page(Promise.reject(new Error('no output'))))).resolves.toBeUndefined();
});

test('where nobody looks the page does not wait for a frame', async () => {
  vi.useFakeTimers();
  nobodyLooks();
  await expect(readyToShow(page(Promise.resolve()))).resolves.toBeUndefined();
});
