/** The output is that of the newest text that was answered; a late answer to an older text changes nothing newer. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultProject } from '../../src/app/defaults';
import { Workspace } from '../../src/app/workspace.svelte';
import { LateAnswers } from './late-answers';

/** The body of what the stages show. */
const body = ({ stages }: Workspace): string | null => (stages.rendered.ok ? stages.rendered.body : null);
/** Why there is none. */
const source = ({ stages }: Workspace): string | null => (stages.rendered.ok ? null : stages.rendered.source);
const dropped = { kind: 'dropped' } as const;
const stopped = { kind: 'stopped', after: 1000 } as const;

let answers: LateAnswers;
let work: Workspace;
let platform: string | null;
let changes: number;

beforeEach(async () => {
  vi.useFakeTimers();
  answers = new LateAnswers();
  platform = null;
  changes = 0;
  work = new Workspace(
    defaultProject(),
    false,
    () => changes++,
    () => platform,
    answers.ask,
  );
  work.update({ templates: { ...work.templates, incident: 'first' } });
  await answers.all();
  expect(body(work)).toBe('first');
});
afterEach(() => {
  vi.useRealTimers();
});

test('a change asks at once, the text is there at once, and the output when it is answered', async () => {
  work.setTemplate('incident', 'second');
  expect(work.template).toBe('second');
  expect(body(work)).toBe('first');
  expect(work.isBehind).toBe(true);
  await answers.first('inspect').reply();
  expect(body(work)).toBe('second');
  expect(work.isBehind).toBe(false);
});

test('the output follows whoever never pauses: an answer to an older text is shown while a newer one is open', async () => {
  work.setTemplate('incident', 'second');
  work.setTemplate('incident', 'third');
  await answers.first('inspect').reply();
  expect(body(work)).toBe('second');
  await answers.first('inspect').reply();
  expect(body(work)).toBe('third');
});

test('a slow answer to an old text never replaces that of a newer one', async () => {
  work.setTemplate('incident', 'second');
  const slow = answers.first('inspect');
  work.setTemplate('incident', 'third');
  await answers.open[1]!.reply();
  expect(body(work)).toBe('third');
  await slow.reply();
  expect(body(work)).toBe('third');
  expect(work.isBehind).toBe(false);
});

test('an older question that was dropped changes nothing', async () => {
  work.setTemplate('incident', 'second');
  work.setTemplate('incident', 'third');
  await answers.first('inspect').reply(dropped);
  expect(body(work)).toBe('first');
  expect(work.isBehind).toBe(true);
  await answers.all();
  expect(body(work)).toBe('third');
});

test('whoever takes the output away gets that of what is typed, however often it changes meanwhile', async () => {
  work.setTemplate('incident', 'second');
  let settled: string | null = '';
  void work.settled().then(() => (settled = body(work)));
  work.setTemplate('incident', 'third');
  await answers.first('inspect').reply();
  expect(settled).toBe('');
  await answers.all();
  await work.settled();
  expect(settled).toBe('third');
});

test('what is stopped is said, with the last good output, and the next good text is shown', async () => {
  work.setTemplate('incident', '{{ range 1000000000 }}{{ end }}');
  await answers.first('inspect').reply(stopped);
  expect(source(work)).toBe('playground');
  expect(work.stages.rendered).toMatchObject({
    message: 'The playground stopped this template after a second; Coroot would go on.',
  });
  expect(work.lastGood?.body).toBe('first');
  expect(work.mark).toBe('error');
  work.setTemplate('incident', 'good again');
  await answers.all();
  expect(body(work)).toBe('good again');
});

test('what was typed into the template is an output of its own when somebody goes on to the payload', async () => {
  work.setTemplate('incident', 'second');
  work.setPayload('incident', '{');
  await answers.all();
  expect(source(work)).toBe('payload');
  expect(work.lastGood?.body).toBe('second');
});

describe('an output that is so long that the page is busy to show it', () => {
  beforeEach(async () => {
    work.setTemplate('incident', 'x'.repeat(300_001));
    await answers.all();
  });

  test('is followed by the next one when nothing is typed for a moment', async () => {
    work.setTemplate('incident', 'second');
    vi.advanceTimersByTime(250);
    work.setTemplate('incident', 'third');
    vi.advanceTimersByTime(250);
    expect(answers.open).toEqual([]);
    expect(work.isBehind).toBe(true);
    vi.advanceTimersByTime(50);
    await answers.all();
    expect(body(work)).toBe('third');
    work.setTemplate('incident', 'short ones follow each key again');
    expect(answers.open).toHaveLength(1);
  });

  test('is not taken away stale', async () => {
    work.setTemplate('incident', 'second');
    const settled = work.settled();
    await answers.all();
    await settled;
    expect(body(work)).toBe('second');
  });
});

describe('another kind', () => {
  test('is shown when it is answered; what comes late of the one that was left is kept for its return', async () => {
    work.setTemplate('incident', 'second');
    work.update({ kind: 'alert', templates: { ...work.templates, alert: 'an alert' } });
    await answers.first('inspect').reply();
    expect(body(work)).toBe('first');
    await answers.all();
    expect(body(work)).toBe('an alert');
    work.update({ kind: 'incident', templates: { ...work.templates, incident: '{{' } });
    await answers.all();
    expect(work.lastGood?.body).toBe('second');
  });

  test('that is long in coming is waited for, and the other one is not shown in its place', () => {
    work.update({ kind: 'alert' });
    vi.advanceTimersByTime(100);
    expect(body(work)).toBe('first');
    vi.advanceTimersByTime(100);
    expect(source(work)).toBe('waiting');
    expect(work.mark).toBeNull();
    expect(work.lastGood).toBeNull();
  });
});

describe('another project', () => {
  test('is never shown with the output of the one before, also where that comes late', async () => {
    work.setTemplate('incident', 'of the old one');
    const late = answers.first('inspect');
    const project = { ...defaultProject(), templates: { ...work.templates, incident: '{{' } };
    work.replaceAll(project);
    await late.reply();
    expect(body(work)).not.toBe('of the old one');
    expect(work.isBehind).toBe(true);
    await answers.all();
    expect(source(work)).toBe('coroot');
    expect(work.lastGood).toBeNull();
    expect(work.project).toBe(project);
  });

  test('that is long in coming is waited for', () => {
    work.replaceAll({ ...defaultProject() });
    vi.advanceTimersByTime(200);
    expect(source(work)).toBe('waiting');
  });
});

test('a text of the same kind that is long in coming leaves the output as it is', () => {
  work.setTemplate('incident', 'second');
  vi.advanceTimersByTime(900);
  expect(body(work)).toBe('first');
});

describe('paused work', () => {
  test('asks nothing, holds nobody up, and renders when it is resumed', async () => {
    work.paused = true;
    work.setTemplate('incident', 'second');
    expect(answers.open).toEqual([]);
    await work.settled();
    expect(source(work)).toBe('paused');
    work.resume();
    await answers.all();
    expect(body(work)).toBe('second');
  });

  test('stays paused when an answer comes late', async () => {
    work.setTemplate('incident', 'second');
    work.paused = true;
    await answers.all();
    expect(source(work)).toBe('paused');
  });
});

describe('the platform', () => {
  test('that is chosen looks at the same text', async () => {
    platform = 'json';
    work.refresh();
    await answers.all();
    expect(work.stages.verdict?.findings.map(({ code }) => code)).toContain('not-json');
    expect(work.drawn?.platform).toBe('json');
  });

  test('that is chosen while the template is broken draws the last good output', async () => {
    platform = 'plain-text';
    work.setTemplate('incident', 'good');
    await answers.all();
    work.setTemplate('incident', '{{');
    await answers.all();
    expect(work.drawn?.platform).toBe('plain-text');
    platform = 'slack';
    work.refresh();
    await answers.all();
    expect(work.drawn).toMatchObject({ platform: 'slack', name: 'Slack' });
  });

  test('that cannot be fetched takes nothing but the verdict and the preview', async () => {
    platform = 'no such platform';
    work.setTemplate('incident', 'second');
    await answers.first('inspect').reply({ kind: 'missing', missing: { what: 'platform', of: platform } });
    await answers.all();
    expect(body(work)).toBe('second');
    expect(work.stages.verdict).toBeNull();
    expect(work.drawn).toBeNull();
  });
});

test('every change is told, once', () => {
  const before = changes;
  work.setTemplate('incident', 'second');
  work.setTemplate('incident', 'second');
  work.setPayload('incident', '{}');
  work.replaceAll(defaultProject());
  expect(changes).toBe(before + 3);
});
