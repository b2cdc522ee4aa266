/**
 * Discord's webhooks: https://docs.discord.com/developers/resources/webhook#execute-webhook. Templates:
 * https://docs.coroot.com/alerting/webhook
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

const hosts: readonly string[] = ['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com'];

/** A message in a Discord channel. */
export const discord: PlatformRow = {
  id: 'discord',
  name: 'Discord',
  group: 'chat',
  tagline: 'A message in a channel, through the channel’s webhook.',
  docsUrl: 'https://docs.discord.com/developers/resources/webhook#execute-webhook',
  checked: '2026-11',
  urlPlaceholder: 'https://discord.com/api/webhooks/123456789012345678/token',
  checkUrl: urlShape(
    (url) => hosts.includes(url.hostname) && /^\/api(?:\/v\d+)?\/webhooks\/\d+\/[\w-]+$/.test(url.pathname),
    'A Discord webhook’s address is https://discord.com/api/webhooks/, the webhook’s id, / and its token.',
  ),
  browserSend: {
    verdict: 'works',
    text: 'Discord accepts posts from web pages, so the test send works here. A content blocker may still stop it. Use the host discord.com, not discordapp.com.',
  },
  markup: '\\*_~|`<>[]()#-+.:@&',
  hasDocumented: true,
};
