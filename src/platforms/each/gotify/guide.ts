/** What people read of Gotify: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Gotify. */
export const guide: Guide = {
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
  approximate: ['The Android app cuts a long message in the notification and shows it whole inside the app.'],
  unverified: [],
};
