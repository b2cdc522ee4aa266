/** The robust templates for Mattermost, put together. */
import about from './robust/about.tmpl?raw';
import alert from './robust/alert.tmpl?raw';
import deployment from './robust/deployment.tmpl?raw';
import firing from './robust/firing.tmpl?raw';
import footer from './robust/footer.tmpl?raw';
import incident from './robust/incident.tmpl?raw';
import md from './robust/md.tmpl?raw';
import message from './robust/message.tmpl?raw';
import namespace from './robust/namespace.tmpl?raw';
import text from './robust/text.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { edited } from '../../../presets/edited';
import { joined } from '../../../presets/join';
import { title } from '../../../presets/shared';

/** What the comment says of blocks of code. */
const forCode =
  '\n      Code is a block of code, unless a backquote, < or > in it would end it: %#q puts a text between backquotes only if\n      it has none, and html makes < and > longer by 3, what else it changes by 4.';

/** The templates of each release. */
export const robust: TemplatesFor = joined({
  top: edited({ most: { incident: 10, deployment: 10, alert: 10 }, who: '"@channel"' }),
  about,
  helpers: [md],
  pieces: {
    code: { incident: '', deployment: '', alert: forCode },
    firing,
    footer,
    message,
    named: { incident: '.Application.Name', deployment: '.Application.Name', alert: '.RuleName' },
    namespace,
    text,
    title,
  },
  incident,
  deployment,
  alert,
});
