/** What people read of ntfy: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to ntfy. */
export const guide: Guide = {
  setup: [
    {
      title: 'Choose a topic',
      steps: [
        step(
          'Think of a name that nobody guesses, such as `coroot-alerts-8fq2x`: on ntfy.sh whoever knows it can read it.',
        ),
        step(
          'Install the [ntfy app](https://docs.ntfy.sh/subscribe/phone/) or open the web app, and subscribe to the topic.',
        ),
        step('Put the name in place of `coroot-alerts` in all three templates.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps('Paste the root of the server as the Webhook URL: `https://ntfy.sh/`, not the topic’s address.'),
        step('If the topic is protected, add the header `Authorization: Bearer tk_…` with an access token.'),
      ],
    },
  ],
  headers: [],
  warnings: [
    'A message of 4,096 bytes or more becomes a file, or is refused where the server keeps none; an emoji has four bytes.',
    'The JSON may have 8,191 bytes, counted as sent: json writes < > & as six bytes each.',
    'ntfy.sh allows about 250 messages a day and 60 in a burst; Coroot tries again when it is told to wait.',
  ],
  approximate: [
    'Only the tags that are usual for alerts are shown as emoji; ntfy knows many more.',
    'The preview shows Markdown as it was written; ntfy’s web app formats it when “markdown” is true.',
  ],
  unverified: [
    'The limits are the defaults of the server; whoever runs one can change them.',
    'ntfy’s answers were recorded on 2026-11-30 from a server built from its source of July 2025 (2.13.0); newer ones may say them in other words.',
  ],
};
