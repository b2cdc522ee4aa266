/** The templates for Plain Text. */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { allItems, everything } from '../../presets/shown';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

/** The presets and what they promise. */
export const presets: Presets = {
  documented: { incident, deployment, alert },
  robust: {
    templatesFor,
    shows: everything,
    items: allItems,
  },
  simple: simple({ body }),
  placeholders: [],
};
