/** The robust templates for Zulip, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import block from './robust/block.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import link from './robust/link.tmpl?raw';
import name from './robust/name.tmpl?raw';
import place from './robust/place.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  about,
  helpers: [name, block, link],
  pieces: {
    firing,
    place,
  },
  incident,
  deployment,
  alert,
});
