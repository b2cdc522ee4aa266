/** What people read of Plain Text: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps } from '../../catalogue/steps';

/** The guide to Plain Text. */
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
  warnings: [
    'Coroot always sends Content-Type: application/json, also with plain text. A custom Content-Type header does not replace it: both are sent.',
  ],
  approximate: [],
  unverified: [],
};
