import { expect, test } from 'vitest';
import { platforms } from './all';
import { testRobust } from './robust';

// Push services, automation and the rest; in files of their own, which run beside each other.
const tested = platforms.filter(({ group }) => group !== 'chat' && group !== 'on-call');

test('there are some', () => {
  expect(tested).not.toEqual([]);
});

testRobust(tested);
