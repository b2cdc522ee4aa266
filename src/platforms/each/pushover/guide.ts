/** What people read of Pushover: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Pushover. */
export const guide: Guide = {
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
  approximate: ['Pushover’s icon, sounds and colours depend on the application and the phone.'],
  unverified: [
    'Whether Pushover refuses or cuts a text that is longer than its documentation allows.',
    'What the apps make of HTML tags that the documentation does not name.',
  ],
};
