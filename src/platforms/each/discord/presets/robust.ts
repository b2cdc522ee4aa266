/** The robust templates for Discord, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import color from './robust/color.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import link from './robust/link.tmpl?raw';
import md from './robust/md.tmpl?raw';
import place from './robust/place.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/platform';
import { joined } from '../../../presets/join';

/** What the comment says of blocks of code. */
const forCode =
  ' Code is a block of code, unless a backquote in it\n      would end the block: %#q puts a text between backquotes only if it has none.';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  about,
  helpers: [md],
  pieces: {
    code: { incident: '', deployment: '', alert: forCode },
    color,
    firing,
    link,
    place,
  },
  incident,
  deployment,
  alert,
});
