/** A receiver that reads Coroot's own JSON. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';

import { anyJson } from '../../body/reading';
import { type Platform, anyUrl } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { allItems, everything } from '../../presets/shown';
import { corootSteps } from '../../catalogue/steps';
import { simple } from '../../presets/simple';

/** The whole template data as JSON. */
export const json: Platform = {
  id: 'json',
  name: 'JSON',
  group: 'basic',
  skin: plainSkin,
  tagline: 'Everything Coroot knows, as JSON for a program to read.',
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
  warnings: [],
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
  reading: anyJson,
  approximate: [],
  unverified: [],
};
