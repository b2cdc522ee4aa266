/** GoAlert: https://github.com/target/goalert */
import { unknownFromBrowsers, urlShape, type PlatformRow } from '../../catalogue/platform';

/** Opens and closes alerts of a service through its generic integration key. */
export const goAlert: PlatformRow = {
  id: 'goalert',
  name: 'GoAlert',
  group: 'on-call',
  tagline: 'Opens and closes alerts of a service through its generic integration key.',
  docsUrl: 'https://github.com/target/goalert',
  checked: '2026-11',
  urlPlaceholder: 'https://goalert.example.com/api/v2/generic/incoming?token=00000000-0000-0000-0000-000000000000',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/api/v2/generic/incoming') && url.searchParams.has('token'),
    'A generic integration key’s address ends in /api/v2/generic/incoming?token= and the token.',
  ),
  browserSend: unknownFromBrowsers('GoAlert'),
  markup: '\\*_~|`<>[]()#-+.!:@&$=/',
  hasDocumented: false,
};
