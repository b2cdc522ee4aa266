import { describe, expect, test } from 'vitest';
import { Body } from '../../src/coroot';
import { findPlatform } from './all';
import { previewText, type Block, type Inline, blockText } from '../../src/platforms/preview/preview';
import { mattermostBlocks } from '../../src/platforms/each/mattermost/markdown';
import { repaired, secondChance } from '../../src/platforms/each/mattermost/second-chance';
import { drawnHtml, normalHtml } from './drawn-html';
import recordedTexts from './mattermost-texts.json';
import { previewOf, verdictOn } from './received';

const recorded = recordedTexts as unknown as { readonly rows: readonly (readonly [string, string])[] };

const text = (value: string): Inline => ({ kind: 'text', text: value });
const mention = (value: string, loud = false): Inline => ({ kind: 'mention', text: value, loud });
const p = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

/**
 * https://docs.mattermost.com/collaborate/format-messages.html, and which escapes https://github.com/mattermost/marked
 * knows.
 */
describe('Markdown', () => {
  const rows: readonly { readonly name: string; readonly input: string; readonly want: readonly Block[] }[] = [
    { name: 'a line feed is a break', input: 'a\nb', want: [p(text('a'), { kind: 'break' }, text('b'))] },
    { name: 'a heading', input: '#### a', want: [{ kind: 'heading', level: 4, children: [text('a')] }] },
    {
      name: 'mentions',
      input: '@jane.doe. and @Channel in ~town-square, a@b',
      want: [
        p(
          mention('@jane.doe'),
          text('. and '),
          mention('@Channel', true),
          text(' in '),
          mention('~town-square'),
          text(', a@b'),
        ),
      ],
    },
    { name: 'emoji', input: ':tada:', want: [p({ kind: 'emoji', text: '🎉', name: 'tada' })] },
    {
      name: 'links as Slack writes them',
      input: '<https://example.com|docs>',
      want: [p({ kind: 'link', href: 'https://example.com', children: [text('docs')] })],
    },
    { name: 'escapes', input: '\\*a\\*', want: [p(text('*a*'))] },
    { name: 'no escape of a colon', input: '\\:', want: [p(text('\\:'))] },
    { name: 'character references', input: '&#42;a&#42; &#60;b&#62;', want: [p(text('*a* <b>'))] },
  ];
  test.each(rows)('$name', ({ input, want }) => {
    expect(mattermostBlocks(input)).toEqual(want);
  });

  test.each(['<x|', '<', '@', '~', ':', '@a', '*', '[', '> '])('a megabyte of %j is shown', (run) => {
    const input = run.repeat(2 ** 20 / run.length);
    expect(blockText(mattermostBlocks(input)).endsWith(run)).toBe(true);
  });
});

/** What the web client's reader answers to 520 texts: strings of payloads and markup, mixed. */
test.each(recorded.rows)('%j', (input, html) => {
  expect(normalHtml(drawnHtml(mattermostBlocks(input)))).toBe(normalHtml(html));
});

/** Read off the regular expression in the server's incoming_webhook.go. */
describe('the second chance', () => {
  test.each([
    { name: 'JSON stays', body: '{"text": "a\\nb"}', want: '{"text": "a\\nb"}' },
    { name: 'line feeds and tabs', body: '{"text": "a\n\tb"}', want: '{"text": "a\\n\\tb"}' },
    { name: 'other keys stay', body: '{"username": "a\nb"}', want: '{"username": "a\nb"}' },
    { name: 'between key and text', body: '{"text":\n"a\nb"}', want: '{"text":\\n"a\\nb"}' },
    { name: 'a hidden quote', body: '{"text": "a\\"\nb"}', want: '{"text": "a\\"\\nb"}' },
    {
      name: 'a text that ends in a backslash',
      body: '{"text": "a\\\\",\n"b": ""}x',
      want: '{"text": "a\\\\",\\n"b": ""}x',
    },
    { name: 'an open text', body: '{"text": "a\n', want: '{"text": "a\n' },
    { name: 'an open text up to its last hidden quote', body: '{"text": "a\n\\"b', want: '{"text": "a\\n\\"b' },
  ])('$name', ({ body, want }) => {
    expect(repaired(body).text).toBe(want);
  });

  test('keeps places', () => {
    const body = '{"text": "a\n\tb", "value": "c\nd", "x": 1}';
    const read = secondChance(new Body(body))!;
    const from = read.body.text.indexOf('"x"');
    const at = read.original({ from, to: from + 3 });
    expect(body.slice(at.from, at.to)).toBe('"x"');
    const { findings } = verdictOn(findPlatform('mattermost')!, body);
    expect(findings.find(({ code }) => code === 'repaired')).toMatchObject({ from: 11, to: 12 });
  });
});

test('mentions in robust messages tell nobody', () => {
  const mattermost = findPlatform('mattermost')!;
  const body = JSON.stringify({ attachments: [{ fallback: 'a', text: '&#64;\u200bchannel' }] });
  expect(verdictOn(mattermost, body).findings).toEqual([]);
  expect(previewText(previewOf(mattermost, body))).toContain('@\u200bchannel');
});

test.each(['discord', 'mattermost'])('%s reads a body however deep it nests', (id) => {
  const platform = findPlatform(id)!;
  const nested = (open: string, close: string): string => open.repeat(9000) + '[]' + close.repeat(9000);
  for (const body of [
    '['.repeat(200_000),
    `{"embeds": ${nested('[', ']')}, "attachments": ${nested('[', ']')}}`,
    `{"text": "a", "attachments": [{"fields": [{"value": ${nested('[', ']')}}]}]}`,
    `{"flags": 32768, "components": ${nested('[{"type": 17, "components": ', '}]')}}`,
  ]) {
    expect(Array.isArray(verdictOn(platform, body).findings)).toBe(true);
    expect(typeof previewText(previewOf(platform, body))).toBe('string');
  }
});
