/** A receiver that takes any text. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';

import { type Platform, anyUrl } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { plainBlock } from '../../preview/preview';
import { allItems, everything } from '../../presets/shown';
import { corootSteps } from '../../catalogue/steps';
import { simple } from '../../presets/simple';

/** Plain text for a receiver of your own. */
export const plainText: Platform = {
  id: 'plain-text',
  name: 'Plain Text',
  group: 'basic',
  skin: plainSkin,
  tagline: 'Readable text for a receiver that shows what it is sent.',
  docsUrl: 'https://docs.coroot.com/alerting/webhook',
  checked: '2026-11',
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
  documented: { incident, deployment, alert },
  robust: {
    templatesFor,
    shows: everything,
    items: allItems,
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: {
    reads: 'text',
    rules: () => undefined,
    draw: (text) => ({ kind: 'message', sender: 'Coroot', pieces: [{ kind: 'text', blocks: [plainBlock(text)] }] }),
  },
  approximate: [],
  unverified: [],
};
