/** The templates for n8n, Zapier, Make …. */
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { allItems, everything } from '../../presets/shown';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

/** The presets and what they promise. */
export const presets: Presets = {
  documented: null,
  robust: { templatesFor, shows: everything, items: allItems },
  simple: simple({ body }),
  placeholders: [],
};
