/** What people read of GoAlert: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to GoAlert. */
export const guide: Guide = {
  setup: [
    {
      title: 'In GoAlert',
      steps: [
        step('Open the service, then Integration Keys, and create one of the type Generic API.'),
        step('Copy its address.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address, token included, as the Webhook URL.') },
  ],
  headers: [],
  warnings: ['Coroot’s test button opens a real alert, and people are paged.'],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [],
};
