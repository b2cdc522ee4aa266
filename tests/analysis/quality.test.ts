import { expect, test } from 'vitest';
import { Trace } from './quality/trace';
import { generated } from './quality/generate';
import { measured } from './quality/run';
import { spoiled } from './quality/spoil';
import { valuesFor, worldOf } from './quality/world';
import { Random } from '../conformance/fuzz/random';
import { defaultVersion } from '../../src/coroot';
import { parseTemplate } from '../../src/go';
import { defaultLimits } from '../../src/go/meter';

// `npm run check:quality` is the same for a hundred thousand.
test('nothing that is said of a few hundred random templates is wrong, and no fix is bad', () => {
  const tally = measured(600, 7, 3);
  const alarms = (['always', 'json error', 'json warning', 'safe'] as const).flatMap((m) => tally.examples(m));
  expect(alarms).toEqual([]);
  const fixes = (['fix: gone', 'fix: nothing new', 'fix: json'] as const).flatMap((m) => tally.examples(m));
  expect(fixes).toEqual([]);
  // Whatever is measured must have come up, or nothing was held to anything.
  expect(tally.all('silence')).toBeGreaterThan(100);
  expect(tally.all('json error')).toBeGreaterThan(20);
});

test('a seed repeats a template', () => {
  const texts = (from: number): readonly string[] => Array.from({ length: 50 }, (_, i) => generated(from + i).text);
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(1001));
  expect(spoiled(new Random(3), '{{ .Status }}')).toBe(spoiled(new Random(3), '{{ .Status }}'));
});

const passed: readonly { readonly name: string; readonly text: string; readonly want: readonly string[] }[] = [
  { name: 'what runs to its end', text: '{{ .URL }}{{ .Status }}', want: ['.URL', '.Status'] },
  { name: 'a branch that is not taken is not reached', text: '{{ if false }}{{ .URL }}{{ end }}', want: ['false'] },
  { name: 'arguments that and does not evaluate', text: '{{ and false .URL }}', want: ['and', 'false'] },
  {
    name: 'what comes before the action that fails',
    text: '{{ .URL }}{{ .Status }}{{ .Nope }}',
    want: ['.URL', '.Status'],
  },
  { name: 'not what is in the action that fails', text: '{{ .URL }}{{ len 1 .Status }}', want: ['.URL'] },
  { name: 'the condition of a body that fails', text: '{{ if .URL }}{{ .Nope }}{{ end }}', want: ['.URL'] },
];

test.for(passed)('executions go through $name', ({ text, want }) => {
  const { name, functions } = worldOf('incident', defaultVersion, null);
  const parsed = parseTemplate(name, text, functions);
  if (!parsed.ok) throw parsed.error;
  const trace = new Trace(parsed.template, defaultLimits);
  const [first] = valuesFor('incident', defaultVersion);
  const nodes = [...trace.run(first!.value)].map(({ from, to }) => text.slice(from, to));
  expect(nodes.filter((node) => !node.startsWith('{{'))).toEqual(want);
});

test('every kind of every version is tried on fifty notifications, and some are plain', () => {
  const tried = valuesFor('alert', defaultVersion);
  expect(tried.length).toBe(50);
  expect(tried.filter(({ isPlain }) => isPlain).length).toBeGreaterThan(3);
});
