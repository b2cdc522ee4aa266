/** Mattermost's incoming webhooks: https://developers.mattermost.com/integrate/webhooks/incoming/. Templates: https://docs.coroot.com/alerting/webhook */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';

import { type Platform, urlShape } from '../platform';
import { corootSteps, step } from '../steps';

/** A post in a Mattermost channel. */
export const mattermost: Platform = {
  id: 'mattermost',
  name: 'Mattermost',
  group: 'chat',
  tagline: 'A post in a channel, through an incoming webhook.',
  docsUrl: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
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
  warnings: ['A post has at most 16383 characters; Mattermost splits a longer text into several posts.'],
  browserSend: {
    verdict: 'configurable',
    text: 'Mattermost accepts posts from this page only if its setting AllowCorsFrom (ServiceSettings) names this page’s address. Otherwise use the curl command.',
  },
  documented: { incident, deployment, alert },
  robust: null,
  check: null,
  preview: null,
  approximate: [],
  unverified: [],
};
