import { expect, test } from 'vitest';
import { platforms } from './all';
import { testRobust } from './robust';

// On-call systems; in files of their own, which run beside each other.
const tested = platforms.filter(({ group }) => group === 'on-call');

test('there are some', () => {
  expect(tested).not.toEqual([]);
});

testRobust(tested);
