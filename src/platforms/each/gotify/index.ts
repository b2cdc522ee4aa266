/** Gotify, a push server of one's own: https://gotify.net/docs/pushmsg */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { answer, asGotifyReads, rules } from './rules';
import { draw } from './draw';

/** A message on a self-hosted Gotify server and its Android app. */
export const gotify: Platform = {
  id: 'gotify',
  name: 'Gotify',
  group: 'push',
  skin: plainSkin,
  tagline: 'A push notification from a Gotify server of your own.',
  docsUrl: 'https://gotify.net/docs/pushmsg',
  checked: '2026-11',
  urlPlaceholder: 'https://gotify.example.com/message?token=AxAkSRDIzu8qLq_',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/message'),
    'Gotify’s address ends in /message, with the application’s token as ?token=… or in the header X-Gotify-Key.',
  ),
  setup: [
    {
      title: 'Create an application',
      steps: [
        step('In Gotify’s web page, open Apps and create an application, named Coroot for example.'),
        step(
          'Show its token and copy it: applications send with a token that begins with `A`; those of clients do not work.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps(
          'Paste the server’s address with the token as the Webhook URL: `https://gotify.example.com/message?token=…`.',
        ),
        step('To keep the token out of the address, add the header `X-Gotify-Key` with the token instead.'),
      ],
    },
  ],
  headers: [],
  warnings: [
    'With the content type text/markdown, underscores and asterisks of names change the text; the templates send text/plain.',
    'A title of nothing but spaces becomes the application’s name.',
  ],
  browserSend: {
    verdict: 'configurable',
    text: 'Gotify refuses other pages by default. Allow this one with GOTIFY_SERVER_CORS_ALLOWORIGINS, …_ALLOWMETHODS (POST) and …_ALLOWHEADERS (Content-Type, X-Gotify-Key), or use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        'Reports.Name': 100,
        'Reports.Check': 100,
        'Reports.Message': 300,
        RCASummary: 1000,
        RCARemediations: 1500,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        Version: 200,
        Summary: 300,
        URL: null,
      }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        ProjectName: 100,
        RuleName: 200,
        Summary: 1000,
        'Details.Name': 100,
        'Details.Value': 1000,
        Duration: 50,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 15, Summary: 15, Details: 15 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer,
    nothing: 'The body is not a JSON object, so Gotify refuses it.',
    mend: asGotifyReads,
    rules,
    draw,
  },
  approximate: ['The Android app cuts a long message in the notification and shows it whole inside the app.'],
  unverified: [],
};
