/** What people read of Slack: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Slack. */
export const guide: Guide = {
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
