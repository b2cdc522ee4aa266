/**
 * Discord's webhooks: https://docs.discord.com/developers/resources/webhook#execute-webhook. Templates:
 * https://docs.coroot.com/alerting/webhook
 */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';

import { type Platform, type RobustPreset, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

const hosts: readonly string[] = ['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com'];

const robust: RobustPreset = {
  templatesFor,
  shows: {
    incident: [
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'Reports.Name', characters: 60 },
      { field: 'Reports.Check', characters: 60 },
      { field: 'Reports.Message', characters: 240 },
      { field: 'RCASummary', characters: 400 },
      { field: 'RCARemediations', characters: 400 },
    ],
    deployment: [
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'Version', characters: 100 },
      { field: 'Summary', characters: 200 },
    ],
    alert: [
      { field: 'RuleName', characters: 80 },
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'ProjectName', characters: 60 },
      { field: 'Duration', characters: null },
      { field: 'ResolvedBy', characters: 60 },
      { field: 'Summary', characters: 500 },
      { field: 'Details.Name', characters: 60 },
      { field: 'Details.Value', characters: 250 },
    ],
  },
  items: { Reports: 5, Summary: 8, Details: 5 },
};

/** A message in a Discord channel. */
export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  group: 'chat',
  skin,
  tagline: 'A message in a channel, through the channel’s webhook.',
  docsUrl: 'https://docs.discord.com/developers/resources/webhook#execute-webhook',
  checked: '2026-11',
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
  warnings: [
    'A message may have 2000 characters, and all its embeds together 6000; Discord refuses longer ones instead of cutting them.',
    '@everyone and @here in a log message notify everybody, unless the body has "allowed_mentions": {"parse": []}. Escaping them does not help.',
    'Discord refuses embeds whose url has a host without a dot, such as http://coroot:8080. The robust templates link in the description instead.',
    'About a refused embed Discord says no more than {"embeds": ["0"]}. Put /v10 after /api in the address, and it names the field and the reason.',
  ],
  browserSend: {
    verdict: 'works',
    text: 'Discord accepts posts from web pages, so the test send works here. A content blocker may still stop it. Use the host discord.com, not discordapp.com.',
  },
  documented: { incident, deployment, alert },
  robust,
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.:@&', sizes: { items: 4, long: 200 } }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: 'The request body contains invalid JSON.',
    nothing: 'Discord refuses the body: it is not a JSON object.',
    rules,
    draw,
  },
  approximate: [
    'Mentions show the id instead of the name, and the server’s own emoji their name: the body has no more.',
    'Times are in UTC; Discord shows them in the reader’s time zone and language.',
    'Emphasis that runs from one paragraph into a heading, a list or a quote is drawn only in the paragraph.',
    'The name and picture of the webhook are set in Discord; here it is called Coroot unless the body has a username.',
  ],
  unverified: [
    'Whether Discord counts an emoji as one character is not documented. The cuts of the robust templates leave room for either.',
    'Whether a masked link may have a host without a dot is not documented; if not, its text is shown with the address.',
    'That titles and field names show no links is known from use, not from the documentation.',
  ],
};
