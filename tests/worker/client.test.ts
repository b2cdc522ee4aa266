/** What a page is answered by workers, and by its own thread where it has none: the same. */
import { describe, expect, test } from 'vitest';
import { defaultVersion, samples } from '../../src/coroot';
import { inspect } from '../../src/pipeline';
import { Client } from '../../src/worker';
import { findPlatform } from '../platforms/all';
import { FakeWorker } from './fake-worker';

const slack = findPlatform('slack')!;
const input = {
  kind: 'incident',
  version: 'documented',
  customFields: [],
  template: slack.robust.templatesFor(defaultVersion).incident,
  payload: samples.find(({ kind }) => kind === 'incident')!.payload,
} as const;

const nobody = { lost: () => undefined, missing: () => undefined };

describe('where there are no workers', () => {
  test('every question has an answer', async () => {
    const { ask } = new Client(nobody);
    const { drawing, ...stages } = inspect(input, slack);
    expect(await ask('inspect', { input, platform: 'slack' })).toEqual({
      kind: 'answer',
      answer: { stages, drawn: { platform: 'slack', name: 'Slack', skin: slack.skin, drawing } },
      missing: null,
    });
    const text = { kind: 'incident', version: 'documented', customFields: [], template: '{{ .Nope }}' } as const;
    const failing = { ...input, template: '{{ .Nope }}' };
    expect(await ask('findings', { template: text, platform: null })).toMatchObject({
      answer: { diagnostics: [{ code: 'no-such-field' }] },
    });
    expect(await ask('fare', { input: failing, platform: 'slack' })).toMatchObject({ answer: { outcome: 'fail' } });
    expect(await ask('release', { input, platform: 'slack', release: '1.18' })).toMatchObject({
      answer: { differs: false },
    });
    expect(await ask('compare', { input: failing, platform: 'slack', own: true })).toMatchObject({
      answer: { source: 'current', outcome: 'fail' },
    });
    expect(await ask('compare', { input: failing, platform: 'slack', own: false })).toMatchObject({
      answer: { source: 'robust', outcome: 'pass' },
    });
    const mistyped = { ...text, template: '{"text": "{{ .Statu }}"}' };
    const fixes = await ask('fixes', { template: mistyped, platform: null });
    if (fixes.kind !== 'answer') throw new Error(fixes.kind);
    expect(fixes.answer[0]).toMatchObject({ title: 'Write `.Status`' });
    const fix = fixes.answer[0]!;
    const mended = { ...input, template: mistyped.template };
    expect(await ask('mends', { input: mended, platform: null, fix })).toMatchObject({ answer: true });
    expect(await ask('draw', { body: 'a text', platform: 'plain-text' })).toMatchObject({
      answer: { platform: 'plain-text' },
    });
    const cause = { ...input, template: 'It is {{ .Status }}', payload: '{"status": "OK"}' };
    expect(await ask('cause', { input: cause, platform: null, from: 6, to: 8 })).toMatchObject({
      answer: { field: '.Status', template: { from: 6, to: 19 } },
    });
  });

  test('that is told once, whoever asks', async () => {
    let lost = 0;
    const { ask } = new Client({ ...nobody, lost: () => lost++ });
    await Promise.all([
      ask('inspect', { input, platform: null }),
      ask('fare', { input, platform: null }),
      ask('fare', { input, platform: null }),
    ]);
    expect(lost).toBe(1);
  });

  test('a platform that is not there is told once, and again after it was tried again', async () => {
    const missing: unknown[] = [];
    const client = new Client({ ...nobody, missing: (what) => missing.push(what) });
    for (let i = 0; i < 2; i++) {
      expect(await client.ask('fare', { input, platform: 'nowhere' })).toMatchObject({ kind: 'missing' });
    }
    expect(missing).toEqual([{ what: 'platform', of: 'nowhere' }]);
    client.restart();
    await client.ask('fare', { input, platform: 'nowhere' });
    expect(missing).toHaveLength(2);
  });
});

test('what is shown and what is looked for are asked of two workers, each started when it is needed', () => {
  const workers: FakeWorker[] = [];
  const { ask } = new Client(nobody, (listener) => {
    workers.push(new FakeWorker(listener));
    return workers.at(-1)!;
  });
  void ask('inspect', { input, platform: null });
  expect(workers).toHaveLength(1);
  void ask('fare', { input, platform: null });
  expect(workers).toHaveLength(2);
  void ask('inspect', { input, platform: null });
  expect(workers.map(({ got }) => got.map(({ name }) => name))).toEqual([['inspect'], ['fare']]);
});
