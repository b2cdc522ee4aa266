/** Automation services that take any JSON: n8n, Zapier, Make, Node-RED, Pipedream, a function of one's own. */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { anyJson } from '../../body/reading';
import { type Platform, anyUrl } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { allItems, everything } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';

/** JSON for a workflow. */
export const generic: Platform = {
  id: 'generic',
  name: 'n8n, Zapier, Make …',
  group: 'automation',
  skin: plainSkin,
  tagline: 'Flat fields for a workflow, and all of Coroot’s data beside them.',
  docsUrl: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/',
  checked: '2026-11',
  urlPlaceholder: 'https://n8n.example.com/webhook/coroot',
  checkUrl: anyUrl,
  setup: [
    {
      title: 'Create a workflow with a webhook',
      steps: [
        step(
          'In [n8n](https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/): add a Webhook node with the method POST and copy its production URL; the test URL works only while you watch.',
        ),
        step(
          'In [Zapier](https://help.zapier.com/hc/en-us/articles/8496288690317): choose Webhooks by Zapier, then Catch Hook, and copy the URL. Nested fields arrive as `data__url` and the like.',
        ),
        step(
          'In [Make](https://www.make.com/en/help/tools/webhooks): add a custom webhook and copy its URL, then let it determine the data structure from a test.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps('Paste that URL as the Webhook URL.'),
        step('If the webhook asks for a user, a password or a header, add them there.'),
      ],
    },
  ],
  headers: [],
  warnings: [
    'Most services answer before the workflow has run, so its failures never reach Coroot.',
    'A list such as the reports has any number of items, also none: let the workflow expect that.',
  ],
  browserSend: {
    verdict: 'unknown',
    text: 'n8n lets any page post to a webhook unless its node says otherwise; Zapier refuses JSON from pages; of others it is unknown. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: { templatesFor, shows: everything, items: allItems },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: anyJson,
  approximate: [],
  unverified: ['How large a body each service takes; Zapier names 10 MB, others nothing.'],
};
