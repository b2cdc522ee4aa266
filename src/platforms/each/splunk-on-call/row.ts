/** Splunk On-Call, formerly VictorOps */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Opens and recovers incidents in Splunk On-Call (VictorOps) through its REST endpoint. */
export const splunkOnCall: PlatformRow = {
  id: 'splunk-on-call',
  name: 'Splunk On-Call',
  group: 'on-call',
  tagline: 'Opens and recovers incidents in Splunk On-Call (VictorOps) through its REST endpoint.',
  docsUrl:
    'https://help.splunk.com/splunk-observability-cloud/splunk-on-call/integrations-with-splunk-on-call/rest-endpoint-integration-for-splunk-on-call',
  checked: '2026-11',
  urlPlaceholder:
    'https://alert.victorops.com/integrations/generic/20131114/alert/00000000-0000-0000-0000-000000000000/everyone',
  checkUrl: urlShape(
    (url) => /\/integrations\/generic\/\d+\/alert\/[^/]+\/[^/]+$/.test(url.pathname),
    'The address ends in /integrations/generic/20131114/alert/, the API key, and the routing key in place of $routing_key.',
  ),
  browserSend: unknownFromBrowsers('Splunk On-Call'),
  markup: '',
  hasDocumented: false,
};
