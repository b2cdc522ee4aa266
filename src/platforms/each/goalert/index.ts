/** GoAlert: https://github.com/target/goalert */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { onCallShows, unknownFromBrowsers } from '../../presets/on-call-shown';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { asGoAlertReads, rules } from './rules';
import { draw } from './draw';

/** Opens and closes alerts of a service through its generic integration key. */
export const goAlert: Platform = {
  id: 'goalert',
  name: 'GoAlert',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'Opens and closes alerts of a service through its generic integration key.',
  docsUrl: 'https://github.com/target/goalert',
  checked: '2026-11',
  urlPlaceholder: 'https://goalert.example.com/api/v2/generic/incoming?token=00000000-0000-0000-0000-000000000000',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/api/v2/generic/incoming') && url.searchParams.has('token'),
    'A generic integration key’s address ends in /api/v2/generic/incoming?token= and the token.',
  ),
  setup: [
    {
      title: 'In GoAlert',
      steps: [
        step('Open the service, then Integration Keys, and create one of the type Generic API.'),
        step('Copy its address.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address, token included, as the Webhook URL.') },
  ],
  headers: [],
  warnings: ['Coroot’s test button opens a real alert, and people are paged.'],
  browserSend: unknownFromBrowsers('GoAlert'),
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 4, Summary: 8, Details: 4 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$=/', end: '\\n\\n' }),
  placeholders: [],
  reading: {
    reads: 'object',
    nothing: 'The body is not a JSON object, so GoAlert cannot read it.',
    mend: asGoAlertReads,
    rules,
    draw,
  },
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [],
};
