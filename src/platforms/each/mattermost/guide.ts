/** What people read of Mattermost: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Mattermost. */
export const guide: Guide = {
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
  warnings: [
    'A post has at most 16383 characters; Mattermost splits a longer text into several posts.',
    '@channel, @all and @here in a log message notify everybody in the channel. A backslash before them does not help.',
    'A body with raw line feeds in its texts works here, because Mattermost repairs it, and nowhere else.',
    'The robust templates put an invisible character after @, : and ~, which stays in copied text.',
  ],
  approximate: [
    'Text is read as the web client reads it (its fork of marked at c211e4c, run on 2026-11-30). The client then makes links of bare e-mail addresses and pictures of emoticons such as :), which are drawn as text; the mobile apps have a reader of their own.',
    'Any @name and ~channel is drawn as a mention; Mattermost draws only those that exist.',
    'Hashtags and formulas are shown as text.',
    'The name and picture of the webhook are set in Mattermost; here it is called Coroot unless the body has a username.',
  ],
  unverified: [
    'The robust templates are made for the web and desktop apps. How the mobile apps read character references in attachments was not tried.',
    'Whether titles of attachments and fields show markup differs between versions; they are shown without.',
  ],
};
