/** Google Chat's webhooks: https://developers.google.com/workspace/chat/quickstart/webhooks */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A card in a Google Chat space. */
export const googleChat: PlatformRow = {
  id: 'google-chat',
  name: 'Google Chat',
  group: 'chat',
  tagline: 'A card in a space, in one thread for each incident, through the space’s webhook.',
  docsUrl: 'https://developers.google.com/workspace/chat/quickstart/webhooks',
  checked: '2026-11',
  urlPlaceholder:
    'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=KEY&token=TOKEN&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'chat.googleapis.com' &&
      /^\/v1\/spaces\/[\w-]+\/messages$/.test(url.pathname) &&
      url.searchParams.has('key') &&
      url.searchParams.has('token'),
    'The address of a Google Chat webhook is https://chat.googleapis.com/v1/spaces/, the space, /messages and ?key=…&token=….',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Nobody has verified whether Google Chat accepts posts from web pages. If the browser blocks the test, use the curl command.',
  },
  markup: '*_~`<>&:-',
  hasDocumented: false,
};
