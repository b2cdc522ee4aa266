/** Coroot's own templates for Telegram, which a first visit shows. */
import alert from './documented/alert.tmpl?raw';
import deployment from './documented/deployment.tmpl?raw';
import incident from './documented/incident.tmpl?raw';
import type { PresetTemplates } from '../../../catalogue/parts';

/** The documented templates. */
export const documented: PresetTemplates = { incident, deployment, alert };
