/** The robust templates for Splunk On-Call, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { text, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 20, deployment: 20, alert: 20 }, who: '"@alice"' }),
  pieces: {
    title,
    text,
    rest,
    firing,
  },
  incident,
  deployment,
  alert,
});
