/**
 * Squadcast, also SolarWinds Incident Response:
 * https://support.squadcast.com/integrations/incident-webhook-incident-webhook-api
 */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Opens and resolves incidents through the incident webhook. */
export const squadcast: PlatformRow = {
  id: 'squadcast',
  name: 'Squadcast',
  group: 'on-call',
  tagline: 'Opens and resolves incidents through the incident webhook.',
  docsUrl: 'https://support.squadcast.com/integrations/incident-webhook-incident-webhook-api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.squadcast.com/v2/incidents/api/0123456789abcdef',
  checkUrl: urlShape(
    (url) => /\/incidents\/api\/[^/]+$/.test(url.pathname),
    'An incident webhook’s address ends in /v2/incidents/api/ and its key.',
  ),
  browserSend: unknownFromBrowsers('Squadcast'),
  markup: '\\*_~|`<>[]()#-+.!:@&$=/',
  hasDocumented: false,
};
