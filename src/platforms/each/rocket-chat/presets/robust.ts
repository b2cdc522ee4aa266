/** The robust templates for Rocket.Chat, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import title from './robust/title.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { objectives, place } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 10, deployment: 12, alert: 10 }, who: '"@here"' }),
  note,
  pieces: {
    place,
    application,
    firing,
    message,
    objectives,
    title,
  },
  incident,
  deployment,
  alert,
});
