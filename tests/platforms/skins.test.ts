import { describe, expect, test } from 'vitest';
import { platforms } from './all';
import type { Palette } from '../../src/platforms/preview/skin';

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const channel = (at: number): number => {
      const c = parseInt(color.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

/** Texts and what they stand on. https://www.w3.org/TR/WCAG22/#contrast-minimum */
function pairs(p: Palette, bubble: boolean): readonly (readonly [string, string, string])[] {
  const grounds = [p.message, p.card];
  return [
    ...grounds.flatMap((ground) => [
      ['text', p.text, ground] as const,
      ['quiet', p.quiet, ground] as const,
      ['link', p.link, ground] as const,
    ]),
    ['code', p.codeText, p.code],
    ['code block', p.text, p.code],
    ['tag', p.quiet, p.code],
    ['mention', p.mentionText, p.mention],
    // In bubbles the sender's name has the accent's colour.
    ...(bubble ? ([['sender', p.accent, p.message]] as const) : []),
  ];
}

const rows = platforms.flatMap(({ id, skin }) => (['light', 'dark'] as const).map((theme) => ({ id, skin, theme })));

describe('every text of a preview can be read', () => {
  test.each(rows)('$id, $theme', ({ skin, theme }) => {
    const weak = pairs(skin[theme], skin.layout === 'bubble')
      .map(([what, text, ground]) => ({ what, text, ground, ratio: Math.floor(contrast(text, ground) * 100) / 100 }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });
});
