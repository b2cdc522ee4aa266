/** The robust templates for Alertmanager, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import end from './robust/end.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { ending, mentioned, objectives, reports } from '../../../presets/shared';

/** What the comment says of deployments. */
const forDeployments =
  '{{- /* A deployment is an event without an end: without "endsAt" Alertmanager resolves it after its\n      resolve_timeout. */ -}}';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 15, deployment: 15, alert: 15 }, who: '"@alice"' }),
  note: { incident: note, deployment: forDeployments, alert: note },
  pieces: {
    reports,
    ending,
    application,
    end,
    mentioned,
    namespace,
    objectives,
  },
  incident,
  deployment,
  alert,
});
