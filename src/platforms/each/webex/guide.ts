/** What people read of Webex: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Webex. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a webhook',
      steps: [
        step(
          'In the [Webex App Hub](https://apphub.webex.com), open the integration Incoming Webhooks and connect it.',
        ),
        step('Give the webhook a name, which people see as the sender, and choose the space. Then add it.'),
        step('Copy the webhook’s address. Whoever has it can post to the space.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the webhook’s address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A message may have 7,439 bytes; an emoji has four. The templates cut long texts and lists below that.',
    'The templates post plain text, so that no asterisk, underscore or < in a report is read as Markdown.',
  ],
  approximate: [
    'Webex makes links of the addresses in plain text; here they are text.',
    'Markdown is read as CommonMark, which Webex says it follows in part.',
  ],
  unverified: [
    'Which Markdown, HTML and backslash escapes Webex reads beyond its examples is not documented, nor what a lone line break becomes.',
    'Whether an incoming webhook may notify everybody with <@all> is not documented.',
  ],
};
