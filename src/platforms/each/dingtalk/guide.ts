/** What people read of DingTalk: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to DingTalk. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a custom robot',
      steps: [
        step('In DingTalk, open the settings of the group, then its robots, and add a custom robot for webhooks.'),
        step(
          'As its security setting choose custom keywords and enter `Coroot`: every message of these templates has that word. The addresses of Coroot’s servers work too, a signature does not.',
        ),
        step('Copy the webhook’s address and keep it secret.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the robot’s address, with its token, as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'DingTalk answers 200 also when it refuses a message, with errcode other than 0 in the answer: 310000 where the keyword is missing, for instance. Coroot takes that for success.',
    'A robot may send 20 messages a minute; after more it is silent for ten minutes.',
    'Signed robots cannot be used: the signature in the address changes with the time, Coroot’s address does not.',
    'The templates post plain text: DingTalk documents no way to keep asterisks or brackets in a report from being read as Markdown.',
  ],
  approximate: [
    'DingTalk makes links of the addresses in plain text; here they are text.',
    'Markdown is read as CommonMark; DingTalk’s apps each know a little less or more of it.',
    'Titles of Markdown messages and action cards are left out: people see them in notifications and in the list of chats.',
    'Pictures are not drawn.',
  ],
  unverified: [
    'DingTalk documents no length limit; its answer speaks of 20,000 bytes, and here they are those of the texts.',
    'DingTalk asks for UTF-8 to be declared in the Content-Type; Coroot declares none, and JSON is UTF-8 anyway.',
  ],
};
