/** A receiver that takes any text. Templates: https://docs.coroot.com/alerting/webhook */
import { anyUrl, type PlatformRow } from '../../catalogue/platform';

/** Plain text for a receiver of your own. */
export const plainText: PlatformRow = {
  id: 'plain-text',
  name: 'Plain Text',
  group: 'basic',
  tagline: 'Readable text for a receiver that shows what it is sent.',
  docsUrl: 'https://docs.coroot.com/alerting/webhook',
  checked: '2026-11',
  urlPlaceholder: 'https://example.com/webhook',
  checkUrl: anyUrl,
  browserSend: {
    verdict: 'unknown',
    text: 'Whether this page may post to your receiver depends on its CORS headers. If the browser blocks the test, use the curl command.',
  },
  markup: '',
  hasDocumented: true,
};
