/** Automation services that take any JSON: n8n, Zapier, Make, Node-RED, Pipedream, a function of one's own. */
import { anyUrl, type PlatformRow } from '../../catalogue/platform';

/** JSON for a workflow. */
export const generic: PlatformRow = {
  id: 'generic',
  name: 'n8n, Zapier, Make …',
  group: 'automation',
  tagline: 'Flat fields for a workflow, and all of Coroot’s data beside them.',
  docsUrl: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/',
  checked: '2026-11',
  urlPlaceholder: 'https://n8n.example.com/webhook/coroot',
  checkUrl: anyUrl,
  browserSend: {
    verdict: 'unknown',
    text: 'n8n lets any page post to a webhook unless its node says otherwise; Zapier refuses JSON from pages; of others it is unknown. If the browser blocks the test, use the curl command.',
  },
  markup: '',
  hasDocumented: false,
};
