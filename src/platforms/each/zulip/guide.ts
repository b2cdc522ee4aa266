/** What people read of Zulip: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Zulip. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a bot',
      steps: [
        step('In Zulip, open Settings, then Bots, and add a bot of the type Incoming webhook.'),
        step(
          'Choose Generate integration URL, pick the integration Slack-compatible webhook, the channel and a topic.',
        ),
        step('Copy the URL. Whoever has it can post as the bot.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the URL as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'When the channel in the address does not exist, Zulip answers with success, and only the bot’s owner gets a message about it.',
    'Zulip’s Markdown has no backslash escapes. It first turns Slack’s *x*, _x_ and ~x~ into its own markup, also in code.',
    'Where blocks or attachments show something, Zulip leaves out “text”; buttons and rich_text are not shown.',
  ],
  approximate: [
    'Text is read as Zulip’s own tests of its reader expect (168 of them, at 0289beb, 2026-11-30). Mentions of people, links to channels and a realm’s own linkifiers are drawn as text, formulas as code, and times as they are written.',
    'Of addresses without https://, those with the more common ends such as .com are drawn as links.',
    'The conversion of Slack’s format is that of Zulip’s current source; older releases convert a little differently, leave ~x~ alone and refuse rich_text, table and file blocks.',
  ],
  unverified: [
    'In blocks of code, the robust templates put invisible and hair-thin spaces beside * _ ~ ` and <; whoever copies the text copies them too.',
  ],
};
