/** The robust templates for Squadcast, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import head from './robust/head.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import tags from './robust/tags.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { details, link, markdown, markdownAbout, priority, severity, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  about: markdownAbout,
  helpers: [markdown],
  pieces: {
    title,
    details: details({ incident: 4, deployment: 6, alert: 4 }),
    link,
    priority,
    severity,
    head,
    tags,
  },
  incident,
  deployment,
  alert,
});
