/** The templates for incident.io. */
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
    items: { Reports: 10, Summary: 10, Details: 10 },
  },
  simple: simple({ body, end: '\\n\\n' }),
  placeholders: [],
};
