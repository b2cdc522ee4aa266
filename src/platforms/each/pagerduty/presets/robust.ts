/** The robust templates for PagerDuty, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import note from './robust/note.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import source from './robust/source.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { severity, text, title } from '../../../presets/on-call';

/** What the comment says of deployments. */
const forDeployments =
  '{{- /* Nobody is paged for a deployment but a stuck one; all others close what a stuck one has opened. */ -}}';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note: { incident: note, deployment: forDeployments, alert: note },
  top: edited({ most: { incident: 20, deployment: 20, alert: 20 }, who: '"@alice"' }),
  pieces: {
    begins: { incident: 'opens', deployment: '', alert: 'fires' },
    title,
    text,
    severity,
    source,
    rest,
  },
  incident,
  deployment,
  alert,
});
