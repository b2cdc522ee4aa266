/**
 * Mattermost's incoming webhooks: https://developers.mattermost.com/integrate/webhooks/incoming/. Templates:
 * https://docs.coroot.com/alerting/webhook
 */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import { robust as templatesFor } from './presets/robust';

import { type Platform, type RobustPreset, urlShape } from '../../catalogue/platform';
import { skin } from './skin';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules, undecodable } from './rules';
import { asMattermostReads } from './reads';
import { draw } from './draw';

const robust: RobustPreset = {
  templatesFor,
  shows: {
    incident: [
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'Reports.Name', characters: 80 },
      { field: 'Reports.Check', characters: 80 },
      { field: 'Reports.Message', characters: 300 },
      { field: 'RCASummary', characters: 1000 },
      { field: 'RCARemediations', characters: 1000 },
    ],
    deployment: [
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'Version', characters: 100 },
      { field: 'Summary', characters: 300 },
    ],
    alert: [
      { field: 'RuleName', characters: 100 },
      { field: 'Summary', characters: 1000 },
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'ProjectName', characters: 80 },
      { field: 'Duration', characters: null },
      { field: 'ResolvedBy', characters: 80 },
      { field: 'Details.Name', characters: 80 },
      { field: 'Details.Value', characters: 400 },
    ],
  },
  items: { Reports: 10, Summary: 10, Details: 10 },
};

/** A post in a Mattermost channel. */
export const mattermost: Platform = {
  id: 'mattermost',
  name: 'Mattermost',
  group: 'chat',
  skin,
  tagline: 'A post in a channel, through an incoming webhook.',
  docsUrl: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
  checked: '2026-11',
  urlPlaceholder: 'https://mattermost.example.com/hooks/xxxxxxxxxxxxxxxxxxxxxxxxxx',
  checkUrl: urlShape(
    (url) => /\/hooks\/[a-z0-9]{26}$/.test(url.pathname),
    'A Mattermost webhook’s address ends in /hooks/ and an id of 26 small letters and digits.',
  ),
  setup: [
    {
      title: 'Create an incoming webhook',
      steps: [
        step(
          'In Mattermost, open Integrations from the product menu, then Incoming Webhooks. If it is missing, an administrator has to enable incoming webhooks first.',
        ),
        step('Add an incoming webhook: give it a title and choose the channel it posts to.'),
        step(
          'Save it and copy its URL, `https://<server>/hooks/<id>`. More in [Mattermost’s documentation](https://developers.mattermost.com/integrate/webhooks/incoming/).',
        ),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the webhook’s URL as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A post has at most 16383 characters; Mattermost splits a longer text into several posts.',
    '@channel, @all and @here in a log message notify everybody in the channel. A backslash before them does not help.',
    'A body with raw line feeds in its texts works here, because Mattermost repairs it, and nowhere else.',
    'The robust templates put an invisible character after @, : and ~, which stays in copied text.',
  ],
  browserSend: {
    verdict: 'configurable',
    text: 'Mattermost accepts posts from this page only if its setting AllowCorsFrom (ServiceSettings) names this page’s address. Otherwise use the curl command.',
  },
  documented: { incident, deployment, alert },
  robust,
  simple: simple({ markup: '\\*_~|`<>[]()#-+.!:@&$=' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer: undecodable,
    nothing: 'Mattermost refuses the body: it is not a JSON object.',
    mend: asMattermostReads,
    rules,
    draw,
  },
  approximate: [
    'Text is read as the web client reads it (its fork of marked at c211e4c, run on 2026-11-30). The client then makes links of bare e-mail addresses and pictures of emoticons such as :), which are drawn as text; the mobile apps have a reader of their own.',
    'Any @name and ~channel is drawn as a mention; Mattermost draws only those that exist.',
    'Hashtags and formulas are shown as text.',
    'The name and picture of the webhook are set in Mattermost; here it is called Coroot unless the body has a username.',
  ],
  unverified: [
    'The robust templates are made for the web and desktop apps. How the mobile apps read character references in attachments was not tried.',
    'Whether titles of attachments and fields show markup differs between versions; they are shown without.',
  ],
};
