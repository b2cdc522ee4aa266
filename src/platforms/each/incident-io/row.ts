/** incident.io: https://docs.incident.io/alerts/custom-http-sources */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Alerts for an HTTP alert source, opened and resolved with Coroot’s. */
export const incidentIo: PlatformRow = {
  id: 'incident-io',
  name: 'incident.io',
  group: 'on-call',
  tagline: 'Alerts for an HTTP alert source, opened and resolved with Coroot’s.',
  docsUrl: 'https://docs.incident.io/alerts/custom-http-sources',
  checked: '2026-11',
  urlPlaceholder: 'https://api.incident.io/v2/alert_events/http/01ABCDEF',
  checkUrl: urlShape(
    (url) => /\/v2\/alert_events\/http\/[^/]+$/.test(url.pathname),
    'An alert source’s address ends in /v2/alert_events/http/ and the id of the source.',
  ),
  browserSend: unknownFromBrowsers('incident.io'),
  markup: '\\*_~|`<>[]()#-+.!:@&$=/',
  hasDocumented: false,
};
