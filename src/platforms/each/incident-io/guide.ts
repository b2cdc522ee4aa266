/** What people read of incident.io: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to incident.io. */
export const guide: Guide = {
  setup: [
    {
      title: 'In incident.io',
      steps: [
        step('Under Alerts, Sources, create an alert source of the type HTTP and keep its default fields.'),
        step('Copy the address and the token that the page shows.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste the address as the Webhook URL and add the header `Authorization` with the value `Bearer` followed by a space and the token.',
      ),
    },
  ],
  headers: [['Authorization', 'Bearer YOUR_TOKEN']],
  warnings: [
    'incident.io answers 202 as soon as it has the event; routes decide afterwards whether anybody hears of it.',
  ],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: ['Whether descriptions are read as Markdown; if they are not, backslashes show.'],
};
