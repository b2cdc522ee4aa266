/**
 * Webex’s incoming webhooks: https://apphub.webex.com/applications/incoming-webhooks-cisco-systems-38054-23307-75252
 */
import { robust as templatesFor } from './presets/robust';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** A message in a Webex space. */
export const webex: Platform = {
  id: 'webex',
  name: 'Webex',
  group: 'chat',
  skin,
  tagline: 'A message in a space, through an incoming webhook.',
  docsUrl: 'https://developer.webex.com/docs/api/v1/messages/create-a-message',
  checked: '2026-11',
  urlPlaceholder: 'https://webexapis.com/v1/webhooks/incoming/Y2lzY29zcGFyazovL3VzL1dFQkhPT0sv',
  checkUrl: urlShape(
    (url) =>
      ['webexapis.com', 'api.ciscospark.com'].includes(url.hostname) &&
      /^\/v1\/webhooks\/incoming\/[\w-]+$/.test(url.pathname),
    'An incoming webhook’s address is https://webexapis.com/v1/webhooks/incoming/ and its id.',
  ),
  setup: [
    {
      title: 'Create a webhook',
      steps: [
        step(
          'In the [Webex App Hub](https://apphub.webex.com), open the integration Incoming Webhooks and connect it.',
        ),
        step('Give the webhook a name, which people see as the sender, and choose the space. Then add it.'),
        step('Copy the webhook’s address. Whoever has it can post to the space.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the webhook’s address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A message may have 7,439 bytes; an emoji has four. The templates cut long texts and lists below that.',
    'The templates post plain text, so that no asterisk, underscore or < in a report is read as Markdown.',
  ],
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Webex accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 50,
        'Application.Namespace': 50,
        'Reports.Name': 50,
        'Reports.Check': 50,
        'Reports.Message': 100,
        RCASummary: 300,
        RCARemediations: 300,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 50,
        'Application.Namespace': 50,
        Version: 100,
        Summary: 100,
        URL: null,
      }),
      alert: cutAt({
        RuleName: 100,
        'Application.Name': 50,
        'Application.Namespace': 50,
        ProjectName: 50,
        Summary: 300,
        'Details.Name': 50,
        'Details.Value': 200,
        Duration: 50,
        ResolvedBy: 50,
        URL: null,
      }),
    },
    items: { Reports: 5, Summary: 10, Details: 4 },
  },
  simple: simple({ markup: '', sizes: { text: 120, items: 4 } }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Webex refuses it.', rules, draw },
  approximate: [
    'Webex makes links of the addresses in plain text; here they are text.',
    'Markdown is read as CommonMark, which Webex says it follows in part.',
  ],
  unverified: [
    'Which Markdown, HTML and backslash escapes Webex reads beyond its examples is not documented, nor what a lone line break becomes.',
    'Whether an incoming webhook may notify everybody with <@all> is not documented.',
  ],
};
