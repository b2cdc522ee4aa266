/**
 * Webex’s incoming webhooks: https://apphub.webex.com/applications/incoming-webhooks-cisco-systems-38054-23307-75252
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a Webex space. */
export const webex: PlatformRow = {
  id: 'webex',
  name: 'Webex',
  group: 'chat',
  tagline: 'A message in a space, through an incoming webhook.',
  docsUrl: 'https://developer.webex.com/docs/api/v1/messages/create-a-message',
  checked: '2026-11',
  urlPlaceholder: 'https://webexapis.com/v1/webhooks/incoming/Y2lzY29zcGFyazovL3VzL1dFQkhPT0sv',
  checkUrl: urlShape(
    (url) =>
      ['webexapis.com', 'api.ciscospark.com'].includes(url.hostname) &&
      /^\/v1\/webhooks\/incoming\/[\w-]+$/.test(url.pathname),
    'An incoming webhook’s address is https://webexapis.com/v1/webhooks/incoming/ and its id.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Webex accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '',
  hasDocumented: false,
};
