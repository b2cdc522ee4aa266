/** What to do about a text that is too long names the limit at hand. */
import { expect, test } from 'vitest';
import { findPlatform } from '../../src/platforms';
import { verdictOn } from './received';

// https://docs.slack.dev/reference/block-kit/blocks/header-block,
// https://docs.discord.com/developers/resources/message, https://developer.work.weixin.qq.com/document/path/91770:
// 2,048 bytes, of which a character takes four at most.
test.each([
  ['slack', { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'a'.repeat(151) } }] }, 'printf "%.150s"'],
  ['discord', { content: 'a'.repeat(2001) }, 'printf "%.2000s"'],
  ['discord', { embeds: [{ title: 'a'.repeat(257) }] }, 'printf "%.256s"'],
  ['wecom', { msgtype: 'text', text: { content: 'a'.repeat(2049) } }, 'printf "%.512s"'],
])('%s', (id, body, advice) => {
  const platform = findPlatform(id);
  if (platform === null) throw new Error(id);
  const { findings } = verdictOn(platform, JSON.stringify(body));
  expect(findings.map(({ message }) => message).join('\n')).toContain(advice);
});
