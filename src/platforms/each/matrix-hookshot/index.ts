/**
 * Matrix rooms through hookshot's generic webhooks:
 * https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html
 */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** A message in a Matrix room, posted by the hookshot bot. */
export const matrixHookshot: Platform = {
  id: 'matrix-hookshot',
  name: 'Matrix (hookshot)',
  group: 'chat',
  skin,
  tagline: 'A formatted message in a Matrix room, through the hookshot bot.',
  docsUrl: 'https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html',
  checked: '2026-11',
  urlPlaceholder: 'https://hookshot.example.com/webhook/3fa85f64-5717-4562-b3fc-2c963f66afa6',
  // The prefix is the operator's choice; the last part is the hook's id.
  checkUrl: urlShape(
    (url) => !url.pathname.startsWith('/_matrix/') && /\/[^/]{8,}$/.test(url.pathname),
    'Hookshot’s address ends in the id of the webhook. The addresses of Matrix itself (/_matrix/…) want PUT, which Coroot does not send.',
  ),
  setup: [
    {
      title: 'Create a webhook',
      steps: [
        step(
          'Ask who runs your homeserver whether [hookshot](https://matrix-org.github.io/matrix-hookshot/latest/) has generic webhooks switched on.',
        ),
        step(
          'Invite the bot into the room, give it the right to change settings, and send `!hookshot webhook Coroot`.',
        ),
        step('The bot answers in a private room with an address. Keep it secret: whoever has it can post.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address of the bot’s answer as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'Hookshot says “ok” before the message is in the room, so a message that is too large is lost without an error in Coroot.',
    'A body without “text” is posted as raw JSON.',
  ],
  browserSend: {
    verdict: 'blocked',
    text: 'Hookshot does not let other pages post JSON. Use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        'Reports.Name': 80,
        'Reports.Check': 80,
        'Reports.Message': 200,
        RCASummary: 700,
        RCARemediations: 800,
      }),
      deployment: cutAt({ 'Application.Name': 150, 'Application.Namespace': 100, Version: 200, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        ProjectName: 100,
        RuleName: 200,
        Summary: 400,
        'Details.Name': 100,
        'Details.Value': 400,
        Duration: 50,
        ResolvedBy: 100,
      }),
    },
    items: { Reports: 5, Summary: 5, Details: 4 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$=', end: '\\n\\n' }),
  placeholders: [],
  reading: { reads: 'json', nothing: 'The body is not JSON, so hookshot refuses it.', rules, draw },
  approximate: [
    'Clients differ in what they make of lists, code and colours; this is close to Element.',
    'A “text” without “html” is read as Markdown of GitHub’s kind; hookshot’s own reader differs in details.',
  ],
  unverified: [
    'What an event has beside its content is estimated at 1,024 bytes.',
    'Hookshot may limit the size of a request to less, as its operator configures.',
  ],
};
