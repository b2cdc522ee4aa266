import { describe, expect, test } from 'vitest';
import { type Preview, worst } from '../../src/platforms';
import { previewText } from '../../src/platforms/preview/preview';
import { findPlatform } from './all';
import { previewOf, verdictOn } from './received';

const teams = findPlatform('teams')!;

const check = (body: string) => verdictOn(teams, body);
const preview = (body: string) => previewOf(teams, body);

function wrapped(...body: readonly unknown[]): string {
  const content = { type: 'AdaptiveCard', version: '1.5', body };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return JSON.stringify({ type: 'message', attachments: [{ contentType, content }] });
}

function cardOf(shown: Preview): unknown {
  if (shown.kind !== 'adaptive-card') throw new Error(shown.kind);
  return JSON.parse(shown.card);
}

/**
 * Markdown in TextBlocks: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
describe('a TextBlock', () => {
  const block = (text: string): unknown => {
    const { body } = cardOf(preview(wrapped({ type: 'TextBlock', text, color: 'good' }))) as { body: unknown[] };
    return body[0];
  };

  test('without markup stays one, its escapes resolved', () => {
    expect(block('a \\*b\\* c')).toEqual({ type: 'TextBlock', text: 'a *b* c', color: 'good' });
  });

  test('becomes rich text where it has markup', () => {
    expect(block('a **b** _c_')).toEqual({
      type: 'Container',
      items: [
        {
          type: 'RichTextBlock',
          inlines: [
            { type: 'TextRun', color: 'good', text: 'a ' },
            { type: 'TextRun', color: 'good', weight: 'Bolder', text: 'b' },
            { type: 'TextRun', color: 'good', text: ' ' },
            { type: 'TextRun', color: 'good', italic: true, text: 'c' },
          ],
        },
      ],
    });
  });

  test('has a line for each list item', () => {
    const shown = previewText(preview(wrapped({ type: 'TextBlock', text: '1. Green\r2. Orange' })));
    expect(shown).toBe('Workflows\n1. Green\n2. Orange');
  });

  test('keeps dates as they are: Teams does not format them', () => {
    expect(JSON.stringify(block('{{DATE(2017-02-14T06:08:39Z)}}'))).toContain('{\u2060{DATE(');
  });
});

describe('the card that is drawn', () => {
  const unsafe = 'javascript:alert(1)';

  test('opens only what may be followed', () => {
    const body = wrapped(
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x', url: unsafe }] },
      {
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text: 'x', selectAction: { type: 'Action.OpenUrl', url: unsafe } }],
      },
      { type: 'TextBlock', text: `[x](${unsafe})` },
    );
    expect(JSON.stringify(cardOf(preview(body)))).not.toContain('"url":"javascript');
  });

  test('does not count what nobody sees', () => {
    const hidden = { type: 'Container', isVisible: false, items: [{ type: 'TextBlock', text: 'hidden' }] };
    const fallback = { type: 'Chart.Pie', fallback: { type: 'TextBlock', text: 'older' } };
    expect(previewText(preview(wrapped(hidden, fallback, { type: 'TextBlock', text: 'seen' })))).toBe(
      'Workflows\nseen',
    );
  });
});

/** Bodies that would fill the stack or take long if they were read carelessly. */
const heavy: readonly (readonly [name: string, body: string])[] = [
  ['nested containers', nested('{"type": "Container", "items": [', ']}', 4000)],
  ['nested lists', nested('[', ']', 9000)],
  ['nested cards', nested('{"type": "AdaptiveCard", "actions": [{"type": "Action.ShowCard", "card": ', '}]}', 3000)],
  ['a megabyte of stars', wrapped({ type: 'TextBlock', text: '*'.repeat(1_000_000) })],
  ['a megabyte of brackets', wrapped({ type: 'TextBlock', text: '['.repeat(1_000_000) })],
  ['a megabyte of line breaks', wrapped({ type: 'TextBlock', text: '\n'.repeat(1_000_000) })],
  ['many elements', wrapped(...Array.from({ length: 20_000 }, () => ({ type: 'TextBlock', text: '' })))],
];

function nested(open: string, close: string, depth: number): string {
  const inner = open.repeat(depth) + '{"type": "TextBlock", "text": "x"}' + close.repeat(depth);
  return `{"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": {"type": "AdaptiveCard", "version": "1.2", "body": [${inner}]}}]}`;
}

test.each(heavy)('%s are refused, not stumbled over', (_, body) => {
  expect(worst(check(body))).toBe('fail');
  expect(preview(body).kind).toBe('adaptive-card');
});

/** 28,897 bytes counted for 24,453: https://github.com/MicrosoftDocs/msteams-docs/issues/11274 */
describe('the size of a message', () => {
  const codes = (body: string) => check(body).findings.map(({ code }) => code);

  test('is doubtful from 24,000 bytes on', () => {
    expect(codes(wrapped({ type: 'TextBlock', text: 'z'.repeat(23_000) }))).toEqual([]);
    expect(codes(wrapped({ type: 'TextBlock', text: 'z'.repeat(24_300) }))).toEqual(['near-limit']);
  });

  test('counts what json writes as six bytes as what it stands for', () => {
    const text = '\\u003c'.repeat(4400);
    const body = wrapped({ type: 'TextRun', text: '' }).replace('"text":""', `"text":"${text}"`);
    expect(body.length).toBeGreaterThan(26_000);
    expect(codes(body)).not.toContain('near-limit');
  });
});
