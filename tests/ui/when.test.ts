import { expect, test } from 'vitest';
import { dateAndTime, monthOf } from '../../src/ui/kit/when';

/** The first time and the last one that a `Date` can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const rows = [
  { at: -8.64e15, want: /271,?82[12]/ },
  { at: 0, want: /19(69|70)/ },
  { at: 8.64e15, want: /275,?760/ },
];

test.each(rows)('$at', ({ at, want }) => {
  expect(dateAndTime(at)).toMatch(want);
});

test('a month is said as people say it, whatever the time zone', () => {
  expect(monthOf('2026-11')).toBe('November 2026');
  expect(monthOf('2027-01')).toBe('January 2027');
});
