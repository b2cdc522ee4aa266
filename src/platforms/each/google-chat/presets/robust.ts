/** The robust templates for Google Chat, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import button from './robust/button.tmpl?raw';
import card from './robust/card.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { deployed, escaped, objectives, place, title } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 8, deployment: 12, alert: 8 }, who: '"<users/all>"' }),
  about,
  helpers: [escaped],
  pieces: {
    place,
    application,
    button,
    card,
    firing: { incident: firing, deployment: deployed, alert: firing },
    objectives,
    title,
  },
  incident,
  deployment,
  alert,
});
