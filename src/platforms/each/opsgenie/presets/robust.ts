/** The robust templates for Opsgenie, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { priority, text, title } from '../../../presets/on-call';

/** Sets the priority of deployments: nobody is woken by one. */
const forDeployments = '{{- $priority := "P5" }}{{ if eq .Status "Stuck" }}{{ $priority = "P3" }}{{ end -}}';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 10, deployment: 10, alert: 10 }, who: '"@alice"' }),
  note: { incident: note, deployment: '', alert: note },
  pieces: {
    title,
    text,
    priority: { incident: priority, deployment: forDeployments, alert: priority },
    message,
    rest,
  },
  incident,
  deployment,
  alert,
});
