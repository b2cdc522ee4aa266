/** The robust templates for PagerDuty, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import head from './robust/head.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import source from './robust/source.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { severity, text, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  pieces: {
    title,
    text: text(20),
    severity,
    head,
    source,
    rest,
  },
  incident,
  deployment,
  alert,
});
