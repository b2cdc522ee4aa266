/** Home Assistant's webhook trigger: https://www.home-assistant.io/docs/automation/trigger/#webhook-trigger */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** An automation that starts when Coroot calls. */
export const homeAssistant: PlatformRow = {
  id: 'home-assistant',
  name: 'Home Assistant',
  group: 'automation',
  tagline: 'Start an automation: announce it, flash a lamp, notify phones.',
  docsUrl: 'https://www.home-assistant.io/docs/automation/trigger/#webhook-trigger',
  checked: '2026-11',
  urlPlaceholder: 'http://homeassistant.local:8123/api/webhook/coroot-8fq2x',
  checkUrl: urlShape(
    (url) => /\/api\/webhook\/[^/]+$/.test(url.pathname),
    'Home Assistant’s address ends in /api/webhook/ and the id of the webhook.',
  ),
  browserSend: {
    verdict: 'works',
    text: 'Home Assistant lets any page post to a webhook. From a page with https, the browser still refuses an address with http, except on this machine.',
  },
  markup: '',
  hasDocumented: false,
};
