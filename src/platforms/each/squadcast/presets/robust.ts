/** The robust templates for Squadcast, put together. */
import alert from './robust/alert.tmpl?raw';
import color from './robust/color.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { details, link, markdown, markdownAbout, priority, severity, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 4, deployment: 6, alert: 4 }, who: '"@alice"' }),
  about: markdownAbout,
  helpers: [markdown],
  pieces: {
    title,
    details,
    link,
    priority,
    severity,
    color,
    rest,
  },
  incident,
  deployment,
  alert,
});
