/** The templates for PagerDuty. */
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { onCallShows } from '../../presets/on-call-shown';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

/** The presets and what they promise. */
export const presets: Presets = {
  documented: null,
  robust: {
    templatesFor,
    shows: onCallShows,
    items: { Reports: 20, Summary: 20, Details: 20 },
  },
  simple: simple({ body }),
  placeholders: [{ key: 'routing_key', text: '00000000000000000000000000000000' }],
};
