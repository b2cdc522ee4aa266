/** Prometheus Alertmanager, API v2: https://prometheus.io/docs/alerting/latest/alerts_api/ */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** An alert that Alertmanager groups, silences and routes with those of Prometheus. */
export const alertmanager: PlatformRow = {
  id: 'alertmanager',
  name: 'Alertmanager',
  group: 'on-call',
  tagline: 'An alert beside those of Prometheus: grouped, silenced and routed by its labels.',
  docsUrl: 'https://prometheus.io/docs/alerting/latest/alerts_api/',
  checked: '2026-11',
  urlPlaceholder: 'http://alertmanager.example.com:9093/api/v2/alerts',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/api/v2/alerts'),
    'Alertmanager’s address ends in /api/v2/alerts, after the prefix of its web page if it has one.',
  ),
  browserSend: {
    verdict: 'works',
    text: 'Alertmanager lets any page post to it. One behind basic authentication refuses pages; use the curl command there.',
  },
  markup: '',
  hasDocumented: false,
};
