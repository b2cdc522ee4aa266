/**
 * Matrix rooms through hookshot's generic webhooks:
 * https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html
 */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A message in a Matrix room, posted by the hookshot bot. */
export const matrixHookshot: PlatformRow = {
  id: 'matrix-hookshot',
  name: 'Matrix (hookshot)',
  group: 'chat',
  tagline: 'A formatted message in a Matrix room, through the hookshot bot.',
  docsUrl: 'https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html',
  checked: '2026-11',
  urlPlaceholder: 'https://hookshot.example.com/webhook/3fa85f64-5717-4562-b3fc-2c963f66afa6',
  // The prefix is the operator's choice; the last part is the hook's id.
  checkUrl: urlShape(
    (url) => !url.pathname.startsWith('/_matrix/') && /\/[^/]{8,}$/.test(url.pathname),
    'Hookshot’s address ends in the id of the webhook. The addresses of Matrix itself (/_matrix/…) want PUT, which Coroot does not send.',
  ),
  browserSend: {
    verdict: 'blocked',
    text: 'Hookshot does not let other pages post JSON. Use the curl command.',
  },
  markup: '\\*_~|`<>[]()#-+.!:@&$=',
  hasDocumented: false,
};
