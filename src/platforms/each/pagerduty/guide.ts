/** What people read of PagerDuty: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to PagerDuty. */
export const guide: Guide = {
  setup: [
    {
      title: 'In PagerDuty',
      steps: [
        step(
          'Open the service that is to get the incidents, then its Integrations, and add an integration of the type Events API v2.',
        ),
        step(
          'Copy the integration key, 32 letters and digits, and put it into all three templates in place of the zeros after “routing_key”.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `https://events.pagerduty.com/v2/enqueue` as the Webhook URL; accounts of the EU region use `https://events.eu.pagerduty.com/v2/enqueue`.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'Coroot’s test button opens a real incident, and people are paged.',
    'Change events would suit deployments better, but they have another address and Coroot has only one. So a stuck deployment opens an incident, every other one closes it.',
    'The integration key stands in the templates: take it out before you share a link.',
  ],
  approximate: ['The card shows what the event holds; the layout of the real page is another.'],
  unverified: ['How long a “dedup_key” may be; the templates cut it at 255 characters.'],
};
