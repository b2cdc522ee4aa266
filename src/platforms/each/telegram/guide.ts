/** What people read of Telegram: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Telegram. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a bot',
      steps: [
        step('In Telegram, open a chat with [@BotFather](https://t.me/BotFather) and send `/newbot`.'),
        step('Answer its two questions: a name for people to see, and a username that ends in `bot`.'),
        step(
          'BotFather replies with a token such as `123456:ABC-DEF1234ghIkl`. Keep it secret: whoever has it is the bot.',
        ),
      ],
    },
    {
      title: 'Add it to a chat',
      steps: [
        step('Open the group that is to get the messages, or create one, and open its settings.'),
        step('Choose to add a member, search for the bot’s username, and add it.'),
        step('For a private chat with the bot, open the bot and press Start instead.'),
      ],
    },
    {
      title: 'Find the chat’s id',
      steps: [
        step('Write any message in that chat, so that Telegram has something to report.'),
        step('Ask a bot that tells ids: add `@getidsbot` or `@userinfobot` to the chat and send `/getid`.'),
        step(
          'Groups have negative ids such as `-123456789`. Put yours in place of that number in all three templates.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Put the token into the address and paste it as the Webhook URL: `https://api.telegram.org/bot<token>/sendMessage`.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'A text may have 4096 characters; Telegram refuses a longer one instead of cutting it.',
    'With parse_mode Markdown, an odd number of underscores, asterisks or backquotes in a report makes Telegram refuse the whole message; an even number makes them vanish.',
    'Telegram drops links whose host has no dot, such as http://localhost:8080; the text stays. A button with such an address makes it refuse the whole message, so the robust templates use links.',
    'A bot may send about 20 messages a minute to one group; Telegram refuses more for a while, and Coroot tries again.',
    'A group that becomes a supergroup gets another chat_id, and the old one stops working. Take the new one from Telegram’s answer.',
  ],
  approximate: [
    'Telegram also makes links of bare domain names, e-mail addresses, hashtags, commands such as /healthz and phone numbers; here only addresses with http or https and @mentions are marked.',
    'The name and the picture of the bot are those you gave it.',
    'A date (tg-time) is shown in English and UTC; Telegram writes it in the language, the format and the time zone of whoever reads it.',
    'An “entities” parameter, which may be sent instead of parse_mode, is not drawn.',
  ],
  unverified: [
    'Telegram’s JSON reader drops the backslash of escapes that JSON does not have, such as \\_, and goes on; this page calls them errors.',
    'Whether Telegram accepts JSON from a browser (the preflight request) has not been tried.',
  ],
};
