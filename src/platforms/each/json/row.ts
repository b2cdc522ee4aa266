/** A receiver that reads Coroot's own JSON. Templates: https://docs.coroot.com/alerting/webhook */
import { anyUrl, type PlatformRow } from '../../catalogue/platform';

/** The whole template data as JSON. */
export const json: PlatformRow = {
  id: 'json',
  name: 'JSON',
  group: 'basic',
  tagline: 'Everything Coroot knows, as JSON for a program to read.',
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
