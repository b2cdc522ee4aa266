/** What people read of n8n, Zapier, Make …: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to n8n, Zapier, Make …. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a workflow with a webhook',
      steps: [
        step(
          'In [n8n](https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/): add a Webhook node with the method POST and copy its production URL; the test URL works only while you watch.',
        ),
        step(
          'In [Zapier](https://help.zapier.com/hc/en-us/articles/8496288690317): choose Webhooks by Zapier, then Catch Hook, and copy the URL. Nested fields arrive as `data__url` and the like.',
        ),
        step(
          'In [Make](https://www.make.com/en/help/tools/webhooks): add a custom webhook and copy its URL, then let it determine the data structure from a test.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps('Paste that URL as the Webhook URL.'),
        step('If the webhook asks for a user, a password or a header, add them there.'),
      ],
    },
  ],
  headers: [],
  warnings: [
    'Most services answer before the workflow has run, so its failures never reach Coroot.',
    'A list such as the reports has any number of items, also none: let the workflow expect that.',
  ],
  approximate: [],
  unverified: ['How large a body each service takes; Zapier names 10 MB, others nothing.'],
};
