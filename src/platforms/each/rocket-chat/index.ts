/** Rocket.Chat's incoming integrations: https://docs.rocket.chat/docs/integrations */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';
import { loadParser } from './parser';

const application = { 'Application.Name': 80, 'Application.Namespace': 60 };

/** A message in a Rocket.Chat room. */
export const rocketChat: Platform = {
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  group: 'chat',
  skin,
  tagline: 'A message in a room with coloured attachments, through an incoming integration.',
  docsUrl: 'https://docs.rocket.chat/docs/integrations',
  checked: '2026-11',
  urlPlaceholder: 'https://chat.example.com/hooks/66f0c1d2e3a4b5c6d7e8f901/token',
  checkUrl: urlShape(
    (url) => /\/hooks\/[\w-]+(?:\/[\w-]+){1,2}$/.test(url.pathname),
    'The address of a Rocket.Chat integration ends in /hooks/, the integration’s id, / and its token.',
  ),
  setup: [
    {
      title: 'Create an incoming integration',
      steps: [
        step('In Rocket.Chat, open Administration, then Workspace, Integrations, and create an incoming one.'),
        step('Enable it, name the room (as `#ops`) and the user to post as; that user has to be in the room.'),
        step('Leave the script off, save, and copy the Webhook URL. Whoever has it can post to the room.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'Rocket.Chat answers a body without text and attachments with success and posts nothing.',
    'A field of an attachment without a title or a value, or a link that is no complete address, makes Rocket.Chat refuse the whole message.',
    'Attachments that are no list are left out without an error.',
    'In the text of the message a backslash takes the meaning of * _ ~ ` # . only: [ and < cannot be escaped, so text from the data belongs into titles, or into texts that mrkdwn_in does not name.',
  ],
  browserSend: {
    verdict: 'configurable',
    text: 'The server has to allow it: an administrator can enable CORS in the REST API’s settings (API_Enable_CORS, API_CORS_Origin); whether that covers /hooks has not been tried. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        ...application,
        'Reports.Name': 60,
        'Reports.Check': 60,
        'Reports.Message': 300,
        RCASummary: 1500,
        RCARemediations: 2500,
      }),
      deployment: cutAt({ ...application, Version: 100, Summary: 300 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 500,
        'Details.Name': 60,
        'Details.Value': 500,
        Duration: 40,
        ResolvedBy: 100,
      }),
    },
    items: { Reports: 10, Summary: 12, Details: 10 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$=' }),
  placeholders: [],
  loadParser,
  reading: { reads: 'object', nothing: 'Rocket.Chat reads a JSON object, and the body is none.', rules, draw },
  approximate: [
    'The text of the message is read by Rocket.Chat’s own parser (message-parser 0.31.36, looked at on 2026-11-30); from 0.32 on it also reads tables and the lines of --- that nothing is drawn of here.',
    'Formulas are shown as they are written, pictures as links, and dates in UTC; everybody and every channel that is mentioned is taken to exist.',
    'Of a text with very many marks the beginning is read; more than ten emoticons in a row stay text.',
    'Attachments are read by a relative of the parser that Rocket.Chat has for them (marked, looked at on 2026-11-30): *a* is bold there too, and > begins no quote.',
  ],
  unverified: [
    'Rocket.Chat’s web client leaves texts alone that mrkdwn_in does not name; whether its mobile apps do has not been tried.',
    'Whether the line breaks in the text of an attachment are kept depends on the client.',
    'A workspace’s limit for the length of messages (Message_MaxAllowedSize) is not applied to integrations in the source that was read; other releases may differ.',
  ],
};
