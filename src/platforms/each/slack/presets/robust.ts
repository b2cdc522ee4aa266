/** The robust templates for Slack, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import button from './robust/button.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import message from './robust/message.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { escaped, objectives, place } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 10, deployment: 12, alert: 10 }, who: '"<!channel>"' }),
  about,
  helpers: [escaped],
  pieces: {
    place,
    urgent: { incident: 'CRITICAL', deployment: 'Stuck', alert: 'CRITICAL' },
    application,
    button,
    firing,
    message,
    named: { incident: '$app', deployment: '$app', alert: '$rule' },
    objectives,
  },
  incident,
  deployment,
  alert,
});
