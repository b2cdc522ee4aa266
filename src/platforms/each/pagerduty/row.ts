/** PagerDuty’s Events API v2: https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Opens an incident when Coroot’s fires and resolves it with Coroot’s, through the Events API v2. */
export const pagerDuty: PlatformRow = {
  id: 'pagerduty',
  name: 'PagerDuty',
  group: 'on-call',
  tagline: 'Opens an incident when Coroot’s fires and resolves it with Coroot’s, through the Events API v2.',
  docsUrl: 'https://developer.pagerduty.com/docs/events-api-v2/trigger-events/',
  checked: '2026-11',
  urlPlaceholder: 'https://events.pagerduty.com/v2/enqueue',
  checkUrl: urlShape(
    (url) => /^events\.(?:eu\.)?pagerduty\.com$/.test(url.host) && url.pathname === '/v2/enqueue',
    'PagerDuty’s address is https://events.pagerduty.com/v2/enqueue, or https://events.eu.pagerduty.com/v2/enqueue in the EU.',
  ),
  browserSend: unknownFromBrowsers('PagerDuty'),
  markup: '',
  hasDocumented: false,
};
