/** The robust templates for Zulip, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import block from './robust/block.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import head from './robust/head.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import link from './robust/link.tmpl?raw';
import name from './robust/name.tmpl?raw';
import place from './robust/place.tmpl?raw';
import title from './robust/title.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { deployedShort, firing, objectives } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 6, deployment: 10, alert: 6 }, who: '"@**all**"' }),
  about,
  helpers: [name, block, link],
  pieces: {
    firing: { incident: firing, deployment: deployedShort, alert: firing },
    head,
    objectives,
    place,
    title,
  },
  incident,
  deployment,
  alert,
});
