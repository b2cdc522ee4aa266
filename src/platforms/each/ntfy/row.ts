/** ntfy, push notifications by topic: https://docs.ntfy.sh/publish/#publish-as-json */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A notification on phones and desktops that subscribe to a topic. */
export const ntfy: PlatformRow = {
  id: 'ntfy',
  name: 'ntfy',
  group: 'push',
  tagline: 'A push notification with priority, emoji and a button, from ntfy.sh or a server of your own.',
  docsUrl: 'https://docs.ntfy.sh/publish/#publish-as-json',
  checked: '2026-11',
  urlPlaceholder: 'https://ntfy.sh/',
  checkUrl: urlShape(
    (url) => url.pathname === '/' || url.searchParams.has('template') || url.searchParams.has('tpl'),
    'JSON goes to the root of the server, without the topic: https://ntfy.sh/. Posted to /topic, people would read the JSON itself.',
  ),
  browserSend: {
    verdict: 'works',
    text: 'ntfy lets any page post to it and read the answer. A protected topic may need the curl command, since some browsers refuse the Authorization header.',
  },
  markup: '',
  hasDocumented: false,
};
