/** The robust templates for Discord, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import footer from './robust/footer.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import link from './robust/link.tmpl?raw';
import md from './robust/md.tmpl?raw';
import message from './robust/message.tmpl?raw';
import place from './robust/place.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { namedTitle, objectives } from '../../../presets/shared';

/** What the comment says of blocks of code. */
const forCode =
  ' Code is a block of code, unless a backquote in it\n      would end the block: %#q puts a text between backquotes only if it has none.\n     ';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 5, deployment: 8, alert: 5 }, who: '"<@42>", or "<@&42>" for a role' }),
  about,
  helpers: [md],
  pieces: {
    code: { incident: '', deployment: '', alert: forCode },
    firing,
    footer,
    link,
    message,
    objectives,
    place,
    title: namedTitle,
  },
  incident,
  deployment,
  alert,
});
