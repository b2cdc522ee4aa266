/** The robust templates for ntfy, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import more from './robust/more.tmpl?raw';
import note from './robust/note.tmpl?raw';
import priority from './robust/priority.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { ending } from '../../../presets/push';
import { application, plainTitle } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    ending,
    title: plainTitle,
    items: { incident: 'reports', deployment: 'lines', alert: 'details' },
    application: { incident: application(80, 60), deployment: application(80, 60), alert: application(60, 40) },
    more,
    priority,
    rest,
  },
  incident,
  deployment,
  alert,
});
