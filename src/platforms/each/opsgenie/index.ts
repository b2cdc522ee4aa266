/** Opsgenie and Jira Service Management: https://docs.opsgenie.com/docs/alert-api */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Opens an alert in Opsgenie or in Jira Service Management. It cannot close one. */
export const opsgenie: Platform = {
  id: 'opsgenie',
  name: 'Opsgenie / JSM',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Opens an alert in Opsgenie or in Jira Service Management. It cannot close one.',
  docsUrl: 'https://docs.opsgenie.com/docs/alert-api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.opsgenie.com/v2/alerts',
  checkUrl: urlShape(
    (url) =>
      /^api\.(?:eu\.)?opsgenie\.com$/.test(url.host) ? url.pathname === '/v2/alerts' : url.pathname.endsWith('/alerts'),
    'The address for new alerts is https://api.opsgenie.com/v2/alerts, or https://api.eu.opsgenie.com/v2/alerts in the EU.',
  ),
  setup: [
    {
      title: 'In Opsgenie / JSM',
      steps: [
        step('In the team’s Integrations add one of the type API, allow it to create alerts, and copy its API key.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `https://api.opsgenie.com/v2/alerts` as the Webhook URL and add the header `Authorization` with the value `GenieKey` followed by a space and the key.',
      ),
    },
  ],
  headers: [['Authorization', 'GenieKey 00000000-0000-0000-0000-000000000000']],
  warnings: [
    'An alert is closed at another address, which Coroot’s one URL cannot name. The template lowers the priority of the open alert instead; Coroot’s own Opsgenie integration does close it.',
    'Opsgenie answers 202 before it looks at the alert: what is wrong with it shows only in its logs.',
  ],
  browserSend: unknownFromBrowsers('Opsgenie / JSM'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 10, Summary: 10, Details: 10 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Opsgenie cannot read it.', rules, draw },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'What Opsgenie does with a text that is longer than documented: it may be cut or refused.',
    'The limits of details, entity, source and note.',
  ],
};
