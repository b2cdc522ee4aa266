import { expect, test } from 'vitest';
import { plainProse, proseParts } from '../../src/editor';

test.each([
  ['write `.Status` here', ['write ', '=.Status', ' here']],
  ['`a` and `b`', ['=a', ' and ', '=b']],
  ['no code', ['no code']],
  ['', []],
  ['one ` alone', ['one ` alone']],
  ['`a` and one ` more', ['=a', ' and one ` more']],
])('%s', (text, parts) => {
  expect(proseParts(text).map(({ text: piece, isCode }) => (isCode ? `=${piece}` : piece))).toEqual(parts);
  expect(plainProse(text)).toBe(parts.map((part) => part.replace(/^=/, '')).join(''));
});
