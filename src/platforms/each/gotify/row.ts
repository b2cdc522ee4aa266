/** Gotify, a push server of one's own: https://gotify.net/docs/pushmsg */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message on a self-hosted Gotify server and its Android app. */
export const gotify: PlatformRow = {
  id: 'gotify',
  name: 'Gotify',
  group: 'push',
  tagline: 'A push notification from a Gotify server of your own.',
  docsUrl: 'https://gotify.net/docs/pushmsg',
  checked: '2026-11',
  urlPlaceholder: 'https://gotify.example.com/message?token=AxAkSRDIzu8qLq_',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/message'),
    'Gotify’s address ends in /message, with the application’s token as ?token=… or in the header X-Gotify-Key.',
  ),
  browserSend: {
    verdict: 'configurable',
    text: 'Gotify refuses other pages by default. Allow this one with GOTIFY_SERVER_CORS_ALLOWORIGINS, …_ALLOWMETHODS (POST) and …_ALLOWHEADERS (Content-Type, X-Gotify-Key), or use the curl command.',
  },
  markup: '',
  hasDocumented: false,
};
