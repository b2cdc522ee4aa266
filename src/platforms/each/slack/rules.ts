/** What Slack would say about a body posted to an incoming webhook. */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import { type Shape, anything, boolean, byKind, list, object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { blocks } from './blocks';
import { longestText } from './mrkdwn';
import { checkMrkdwn } from './remarks';

/** What Slack advises: https://docs.slack.dev/reference/methods/chat.postMessage */
const advised = 4000;

/**
 * Where messages with more text in their blocks were refused; not documented.
 * https://github.com/slackapi/bolt-js/issues/2509
 */
const crowded = 11_000;

/** How many attachments a message may have: https://docs.slack.dev/reference/methods/chat.postMessage */
const maxAttachments = 100;

/**
 * https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments; the answer to wrong blocks in
 * one: https://github.com/soxtoby/SlackNet/issues/241
 */
const attachment: Shape = object({
  blocks: optional(blocks('invalid_attachments')),
  color: optional(text()),
  fallback: optional(text()),
  pretext: optional(text({ check: checkMrkdwn })),
  author_name: optional(text()),
  author_link: optional(text()),
  author_icon: optional(text()),
  title: optional(text()),
  title_link: optional(text()),
  text: optional(text({ check: checkMrkdwn })),
  fields: optional(list(object({ title: optional(text()), value: optional(text()), short: optional(boolean) }))),
  image_url: optional(text()),
  thumb_url: optional(text()),
  footer: optional(text({ limit: { max: 300, measure: characters }, cuts: true })),
  footer_icon: optional(text()),
  ts: optional(anything),
  mrkdwn_in: optional(list(text({ oneOf: ['pretext', 'text', 'fields'] }))),
});

const message: Shape = object({
  text: optional(text({ limit: { max: longestText, measure: characters }, cuts: true, check: checkMrkdwn })),
  blocks: optional(byKind({ array: blocks('invalid_blocks') }, 'a list [ … ]')),
  attachments: optional(list(attachment)),
  mrkdwn: optional(boolean),
  unfurl_links: optional(boolean),
  unfurl_media: optional(boolean),
  thread_ts: optional(text()),
});

/** These are for webhooks of the old kind: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const fixed: readonly string[] = ['channel', 'username', 'icon_emoji', 'icon_url'];

/** The verdict on a body. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  const posted = textAt(root, 'text') ?? '';
  const layout = elementsAt(root, 'blocks');
  const attachments = elementsAt(root, 'attachments');
  if (posted === '' && layout.length === 0 && attachments.length === 0) {
    report.error(
      report.whole,
      'empty',
      'The message has no text, no blocks and no attachments. Give it a “text” at least.',
      'no_text',
    );
    return;
  }
  const at = memberOf(root, 'text')?.value ?? root;
  if (posted === '') {
    const message =
      'Without a “text” beside the blocks or attachments, notifications and screen readers have nothing to say. Add one that sums up the message.';
    report.warning(placeOf(at), 'no-fallback', message);
  } else if (characters(posted) > advised && characters(posted) <= longestText) {
    report.info(placeOf(at), 'long', `Slack advises at most ${advised.toLocaleString('en')} characters of text.`);
  }
  const list = memberOf(root, 'attachments')?.value;
  if (list !== undefined && attachments.length > 0) {
    report.count('attachments', attachments.length, maxAttachments, 'items', placeOf(list));
    if (attachments.length > maxAttachments) {
      const message = `There are ${String(attachments.length)} attachments; at most ${String(maxAttachments)} are allowed.`;
      report.error(placeOf(list), 'too-many', message, 'too_many_attachments');
    }
  }
  const inBlocks = textLength(layout) + attachments.reduce((sum, a) => sum + textLength(elementsAt(a, 'blocks')), 0);
  if (inBlocks > crowded) {
    const message = `The blocks have ${inBlocks.toLocaleString('en')} characters of text. Slack has refused messages with more than about ${crowded.toLocaleString('en')} with msg_blocks_too_long, though it documents no such limit.`;
    report.info(report.whole, 'crowded', message);
  }
  for (const { key, keyFrom, keyTo } of root.members) {
    if (!fixed.includes(key)) continue;
    const message = `“${key}” works with webhooks of the old kind (custom integrations) only; a webhook of an app keeps its own.`;
    report.info({ from: keyFrom, to: keyTo }, 'fixed', message);
  }
}

/** The characters of every `text` in blocks. */
function textLength(nodes: readonly JsonNode[]): number {
  let sum = 0;
  const stack: JsonNode[] = Array.from(nodes);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'array') for (const child of node.elements) stack.push(child);
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.members) {
      if (value.kind === 'string') sum += key === 'text' ? characters(value.value) : 0;
      else stack.push(value);
    }
  }
  return sum;
}
