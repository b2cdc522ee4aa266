import { describe, expect, test } from 'vitest';
import { discordBlocks } from '../../src/platforms/each/discord/markdown';
import { parseChatText } from '../../src/platforms/each/google-chat/text';
import { parseMrkdwn } from '../../src/platforms/each/slack/mrkdwn';
import type { Block } from '../../src/platforms/preview/preview';
import groups from './documented-texts.json';
import { drawnHtml, normalHtml } from './drawn-html';

/** How each platform's texts are read here. */
const readers: Readonly<Record<string, (text: string) => readonly Block[]>> = {
  discord: (text) => discordBlocks(text, { blocks: true, links: true, pings: true }),
  'google-chat': parseChatText,
  slack: (text) => parseMrkdwn(text),
};

/**
 * What the platforms' documentation says of texts, what people saw of them, and what well-known readers of the same
 * markup expect where the platform publishes none: each row is a text and what it shows, as HTML.
 */
describe.each(groups)('$platform, by $source', ({ platform, rows }) => {
  test.each(rows as [string, string][])('%j', (text, html) => {
    expect(normalHtml(drawnHtml(readers[platform]!(text)))).toBe(normalHtml(html));
  });
});

test.each(Object.keys(readers))('%s has thirty rows and more', (id) => {
  const rows = groups.filter(({ platform }) => platform === id).flatMap((group) => group.rows);
  expect(rows.length).toBeGreaterThanOrEqual(30);
  expect(groups.every(({ source, date }) => source.startsWith('https://') && /^20\d\d-\d\d-\d\d$/.test(date))).toBe(
    true,
  );
});
