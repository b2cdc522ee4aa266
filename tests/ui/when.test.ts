import { expect, test } from 'vitest';
import { dateAndTime } from '../../src/ui/kit/when';

const rows = [
  { at: 0, want: /19(69|70)/ },
  { at: 8.64e15, want: /275,?760/ },
  { at: 8.64e15 + 1, want: /^at an unknown time$/ },
  { at: -1e300, want: /^at an unknown time$/ },
  { at: NaN, want: /^at an unknown time$/ },
  { at: Infinity, want: /^at an unknown time$/ },
];

test.each(rows)('$at', ({ at, want }) => {
  expect(dateAndTime(at)).toMatch(want);
});
