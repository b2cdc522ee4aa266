/**
 * Squadcast, also SolarWinds Incident Response:
 * https://support.squadcast.com/integrations/incident-webhook-incident-webhook-api
 */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Opens and resolves incidents through the incident webhook. */
export const squadcast: Platform = {
  id: 'squadcast',
  name: 'Squadcast',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Opens and resolves incidents through the incident webhook.',
  docsUrl: 'https://support.squadcast.com/integrations/incident-webhook-incident-webhook-api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.squadcast.com/v2/incidents/api/0123456789abcdef',
  checkUrl: urlShape(
    (url) => /\/incidents\/api\/[^/]+$/.test(url.pathname),
    'An incident webhook’s address ends in /v2/incidents/api/ and its key.',
  ),
  setup: [
    {
      title: 'In Squadcast',
      steps: [
        step('Open the service, then its alert sources, and choose Incident Webhook.'),
        step('Copy the address that is shown.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A body of more than 30 kB is refused; the templates stay below it.',
    'Coroot’s test button opens a real incident, and people are paged.',
  ],
  browserSend: unknownFromBrowsers('Squadcast'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 4, Summary: 6, Details: 4 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$=/', end: '\\n\\n' }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Squadcast cannot read it.', rules, draw },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'Whether the description is read as Markdown; if it is not, backslashes show.',
    'The shape of the address.',
  ],
};
