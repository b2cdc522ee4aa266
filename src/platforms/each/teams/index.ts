/**
 * Microsoft Teams through a workflow's webhook:
 * https://learn.microsoft.com/connectors/teams/#when-a-teams-webhook-request-is-received
 */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** Where Power Automate takes webhook requests; older workflows are on logic.azure.com. */
const hosts = /\.(?:logic\.azure\.(?:com|us|cn)|powerplatform\.(?:com|us|cn)|powerautomate\.(?:com|us|cn))$/;

/** An Adaptive Card in a Teams channel or chat, posted by a workflow. */
export const teams: Platform = {
  id: 'teams',
  name: 'Microsoft Teams',
  group: 'chat',
  skin,
  tagline: 'An Adaptive Card in a channel or a chat, posted by a workflow.',
  docsUrl: 'https://learn.microsoft.com/connectors/teams/#when-a-teams-webhook-request-is-received',
  checked: '2026-11',
  urlPlaceholder:
    'https://default0123.45.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=secret',
  checkUrl: urlShape(
    (url) =>
      hosts.test(url.hostname) &&
      /\/workflows\/[^/]+\/triggers\/[^/]+\/paths\/invoke$/.test(url.pathname) &&
      url.searchParams.has('sig'),
    'A workflow’s address is on powerplatform.com or logic.azure.com, ends in /triggers/manual/paths/invoke and carries a signature, sig=…. Addresses on webhook.office.com belong to the retired Office 365 connectors.',
  ),
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
  browserSend: {
    verdict: 'unknown',
    text: 'Whether a workflow accepts JSON posted by a web page is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 100,
        'Application.Namespace': 60,
        'Reports.Name': 40,
        'Reports.Check': 60,
        'Reports.Message': 160,
        RCASummary: 800,
        RCARemediations: 800,
      }),
      deployment: cutAt({ 'Application.Name': 100, 'Application.Namespace': 60, Version: 300, Summary: 240 }),
      alert: cutAt({
        RuleName: 150,
        'Application.Name': 100,
        'Application.Namespace': 60,
        ProjectName: 60,
        Summary: 700,
        'Details.Name': 60,
        'Details.Value': 300,
        Duration: 40,
        ResolvedBy: 80,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple({ body, markup: '\\*_~|`<>[]()#-+.!:@&$={}', end: '\\n\\n' }),
  placeholders: [],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Teams gets no card.', rules, draw },
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
