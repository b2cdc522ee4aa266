/** What people read of WeCom: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to WeCom. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a group robot',
      steps: [
        step('In WeCom, open the group, then its settings, and add a group robot. Only internal groups have them.'),
        step('Give it a name. Its page then shows the webhook’s address; copy it and keep it secret.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the robot’s address, with its key, as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'WeCom answers 200 also when it refuses a message, with errcode other than 0 in the answer. Coroot takes that for success.',
    'A text may have 2,048 bytes and a markdown message 4,096; a Chinese character has three, an emoji four. The templates cut texts and lists to fit, so of long ones only the beginning arrives.',
    'The templates post plain text: WeCom documents no way to keep asterisks or < in a report from being read as markup.',
    'A robot may send 20 messages a minute.',
  ],
  approximate: [
    'WeCom makes links of the addresses in plain text; here they are text.',
    'Markdown is read as GitHub’s with line breaks kept; WeCom knows less of it.',
    'Images, files and template cards are not drawn.',
  ],
  unverified: ['How markdown_v2 differs from markdown in detail is taken from examples.'],
};
