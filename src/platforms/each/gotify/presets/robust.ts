/** The robust templates for Gotify, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import priority from './robust/priority.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { alertTitle, incidentTitle, status } from '../../../presets/push';
import { application, ending, reports } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    reports,
    ending,
    application: application(150, 100),
    title: { incident: incidentTitle, deployment: '', alert: alertTitle(200) },
    status,
    message,
    priority,
    rest,
  },
  incident,
  deployment,
  alert,
});
