/** What people read of Rocket.Chat: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Rocket.Chat. */
export const guide: Guide = {
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
