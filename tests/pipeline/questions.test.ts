/** What is asked and what is answered can be sent to another thread as it is, and what is missing is said. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultVersion, samples } from '../../src/coroot';
import { Answerer, type Question, type QuestionName } from '../../src/pipeline';
import * as platforms from '../../src/platforms';
import { questions } from '../../src/pipeline/questions';
import { findPlatform } from '../platforms/all';

const slack = findPlatform('slack')!;
const input = {
  kind: 'incident',
  version: 'documented',
  customFields: [],
  template: slack.robust.templatesFor(defaultVersion).incident,
  payload: samples.find((sample) => sample.kind === 'incident')!.payload,
} as const;
const { kind, version, customFields } = input;
const template = { kind, version, customFields, template: input.template };
const fix = { title: 'x', edits: [{ from: 0, to: 1, insert: '' }] };

/** One of each. */
const asked: { readonly [N in QuestionName]: Question<N> } = {
  inspect: { input, platform: 'slack' },
  draw: { body: '{"text": "x"}', platform: 'slack' },
  cause: { input, platform: null, from: 0, to: 5 },
  findings: { template, platform: 'slack' },
  fare: { input, platform: 'slack' },
  release: { input, platform: 'slack', release: '1.18' },
  fixes: { template: { ...template, template: '{{ .Nope }}' }, platform: 'slack' },
  mends: { input, platform: 'slack', fix },
  compare: { input, platform: 'slack', own: false },
};

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(Object.keys(questions) as QuestionName[])('%s is plain data, both ways', async (name) => {
  const question = asked[name];
  expect(structuredClone(question)).toEqual(question);
  const answered = await new Answerer().answer(name, question);
  expect(answered!.answer).not.toBeNull();
  expect(answered!.missing).toBeNull();
  expect(structuredClone(answered)).toEqual(answered);
  expect(JSON.stringify(structuredClone(answered))).toBe(JSON.stringify(answered));
});

describe('what has to be fetched', () => {
  test('is fetched once, and said before; the work begins after it', async () => {
    const load = vi.spyOn(platforms, 'loadPlatform');
    const answerer = new Answerer();
    const told: string[] = [];
    const progress = { fetching: () => told.push('fetching'), begins: () => told.push('begins') > 0 };
    await answerer.answer('fare', asked.fare, progress);
    await answerer.answer('fare', asked.fare, progress);
    expect(told).toEqual(['fetching', 'begins', 'begins']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('and cannot be is said, and not tried again with each key', async () => {
    const load = vi.spyOn(platforms, 'loadPlatform').mockRejectedValue(new Error('offline'));
    const answerer = new Answerer();
    for (let key = 0; key < 2; key++) {
      expect(await answerer.answer('fare', asked.fare)).toEqual({
        answer: null,
        missing: { what: 'platform', of: 'slack' },
      });
    }
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('a parser that cannot be takes nothing but itself, and only where something is drawn', async () => {
    const loadParser = vi.fn(() => Promise.reject(new Error('offline')));
    vi.spyOn(platforms, 'loadPlatform').mockResolvedValue({ ...slack, loadParser });
    const answerer = new Answerer();
    expect(await answerer.answer('fare', asked.fare)).toMatchObject({ missing: null });
    for (let key = 0; key < 2; key++) {
      const answered = await answerer.answer('inspect', asked.inspect);
      expect(answered).toMatchObject({
        missing: { what: 'parser', of: 'Slack' },
        answer: { drawn: { name: 'Slack' } },
      });
    }
    expect(loadParser).toHaveBeenCalledTimes(1);
  });
});

test('what nobody wants any more is not worked out', async () => {
  expect(await new Answerer().answer('fare', asked.fare, { begins: () => false })).toBeNull();
});
