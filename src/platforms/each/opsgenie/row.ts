/** Opsgenie and Jira Service Management: https://docs.opsgenie.com/docs/alert-api */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Opens an alert in Opsgenie or in Jira Service Management. It cannot close one. */
export const opsgenie: PlatformRow = {
  id: 'opsgenie',
  name: 'Opsgenie / JSM',
  group: 'on-call',
  tagline: 'Opens an alert in Opsgenie or in Jira Service Management. It cannot close one.',
  docsUrl: 'https://docs.opsgenie.com/docs/alert-api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.opsgenie.com/v2/alerts',
  checkUrl: urlShape(
    (url) =>
      /^api\.(?:eu\.)?opsgenie\.com$/.test(url.host) ? url.pathname === '/v2/alerts' : url.pathname.endsWith('/alerts'),
    'The address for new alerts is https://api.opsgenie.com/v2/alerts, or https://api.eu.opsgenie.com/v2/alerts in the EU.',
  ),
  browserSend: unknownFromBrowsers('Opsgenie / JSM'),
  markup: '',
  hasDocumented: false,
};
