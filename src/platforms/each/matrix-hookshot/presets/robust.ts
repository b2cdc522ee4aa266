/** The robust templates for Matrix, put together. */
import after from './robust/after.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { incidentTitle } from '../../../presets/push';
import { application } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    application: application(150, 100),
    title: incidentTitle,
    after,
    rest,
  },
  incident,
  deployment,
  alert,
});
