/** The robust templates for GoAlert, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { details, link, markdown, markdownAbout, title } from '../../../presets/on-call';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 4, deployment: 8, alert: 4 }, who: '"@alice"' }),
  about: markdownAbout,
  helpers: [markdown],
  pieces: {
    title,
    details,
    link,
    rest,
  },
  incident,
  deployment,
  alert,
});
