/** What people read of Home Assistant: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Home Assistant. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create an automation',
      steps: [
        step(
          'In Home Assistant, create an automation with the trigger “Webhook” and a webhook id that nobody guesses.',
        ),
        step('Leave POST allowed, and switch off “Only accessible from the local network” if Coroot is elsewhere.'),
        step(
          'Add a notify action with the title `{{ trigger.json.title }}` and the message `{{ trigger.json.message }}`.',
        ),
        step(
          'For conditions, use `{{ trigger.json.problem }}`, `{{ trigger.json.critical }}` and `{{ trigger.json.event }}`.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste Home Assistant’s address with the id as the Webhook URL: `http://homeassistant.local:8123/api/webhook/…`.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'Home Assistant answers 200 to everything, also to a wrong webhook id and to an automation that fails: Coroot never sees an error. Look at the automation’s traces.',
    'Without the trigger’s permission for other networks, only callers in the local network start the automation.',
  ],
  approximate: [],
  unverified: [],
};
