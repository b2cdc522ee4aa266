/** What people read of Splunk On-Call: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Splunk On-Call. */
export const guide: Guide = {
  setup: [
    {
      title: 'In Splunk On-Call',
      steps: [
        step('Under Integrations, 3rd Party Integrations, switch on REST – Generic and copy its address.'),
        step('Replace `$routing_key` at its end by the key of the team, such as `everyone`.'),
      ],
    },
    { title: 'Set up Coroot', steps: corootSteps('Paste the address as the Webhook URL.') },
  ],
  headers: [],
  warnings: [
    'A wrong key may be reported in the answer only, with a status that Coroot takes for delivered: look at the timeline after the test.',
    'Coroot’s test button opens a real incident, and people are paged.',
  ],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: [
    'Whether a wrong API key is answered with an error status.',
    'That “vo_annotate.u.…” becomes a link on the incident.',
  ],
};
