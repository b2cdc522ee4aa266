/** ntfy, push notifications by topic: https://docs.ntfy.sh/publish/#publish-as-json */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { answer, asNtfyReads } from './reads';
import { rules } from './rules';
import { draw } from './draw';

/** A notification on phones and desktops that subscribe to a topic. */
export const ntfy: Platform = {
  id: 'ntfy',
  name: 'ntfy',
  group: 'push',
  skin: plainSkin,
  tagline: 'A push notification with priority, emoji and a button, from ntfy.sh or a server of your own.',
  docsUrl: 'https://docs.ntfy.sh/publish/#publish-as-json',
  checked: '2026-11',
  urlPlaceholder: 'https://ntfy.sh/',
  checkUrl: urlShape(
    (url) => url.pathname === '/' || url.searchParams.has('template') || url.searchParams.has('tpl'),
    'JSON goes to the root of the server, without the topic: https://ntfy.sh/. Posted to /topic, people would read the JSON itself.',
  ),
  setup: [
    {
      title: 'Choose a topic',
      steps: [
        step(
          'Think of a name that nobody guesses, such as `coroot-alerts-8fq2x`: on ntfy.sh whoever knows it can read it.',
        ),
        step(
          'Install the [ntfy app](https://docs.ntfy.sh/subscribe/phone/) or open the web app, and subscribe to the topic.',
        ),
        step('Put the name in place of `coroot-alerts` in all three templates.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps('Paste the root of the server as the Webhook URL: `https://ntfy.sh/`, not the topic’s address.'),
        step('If the topic is protected, add the header `Authorization: Bearer tk_…` with an access token.'),
      ],
    },
  ],
  headers: [],
  warnings: [
    'A message of 4,096 bytes or more becomes a file, or is refused where the server keeps none; an emoji has four bytes.',
    'The JSON may have 8,191 bytes, counted as sent: json writes < > & as six bytes each.',
    'ntfy.sh allows about 250 messages a day and 60 in a burst; Coroot tries again when it is told to wait.',
  ],
  browserSend: {
    verdict: 'works',
    text: 'ntfy lets any page post to it and read the answer. A protected topic may need the curl command, since some browsers refuse the Authorization header.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        'Reports.Name': 40,
        'Reports.Check': 60,
        'Reports.Message': 100,
        RCASummary: 200,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 150, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 60,
        'Application.Namespace': 40,
        ProjectName: 40,
        RuleName: 80,
        Summary: 200,
        'Details.Name': 40,
        'Details.Value': 160,
        Duration: 20,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 3, Summary: 3, Details: 2 },
  },
  simple: simple({ body, markup: '', sizes: { label: 30, text: 90, long: 150 } }),
  placeholders: [{ key: 'topic', text: 'coroot-alerts' }],
  reading: {
    reads: 'object',
    answer,
    nothing: 'The body is not a JSON object, so ntfy refuses it.',
    mend: asNtfyReads,
    rules,
    draw,
  },
  approximate: [
    'Only the tags that are usual for alerts are shown as emoji; ntfy knows many more.',
    'The preview shows Markdown as it was written; ntfy’s web app formats it when “markdown” is true.',
  ],
  unverified: [
    'The limits are the defaults of the server; whoever runs one can change them.',
    'ntfy’s answers were recorded on 2026-11-30 from a server built from its source of July 2025 (2.13.0); newer ones may say them in other words.',
  ],
};
