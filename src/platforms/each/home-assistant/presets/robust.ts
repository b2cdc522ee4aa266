/** The robust templates for Home Assistant, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { deploymentTitle, mentioned, plainTitle } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: 'all', who: 'a name' }),
  note,
  pieces: {
    application,
    mentioned,
    rest,
    title: { incident: plainTitle, deployment: deploymentTitle, alert: '' },
  },
  incident,
  deployment,
  alert,
});
