import { expect, test } from 'vitest';
import { platforms } from '../../src/platforms';
import { testRobust } from './robust';

test('platforms are tested', () => {
  expect(platforms.length).toBeGreaterThan(0);
});

testRobust(platforms.filter(({ robust }) => robust !== null));
