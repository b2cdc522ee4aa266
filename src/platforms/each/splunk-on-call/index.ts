/** Splunk On-Call, formerly VictorOps */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Opens and recovers incidents in Splunk On-Call (VictorOps) through its REST endpoint. */
export const splunkOnCall: Platform = {
  id: 'splunk-on-call',
  name: 'Splunk On-Call',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Opens and recovers incidents in Splunk On-Call (VictorOps) through its REST endpoint.',
  docsUrl:
    'https://help.splunk.com/splunk-observability-cloud/splunk-on-call/integrations-with-splunk-on-call/rest-endpoint-integration-for-splunk-on-call',
  checked: '2026-11',
  urlPlaceholder:
    'https://alert.victorops.com/integrations/generic/20131114/alert/00000000-0000-0000-0000-000000000000/everyone',
  checkUrl: urlShape(
    (url) => /\/integrations\/generic\/\d+\/alert\/[^/]+\/[^/]+$/.test(url.pathname),
    'The address ends in /integrations/generic/20131114/alert/, the API key, and the routing key in place of $routing_key.',
  ),
  setup: [
    {
      title: 'In Splunk On-Call',
      steps: [
        step('Under Integrations, 3rd Party Integrations, switch on REST – Generic and copy its address.'),
        step('Replace `$routing_key` at its end by the key of the team, such as `everyone`.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A wrong key may be reported in the answer only, with a status that Coroot takes for delivered: look at the timeline after the test.',
    'Coroot’s test button opens a real incident, and people are paged.',
  ],
  browserSend: unknownFromBrowsers('Splunk On-Call'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 20, Summary: 20, Details: 20 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: {
    reads: 'object',
    nothing: 'The body is not a JSON object, so Splunk On-Call cannot read it.',
    rules,
    draw,
  },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'Whether a wrong API key is answered with an error status.',
    'That “vo_annotate.u.…” becomes a link on the incident.',
  ],
};
