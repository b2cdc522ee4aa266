/** The robust templates for JSON, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import type { PresetTemplates } from '../../../catalogue/platform';

/** A template for each kind of notification. */
export const robust: PresetTemplates = { incident, deployment, alert };
