/** The robust templates for PagerDuty, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import head from './robust/head.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import rest from './robust/rest.tmpl?raw';
import type { PresetTemplates } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';
import { severity, text, title } from '../../../presets/on-call';

/** A template for each kind of notification. */
export const robust: PresetTemplates = joined({
  pieces: {
    title,
    text: text(20),
    severity,
    head,
    rest,
  },
  incident,
  deployment,
  alert,
});
