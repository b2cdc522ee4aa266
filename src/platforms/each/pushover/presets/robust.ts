/** The robust templates for Pushover, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import priority from './robust/priority.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { alertTitle, ending, incidentTitle, status } from '../../../presets/push';
import { application } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    application: application(80, 60),
    title: { incident: incidentTitle, deployment: '', alert: alertTitle(150) },
    status,
    ending,
    message,
    priority,
  },
  incident,
  deployment,
  alert,
});
