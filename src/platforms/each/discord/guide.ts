/** What people read of Discord: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Discord. */
export const guide: Guide = {
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
