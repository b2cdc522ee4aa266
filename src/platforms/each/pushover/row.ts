/** Pushover, push notifications to phones: https://pushover.net/api */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A notification on the phones of a user or a group. */
export const pushover: PlatformRow = {
  id: 'pushover',
  name: 'Pushover',
  group: 'push',
  tagline: 'A push notification with a title, a priority and a link, to one person or a group.',
  docsUrl: 'https://pushover.net/api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.pushover.net/1/messages.json',
  checkUrl: urlShape(
    (url) => url.host === 'api.pushover.net' && url.pathname === '/1/messages.json',
    'Pushover’s address is the same for everybody: https://api.pushover.net/1/messages.json.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Pushover lets a page post JSON is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '',
  hasDocumented: false,
};
