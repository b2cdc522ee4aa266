/** What people read of Matrix (hookshot): the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Matrix (hookshot). */
export const guide: Guide = {
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
  approximate: [
    'Clients differ in what they make of lists, code and colours; this is close to Element.',
    'A “text” without “html” is read as Markdown of GitHub’s kind; hookshot’s own reader differs in details.',
  ],
  unverified: [
    'What an event has beside its content is estimated at 1,024 bytes.',
    'Hookshot may limit the size of a request to less, as its operator configures.',
  ],
};
