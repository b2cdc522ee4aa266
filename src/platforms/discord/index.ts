/** Discord's webhooks: https://docs.discord.com/developers/resources/webhook#execute-webhook. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';

import { type Platform, urlShape } from '../platform';
import { corootSteps, step } from '../steps';

const hosts: readonly string[] = ['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com'];

/** A message in a Discord channel. */
export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  group: 'chat',
  tagline: 'A message in a channel, through the channel’s webhook.',
  docsUrl: 'https://docs.discord.com/developers/resources/webhook#execute-webhook',
  urlPlaceholder: 'https://discord.com/api/webhooks/123456789012345678/token',
  checkUrl: urlShape(
    (url) => hosts.includes(url.hostname) && /^\/api(?:\/v\d+)?\/webhooks\/\d+\/[\w-]+$/.test(url.pathname),
    'A Discord webhook’s address is https://discord.com/api/webhooks/, the webhook’s id, / and its token.',
  ),
  setup: [
    {
      title: 'Create a webhook',
      steps: [
        step(
          'In Discord, open the settings of the channel, then Integrations, then Webhooks. You need the permission Manage Webhooks.',
        ),
        step(
          'Create a webhook and give it a name. More in [Discord’s introduction](https://support.discord.com/hc/en-us/articles/228383668-Intro-to-Webhooks).',
        ),
        step('Copy the webhook’s URL. Whoever has it can post to the channel.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the webhook’s URL as the Webhook URL.') },
  ],
  headers: [],
  warnings: ['A message may have 2000 characters; Discord refuses a longer one instead of cutting it.'],
  browserSend: {
    verdict: 'works',
    text: 'Discord accepts posts from web pages, so the test send works here. A content blocker may still stop it. Use the host discord.com, not discordapp.com.',
  },
  documented: { incident, deployment, alert },
  robust: null,
  check: null,
  preview: null,
  approximate: [],
  unverified: [],
};
