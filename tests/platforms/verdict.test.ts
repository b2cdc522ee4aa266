import { expect, test } from 'vitest';
import { worst } from '../../src/platforms';
import { Report } from '../../src/platforms/body/verdict';

test('of very many findings the first of each severity are told, and how many more there are', () => {
  const report = new Report('');
  for (let i = 0; i < 50_000; i++) report.warning({ from: i, to: i }, 'w', String(i));
  report.error({ from: 50_000, to: 50_000 }, 'e', 'the one that matters');
  const { verdict } = report;
  expect(verdict.findings.map(({ message }) => message)).toEqual([
    ...Array.from({ length: 200 }, (_, i) => String(i)),
    'the one that matters',
  ]);
  expect(verdict.more).toBe(49_800);
  expect(worst(verdict)).toBe('fail');

  const outer = new Report('');
  outer.addAll(verdict, () => null);
  outer.addAll(verdict, () => null);
  expect(outer.verdict.findings.length).toBe(202);
  expect(outer.verdict.more).toBe(2 * 49_800 + 200);
});

test('of very many counters the fullest are told, in the order of the body', () => {
  const report = new Report('');
  for (let i = 0; i < 50_000; i++) report.count(String(i), i % 1000, 100, 'items', { from: i, to: i });
  const { counters } = report.verdict;
  expect(counters.length).toBe(200);
  expect(counters.every(({ used }) => used >= 996)).toBe(true);
  expect(counters.map(({ from }) => from)).toEqual(counters.map(({ from }) => from).toSorted((a, b) => a - b));
});
