/** The robust templates for JSON, put together. */
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { joined } from '../../../presets/join';

/** The templates of each release. */
export const robust: TemplatesFor = joined({ incident, deployment, alert });
