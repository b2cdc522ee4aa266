/** Problems follow the output, never the key; the newest text wins, and nothing is said where somebody types. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyFix } from '../../src/analysis';
import { defaultProject } from '../../src/app/defaults';
import { countsOf, fixOfAll, problemsOf } from '../../src/app/problem';
import { Problems } from '../../src/app/problems.svelte';
import { Workspace } from '../../src/app/workspace.svelte';
import * as pipeline from '../../src/pipeline';

const looked = vi.spyOn(pipeline, 'findingsIn');

/** A workspace with a template, and its problems, told of each change as an effect would. */
function open(template: string): { work: Workspace; problems: Problems; type: (text: string) => void } {
  const work = new Workspace(
    defaultProject(),
    false,
    () => undefined,
    () => null,
  );
  const problems = new Problems(work, () => null);
  const type = (text: string): void => {
    work.setTemplate('incident', text);
    problems.follow();
  };
  type(template);
  return { work, problems, type };
}

const texts = ({ shown, text }: Problems): readonly string[] => shown.map(({ from, to }) => text!.slice(from, to));

beforeEach(() => {
  vi.useFakeTimers();
  looked.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a key never waits for the analysis: it follows when the output is drawn, once for several keys', () => {
  const { problems, type } = open('{{ .Nope }}');
  expect(looked).not.toHaveBeenCalled();
  for (const text of ['{{ .Nope1 }}', '{{ .Nope12 }}', '{{ .Nope123 }}']) {
    vi.advanceTimersByTime(40);
    type(text);
  }
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(looked).toHaveBeenCalledTimes(1);
  expect(texts(problems)).toEqual(['Nope123']);
});

test('an analysis that takes long waits for a pause in typing', () => {
  const { problems, type } = open('{{ .One }}');
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 400));
  vi.advanceTimersByTime(100);
  expect(texts(problems)).toEqual(['One']);
  type('{{ .Second }}');
  vi.advanceTimersByTime(390);
  expect(texts(problems)).toEqual(['One']);
  vi.advanceTimersByTime(20);
  expect(texts(problems)).toEqual(['Second']);
  vi.mocked(performance.now).mockRestore();
});

test('while the output is of an older text, nothing is looked for: it would be said at the wrong places', () => {
  const { work, problems, type } = open('{{ .One }}');
  vi.advanceTimersByTime(100);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 400));
  type('{{ .Second }}');
  expect(work.stages.rendered.ok).toBe(false);
  vi.advanceTimersByTime(100);
  looked.mockClear();
  type('{{ .Third }}');
  problems.follow();
  vi.advanceTimersByTime(150);
  expect(work.input.template).toBe('{{ .Second }}');
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  problems.follow();
  vi.advanceTimersByTime(1000);
  expect(texts(problems)).toEqual(['Third']);
  vi.mocked(performance.now).mockRestore();
});

test('a problem where somebody types waits until the thought is finished, others do not', () => {
  const { problems, type } = open('');
  const text = '{{ .Nope }}{{ .Stat }}';
  problems.typingIn({ from: text.indexOf('{{ .Stat'), to: text.length });
  type(text);
  vi.advanceTimersByTime(100);
  expect(texts(problems)).toEqual(['Nope']);
  problems.typingIn(null);
  expect(texts(problems)).toEqual(['Nope', 'Stat']);
});

test('who asks with a key is told of everything at once', () => {
  const { problems, type } = open('');
  problems.typingIn({ from: 0, to: 12 });
  type('{{ .Stat }}');
  expect(problems.now()).toMatchObject([{ severity: 'error', fixes: [{ title: 'Write `.Status`' }] }]);
});

test('the counts are read out after a pause, not with each key', () => {
  const { problems, type } = open('{{ .Nope }}');
  vi.advanceTimersByTime(1000);
  expect(problems.counts).toBe('1 error');
  expect(problems.said).toBe('');
  vi.advanceTimersByTime(1000);
  expect(problems.said).toBe('1 error');
  type('fine');
  vi.advanceTimersByTime(2000);
  expect(problems.said).toBe('No problems');
});

test('another kind has other problems, and paused work none', () => {
  const { work, problems } = open('{{ .Nope }}');
  vi.advanceTimersByTime(100);
  work.update({ kind: 'alert' });
  problems.follow();
  expect(problems.shown).toEqual([]);
  work.update({ kind: 'incident' });
  work.paused = true;
  problems.follow();
  vi.advanceTimersByTime(100);
  expect(problems.shown).toEqual([]);
});

test("Go's error of today's payload is told where the analysis has nothing to say, and once where it has", () => {
  const { problems, type } = open('{{ (index .Reports 1).Check }}{{ index .Reports 1000 }}');
  vi.advanceTimersByTime(100);
  expect(problems.shown.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(1);
  type('{{ .Nope }}');
  vi.advanceTimersByTime(100);
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
