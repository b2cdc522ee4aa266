/**
 * What Google Chat answers to a body that it cannot read as a message. Google reads all JSON with one parser, whose
 * words these are; what it answers is in `error.message`, with the status 400 and INVALID_ARGUMENT.
 */

/** How much of the body Google quotes on either side of the place where it stopped, in bytes. */
const context = 20;

/**
 * The answer to a message with nothing in it: https://github.com/googleapis/google-api-nodejs-client/issues/3379
 * (2023-10-26)
 */
export const emptyMessage = 'Message cannot be empty.';

/**
 * The answer to a text that begins with a word, where JSON would begin; null for others, whose answers are not known.
 * https://github.com/opensearch-project/notifications/issues/817 (of 2023-11-21)
 */
export function unexpectedToken(body: string): string | null {
  const at = body.search(/[^ \t\r\n]/);
  if (at < 0 || !/[A-Za-z_$]/.test(body.charAt(at)) || /^(?:true|false|null)/.test(body.slice(at))) return null;
  // Within white space a character is a byte; what follows may be cut in the middle of one.
  const from = Math.max(0, at - context);
  const bytes = new TextEncoder().encode(body.slice(at)).subarray(0, context);
  const quoted = body.slice(from, at) + new TextDecoder().decode(bytes);
  return `Invalid JSON payload received. Unexpected token.\n${quoted}\n${' '.repeat(at - from)}^`;
}

/**
 * The answer to a key that the object at `path` of a message does not have.
 * https://github.com/ansible/awx/issues/4665 (of 2019-09-05)
 */
export function unknownName(path: string, key: string): string {
  const place = path === '' ? 'message' : `message.${protocolName(path)}`;
  return `Invalid JSON payload received. Unknown name "${key}" at '${place}': Cannot find field.`;
}

/** Google names fields in its answers as its protocol does: `cards_v2[0].card`. */
function protocolName(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
