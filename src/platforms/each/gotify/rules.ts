/**
 * What Gotify requires of a message: https://gotify.net/docs/pushmsg https://gotify.net/api-docs#/message/createMessage
 */
import {
  type JsonNode,
  type JsonObject,
  anyGo,
  decodingErrors,
  intGo,
  mapGo,
  maybeGo,
  stringGo,
  structGo,
  uintGo,
} from '../../../coroot';
import { decodedInto, readByGo } from '../../body/encoding-json';
import { memberOf, valueAt } from '../../body/located-json';
import { anything, integer, object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** Gotify's answer with a reason. */
function refusal(description: string): string {
  return JSON.stringify({ error: 'Bad Request', errorCode: 400, errorDescription: description });
}

/**
 * What Gotify decodes a message into: https://github.com/gotify/server/blob/master/model/message.go, read on
 * 2026-11-30. Its date is left out, which nobody sets.
 */
const messageType = structGo('model.MessageExternal', {
  id: uintGo,
  appid: uintGo,
  message: stringGo,
  title: stringGo,
  priority: maybeGo(intGo),
  extras: mapGo(anyGo),
});

/** A body as Gotify reads it. */
export const asGotifyReads = readByGo({ name: 'Gotify', type: messageType, rest: 'ignored' });

/** What Gotify answers to JSON that is no object; null is an empty message to it. */
export function answer(root: JsonNode | null): string | null {
  if (root === null) return null;
  if (root.kind === 'null') return refusal("Field 'message' is required");
  const [error] = decodingErrors('', root, messageType);
  return error === undefined ? null : refusal(error.message);
}

const body = object(
  {
    message: optional(anything),
    title: optional(text()),
    priority: optional(integer()),
    // The server stores whatever stands in them; only the apps look inside.
    extras: optional(object({})),
  },
  { check: checkMessage },
);

function checkMessage(report: Report, root: JsonObject): void {
  const message = memberOf(root, 'message')?.value ?? null;
  const at = message === null ? placeOf(root) : placeOf(message);
  if (message === null || message.kind === 'null' || (message.kind === 'string' && message.value === '')) {
    report.error(
      at,
      'no-message',
      'The “message” is missing or empty; Gotify requires one.',
      refusal("Field 'message' is required"),
    );
  } else if (message.kind !== 'string') {
    report.error(at, 'wrong-type', 'The “message” must be text in double quotes. Write {{ json … }}.');
  }
  // https://gotify.net/docs/msgextras
  const type = valueAt(root, 'extras', 'client::display', 'contentType');
  if (type !== null && !(type.kind === 'string' && ['text/markdown', 'text/plain'].includes(type.value))) {
    report.warning(
      placeOf(type),
      'content-type',
      'Gotify’s apps know the content types "text/plain" and "text/markdown"; with another the text is shown as it is.',
    );
  }
  const click = valueAt(root, 'extras', 'client::notification', 'click', 'url');
  if (click !== null && click.kind !== 'string') {
    report.warning(
      placeOf(click),
      'click',
      'The address of a click must be text in double quotes; the app ignores it.',
    );
  }
}

const decoded = decodedInto(messageType, body, refusal);

/** What Gotify would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  decoded(report, root, '');
}
