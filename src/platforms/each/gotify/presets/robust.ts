/** The robust templates for Gotify, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { alertTitle, deploymentTitle, firing, incidentTitle, status } from '../../../presets/push';
import { application, ending, mentioned, reports } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 15, deployment: 15, alert: 15 }, who: '"@alice"' }),
  note,
  pieces: {
    reports,
    ending,
    application: application(150, 100),
    title: { incident: incidentTitle, deployment: deploymentTitle, alert: alertTitle(200) },
    firing: firing({ usual: 5, resolved: 3, critical: 8 }),
    status,
    mentioned,
    rest,
  },
  incident,
  deployment,
  alert,
});
