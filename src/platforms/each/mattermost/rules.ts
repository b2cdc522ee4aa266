/**
 * Mattermost's rules for what is posted to an incoming webhook.
 * https://developers.mattermost.com/integrate/webhooks/incoming/ and
 * https://developers.mattermost.com/integrate/reference/message-attachments/
 */
import type { JsonObject, JsonString } from '../../../coroot';
import { elementsAt, memberOf, placeInString, textAt, valueAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import { type Shape, anything, boolean, byKind, list, object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { everybody } from './markdown';
import { shortenAll } from '../../body/shortening';

/**
 * The characters of a post; a longer text becomes several.
 * https://docs.mattermost.com/product-overview/system-requirements.html
 */
const post = 16_383;

/** What Mattermost answers to a body that it cannot read. */
export const undecodable = 'Failed to decode the payload of media type application/json for incoming webhook <id>.';

/** What Mattermost says about a body. */
export function rules(report: Report, root: JsonObject): void {
  request(report, root, '');
  notEmpty(report, root);
  pings(report, root);
}

const split = text({
  check: (report, node) => {
    if (!report.countText('text', node.value, { max: post, measure: characters }, placeOf(node))) {
      const advice = shortenAll([node.value], characters(node.value), { max: post, measure: characters });
      const message = `“text” has more than 16,383 characters, so Mattermost splits it into several posts, wherever the markup is then cut. ${advice}`;
      report.warning(placeOf(node), 'split', message);
    }
  },
});

const color = text({
  check: (report, node, path) => {
    if (/^(?:#[\da-f]{6}|#[\da-f]{3}|good|warning|danger|)$/i.test(node.value)) return;
    const message = `“${path}” is not a color such as #e74c3c; Mattermost shows its own one.`;
    report.warning(placeOf(node), 'color', message);
  },
});

const link = text({
  check: (report, node, path) => {
    if (node.value !== '' && !/^https?:\/\//i.test(node.value)) {
      report.warning(placeOf(node), 'address', `“${path}” should be an address that begins with https:// or http://.`);
    }
  },
});

const footer = text({ limit: { max: 300, measure: characters }, cuts: true });

const field = object({
  title: optional(text()),
  value: optional(anything),
  short: optional(byKind({ boolean, string: text({ oneOf: ['true', 'false'] }) }, 'true or false')),
});

const attachment: Shape = object(
  {
    fallback: optional(text()),
    color: optional(color),
    pretext: optional(text()),
    text: optional(text()),
    author_name: optional(text()),
    author_link: optional(link),
    author_icon: optional(link),
    title: optional(text()),
    title_link: optional(link),
    fields: optional(list(byKind({ object: field, null: anything }, 'an object { … }'))),
    image_url: optional(link),
    thumb_url: optional(link),
    footer: optional(footer),
    footer_icon: optional(link),
    actions: optional(list(anything)),
  },
  {
    check: (report, node, path) => {
      if ((textAt(node, 'fallback') ?? '') === '') {
        const message = `“${path}.fallback” is missing: notifications and clients without formatting show that text.`;
        report.info(placeOf(node), 'fallback', message);
      }
      for (const [target, label] of [
        ['title_link', 'title'],
        ['author_link', 'author_name'],
      ] as const) {
        const value = valueAt(node, target);
        if ((textAt(node, target) ?? '') === '' || (textAt(node, label) ?? '') !== '' || value === null) continue;
        report.warning(placeOf(value), 'link-without-text', `“${path}.${target}” is not shown without “${label}”.`);
      }
    },
  },
);

const request = object({
  text: optional(split),
  channel: optional(text()),
  username: optional(text()),
  icon_url: optional(text()),
  icon_emoji: optional(text()),
  attachments: optional(list(byKind({ object: attachment, null: anything }, 'an object { … }'))),
  type: optional(
    text({ pattern: [/^(?:custom_.*)?$/s, '“type” must begin with custom_; leave it out for an ordinary post.'] }),
  ),
  props: optional(object({ card: optional(text()) })),
  priority: optional(
    object({
      priority: optional(text({ oneOf: ['', 'important', 'urgent'] })),
      requested_ack: optional(boolean),
      persistent_notifications: optional(boolean),
    }),
  ),
});

function notEmpty(report: Report, root: JsonObject): void {
  const attachments = valueAt(root, 'attachments');
  if ((textAt(root, 'text') ?? '') !== '' || attachments?.kind === 'array') return;
  if (memberOf(root, 'text') !== null && valueAt(root, 'text')?.kind !== 'string') return;
  report.error(report.whole, 'empty', 'The message needs “text” or “attachments”.', 'No text specified');
}

/** At most so many pings are pointed out; more say nothing new. */
const mostPings = 20;

/** The texts in which mentions notify people. */
function pings(report: Report, root: JsonObject): void {
  const texts = [valueAt(root, 'text')];
  for (const node of elementsAt(root, 'attachments')) {
    texts.push(valueAt(node, 'pretext'), valueAt(node, 'text'));
    for (const part of elementsAt(node, 'fields')) texts.push(valueAt(part, 'value'));
  }
  let told = 0;
  for (const node of texts) {
    if (node?.kind !== 'string') continue;
    for (const [from, to] of loud(node)) {
      if (told === mostPings) return;
      told++;
      const at = placeInString(report.body, node, from, to);
      const name = node.value.slice(from, to);
      const message = `“${name}” notifies everybody in the channel, also where it came with the payload and with a backslash before it. Put an invisible U+200B after the @ to prevent that.`;
      report.mention(at, 'ping', message);
    }
  }
}

/** Where a text mentions everybody, code left out. */
function loud(node: JsonString): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let code = false;
  for (const match of node.value.matchAll(
    /`+|<!(?:channel|here|all)>|(?<![\p{L}\p{N}@])@(?:channel|all|here)(?![\p{L}\p{N}@])/giu,
  )) {
    const [name] = match;
    if (name.startsWith('`')) code = !code;
    else if (!code && (name.startsWith('<') || everybody.includes(name.toLowerCase()))) {
      found.push([match.index, match.index + name.length]);
    }
  }
  return found;
}
