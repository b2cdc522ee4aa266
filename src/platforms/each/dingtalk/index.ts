/** DingTalk's custom robots: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { notJson, rules } from './rules';
import { draw } from './draw';

/** A message in a DingTalk group. */
export const dingtalk: Platform = {
  id: 'dingtalk',
  name: 'DingTalk',
  group: 'chat',
  skin,
  tagline: 'A message in a group, through a custom robot.',
  docsUrl: 'https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages',
  checked: '2026-11',
  urlPlaceholder: 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'oapi.dingtalk.com' &&
      url.pathname === '/robot/send' &&
      (url.searchParams.get('access_token') ?? '') !== '' &&
      !url.searchParams.has('sign'),
    'A robot’s address is https://oapi.dingtalk.com/robot/send?access_token= and its token, without timestamp and sign: Coroot cannot renew a signature.',
  ),
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
  browserSend: {
    verdict: 'unknown',
    text: 'Whether DingTalk accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 100,
        'Application.Namespace': 100,
        'Reports.Name': 100,
        'Reports.Check': 100,
        'Reports.Message': 200,
        RCASummary: 800,
        RCARemediations: 800,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 100,
        'Application.Namespace': 100,
        Version: 200,
        Summary: 200,
        URL: null,
      }),
      alert: cutAt({
        RuleName: 200,
        'Application.Name': 100,
        'Application.Namespace': 100,
        ProjectName: 100,
        Summary: 800,
        'Details.Name': 100,
        'Details.Value': 200,
        Duration: 100,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 8 },
  },
  simple: simple({ body, markup: '@' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: (root) => (root === null ? notJson : null),
    nothing: 'The body is not a JSON object, so DingTalk refuses it.',
    rules,
    draw,
  },
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
