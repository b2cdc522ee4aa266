/** The robust templates for GitHub, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { howMany } from '../../../presets/edited';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: howMany({ most: { incident: 15, deployment: 20, alert: 10 } }),
  note,
  pieces: {
    application,
  },
  incident,
  deployment,
  alert,
});
