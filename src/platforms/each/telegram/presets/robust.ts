/** The robust templates for Telegram, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import place from './robust/place.tmpl?raw';
import title from './robust/title.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { deployed, firing, mentioned, objectives } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 8, deployment: 12, alert: 8 }, who: '"@alice"' }),
  note,
  pieces: {
    firing: { incident: firing, deployment: deployed, alert: firing },
    message,
    mentioned,
    objectives,
    place,
    title,
  },
  incident,
  deployment,
  alert,
});
