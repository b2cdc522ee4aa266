/** Lark's and Feishu's custom bots: https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { badRequest, rules } from './rules';
import { draw } from './draw';

/** A card in a Lark or Feishu group. */
export const lark: Platform = {
  id: 'lark',
  name: 'Lark / Feishu',
  group: 'chat',
  skin,
  tagline: 'A card in a group, through a custom bot.',
  docsUrl: 'https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot',
  checked: '2026-11',
  urlPlaceholder: 'https://open.larksuite.com/open-apis/bot/v2/hook/01234567-89ab-cdef-0123-456789abcdef',
  checkUrl: urlShape(
    (url) =>
      ['open.larksuite.com', 'open.feishu.cn'].includes(url.hostname) &&
      /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(url.pathname),
    'A custom bot’s address is https://open.larksuite.com (or open.feishu.cn), /open-apis/bot/v2/hook/ and its token.',
  ),
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
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Lark accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 40,
        'Reports.Name': 30,
        'Reports.Check': 40,
        'Reports.Message': 130,
        RCASummary: 650,
        RCARemediations: 650,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 40, Version: 200, Summary: 180 }),
      alert: cutAt({
        RuleName: 120,
        'Application.Name': 80,
        'Application.Namespace': 40,
        ProjectName: 40,
        Summary: 500,
        'Details.Name': 40,
        'Details.Value': 200,
        Duration: 30,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple({ body, markup: '<>&' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: badRequest,
    nothing: 'The body is not a JSON object, so the bot refuses it.',
    rules,
    draw,
  },
  approximate: [
    'Markdown in cards is read as GitHub’s with line breaks kept; Lark knows less of it.',
    'Pictures, forms and columns side by side are not drawn as such.',
  ],
  unverified: [
    'Some people could send more than the 20 KB that are documented.',
    'Whether the keyword is looked for in every part of a card is not documented; the templates have Coroot in a note as well as on the button.',
  ],
};
