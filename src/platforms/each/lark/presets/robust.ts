/** The robust templates for Lark and Feishu, put together. */
import alert from './robust/alert.tmpl?raw';
import button from './robust/button.tmpl?raw';
import card from './robust/card.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import note from './robust/note.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { objectives } from '../../../presets/shared';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 6, deployment: 10, alert: 6 }, who: '"<at id=all></at>"' }),
  note,
  pieces: {
    button,
    card,
    firing,
    namespace,
    objectives,
  },
  incident,
  deployment,
  alert,
});
