/**
 * The output follows each key, or a pause in typing where one key keeps the page busy; it is never taken away stale.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultProject } from '../../src/app/defaults';
import { Workspace } from '../../src/app/workspace.svelte';

/** The body of what the stages show. */
const body = ({ stages }: Workspace): string | null => (stages.rendered.ok ? stages.rendered.body : null);

/** A workspace whose outputs keep the page busy for so many milliseconds. */
function busyFor(busy: number): Workspace {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += busy));
  const work = new Workspace(
    defaultProject(),
    false,
    () => undefined,
    () => null,
  );
  work.update({ templates: { ...work.templates, incident: 'first' } });
  expect(body(work)).toBe('first');
  return work;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('an output that comes quickly follows each key', () => {
  const work = busyFor(20);
  work.setTemplate('incident', 'second');
  expect(body(work)).toBe('second');
});

test('an output that takes long waits for a pause in typing, and comes then by itself', () => {
  const work = busyFor(200);
  work.setTemplate('incident', 'second');
  vi.advanceTimersByTime(299);
  work.setTemplate('incident', 'third');
  vi.advanceTimersByTime(299);
  expect(work.template).toBe('third');
  expect(body(work)).toBe('first');
  vi.advanceTimersByTime(1);
  expect(body(work)).toBe('third');
});

test('the longer an output takes, the longer the pause it waits for, up to two seconds', () => {
  for (const [busy, pause] of [
    [900, 900],
    [30_000, 2000],
  ] as const) {
    const work = busyFor(busy);
    work.setTemplate('incident', 'second');
    vi.advanceTimersByTime(pause - 1);
    expect(body(work)).toBe('first');
    vi.advanceTimersByTime(1);
    expect(body(work)).toBe('second');
  }
});

test('whoever takes the output away gets that of what is typed', () => {
  const work = busyFor(400);
  work.setTemplate('incident', 'second');
  work.catchUp();
  expect(body(work)).toBe('second');
});

test('what was typed into the template is an output of its own when somebody goes on to the payload', () => {
  const work = busyFor(400);
  work.setTemplate('incident', 'second');
  work.setPayload('incident', '{');
  work.catchUp();
  expect(work.stages.rendered.ok).toBe(false);
  expect(work.lastGood?.body).toBe('second');
});

test('another kind, and another project, are shown at once', () => {
  const work = busyFor(400);
  work.setTemplate('incident', 'second');
  work.update({ kind: 'alert', templates: { ...work.templates, alert: 'an alert' } });
  expect(body(work)).toBe('an alert');
  work.setTemplate('alert', 'another');
  work.replaceAll(defaultProject());
  expect(work.input).toMatchObject({ template: work.template, payload: work.payload });
});

test('an output that was quick this time follows each key again', () => {
  const work = busyFor(400);
  vi.spyOn(performance, 'now').mockReturnValue(0);
  work.setTemplate('incident', 'second');
  vi.advanceTimersByTime(400);
  expect(body(work)).toBe('second');
  work.setTemplate('incident', 'third');
  expect(body(work)).toBe('third');
});
