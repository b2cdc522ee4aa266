/** The robust templates for Pushover, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { alertTitle, deploymentTitle, ending, firing, incidentTitle, status } from '../../../presets/push';
import { application, mentioned } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 100, deployment: 100, alert: 100 }, room: true, who: '"@alice"' }),
  note,
  pieces: {
    application: application(80, 60),
    title: { incident: incidentTitle, deployment: deploymentTitle, alert: alertTitle(150) },
    firing: firing({ usual: 0, resolved: -1, critical: 1 }),
    status,
    ending,
    mentioned,
    rest,
  },
  incident,
  deployment,
  alert,
});
