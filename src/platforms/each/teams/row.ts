/**
 * Microsoft Teams through a workflow's webhook:
 * https://learn.microsoft.com/connectors/teams/#when-a-teams-webhook-request-is-received
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** Where Power Automate takes webhook requests; older workflows are on logic.azure.com. */
const hosts = /\.(?:logic\.azure\.(?:com|us|cn)|powerplatform\.(?:com|us|cn)|powerautomate\.(?:com|us|cn))$/;

/** An Adaptive Card in a Teams channel or chat, posted by a workflow. */
export const teams: PlatformRow = {
  id: 'teams',
  name: 'Microsoft Teams',
  group: 'chat',
  tagline: 'An Adaptive Card in a channel or a chat, posted by a workflow.',
  docsUrl: 'https://learn.microsoft.com/connectors/teams/#when-a-teams-webhook-request-is-received',
  checked: '2026-11',
  urlPlaceholder:
    'https://default0123.45.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=secret',
  checkUrl: urlShape(
    (url) =>
      hosts.test(url.hostname) &&
      /\/workflows\/[^/]+\/triggers\/[^/]+\/paths\/invoke$/.test(url.pathname) &&
      url.searchParams.has('sig'),
    'A workflow’s address is on powerplatform.com or logic.azure.com, ends in /triggers/manual/paths/invoke and carries a signature, sig=…. Addresses on webhook.office.com belong to the retired Office 365 connectors.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether a workflow accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '\\*_~|`<>[]()#-+.!:@&$={}',
  hasDocumented: false,
};
