/** The robust templates for Mattermost, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import color from './robust/color.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import md from './robust/md.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import text from './robust/text.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** What the comment says of blocks of code. */
const forCode =
  ' Code is a block of code, unless a backquote, < or > in it would end it: %#q puts a text between backquotes only if it has none, and html makes < and > longer by 3, what else it changes by 4.';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  about,
  helpers: [md],
  pieces: {
    code: { incident: '', deployment: '', alert: forCode },
    color,
    namespace,
    text,
  },
  incident,
  deployment,
  alert,
});
