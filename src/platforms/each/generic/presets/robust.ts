/** The robust templates for any other receiver, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    application,
  },
  incident,
  deployment,
  alert,
});
