/** What people read of Lark / Feishu: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Lark / Feishu. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a custom bot',
      steps: [
        step('In Lark or Feishu, open the settings of the group, then Bots, and add a Custom Bot.'),
        step('Give it a name, and copy the webhook’s address. Whoever has it can post to the group.'),
        step(
          'Of its security settings use the keyword `Coroot`, which every card of these templates has, or the addresses of Coroot’s servers. Leave the signature off: Coroot cannot make it.',
        ),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the bot’s address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'The bot may answer 200 also when it refuses a message, with a code other than 0 in the answer: 19024 where the keyword is missing, for instance. Coroot takes that for success.',
    'A request may have 20 KB, counted as sent: json writes < > & as six bytes each.',
    'A text message or lark_md with <at …> notifies people. The templates use plain_text, which is shown as it is.',
  ],
  approximate: [
    'Markdown in cards is read as GitHub’s with line breaks kept; Lark knows less of it.',
    'Pictures, forms and columns side by side are not drawn as such.',
  ],
  unverified: [
    'Some people could send more than the 20 KB that are documented.',
    'Whether the keyword is looked for in every part of a card is not documented; the templates have Coroot in a note as well as on the button.',
  ],
};
