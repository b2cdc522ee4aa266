/** WeCom (WeChat Work) group robots: https://developer.work.weixin.qq.com/document/path/91770 */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { notJson, rules } from './rules';
import { draw } from './draw';

/** A message in a WeCom group. */
export const wecom: Platform = {
  id: 'wecom',
  name: 'WeCom',
  group: 'chat',
  skin,
  tagline: 'A message in a WeChat Work group, through a group robot.',
  docsUrl: 'https://developer.work.weixin.qq.com/document/path/91770',
  checked: '2026-11',
  urlPlaceholder: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=01234567-89ab-cdef-0123-456789abcdef',
  checkUrl: urlShape(
    (url) =>
      url.hostname === 'qyapi.weixin.qq.com' &&
      url.pathname === '/cgi-bin/webhook/send' &&
      (url.searchParams.get('key') ?? '') !== '',
    'A group robot’s address is https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key= and its key.',
  ),
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
  browserSend: {
    verdict: 'unknown',
    text: 'Whether WeCom accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 30,
        'Application.Namespace': 15,
        'Reports.Name': 15,
        'Reports.Check': 15,
        'Reports.Message': 40,
        RCASummary: 70,
        RCARemediations: 70,
        URL: null,
      }),
      deployment: cutAt({ 'Application.Name': 30, 'Application.Namespace': 15, Version: 40, Summary: 40, URL: null }),
      alert: cutAt({
        RuleName: 40,
        'Application.Name': 30,
        'Application.Namespace': 15,
        ProjectName: 15,
        Summary: 70,
        'Details.Name': 15,
        'Details.Value': 40,
        Duration: 15,
        ResolvedBy: 15,
        URL: null,
      }),
    },
    items: { Reports: 3, Summary: 6, Details: 3 },
  },
  simple: simple({ body, markup: '<>@', sizes: { name: 40, label: 15, text: 50, long: 60, items: 3 } }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: (root) => (root === null ? notJson : null),
    nothing: 'The body is not a JSON object, so WeCom refuses it.',
    rules,
    draw,
  },
  approximate: [
    'WeCom makes links of the addresses in plain text; here they are text.',
    'Markdown is read as GitHub’s with line breaks kept; WeCom knows less of it.',
    'Images, files and template cards are not drawn.',
  ],
  unverified: ['How markdown_v2 differs from markdown in detail is taken from examples.'],
};
