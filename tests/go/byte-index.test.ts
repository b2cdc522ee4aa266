import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteIndexes } from '../../src/go/byte-index';
import { byteAt, byteLength, decodeUtf8, encodeUtf8, sliceBytes } from '../../src/go/utf8';

/** Go strings of up to a few thousand units: runes of every width, and bytes that are not UTF-8. */
const goString = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom('a', 'bcdefgh', 'é', '€', '😀', '\u{10ffff}', '\u0800', '\uffff', '\ud800'),
        fc.uint8Array({ maxLength: 6 }).map((bytes) => decodeUtf8(bytes)),
        fc.string({ unit: 'binary', maxLength: 70 }),
      ),
      { minLength: 1, maxLength: 12 },
    ),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([pieces, times]) => decodeUtf8(encodeUtf8(pieces.join('').repeat(times))));

test('a remembered text is cut where one that is counted from its start is', () => {
  const fractions = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(goString, fractions, (text, cuts) => {
      const indexes = new ByteIndexes({ scan: () => undefined });
      let s = text;
      for (const [a, b] of cuts) {
        const length = byteLength(s);
        expect(indexes.byteLength(s)).toBe(length);
        if (length === 0) return;
        const i = Math.min(length - 1, Math.floor(a * length));
        expect(indexes.byteAt(s, i)).toBe(byteAt(s, i));
        const from = Math.floor(a * length * 0.3);
        const to = Math.max(from, length - Math.floor(b * length * 0.3));
        const part = indexes.slice(s, from, to);
        expect(encodeUtf8(part)).toEqual(encodeUtf8(sliceBytes(s, from, to)));
        s = part;
      }
    }),
    { numRuns: 100, seed: 8 },
  );
});

test('the tails of a text are found without looking at it again, whatever its runes', () => {
  for (const rune of ['a', 'é', '€', '😀']) {
    let scanned = 0;
    const indexes = new ByteIndexes({ scan: (units) => (scanned += units) });
    const text = rune.repeat(20_000);
    const width = byteLength(rune);
    for (let s = text; s.length > 1000; s = indexes.slice(s, width, indexes.byteLength(s))) indexes.byteAt(s, 0);
    // Going through each tail from its start would be 200 million and more.
    expect(scanned).toBeLessThan(15_000_000);
  }
});
