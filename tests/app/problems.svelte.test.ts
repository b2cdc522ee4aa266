/** Problems follow a change after a moment; the newest text wins, and nothing is said where somebody types. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyFix } from '../../src/analysis';
import { defaultProject } from '../../src/app/defaults';
import { countsOf, fixOfAll, problemsOf } from '../../src/app/problem';
import { Problems } from '../../src/app/problems.svelte';
import { Workspace } from '../../src/app/workspace.svelte';
import * as pipeline from '../../src/pipeline';
import { LateAnswers } from './late-answers';

let answers: LateAnswers;

/** A workspace with a template, and its problems, told of each change as an effect would. */
function open(template: string): { work: Workspace; problems: Problems; type: (text: string) => void } {
  answers = new LateAnswers();
  const work = new Workspace(
    defaultProject(),
    false,
    () => undefined,
    () => null,
    answers.ask,
  );
  const problems = new Problems(work, () => null, answers.ask);
  const type = (text: string): void => {
    work.setTemplate('incident', text);
    problems.follow();
  };
  type(template);
  return { work, problems, type };
}

const texts = ({ shown, text }: Problems): readonly string[] => shown.map(({ from, to }) => text!.slice(from, to));

/** How often the analysis was asked for and has not answered. */
const asked = (): number => answers.open.filter(({ name }) => name === 'findings').length;

/** Lets time pass, answers whatever is asked, and tells of the new stages. */
async function pass(problems: Problems, milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await answers.all();
  problems.follow();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a key never waits for the analysis: it is asked for after a moment, once for several keys', async () => {
  const { problems, type } = open('{{ .Nope }}');
  expect(asked()).toBe(0);
  for (const text of ['{{ .Nope1 }}', '{{ .Nope12 }}', '{{ .Nope123 }}']) {
    vi.advanceTimersByTime(40);
    type(text);
  }
  expect(asked()).toBe(0);
  vi.advanceTimersByTime(100);
  expect(asked()).toBe(1);
  await pass(problems, 0);
  expect(texts(problems)).toEqual(['Nope123']);
});

test('what comes late of an older text is not told: it would be said at the wrong places', async () => {
  const { problems, type } = open('{{ .One }}');
  await pass(problems, 100);
  type('{{ .Second }}');
  vi.advanceTimersByTime(100);
  const late = answers.first('findings');
  type('{{ .Third }}');
  await late.reply();
  expect(texts(problems)).toEqual(['One']);
  await pass(problems, 100);
  expect(texts(problems)).toEqual(['Third']);
});

test('the payload has no part in the analysis: it is not asked for again', async () => {
  const { work, problems } = open('{{ .Nope }}');
  await pass(problems, 100);
  work.setPayload('incident', '{}');
  problems.follow();
  vi.advanceTimersByTime(100);
  expect(asked()).toBe(0);
  await pass(problems, 0);
  expect(texts(problems)).toEqual(['Nope']);
});

test('an analysis that is stopped tells of nothing, and says so until the next text', async () => {
  const { problems, type } = open('{{ .Nope }}');
  vi.advanceTimersByTime(100);
  await answers.first('findings').reply({ kind: 'stopped', after: 10_000 });
  expect(problems.shown).toEqual([]);
  expect(problems.stopped).toContain('could not look for problems');
  type('{{ .Other }}');
  await pass(problems, 100);
  expect(problems.stopped).toBeNull();
  expect(texts(problems)).toEqual(['Other']);
});

test('a problem where somebody types waits until the thought is finished, others do not', async () => {
  const { problems, type } = open('');
  const text = '{{ .Nope }}{{ .Stat }}';
  problems.typingIn({ from: text.indexOf('{{ .Stat'), to: text.length });
  type(text);
  await pass(problems, 100);
  expect(texts(problems)).toEqual(['Nope']);
  problems.typingIn(null);
  expect(texts(problems)).toEqual(['Nope', 'Stat']);
});

test('who asks with a key is told of everything at once', async () => {
  const { problems, type } = open('');
  problems.typingIn({ from: 0, to: 12 });
  type('{{ .Stat }}');
  const now = problems.now();
  await answers.all();
  expect(await now).toMatchObject([{ severity: 'error', fixes: [{ title: 'Write `.Status`' }] }]);
});

test('the counts are read out after a pause, not with each key', async () => {
  const { problems, type } = open('{{ .Nope }}');
  await pass(problems, 1000);
  expect(problems.counts).toBe('1 error');
  expect(problems.said).toBe('');
  vi.advanceTimersByTime(2000);
  expect(problems.said).toBe('1 error');
  type('fine');
  await pass(problems, 100);
  vi.advanceTimersByTime(2000);
  expect(problems.said).toBe('No problems');
});

test('another kind has other problems, and paused work none', async () => {
  const { work, problems } = open('{{ .Nope }}');
  await pass(problems, 100);
  expect(texts(problems)).toEqual(['Nope']);
  work.update({ kind: 'alert' });
  problems.follow();
  expect(problems.shown).toEqual([]);
  work.update({ kind: 'incident' });
  work.paused = true;
  problems.follow();
  await pass(problems, 100);
  expect(problems.shown).toEqual([]);
});

test("Go's error of today's payload is told where the analysis has nothing to say, and once where it has", async () => {
  const { problems, type } = open('{{ (index .Reports 1).Check }}{{ index .Reports 1000 }}');
  await pass(problems, 100);
  expect(problems.shown.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  type('{{ .Nope }}');
  await pass(problems, 100);
  expect(problems.shown).toHaveLength(1);
  expect(problems.shown[0]!.quote).toEqual({
    introduction: 'Coroot logs:',
    text:
      'invalid incident template: template: incidentTemplate:1:3: executing "incidentTemplate" at <.Nope>: ' +
      "can't evaluate field Nope in type notifications.IncidentTemplateValues",
  });
});

test('all of a kind are mended at once, where two would change the same text the first', () => {
  const template = '{{ .status }} {{ .url }} {{ .status }}';
  const of = { kind: 'incident', version: 'documented', template, customFields: [] } as const;
  const problems = problemsOf(pipeline.findingsIn(of, null).diagnostics, of);
  expect(applyFix(template, fixOfAll(problems))).toBe('{{ .Status }} {{ .URL }} {{ .Status }}');
  const [first] = problems;
  expect(
    fixOfAll([first!, first!, { ...first!, fixes: [{ title: 'x', edits: [{ from: 3, to: 11, insert: '' }] }] }]),
  ).toEqual({
    title: 'Fix all 2 of this kind',
    edits: first!.fixes[0]!.edits,
  });
});

test('lines and columns are those of the editor, and counts are words', () => {
  const template = 'a\n\nb {{ .nope }}';
  const of = { kind: 'incident', version: 'documented', template, customFields: [] } as const;
  const problems = problemsOf(pipeline.findingsIn(of, null).diagnostics, of);
  expect(problems).toMatchObject([{ line: 3, column: 7 }]);
  const with_ = (...severities: readonly ('error' | 'warning' | 'info')[]) =>
    countsOf(severities.map((severity) => ({ ...problems[0]!, severity })));
  expect(with_()).toBe('No problems');
  expect(with_('warning', 'error', 'error', 'info', 'info')).toBe('2 errors, 1 warning, 2 notes');
});
