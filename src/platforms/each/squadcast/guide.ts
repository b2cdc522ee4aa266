/** What people read of Squadcast: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Squadcast. */
export const guide: Guide = {
  setup: [
    {
      title: 'In Squadcast',
      steps: [
        step('Open the service, then its alert sources, and choose Incident Webhook.'),
        step('Copy the address that is shown.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A body of more than 30 kB is refused; the templates stay below it.',
    'Coroot’s test button opens a real incident, and people are paged.',
  ],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'Whether the description is read as Markdown; if it is not, backslashes show.',
    'The shape of the address.',
  ],
};
