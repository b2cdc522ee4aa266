/** Lark's and Feishu's custom bots: https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A card in a Lark or Feishu group. */
export const lark: PlatformRow = {
  id: 'lark',
  name: 'Lark / Feishu',
  group: 'chat',
  tagline: 'A card in a group, through a custom bot.',
  docsUrl: 'https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot',
  checked: '2026-11',
  urlPlaceholder: 'https://open.larksuite.com/open-apis/bot/v2/hook/01234567-89ab-cdef-0123-456789abcdef',
  checkUrl: urlShape(
    (url) =>
      ['open.larksuite.com', 'open.feishu.cn'].includes(url.hostname) &&
      /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(url.pathname),
    'A custom bot’s address is https://open.larksuite.com (or open.feishu.cn), /open-apis/bot/v2/hook/ and its token.',
  ),
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Lark accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  markup: '<>&',
  hasDocumented: false,
};
