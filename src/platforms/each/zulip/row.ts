/** Zulip's Slack-compatible webhook: https://zulip.com/integrations/slack_incoming */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a Zulip channel. */
export const zulip: PlatformRow = {
  id: 'zulip',
  name: 'Zulip',
  group: 'chat',
  tagline: 'A message in a channel and topic, through the webhook that takes Slack’s format.',
  docsUrl: 'https://zulip.com/integrations/slack_incoming',
  checked: '2026-11',
  urlPlaceholder: 'https://example.zulipchat.com/api/v1/external/slack_incoming?api_key=KEY&stream=ops&topic=coroot',
  checkUrl: urlShape(
    (url) =>
      url.pathname.endsWith('/api/v1/external/slack_incoming') &&
      url.searchParams.has('api_key') &&
      url.searchParams.has('stream'),
    'The address has /api/v1/external/slack_incoming, ?api_key=, &stream= with the channel and best &topic=. Without a channel, only the bot’s owner gets the messages.',
  ),
  browserSend: {
    verdict: 'blocked',
    text: 'Zulip does not let a web page post JSON, so the browser stops the test. Use the curl command. (A form with the JSON in a field named payload would pass, but that is not what Coroot sends.)',
  },
  markup: '\\*_~|`<>[]()#-+.!:@&$=/',
  hasDocumented: false,
};
