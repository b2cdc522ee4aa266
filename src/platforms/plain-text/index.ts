/** A receiver that takes any text. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/alert.tmpl?raw';
import deployment from './presets/deployment.tmpl?raw';
import incident from './presets/incident.tmpl?raw';

import { type Platform, anyUrl } from '../platform';
import { corootSteps } from '../steps';

/** Plain text for a receiver of your own. */
export const plainText: Platform = {
  id: 'plain-text',
  name: 'Plain Text',
  tagline: 'Readable text for a receiver that shows what it is sent.',
  docsUrl: 'https://docs.coroot.com/alerting/webhook',
  urlPlaceholder: 'https://example.com/webhook',
  checkUrl: anyUrl,
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
  browserSend: {
    verdict: 'unknown',
    text: 'Whether this page may post to your receiver depends on its CORS headers. If the browser blocks the test, use the curl command.',
  },
  presets: { incident, deployment, alert },
};
