/** incident.io: https://docs.incident.io/alerts/custom-http-sources */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Alerts for an HTTP alert source, opened and resolved with Coroot’s. */
export const incidentIo: Platform = {
  id: 'incident-io',
  name: 'incident.io',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Alerts for an HTTP alert source, opened and resolved with Coroot’s.',
  docsUrl: 'https://docs.incident.io/alerts/custom-http-sources',
  checked: '2026-11',
  urlPlaceholder: 'https://api.incident.io/v2/alert_events/http/01ABCDEF',
  checkUrl: urlShape(
    (url) => /\/v2\/alert_events\/http\/[^/]+$/.test(url.pathname),
    'An alert source’s address ends in /v2/alert_events/http/ and the id of the source.',
  ),
  setup: [
    {
      title: 'In incident.io',
      steps: [
        step('Under Alerts, Sources, create an alert source of the type HTTP and keep its default fields.'),
        step('Copy the address and the token that the page shows.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste the address as the Webhook URL and add the header `Authorization` with the value `Bearer` followed by a space and the token.',
      ),
    },
  ],
  headers: [['Authorization', 'Bearer YOUR_TOKEN']],
  warnings: [
    'incident.io answers 202 as soon as it has the event; routes decide afterwards whether anybody hears of it.',
  ],
  browserSend: unknownFromBrowsers('incident.io'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 10, Summary: 10, Details: 10 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$=/', end: '\\n\\n' }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so incident.io cannot read it.', rules, draw },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: ['Whether descriptions are read as Markdown; if they are not, backslashes show.'],
};
