/** Buttons under a message. https://core.telegram.org/bots/api#inlinekeyboardmarkup */
import { type JsonNode, type JsonObject, described } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { type Report, placeOf } from '../../body/verdict';
import { checkAddress } from './links';

/** What a button may do; one that does nothing is refused. */
const actions = [
  'url', 'callback_data', 'web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat', 'copy_text', 'callback_game', 'pay',
]; // prettier-ignore

const cannotParse = "Bad Request: can't parse inline keyboard button:";

/** Checks `reply_markup` where it has an inline keyboard; other keyboards are not looked at. */
export function checkKeyboard(report: Report, root: JsonObject): void {
  const markup = memberOf(root, 'reply_markup')?.value ?? null;
  // It may also come as JSON in a string.
  if (markup === null || markup.kind === 'string') return;
  if (markup.kind !== 'object') {
    const message = `“reply_markup” must be an object, not ${described(markup)}; leave it out where there are no buttons.`;
    report.error(placeOf(markup), 'wrong-type', message, 'Bad Request: object expected as reply markup');
    return;
  }
  const keyboard = memberOf(markup, 'inline_keyboard')?.value ?? null;
  if (keyboard === null) return;
  const rows = keyboard.kind === 'array' ? keyboard.elements : [keyboard];
  for (const row of rows) {
    if (row.kind === 'array') row.elements.forEach((button) => checkButton(report, button));
    else {
      const message = '“inline_keyboard” must be a list of rows, each a list of buttons: [[{"text": …, "url": …}]].';
      report.error(placeOf(row), 'wrong-type', message);
    }
  }
}

function checkButton(report: Report, button: JsonNode): void {
  const at = placeOf(button);
  if (button.kind !== 'object') {
    const message = `A button must be an object {"text": …, "url": …}, not ${described(button)}.`;
    report.error(at, 'wrong-type', message, `${cannotParse} InlineKeyboardButton must be an Object`);
    return;
  }
  if ((textAt(button, 'text') ?? '') === '') {
    report.error(at, 'missing', 'A button needs a “text” to show.');
  }
  const url = memberOf(button, 'url')?.value ?? null;
  if (url?.kind === 'string' && url.value !== '') {
    const checked = checkAddress(url.value);
    if (checked.ok) return;
    const message =
      'A button’s address must be http, https or tg, with a host that has a dot. Telegram refuses the whole message for another; a link in the text would only be dropped.';
    const answer = `Bad Request: inline keyboard button URL '${url.value}' is invalid: ${checked.reason}`;
    report.error(placeOf(url), 'button-url', message, answer);
  } else if (!actions.slice(1).some((action) => memberOf(button, action) !== null)) {
    const answer = `${cannotParse} Text buttons are unallowed in the inline keyboard`;
    report.error(at, 'button-action', 'A button needs something to do, such as a “url” that is not empty.', answer);
  }
}
