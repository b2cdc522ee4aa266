/** What people read of Google Chat: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Google Chat. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a webhook',
      steps: [
        step('Open the space in Google Chat in a browser, then its menu, Apps & integrations, and add a webhook.'),
        step('Give it a name and copy its URL. Whoever has it can post to the space.'),
        step(
          'To have all messages of one incident in one thread, add `&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD` to the end of the URL.',
        ),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the URL as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'Without messageReplyOption in the URL, Google Chat ignores the thread’s key, and every message starts a thread of its own.',
    'Google Chat refuses a body with a field that it does not know, with HTTP 400, and a message with more than 32,000 bytes.',
    'Texts of messages and texts in cards have different markup: *bold* in a message’s text, <b>bold</b> in a card.',
  ],
  approximate: [
    'Icons, chips, grids, carousels, and fields to fill in are left out, and columns are drawn below each other.',
    'Collapsed sections and paragraphs with maxLines are drawn open.',
    'People who are mentioned are shown by their id, because only Google Chat knows their names.',
  ],
  unverified: [
    'Which character references text in cards decodes is not documented. The preview decodes them as HTML does; the robust templates need &amp; &lt; &gt; only.',
    'Whether &amp; &lt; &gt; are decoded in a message’s text is not documented; the preview decodes them.',
    'What may stand before and after *, _ and ~ in a message’s text is not documented; the preview takes them at the edges of words only.',
    'What Google Chat does with tags that it does not know is not documented; the preview shows them as text.',
    'Which bytes count towards the 32,000 is not documented; here it is the whole body.',
    'Newer Chat apps may have Markdown as their default for texts; webhooks are taken here to have Google Chat’s own markup unless the body has markupSyntax.',
  ],
};
