/** The robust templates for ntfy, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import more from './robust/more.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { ending } from '../../../presets/push';
import { application, deploymentTitle, mentioned, plainTitle } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 100, deployment: 100, alert: 100 }, room: true, who: '"@alice"' }),
  note,
  pieces: {
    ending,
    title: { incident: plainTitle, deployment: deploymentTitle, alert: '' },
    mentioned,
    items: { incident: 'reports', deployment: 'lines', alert: 'details' },
    application: { incident: application(80, 60), deployment: application(80, 60), alert: application(60, 40) },
    more,
    firing,
    rest,
  },
  incident,
  deployment,
  alert,
});
