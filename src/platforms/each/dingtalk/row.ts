/** DingTalk's custom robots: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a DingTalk group. */
export const dingtalk: PlatformRow = {
  id: 'dingtalk',
  name: 'DingTalk',
  group: 'chat',
  tagline: 'A message in a group, through a custom robot.',
  docsUrl: 'https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages',
  checked: '2026-11',
  urlPlaceholder: 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'oapi.dingtalk.com' &&
      url.pathname === '/robot/send' &&
      (url.searchParams.get('access_token') ?? '') !== '' &&
      !url.searchParams.has('sign'),
    'A robot’s address is https://oapi.dingtalk.com/robot/send?access_token= and its token, without timestamp and sign: Coroot cannot renew a signature.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether DingTalk accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '@',
  hasDocumented: false,
};
