/** The robust templates for Lark and Feishu, put together. */
import alert from './robust/alert.tmpl?raw';
import button from './robust/button.tmpl?raw';
import card from './robust/card.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { PresetTemplates } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** A template for each kind of notification. */
export const robust: PresetTemplates = joined({
  note,
  pieces: {
    button,
    card,
    firing,
    namespace,
  },
  incident,
  deployment,
  alert,
});
