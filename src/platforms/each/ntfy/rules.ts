/** What ntfy requires of a message as JSON: https://docs.ntfy.sh/publish/#publish-as-json */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { type Shape, anything, boolean, integer, list, object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** A message of this many bytes or more becomes a file. The number is the default of `message-size-limit`. */
export const messageLimit = 4096;

/** Names that are pages of the server. https://docs.ntfy.sh/config/#config-options */
const takenTopics = ['docs', 'static', 'file', 'app', 'metrics', 'account', 'settings', 'signup', 'login', 'v1'];

const answers = {
  tooLarge: '{"code":41303,"http":413,"error":"JSON body too large"}',
  topic: '{"code":40009,"http":400,"error":"invalid request: topic invalid"}',
  priority:
    '{"code":40007,"http":400,"error":"invalid priority parameter","link":"https://ntfy.sh/docs/publish/#message-priority"}',
  icon: '{"code":40021,"http":400,"error":"invalid request: icon URL is invalid","link":"https://ntfy.sh/docs/publish/#icons"}',
  attach:
    '{"code":40013,"http":400,"error":"invalid request: attachment URL is invalid","link":"https://ntfy.sh/docs/publish/#attachments"}',
  asFile: '{"code":40014,"http":400,"error":"invalid request: attachments not allowed"}',
};

function actionsAnswer(why: string): string {
  return `{"code":40018,"http":400,"error":"invalid request: actions invalid; ${why}","link":"https://ntfy.sh/docs/publish/#action-buttons"}`;
}

const webAddress =
  (answer: string): Shape =>
  (report, node, path) => {
    text()(report, node, path);
    if (node.kind === 'string' && node.value !== '' && !/^https?:\/\//.test(node.value)) {
      report.error(
        placeOf(node),
        'not-address',
        `“${path}” must be an address that begins with http:// or https://.`,
        answer,
      );
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

function checkAction(report: Report, node: JsonObject, path: string): void {
  const at = placeOf(node);
  const kind = (textAt(node, 'action') ?? '').toLowerCase();
  const missing = (key: string): boolean => (textAt(node, key) ?? '') === '';
  if (!['view', 'http', 'broadcast', 'copy'].includes(kind)) {
    report.error(
      at,
      'action-kind',
      `“${path}.action” must be view, http or broadcast (copy with newer servers).`,
      actionsAnswer(`action '${kind}' unknown`),
    );
  } else if (missing('label')) {
    report.error(
      at,
      'action-label',
      `“${path}.label” is missing: the button needs a text.`,
      actionsAnswer("parameter 'label' is required"),
    );
  } else if ((kind === 'view' || kind === 'http') && missing('url')) {
    report.error(
      at,
      'action-url',
      `“${path}.url” is missing: the button needs an address.`,
      actionsAnswer(`parameter 'url' is required for action '${kind}'`),
    );
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
      `“${path}” has ${bytes(node.value).toLocaleString('en')} bytes; ntfy shows at most 4,095 and turns a longer text into a file, or refuses it where files are switched off. Shorten it with printf "%.200s".`,
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
    tags: optional(list(tag)),
    click: optional(text()),
    icon: optional(webAddress(answers.icon)),
    attach: optional(webAddress(answers.attach)),
    filename: optional(text()),
    markdown: optional(boolean),
    actions: optional(list(action)),
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
    report.error(at, 'topic-taken', `“${name}” is a page of the server and cannot be a topic. Choose another name.`);
  }
}

/** What ntfy would say to a body that is posted to the root of the server. */
export function rules(report: Report, root: JsonObject): void {
  const limit = { max: 2 * messageLimit - 1, measure: bytes };
  if (!report.countText('body', report.body, limit, report.whole)) {
    report.error(
      report.whole,
      'body-too-large',
      `The JSON has ${bytes(report.body).toLocaleString('en')} bytes; ntfy reads at most 8,191, and json writes < > & as six bytes each. Shorten the texts.`,
      answers.tooLarge,
    );
  }
  body(report, root, '');
}
