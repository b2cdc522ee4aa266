/** The robust templates for Alertmanager, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import end from './robust/end.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { ending, reports } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note: { incident: note, deployment: '', alert: note },
  pieces: {
    reports,
    ending,
    application,
    end,
  },
  incident,
  deployment,
  alert,
});
