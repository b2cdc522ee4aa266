/** The robust templates for Slack, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import blocks from './robust/blocks.tmpl?raw';
import button from './robust/button.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { escaped, place } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  about,
  helpers: [escaped],
  pieces: {
    place,
    urgent: { incident: 'CRITICAL', deployment: 'Stuck', alert: 'CRITICAL' },
    application,
    blocks,
    button,
    firing,
  },
  incident,
  deployment,
  alert,
});
