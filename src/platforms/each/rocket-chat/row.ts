/** Rocket.Chat's incoming integrations: https://docs.rocket.chat/docs/integrations */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a Rocket.Chat room. */
export const rocketChat: PlatformRow = {
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  group: 'chat',
  tagline: 'A message in a room with coloured attachments, through an incoming integration.',
  docsUrl: 'https://docs.rocket.chat/docs/integrations',
  checked: '2026-11',
  urlPlaceholder: 'https://chat.example.com/hooks/66f0c1d2e3a4b5c6d7e8f901/token',
  checkUrl: urlShape(
    (url) => /\/hooks\/[\w-]+(?:\/[\w-]+){1,2}$/.test(url.pathname),
    'The address of a Rocket.Chat integration ends in /hooks/, the integration’s id, / and its token.',
  ),
  browserSend: {
    verdict: 'configurable',
    text: 'The server has to allow it: an administrator can enable CORS in the REST API’s settings (API_Enable_CORS, API_CORS_Origin); whether that covers /hooks has not been tried. If the browser blocks the test, use the curl command.',
  },
  markup: '\\*_~|`<>[]()#-+.!:@&$=',
  hasDocumented: false,
};
