/** The robust templates for Opsgenie, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { priority, text, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note: { incident: note, deployment: '', alert: note },
  pieces: {
    title,
    text: text(10),
    priority,
    message,
    rest,
  },
  incident,
  deployment,
  alert,
});
