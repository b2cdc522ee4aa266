/** Home Assistant's webhook trigger: https://www.home-assistant.io/docs/automation/trigger/#webhook-trigger */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { anyJson } from '../../body/reading';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { allItems, everything } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';

/** An automation that starts when Coroot calls. */
export const homeAssistant: Platform = {
  id: 'home-assistant',
  name: 'Home Assistant',
  group: 'automation',
  skin: plainSkin,
  tagline: 'Start an automation: announce it, flash a lamp, notify phones.',
  docsUrl: 'https://www.home-assistant.io/docs/automation/trigger/#webhook-trigger',
  checked: '2026-11',
  urlPlaceholder: 'http://homeassistant.local:8123/api/webhook/coroot-8fq2x',
  checkUrl: urlShape(
    (url) => /\/api\/webhook\/[^/]+$/.test(url.pathname),
    'Home Assistant’s address ends in /api/webhook/ and the id of the webhook.',
  ),
  setup: [
    {
      title: 'Create an automation',
      steps: [
        step(
          'In Home Assistant, create an automation with the trigger “Webhook” and a webhook id that nobody guesses.',
        ),
        step('Leave POST allowed, and switch off “Only accessible from the local network” if Coroot is elsewhere.'),
        step(
          'Add a notify action with the title `{{ trigger.json.title }}` and the message `{{ trigger.json.message }}`.',
        ),
        step(
          'For conditions, use `{{ trigger.json.problem }}`, `{{ trigger.json.critical }}` and `{{ trigger.json.event }}`.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste Home Assistant’s address with the id as the Webhook URL: `http://homeassistant.local:8123/api/webhook/…`.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'Home Assistant answers 200 to everything, also to a wrong webhook id and to an automation that fails: Coroot never sees an error. Look at the automation’s traces.',
    'Without the trigger’s permission for other networks, only callers in the local network start the automation.',
  ],
  browserSend: {
    verdict: 'works',
    text: 'Home Assistant lets any page post to a webhook. From a page with https, the browser still refuses an address with http, except on this machine.',
  },
  documented: null,
  robust: { templatesFor, shows: everything, items: allItems },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: {
    ...anyJson,
    // https://github.com/home-assistant/core/pull/158254 (of 2025-12-08)
    lost: 'Coroot says that it sends JSON, so Home Assistant reads a body only as such: it writes “Error processing webhook” into its log, starts nothing, and answers 200 all the same. trigger.json has what is in a JSON object.',
  },
  approximate: [],
  unverified: [],
};
