import { expect, test } from 'vitest';
import { platforms } from '../../src/platforms';
import { testRobust } from './robust';

// On-call systems; in files of their own, which run beside each other.
const tested = platforms.filter(({ group }) => group === 'on-call');

test('there are some, and all have robust presets', () => {
  expect(tested.filter(({ robust }) => robust !== null).length).toBeGreaterThan(0);
  expect(tested.filter(({ robust }) => robust === null)).toEqual([]);
});

testRobust(tested);
