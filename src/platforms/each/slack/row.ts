/** Slack's incoming webhooks: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
import type { PlatformRow } from '../../catalogue/platform';

const hosts: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** What is odd about a URL: workflows have addresses at the same host, and take other bodies. */
function checkUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  if (!['http:', 'https:'].includes(protocol)) return null;
  if (hosts.includes(hostname) && /^\/(?:triggers|workflows)\//.test(pathname)) {
    return 'This is the address of a workflow, which takes only the variables that the workflow defines. Use an incoming webhook, whose address has /services/ in it.';
  }
  if (hosts.includes(hostname) && /^\/services\/T\w+\/B\w+\/\w+$/.test(pathname)) return null;
  return 'The address of an incoming webhook is https://hooks.slack.com/services/T…/B…/ and a secret.';
}

/** A message in a Slack channel. */
export const slack: PlatformRow = {
  id: 'slack',
  name: 'Slack',
  group: 'chat',
  tagline: 'A message in a channel with a colour bar and a button, through an incoming webhook.',
  docsUrl: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  checked: '2026-11',
  urlPlaceholder: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  checkUrl,
  browserSend: {
    verdict: 'blocked',
    text: 'Slack does not let a web page post JSON, so the browser stops the test. Use the curl command, or Coroot’s own test. (A form with the JSON in a field named payload would pass, but that is not what Coroot sends.)',
  },
  markup: '*_~`<>&:',
  hasDocumented: false,
};
