/** What people read of JSON: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps } from '../../catalogue/steps';

/** The guide to JSON. */
export const guide: Guide = {
  setup: [
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste your receiver’s address as the Webhook URL. Add basic authentication or headers if it asks for them.',
      ),
    },
  ],
  headers: [],
  warnings: [],
  approximate: [],
  unverified: [],
};
