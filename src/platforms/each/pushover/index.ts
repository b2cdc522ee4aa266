/** Pushover, push notifications to phones: https://pushover.net/api */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';
import { draw } from './draw';

/** A notification on the phones of a user or a group. */
export const pushover: Platform = {
  id: 'pushover',
  name: 'Pushover',
  group: 'push',
  skin: plainSkin,
  tagline: 'A push notification with a title, a priority and a link, to one person or a group.',
  docsUrl: 'https://pushover.net/api',
  checked: '2026-11',
  urlPlaceholder: 'https://api.pushover.net/1/messages.json',
  checkUrl: urlShape(
    (url) => url.host === 'api.pushover.net' && url.pathname === '/1/messages.json',
    'Pushover’s address is the same for everybody: https://api.pushover.net/1/messages.json.',
  ),
  setup: [
    {
      title: 'Get the two keys',
      steps: [
        step(
          'Sign in to [Pushover](https://pushover.net). Your user key stands on the first page; a group has a key, too.',
        ),
        step(
          '[Create an application](https://pushover.net/apps/build), named Coroot for example, and copy its API token.',
        ),
        step('Put the token and the key into all three templates, in place of the values of “token” and “user”.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `https://api.pushover.net/1/messages.json` as the Webhook URL; it is the same for everybody.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'The token and the user key stand in the templates: whoever can read Coroot’s settings can read them. Take them out before you share a link.',
    'A message has 1,024 characters at most, so a long list ends with how many more there are.',
    'Priority 2 repeats the message until somebody acknowledges it, but a resolved incident does not stop it; the templates use 1 for that reason.',
  ],
  browserSend: {
    verdict: 'unknown',
    text: 'Whether Pushover lets a page post JSON is unverified. If the browser blocks the test, use the curl command.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        'Reports.Name': 30,
        'Reports.Check': 40,
        'Reports.Message': 100,
        RCASummary: 250,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 150, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        ProjectName: 50,
        RuleName: 150,
        Summary: 250,
        'Details.Name': 30,
        'Details.Value': 160,
        Duration: 20,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 3, Summary: 3, Details: 2 },
  },
  simple: simple({ body, markup: '', sizes: { name: 50, label: 25, text: 70, long: 150 } }),
  placeholders: [
    { key: 'token', text: 'YourAppTokenFromPushoverxxxxxx' },
    { key: 'user', text: 'YourUserOrGroupKeyxxxxxxxxxxxx' },
  ],
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Pushover cannot read it.', rules, draw },
  approximate: ['Pushover’s icon, sounds and colours depend on the application and the phone.'],
  unverified: [
    'Whether Pushover refuses or cuts a text that is longer than its documentation allows.',
    'What the apps make of HTML tags that the documentation does not name.',
  ],
};
