import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultVersion, notificationKinds } from '../../src/coroot';
import { jsonKey, rowsOf } from '../../src/coroot/types';
import { payloads } from './payloads';

test.each(notificationKinds)('random payloads of %ss have every field that there is', (kind) => {
  const keys = rowsOf(kind, defaultVersion).map(jsonKey).sort();
  const [drawn = {}] = fc.sample(payloads[kind], { numRuns: 1, seed: 1 });
  expect(Object.keys(drawn).sort()).toEqual(keys);
});
