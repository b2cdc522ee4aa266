/** The robust templates for Splunk On-Call, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type from './robust/type.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { text, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  pieces: {
    title,
    text: text(20),
    rest,
    type,
  },
  incident,
  deployment,
  alert,
});
