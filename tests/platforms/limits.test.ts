/** What to do about a text that is too long names the limit at hand. */
import { expect, test } from 'vitest';
import { findPlatform } from './all';
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

/** Forty texts of 1,500 characters in 3,000 bytes: too much for these platforms as a whole. */
const texts = Array.from({ length: 40 }, (_, i) => String(i) + 'é'.repeat(1500));
const card = (body: readonly unknown[]): unknown => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body },
    },
  ],
});
test.each<[string, unknown]>([
  ['teams', card(texts.map((text) => ({ type: 'TextBlock', text })))],
  [
    'google-chat',
    { cardsV2: [{ card: { sections: texts.map((text) => ({ widgets: [{ textParagraph: { text } }] })) } }] },
  ],
  [
    'lark',
    { msg_type: 'post', content: { post: { en_us: { content: texts.map((text) => [{ tag: 'text', text }]) } } } },
  ],
  [
    'squadcast',
    {
      message: 'm',
      description: 'd',
      status: 'trigger',
      event_id: 'e',
      tags: Object.fromEntries(texts.map((text, i) => [`t${String(i)}`, text])),
    },
  ],
  ['github', { event_type: 'e', client_payload: { texts } }],
  ['matrix-hookshot', { text: texts.slice(0, 9).join(''), html: texts.slice(0, 9).join(''), texts }],
  [
    'discord',
    {
      embeds: [{ fields: texts.slice(0, 20).map((text, i) => ({ name: `n${String(i)}`, value: text.slice(0, 900) })) }],
    },
  ],
])('%s: the whole is short enough when the advice is followed', (id, body) => {
  const platform = findPlatform(id)!;
  const whole = (posted: unknown) =>
    verdictOn(platform, JSON.stringify(posted)).findings.filter(({ message }) => message.includes('too long: show'));
  const [finding] = whole(body);
  const [, length = ''] = /printf "%\.(\d+)s"/.exec(finding!.message)!;
  const shortened: unknown = JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    typeof value === 'string' ? Array.from(value).slice(0, Number(length)).join('') : value,
  );
  // Teams' second limit, which only warns, is its own.
  expect(whole(shortened).filter(({ code }) => code === finding!.code)).toEqual([]);
  expect(Number(length)).toBeGreaterThanOrEqual(20);
});
