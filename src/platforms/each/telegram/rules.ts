/** What the Bot API says about a `sendMessage` body. https://core.telegram.org/bots/api#sendmessage */
import { type JsonNode, type JsonObject, type JsonString, described } from '../../../coroot';
import { memberOf, placeInString } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { type Place, type Report, placeOf } from '../../body/verdict';
import { checkKeyboard } from './check-keyboard';
import { checkMarks } from './check-marks';
import { cleaned } from './compose';
import { type Parameter, type ParseMode, parameter, parseMode, parseText, rawLimit, textLimit } from './message';
import { placeholder } from './placeholder';
import { shortenAll } from '../../body/shortening';

/** What the Bot API says of a body. */
export function rules(report: Report, root: JsonObject): void {
  const text = parameter(report.body, root, 'text');
  if (text === null || text.text === '') reportEmpty(report, text?.node ?? root);
  else checkText(report, text, checkMode(report, root));
  checkChat(report, root);
  checkThread(report, root);
  checkLinkPreview(report, root);
  checkKeyboard(report, root);
}

/** A text in quotes alone is read, though as a parameter that no message has; JSON that breaks off has many answers. */
export function answer(root: JsonNode | null): string | null {
  return root === null || root.kind === 'string' ? null : 'Bad Request: JSON object expected';
}

function reportEmpty(report: Report, node: JsonNode): void {
  report.error(
    placeOf(node),
    'empty',
    '“text” is missing or empty, and Telegram sends no message without it.',
    'Bad Request: message text is empty',
  );
}

function checkMode(report: Report, root: JsonObject): ParseMode {
  const given = parameter(report.body, root, 'parse_mode');
  const mode = parseMode(given?.text ?? '');
  if (mode === 'unsupported' && given !== null) {
    report.error(
      placeOf(given.node),
      'parse-mode',
      `“parse_mode” must be HTML, MarkdownV2 or Markdown, not ${described(given.node)}; leave it out for plain text.`,
      'Bad Request: unsupported parse_mode',
    );
  }
  return mode;
}

function checkText(report: Report, { node, text: raw }: Parameter, mode: ParseMode): void {
  const at = placeOf(node);
  if (node.kind !== 'string') {
    const message = `“text” is ${described(node)}, so Telegram sends the JSON itself as the message. Write it in double quotes or with {{ json … }}.`;
    report.warning(at, 'not-text', message);
  }
  const place = (span: Place): Place =>
    node.kind === 'string' ? placeInString(report.body, node, span.from, span.to) : at;
  if (!report.countText('text as written', raw, { max: rawLimit, measure: bytes }, at)) {
    const message = `“text” has more than ${rawLimit.toLocaleString('en')} bytes before its markup is read. ${shortenAll([raw], bytes(raw), { max: rawLimit, measure: bytes })}`;
    report.error(at, 'too-long', message, 'Bad Request: text is too long');
    return;
  }
  const parsed = parseText(raw, mode);
  if (parsed === null) return;
  if (!parsed.ok) {
    const answer = `Bad Request: can't parse entities: ${parsed.reason}`;
    report.error(place(parsed.at), 'entities', `${explained(mode)} Telegram refuses the whole message.`, answer);
    return;
  }
  const shown = cleaned(parsed.text).trim();
  if (shown === '') {
    const message = 'Nothing is left of “text” once its markup is read and white space is dropped.';
    report.error(at, 'empty', message, 'Bad Request: text must be non-empty');
  } else if (!report.countText('text', shown, { max: textLimit, measure: characters }, at)) {
    const message = `The text has ${characters(shown).toLocaleString('en')} characters; at most ${textLimit.toLocaleString('en')} are allowed, and Telegram does not cut it. ${shortenAll([shown], characters(shown), { max: textLimit, measure: characters })}`;
    report.error(at, 'too-long', message, 'Bad Request: message is too long');
  }
  checkMarks(report, raw, parsed, mode, place);
}

/** What to do about markup that Telegram cannot read. */
function explained(mode: ParseMode): string {
  switch (mode) {
    case 'Markdown':
      return 'In Markdown every _ * ` and [ needs its counterpart, also one from a name or a log line. Use parse_mode HTML with {{ html … }} instead.';
    case 'MarkdownV2':
      return 'In MarkdownV2 every _ * [ ] ( ) ~ ` > # + - = | { } . ! needs a backslash or its counterpart. Use parse_mode HTML with {{ html … }} instead.';
    case 'HTML':
      return 'In HTML only Telegram’s own tags are allowed, each must be closed, and < and & must be escaped: write texts as {{ html … }}.';
    case 'plain':
    case 'unsupported':
      return '';
    default:
      return mode satisfies never;
  }
}

function checkChat(report: Report, root: JsonObject): void {
  const chat = parameter(report.body, root, 'chat_id');
  if (chat === null || chat.text === '') {
    const message = '“chat_id” is missing: the number of the chat, or @name of a public channel or group.';
    report.error(placeOf(chat?.node ?? root), 'missing', message, 'Bad Request: chat_id is empty');
  } else if (!/^(?:-?\d+|@\w+)$/.test(chat.text)) {
    const message = `“chat_id” must be a whole number, such as -1001234567890, or @name, not ${described(chat.node)}.`;
    report.error(placeOf(chat.node), 'chat-id', message, 'Bad Request: chat not found');
  } else if (chat.text === placeholder) {
    const message = `${placeholder} stands for your chat. Put its own number there.`;
    report.info(placeOf(chat.node), 'placeholder', message);
  }
}

function checkThread(report: Report, root: JsonObject): void {
  const thread = parameter(report.body, root, 'message_thread_id');
  if (thread === null || /^\d+$/.test(thread.text)) return;
  const message = `“message_thread_id” must be the number of a topic, not ${described(thread.node)}.`;
  report.warning(placeOf(thread.node), 'thread-id', message);
}

function checkLinkPreview(report: Report, root: JsonObject): void {
  const options = memberOf(root, 'link_preview_options')?.value ?? null;
  if (options === null || options.kind === 'null' || isJsonText(options)) return;
  if (options.kind !== 'object') {
    const message = `“link_preview_options” must be an object such as {"is_disabled": true}, not ${described(options)}.`;
    report.error(placeOf(options), 'wrong-type', message);
    return;
  }
  for (const name of ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text']) {
    const flag = memberOf(options, name)?.value ?? null;
    if (flag === null || flag.kind === 'boolean') continue;
    const answer = `Bad Request: field "${name}" must be of type Boolean`;
    report.error(placeOf(flag), 'wrong-type', `“${name}” must be true or false, not ${described(flag)}.`, answer);
  }
}

/** Objects may come as JSON in a string; what is in it is not looked at here. */
function isJsonText(node: JsonNode): node is JsonString {
  return node.kind === 'string' && node.value.trimStart().startsWith('{');
}
