import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Edited, disjoint, smallestEdit } from '../../src/analysis/mistakes/edits';

test('the smallest edit keeps what both texts begin and end with', () => {
  const text = '{{ if .A = 1 }}';
  const edit = smallestEdit(text, 0, text.length, '{{ if eq .A 1 }}');
  expect(edit).toEqual({ from: 6, to: 10, insert: 'eq .A' });
});

test('places come back from the edited text', () => {
  const edits = fc
    .array(fc.tuple(fc.nat(20), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary-ascii' })), { maxLength: 4 })
    .map((all) => disjoint(all.map(([from, length, insert]) => ({ from, to: from + length, insert }))));
  fc.assert(
    fc.property(edits, fc.nat(30), fc.nat(5), (all, from, length) => {
      const text = 'abcdefghijklmnopqrstuvwxyz';
      const edited = new Edited(text, all);
      const to = Math.min(from + length, edited.text.length);
      fc.pre(from < to);
      const origin = edited.origin(from, to);
      expect(origin.from).toBeGreaterThanOrEqual(0);
      expect(origin.to).toBeLessThanOrEqual(text.length);
      // What was not edited is the same text.
      if (origin.isKept) expect(text.slice(origin.from, origin.to)).toBe(edited.text.slice(from, to));
    }),
  );
});
