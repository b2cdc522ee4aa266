/** The robust templates for plain text, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { deployedShort, namedTitle, objectives } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: 'all', who: '"@alice"' }),
  pieces: {
    application,
    firing: { incident: firing, deployment: deployedShort, alert: firing },
    objectives,
    title: namedTitle,
  },
  incident,
  deployment,
  alert,
});
