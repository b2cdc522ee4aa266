/** Slack's incoming webhooks: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
import { robust as templatesFor } from './presets/robust';
import type { Platform } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

const hosts: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** What is odd about a URL: workflows have addresses at the same host, and take other bodies. */
function checkUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  if (!['http:', 'https:'].includes(protocol)) return null;
  if (hosts.includes(hostname) && /^\/(?:triggers|workflows)\//.test(pathname)) {
    return 'This is the address of a workflow, which takes only the variables that the workflow defines. Use an incoming webhook, whose address has /services/ in it.';
  }
  if (hosts.includes(hostname) && /^\/services\/T\w+\/B\w+\/\w+$/.test(pathname)) return null;
  return 'The address of an incoming webhook is https://hooks.slack.com/services/T…/B…/ and a secret.';
}

/** A message in a Slack channel. */
export const slack: Platform = {
  id: 'slack',
  name: 'Slack',
  group: 'chat',
  skin,
  tagline: 'A message in a channel with a colour bar and a button, through an incoming webhook.',
  docsUrl: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  checked: '2026-11',
  urlPlaceholder: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  checkUrl,
  setup: [
    {
      title: 'Create an incoming webhook',
      steps: [
        step('Open [your Slack apps](https://api.slack.com/apps) and create an app from scratch in your workspace.'),
        step('Under Incoming Webhooks, switch them on, then choose Add New Webhook to Workspace and pick the channel.'),
        step(
          'Copy the webhook’s URL. Whoever has it can post to the channel. A webhook posts to its one channel only; make another for another channel.',
        ),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the webhook’s URL as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'One wrong block and Slack refuses the whole message with invalid_blocks: an empty text, a section with more than 3000 characters, a header with more than 150.',
    'Slack’s markup is not Markdown: *bold* has one star, links are <https://example.com|text>, headings do not exist.',
    'Text from the data can contain <!channel>, which notifies everybody. Escape & < > as &amp; &lt; &gt;, or use rich_text and plain_text as the robust templates do.',
  ],
  browserSend: {
    verdict: 'blocked',
    text: 'Slack does not let a web page post JSON, so the browser stops the test. Use the curl command, or Coroot’s own test. (A form with the JSON in a field named payload would pass, but that is not what Coroot sends.)',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        'Reports.Name': 60,
        'Reports.Check': 60,
        'Reports.Message': 250,
        RCASummary: 1500,
        RCARemediations: 2500,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 100, Summary: 300 }),
      alert: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        ProjectName: 60,
        RuleName: 100,
        Summary: 500,
        'Details.Name': 60,
        'Details.Value': 500,
        Duration: 40,
        ResolvedBy: 100,
      }),
    },
    items: { Reports: 10, Summary: 12, Details: 10 },
  },
  simple: simple({ markup: '*_~`<>&:' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: 'invalid_payload',
    nothing: 'Slack reads a JSON object, and the body is none.',
    rules,
    draw,
  },
  approximate: [
    'Names of users, groups and channels are shown as their ids, because only Slack knows them.',
    'Dates show their fallback text; Slack writes them in each reader’s time zone.',
    'Emoji by name are shown where this page knows the name; the workspace’s own stay names.',
    'Tables, cards, videos, menus and other blocks that a webhook rarely sends are left out, and list indents are not drawn.',
    'Slack folds long messages and attachments behind “Show more”, and shows a preview of linked pages.',
  ],
  unverified: [
    'Slack does not document what may stand before and after *, _ and ~; the preview takes them at the edges of words only.',
    'Whether Slack decodes other entities than &amp; &lt; &gt; is not documented; the preview leaves them as they are.',
    'Whether &amp; in plain_text or rich_text is shown as & or as it stands is not documented; the preview leaves it as it stands.',
    'Whether names of emoji in a plain text with "emoji": false and in the text stay names is not documented.',
    'Which unit Slack’s limits count is not documented; code points are counted here.',
    'Slack limits all blocks together, for posts through its API at about 11,000 to 13,000 characters; whether for webhooks too is not documented.',
    'A button with a link may show a small warning after a click when the app has no address for interactions. The link opens all the same.',
  ],
};
