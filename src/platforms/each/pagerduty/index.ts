/** PagerDuty’s Events API v2: https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Opens an incident when Coroot’s fires and resolves it with Coroot’s, through the Events API v2. */
export const pagerDuty: Platform = {
  id: 'pagerduty',
  name: 'PagerDuty',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Opens an incident when Coroot’s fires and resolves it with Coroot’s, through the Events API v2.',
  docsUrl: 'https://developer.pagerduty.com/docs/events-api-v2/trigger-events/',
  checked: '2026-11',
  urlPlaceholder: 'https://events.pagerduty.com/v2/enqueue',
  checkUrl: urlShape(
    (url) => /^events\.(?:eu\.)?pagerduty\.com$/.test(url.host) && url.pathname === '/v2/enqueue',
    'PagerDuty’s address is https://events.pagerduty.com/v2/enqueue, or https://events.eu.pagerduty.com/v2/enqueue in the EU.',
  ),
  setup: [
    {
      title: 'In PagerDuty',
      steps: [
        step(
          'Open the service that is to get the incidents, then its Integrations, and add an integration of the type Events API v2.',
        ),
        step(
          'Copy the integration key, 32 letters and digits, and put it into all three templates in place of the zeros after “routing_key”.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `https://events.pagerduty.com/v2/enqueue` as the Webhook URL; accounts of the EU region use `https://events.eu.pagerduty.com/v2/enqueue`.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'Coroot’s test button opens a real incident, and people are paged.',
    'Change events would suit deployments better, but they have another address and Coroot has only one. So a stuck deployment opens an incident, every other one closes it.',
    'The integration key stands in the templates: take it out before you share a link.',
  ],
  browserSend: unknownFromBrowsers('PagerDuty'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 20, Summary: 20, Details: 20 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [{ key: 'routing_key', text: '00000000000000000000000000000000' }],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so PagerDuty cannot read it.', rules, draw },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: ['How long a “dedup_key” may be; the templates cut it at 255 characters.'],
};
