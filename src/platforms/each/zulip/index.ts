/** Zulip's Slack-compatible webhook: https://zulip.com/integrations/slack_incoming */
import { robust as templatesFor } from './presets/robust';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

const application = { 'Application.Name': 80, 'Application.Namespace': 60 };

/** A message in a Zulip channel. */
export const zulip: Platform = {
  id: 'zulip',
  name: 'Zulip',
  group: 'chat',
  skin,
  tagline: 'A message in a channel and topic, through the webhook that takes Slack’s format.',
  docsUrl: 'https://zulip.com/integrations/slack_incoming',
  checked: '2026-11',
  urlPlaceholder: 'https://example.zulipchat.com/api/v1/external/slack_incoming?api_key=KEY&stream=ops&topic=coroot',
  checkUrl: urlShape(
    (url) =>
      url.pathname.endsWith('/api/v1/external/slack_incoming') &&
      url.searchParams.has('api_key') &&
      url.searchParams.has('stream'),
    'The address has /api/v1/external/slack_incoming, ?api_key=, &stream= with the channel and best &topic=. Without a channel, only the bot’s owner gets the messages.',
  ),
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
  browserSend: {
    verdict: 'blocked',
    text: 'Zulip does not let a web page post JSON, so the browser stops the test. Use the curl command. (A form with the JSON in a field named payload would pass, but that is not what Coroot sends.)',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        ...application,
        'Reports.Name': 40,
        'Reports.Check': 40,
        'Reports.Message': 150,
        RCASummary: 500,
        RCARemediations: 700,
      }),
      deployment: cutAt({ ...application, Version: 80, Summary: 220 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 400,
        'Details.Name': 40,
        'Details.Value': 230,
        Duration: 40,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple({ markup: '\\*_~|`<>[]()#-+.!:@&$=/' }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'Zulip reads a JSON object, and the body is none.', rules, draw },
  approximate: [
    'Text is read as Zulip’s own tests of its reader expect (168 of them, at 0289beb, 2026-11-30). Mentions of people, links to channels and a realm’s own linkifiers are drawn as text, formulas as code, and times as they are written.',
    'Of addresses without https://, those with the more common ends such as .com are drawn as links.',
    'The conversion of Slack’s format is that of Zulip’s current source; older releases convert a little differently, leave ~x~ alone and refuse rich_text, table and file blocks.',
  ],
  unverified: [
    'In blocks of code, the robust templates put invisible and hair-thin spaces beside * _ ~ ` and <; whoever copies the text copies them too.',
  ],
};
