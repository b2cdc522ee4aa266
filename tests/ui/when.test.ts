import { expect, test } from 'vitest';
import { dateAndTime } from '../../src/ui/kit/when';

/** The first time and the last one that a `Date` can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const rows = [
  { at: -8.64e15, want: /271,?82[12]/ },
  { at: 0, want: /19(69|70)/ },
  { at: 8.64e15, want: /275,?760/ },
];

test.each(rows)('$at', ({ at, want }) => {
  expect(dateAndTime(at)).toMatch(want);
});
