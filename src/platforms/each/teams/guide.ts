/** What people read of Microsoft Teams: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Microsoft Teams. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a workflow',
      steps: [
        step('In Teams, open the menu of the channel or chat that is to get the messages, and choose Workflows.'),
        step('Pick the template that sends webhook alerts to a channel (or a chat), and confirm the team and channel.'),
        step(
          'Let anyone trigger it: Coroot cannot sign in to your organisation. The signature in the address is the secret.',
        ),
        step('Copy the address that the workflow shows at the end. Keep it as secret as a password.'),
        step(
          'Add a second owner to the workflow, so that it survives when its creator leaves. More in [Microsoft’s guide](https://support.microsoft.com/en-us/office/create-incoming-webhooks-with-workflows-for-microsoft-teams-8ae491c7-0394-4861-ba59-055e33f75498).',
        ),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the workflow’s address, whole, as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'Coroot never learns that a card failed: the workflow answers 202 before it looks at the card. Failures are only in the workflow’s run history.',
    'A message may have 28 KB, of which Teams takes some itself. It drops a larger one without telling anybody.',
    'Texts of TextBlocks and facts are read as Markdown, where a lone line break is a space and underscores or asterisks in names become italics. TextRuns are shown as they are.',
  ],
  approximate: [
    'Colours, spacing and fonts are those of Microsoft’s renderer with Teams’ look copied by hand.',
    'Markdown that Teams does not know, such as headings and code, is drawn as it was written; clients differ in it.',
    'Bold text, italics and links inside facts are drawn plain.',
    'Of several cards only the first is drawn.',
    'Pictures from elsewhere are not fetched, films not played, backgrounds left out; buttons that send something do nothing.',
  ],
  unverified: [
    'Teams takes 28,672 bytes, and counts more than is posted: it counted 28,897 for a body of 24,453. What it adds is not documented, so bodies from 24,000 bytes on get a warning.',
    'Some people saw nothing on phones of cards that ask for version 1.5, so the templates here ask for 1.2.',
    'Whether elements that only Teams has, such as CodeBlock, survive a workflow is not documented.',
  ],
};
