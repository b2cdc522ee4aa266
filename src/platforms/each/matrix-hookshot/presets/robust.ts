/** The robust templates for Matrix, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { alertTitle, deploymentTitle, incidentTitle } from '../../../presets/push';
import { application, mentioned } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 300, deployment: 300, alert: 300 }, room: true, who: '"@alice:example.com"' }),
  note,
  pieces: {
    application: application(150, 100),
    title: { incident: incidentTitle, deployment: deploymentTitle, alert: alertTitle(200) },
    firing,
    mentioned,
    rest,
  },
  incident,
  deployment,
  alert,
});
