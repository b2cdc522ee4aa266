/** A receiver that reads Coroot's own JSON. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/alert.tmpl?raw';
import deployment from './presets/deployment.tmpl?raw';
import incident from './presets/incident.tmpl?raw';

import { type Platform, anyUrl } from '../platform';
import { corootSteps } from '../steps';

/** The whole template data as JSON. */
export const json: Platform = {
  id: 'json',
  name: 'JSON',
  tagline: 'Everything Coroot knows, as JSON for a program to read.',
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
  warnings: [],
  browserSend: {
    verdict: 'unknown',
    text: 'Whether this page may post to your receiver depends on its CORS headers. If the browser blocks the test, use the curl command.',
  },
  presets: { incident, deployment, alert },
};
