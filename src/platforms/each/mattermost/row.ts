/**
 * Mattermost's incoming webhooks: https://developers.mattermost.com/integrate/webhooks/incoming/. Templates:
 * https://docs.coroot.com/alerting/webhook
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A post in a Mattermost channel. */
export const mattermost: PlatformRow = {
  id: 'mattermost',
  name: 'Mattermost',
  group: 'chat',
  tagline: 'A post in a channel, through an incoming webhook.',
  docsUrl: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
  checked: '2026-11',
  urlPlaceholder: 'https://mattermost.example.com/hooks/xxxxxxxxxxxxxxxxxxxxxxxxxx',
  checkUrl: urlShape(
    (url) => /\/hooks\/[a-z0-9]{26}$/.test(url.pathname),
    'A Mattermost webhook’s address ends in /hooks/ and an id of 26 small letters and digits.',
  ),
  browserSend: {
    verdict: 'configurable',
    text: 'Mattermost accepts posts from this page only if its setting AllowCorsFrom (ServiceSettings) names this page’s address. Otherwise use the curl command.',
  },
  markup: '\\*_~|`<>[]()#-+.!:@&$=',
  hasDocumented: true,
};
