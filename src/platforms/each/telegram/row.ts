/**
 * Telegram's bots: https://core.telegram.org/bots/api#sendmessage. Templates: https://docs.coroot.com/alerting/webhook
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a Telegram chat, posted by a bot of your own. */
export const telegram: PlatformRow = {
  id: 'telegram',
  name: 'Telegram',
  group: 'chat',
  tagline: 'A message from your own bot in a group, a channel or a private chat.',
  docsUrl: 'https://core.telegram.org/bots/api#sendmessage',
  checked: '2026-11',
  urlPlaceholder: 'https://api.telegram.org/bot123456:ABC-DEF1234ghIkl/sendMessage',
  // A bot server of one's own has another host, so only the path is looked at; method names ignore case.
  checkUrl: urlShape(
    (url) => /^\/bot\d+:[\w-]+\/sendmessage$/i.test(url.pathname),
    'Telegram’s address ends in /bot, the bot’s token (digits, a colon, letters) and /sendMessage, without spaces or brackets.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Telegram lets any page read its answers, but whether it accepts JSON from a browser is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '',
  hasDocumented: true,
};
