/** What people read of Opsgenie / JSM: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Opsgenie / JSM. */
export const guide: Guide = {
  setup: [
    {
      title: 'In Opsgenie / JSM',
      steps: [
        step('In the team’s Integrations add one of the type API, allow it to create alerts, and copy its API key.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `https://api.opsgenie.com/v2/alerts` as the Webhook URL and add the header `Authorization` with the value `GenieKey` followed by a space and the key.',
      ),
    },
  ],
  headers: [['Authorization', 'GenieKey 00000000-0000-0000-0000-000000000000']],
  warnings: [
    'An alert is closed at another address, which Coroot’s one URL cannot name. The template lowers the priority of the open alert instead; Coroot’s own Opsgenie integration does close it.',
    'Opsgenie answers 202 before it looks at the alert: what is wrong with it shows only in its logs.',
  ],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'What Opsgenie does with a text that is longer than documented: it may be cut or refused.',
    'The limits of details, entity, source and note.',
  ],
};
