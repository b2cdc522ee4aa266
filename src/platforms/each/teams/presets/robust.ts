/** The robust templates for Teams, put together. */
import alert from './robust/alert.tmpl?raw';
import button from './robust/button.tmpl?raw';
import card from './robust/card.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  note,
  pieces: {
    color: { incident: 'style', deployment: 'color', alert: 'style' },
    button,
    card,
    firing,
    namespace,
  },
  incident,
  deployment,
  alert,
});
