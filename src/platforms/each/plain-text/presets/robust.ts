/** The robust templates for plain text, put together. */
import alert from './robust/alert.tmpl?raw';
import application from './robust/application.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import state from './robust/state.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  pieces: {
    application,
    state,
  },
  incident,
  deployment,
  alert,
});
