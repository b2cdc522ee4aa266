/** What people are told of what is fetched on demand, and that a failure is no end. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Absent, bring } from '../../src/app/bring';
import { Fetching } from '../../src/app/fetching';
import { Notices } from '../../src/app/notices.svelte';
import { Wanted } from '../../src/app/wanted.svelte';

/** Something that comes, or does not, when the test says so. */
function source(): { readonly load: () => Promise<string>; come: (text: string) => void; fail: (why: Error) => void } {
  let settle: { resolve: (text: string) => void; reject: (why: Error) => void } | null = null;
  return {
    load: () =>
      new Promise<string>((resolve, reject) => {
        settle = { resolve, reject };
      }),
    come: (text) => settle?.resolve(text),
    fail: (why) => settle?.reject(why),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is wanted', () => {
  test('is fetched once, and says that it is slow after 300 ms only', async () => {
    const { load, come } = source();
    const spy = vi.fn(load);
    const wanted = new Wanted('the gallery', spy);
    wanted.ask();
    wanted.ask();
    await vi.advanceTimersByTimeAsync(299);
    expect([wanted.value, wanted.slow]).toEqual([null, false]);
    await vi.advanceTimersByTimeAsync(2);
    expect(wanted.slow).toBe(true);
    come('here');
    await wanted.get();
    expect([wanted.value, wanted.slow, wanted.failure]).toEqual(['here', false, null]);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['away', 'The gallery could not be fetched: the server did not answer. Nothing is lost.', false],
    [
      'gone',
      'The gallery could not be fetched: the server has a newer release of this page by now. Reload it; your work is saved first.',
      true,
    ],
    ['stuck', 'The gallery could not be started. Reload the page; your work is saved first.', true],
  ] as const)('says when it is %s, and comes when it is asked for again', async (why, text, reload) => {
    const { load, come, fail } = source();
    const wanted = new Wanted('the gallery', load);
    const first = wanted.get();
    fail(new Absent(why, ''));
    await expect(first).rejects.toThrow(Absent);
    expect(wanted.failure).toEqual({ text, reload });
    const second = wanted.get();
    come('here');
    await expect(second).resolves.toBe('here');
    expect(wanted.failure).toBeNull();
  });
});

describe('an action', () => {
  test('runs at once where all is there', async () => {
    const notices = new Notices();
    const fetching = new Fetching(notices, () => undefined);
    const wanted = new Wanted('the gallery', () => Promise.resolve('here'));
    await wanted.get();
    const done: string[] = [];
    void fetching.use(wanted, (value) => done.push(value));
    expect(done).toEqual(['here']);
    expect(notices.current).toBeNull();
  });

  test('tells what it waits for, then nothing', async () => {
    const notices = new Notices();
    const { load, come } = source();
    const done: string[] = [];
    const used = new Fetching(notices, () => undefined).use(new Wanted('the gallery', load), (value) =>
      done.push(value),
    );
    expect(notices.current).toBeNull();
    await vi.advanceTimersByTimeAsync(300);
    expect(notices.current?.text).toBe('Loading the gallery …');
    come('here');
    await used;
    expect([done, notices.current]).toEqual([['here'], null]);
  });

  test('can be tried again', async () => {
    const notices = new Notices();
    const { load, come, fail } = source();
    const done: string[] = [];
    const used = new Fetching(notices, () => undefined).use(new Wanted('the gallery', load), (value) =>
      done.push(value),
    );
    fail(new Absent('away', ''));
    await used;
    expect(notices.current).toMatchObject({ stays: true, action: { label: 'Try again' } });
    notices.current?.action?.run();
    come('here');
    await vi.runAllTimersAsync();
    expect(done).toEqual(['here']);
  });

  test('offers to reload where the server has another release', async () => {
    const notices = new Notices();
    const reload = vi.fn();
    const { load, fail } = source();
    const used = new Fetching(notices, reload).use(new Wanted('the gallery', load), () => undefined);
    fail(new Absent('gone', ''));
    await used;
    expect(notices.current?.action?.label).toBe('Reload');
    notices.current?.action?.run();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('files are fetched before they are imported', () => {
  const script = { 'Content-Type': 'text/javascript' };
  let answers: (() => Response)[];

  beforeEach(() => {
    answers = [];
    vi.stubGlobal('document', { querySelectorAll: () => [{ src: 'https://page.test/assets/page.js' }] });
    vi.stubGlobal('fetch', () => Promise.resolve().then(() => answers.shift()!()));
  });

  const away = (): never => {
    throw new TypeError('Failed to fetch');
  };
  test.each([
    ['no answer', away, 'away'],
    ['an error', () => new Response('', { status: 503 }), 'away'],
    ['not found', () => new Response('', { status: 404 }), 'gone'],
    ['gone', () => new Response('', { status: 410 }), 'gone'],
    [
      'the page in its place',
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
      'gone',
    ],
  ] as const)('%s: nothing is imported, and the next try asks anew', async (name, answer, why) => {
    const names = [`./${name.replaceAll(' ', '-')}.js`];
    const load = vi.fn(() => Promise.resolve('module'));
    answers.push(answer);
    await expect(bring(load, names, 'https://page.test/assets/page.js')).rejects.toMatchObject({ why });
    expect(load).not.toHaveBeenCalled();
    answers.push(() => new Response('', { headers: script }));
    await expect(bring(load, names, 'https://page.test/assets/page.js')).resolves.toBe('module');
    // And what is there is asked for no more.
    await expect(bring(load, names, 'https://page.test/assets/page.js')).resolves.toBe('module');
  });

  test('what the page was opened with is not fetched', async () => {
    const load = (): Promise<string> => Promise.resolve('module');
    await expect(bring(load, ['./page.js'], 'https://page.test/assets/x.js')).resolves.toBe('module');
  });

  test('a module that does not start is said to', async () => {
    const load = (): Promise<string> => Promise.reject(new Error('broken'));
    await expect(bring(load)).rejects.toMatchObject({
      why: 'stuck',
      message: 'a part of the page did not start: Error: broken',
    });
  });
});
