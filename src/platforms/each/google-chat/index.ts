/** Google Chat's webhooks: https://developers.google.com/workspace/chat/quickstart/webhooks */
import { robust as templatesFor } from './presets/robust';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { unexpectedToken } from './answers';
import { rules } from './rules';
import { draw } from './draw';

const application = { 'Application.Name': 80, 'Application.Namespace': 60 };

/** A card in a Google Chat space. */
export const googleChat: Platform = {
  id: 'google-chat',
  name: 'Google Chat',
  group: 'chat',
  skin,
  tagline: 'A card in a space, in one thread for each incident, through the space’s webhook.',
  docsUrl: 'https://developers.google.com/workspace/chat/quickstart/webhooks',
  checked: '2026-11',
  urlPlaceholder:
    'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=KEY&token=TOKEN&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'chat.googleapis.com' &&
      /^\/v1\/spaces\/[\w-]+\/messages$/.test(url.pathname) &&
      url.searchParams.has('key') &&
      url.searchParams.has('token'),
    'The address of a Google Chat webhook is https://chat.googleapis.com/v1/spaces/, the space, /messages and ?key=…&token=….',
  ),
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
  browserSend: {
    verdict: 'unknown',
    text: 'Nobody has verified whether Google Chat accepts posts from web pages. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        ...application,
        'Reports.Name': 40,
        'Reports.Check': 40,
        'Reports.Message': 200,
        RCASummary: 800,
        RCARemediations: 1200,
      }),
      deployment: cutAt({ ...application, Version: 100, Summary: 250 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 400,
        'Details.Name': 40,
        'Details.Value': 250,
        Duration: 40,
        ResolvedBy: 80,
      }),
    },
    items: { Reports: 8, Summary: 12, Details: 8 },
  },
  simple: simple({ markup: '*_~`<>&:-' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: (root, text) => (root === null ? unexpectedToken(text) : null),
    nothing: 'Google Chat reads a JSON object, and the body is none.',
    rules,
    draw,
  },
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
