/** What ntfy requires of a message as JSON: https://docs.ntfy.sh/publish/#publish-as-json */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt, valueAt } from '../../body/located-json';
import { decodedInto } from '../../body/encoding-json';
import { bytes } from '../../body/measure';
import { type Shape, anything, boolean, byKind, integer, list, object, optional, text } from '../../body/schema';
import { type Finding, Report, placeOf } from '../../body/verdict';
import { actionsAnswer, answers } from './answers';
import { type Delay, delayOf } from './delay';
import { messageType } from './reads';
import { shortenAll } from '../../body/shortening';

/** A message of this many bytes or more becomes a file. The number is the default of `message-size-limit`. */
export const messageLimit = 4096;

/** Names that are pages of the server. https://docs.ntfy.sh/config/#config-options */
const takenTopics = ['docs', 'static', 'file', 'app', 'metrics', 'account', 'settings', 'signup', 'login', 'v1'];

const webAddress =
  (code: string, answer: string): Shape =>
  (report, node, path) => {
    text()(report, node, path);
    if (node.kind === 'string' && node.value !== '' && !/^https?:\/\//.test(node.value)) {
      report.error(placeOf(node), code, `“${path}” must be an address that begins with http:// or https://.`, answer);
    }
  };

/** https://docs.ntfy.sh/publish/#action-buttons */
const action: Shape = object(
  {
    action: optional(text()),
    label: optional(text()),
    url: optional(text()),
    clear: optional(boolean),
    method: optional(text()),
    body: optional(text()),
    headers: optional(anything),
    extras: optional(anything),
    intent: optional(text()),
  },
  { check: checkAction },
);

/** What ntfy makes of null among the buttons: one that does nothing. */
const noAction: Shape = (report, node, path) => {
  unknownAction(report, node, path, '');
};

function unknownAction(report: Report, node: JsonNode, path: string, kind: string): void {
  const message =
    kind === 'copy'
      ? `“${path}.action” is copy, which ntfy knows since 2.17; an older server refuses the whole message.`
      : `“${path}.action” must be view, http or broadcast (copy with newer servers).`;
  const answer = actionsAnswer(
    `parameter 'action' cannot be '${kind}', valid values are 'view', 'broadcast' and 'http'`,
  );
  // https://github.com/binwiederhier/ntfy/blob/main/docs/releases.md, read on 2026-11-30.
  if (kind === 'copy') report.warning(placeOf(node), 'action-kind', message, answer);
  else report.error(placeOf(node), 'action-kind', message, answer);
}

function checkAction(report: Report, node: JsonObject, path: string): void {
  const kind = (textAt(node, 'action') ?? '').toLowerCase();
  const has = (key: string): boolean => (textAt(node, key) ?? '') !== '';
  const refuse = (code: string, message: string, why: string): void => {
    report.error(placeOf(node), code, message, actionsAnswer(why));
  };
  const method = (textAt(node, 'method') ?? '').toUpperCase();
  if (!['view', 'http', 'broadcast'].includes(kind)) unknownAction(report, node, path, kind);
  else if (!has('label')) {
    refuse('action-label', `“${path}.label” is missing: the button needs a text.`, "parameter 'label' is required");
  } else if (kind !== 'broadcast' && !has('url')) {
    const message = `“${path}.url” is missing: the button needs an address.`;
    refuse('action-url', message, `parameter 'url' is required for action '${kind}'`);
  } else if (kind === 'http' && ['GET', 'HEAD'].includes(method) && has('body')) {
    const message = `“${path}.body” is not allowed with the method ${method}. Use POST, or leave it out.`;
    refuse('action-body', message, `parameter 'body' cannot be set if method is ${method}`);
  }
}

const priority: Shape = (report, node, path) => {
  integer()(report, node, path);
  const value = node.kind === 'number' ? Number(node.text) : NaN;
  if (Number.isInteger(value) && (value < 0 || value > 5)) {
    report.error(
      placeOf(node),
      'priority',
      `“${path}” goes from 1 (min) to 5 (max), not ${String(value)}.`,
      answers.priority,
    );
  }
};

const tag: Shape = (report, node, path) => {
  text()(report, node, path);
  if (node.kind === 'string' && node.value.includes(',')) {
    report.warning(placeOf(node), 'tag-comma', `“${path}” holds a comma: ntfy makes several tags of it.`);
  }
};

const message: Shape = (report, node, path) => {
  text()(report, node, path);
  if (node.kind !== 'string') return;
  const at = placeOf(node);
  if (!report.countText(path, node.value, { max: messageLimit - 1, measure: bytes }, at)) {
    report.error(
      at,
      'too-long',
      `“${path}” has ${bytes(node.value).toLocaleString('en')} bytes; ntfy shows at most 4,095 and turns a longer text into a file, or refuses it where files are switched off. ${shortenAll([node.value], bytes(node.value), { max: messageLimit - 1, measure: bytes })}`,
      answers.asFile,
    );
  }
};

const body = object(
  {
    topic: optional(text()),
    title: optional(text()),
    message: optional(message),
    priority: optional(priority),
    tags: optional(list(byKind({ string: tag, null: anything }, 'text in double quotes'))),
    click: optional(text()),
    icon: optional(webAddress('icon', answers.icon)),
    attach: optional(webAddress('attach', answers.attach)),
    filename: optional(text()),
    markdown: optional(boolean),
    actions: optional(list(byKind({ object: action, null: noAction }, 'an object { … }'))),
    delay: optional(text()),
    email: optional(text()),
    call: optional(text()),
    cache: optional(text()),
    firebase: optional(text()),
    // A newer addition: https://docs.ntfy.sh/publish/#updating-deleting-notifications
    sequence_id: optional(text()),
  },
  { unknown: 'warned', check: checkMessage },
);

function checkMessage(report: Report, root: JsonObject): void {
  checkTopic(report, memberOf(root, 'topic')?.value ?? null);
  checkSettings(report, root);
  checkDelay(report, root);
  const actions = elementsAt(root, 'actions');
  const last = actions.at(-1);
  if (actions.length > 3 && last !== undefined) {
    report.error(
      placeOf(last),
      'too-many-actions',
      `A notification has at most 3 buttons, not ${String(actions.length)}.`,
      actionsAnswer('only 3 actions allowed'),
    );
  }
  if ((textAt(root, 'message') ?? '').trim() === '') {
    const place = memberOf(root, 'message')?.value;
    report.warning(
      place === undefined ? report.whole : placeOf(place),
      'empty',
      'There is no message: people will read “triggered”.',
    );
  }
}

function checkTopic(report: Report, topic: JsonNode | null): void {
  if (topic !== null && topic.kind !== 'string' && topic.kind !== 'null') return;
  const name = topic?.kind === 'string' ? topic.value : '';
  const at = topic === null ? report.whole : placeOf(topic);
  if (name === '') {
    report.error(at, 'topic', 'The “topic” is missing: write your topic’s name in the template.', answers.topic);
  } else if (!/^[-_A-Za-z0-9]{1,64}$/.test(name)) {
    report.error(
      at,
      'topic',
      'A “topic” has 1 to 64 letters, digits, hyphens and underscores, nothing else.',
      answers.topic,
    );
  } else if (takenTopics.includes(name)) {
    const message = `“${name}” is a page of the server and cannot be a topic. Choose another name.`;
    report.error(at, 'topic-taken', message, answers.topicTaken);
  }
}

/** What only some servers do, by their settings; ntfy.sh does all of it for those who have an account. */
function checkSettings(report: Report, root: JsonObject): void {
  const warn = (key: string, code: string, message: string, answer: string): void => {
    const value = valueAt(root, key);
    if (value?.kind === 'string' && value.value !== '') report.warning(placeOf(value), code, message, answer);
  };
  warn(
    'email',
    'email',
    'The server must have e-mail enabled (smtp-sender-addr and the like), or it refuses the whole message. ntfy.sh has, with few e-mails a day.',
    answers.email,
  );
  warn(
    'call',
    'call',
    'The server must have phone calls enabled (twilio-account and the like), or it refuses the whole message. On ntfy.sh they need an account with a verified number.',
    answers.call,
  );
  if ((textAt(root, 'attach') ?? '') !== '') return;
  warn(
    'filename',
    'attachment',
    'With a “filename” the message is sent as a file, not as text, and a server without attachments (attachment-cache-dir) refuses it. Leave it out.',
    answers.asFile,
  );
}

const delayMessages: Readonly<Record<Exclude<Delay, 'accepted'>, string>> = {
  unreadable:
    'ntfy cannot read this “delay”: write "30m", "2 hours", "tomorrow, 10am" or seconds since 1970 in the future.',
  'too-small': 'A “delay” is at least 10 seconds. Leave it out to send at once.',
  'too-large': 'A “delay” is at most 3 days.',
};

function checkDelay(report: Report, root: JsonObject): void {
  const delay = valueAt(root, 'delay');
  if (delay?.kind !== 'string' || delay.value === '') return;
  const at = placeOf(delay);
  const cache = (textAt(root, 'cache') ?? '').trim().toLowerCase();
  if (!['', '1', 'yes', 'true'].includes(cache)) {
    const message = 'A delayed message is kept by the server until it is sent, so it cannot go with “cache”: "no".';
    report.error(at, 'delay', message, answers.delayNoCache);
    return;
  }
  for (const key of ['email', 'call'] as const) {
    if ((textAt(root, key) ?? '') === '') continue;
    report.error(
      at,
      'delay',
      `ntfy cannot delay a message with “${key}”. Leave one of them out.`,
      answers.delayed[key],
    );
    return;
  }
  const read = delayOf(delay.value, Date.now());
  if (read !== 'accepted') report.error(at, 'delay', delayMessages[read], answers.delay[read]);
}

/** In this order ntfy looks at a message; it answers to the first of them. */
const order = [
  'body-too-large', 'wrong-type', 'topic', 'topic-taken', 'attach', 'icon', 'email', 'call', 'priority', 'delay',
  'too-many-actions', 'action-kind', 'action-label', 'action-url', 'action-body', 'attachment', 'too-long',
]; // prettier-ignore

/** Where a finding stands in ntfy's order; those about buttons stand in the order of the buttons. */
function rank({ code }: Finding): number {
  return order.indexOf(code.startsWith('action-') ? 'action-kind' : code);
}

const decoded = decodedInto(messageType, body, () => answers.notJson);

/** What ntfy would say to a body that is posted to the root of the server. */
export function rules(report: Report, root: JsonObject): void {
  const inner = new Report(report.body);
  const limit = { max: 2 * messageLimit - 1, measure: bytes };
  if (!inner.countText('body', report.body, limit, report.whole)) {
    inner.error(
      report.whole,
      'body-too-large',
      `The JSON has ${bytes(report.body).toLocaleString('en')} bytes; ntfy reads at most 8,191, and json writes < > & as six bytes each. Shorten the texts.`,
      answers.tooLarge,
    );
  }
  decoded(inner, root, '');
  const { verdict } = inner;
  const first = verdict.findings
    .filter(({ answer }) => answer !== null)
    .reduce<Finding | null>((best, finding) => (best === null || rank(finding) < rank(best) ? finding : best), null);
  report.addAll(verdict, (finding) => (finding === first ? finding.answer : null));
}
