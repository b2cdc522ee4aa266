/** WeCom (WeChat Work) group robots: https://developer.work.weixin.qq.com/document/path/91770 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a WeCom group. */
export const wecom: PlatformRow = {
  id: 'wecom',
  name: 'WeCom',
  group: 'chat',
  tagline: 'A message in a WeChat Work group, through a group robot.',
  docsUrl: 'https://developer.work.weixin.qq.com/document/path/91770',
  checked: '2026-11',
  urlPlaceholder: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=01234567-89ab-cdef-0123-456789abcdef',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'qyapi.weixin.qq.com' &&
      url.pathname === '/cgi-bin/webhook/send' &&
      (url.searchParams.get('key') ?? '') !== '',
    'A group robot’s address is https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key= and its key.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether WeCom accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '<>@',
  hasDocumented: false,
};
