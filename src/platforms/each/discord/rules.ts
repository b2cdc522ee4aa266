/**
 * Discord's rules for what is posted to a webhook.
 * https://docs.discord.com/developers/resources/webhook#execute-webhook Its answers are those that people quote from
 * it: https://github.com/discord/discord-api-docs/issues
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, placeInString, textAt, valueAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import {
  type Shape,
  anything,
  boolean,
  byKind,
  integer,
  list,
  object,
  optional,
  required,
  text,
} from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { shortenAll } from '../../body/shortening';

/**
 * What the texts of all embeds of a message may have together.
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
const allEmbeds = 6000;

/**
 * The flag of a message that consists of components.
 * https://docs.discord.com/developers/resources/message#message-object-message-flags
 */
const componentsV2 = 1 << 15;

const missingAnswer = 'This field is required';

/** What Discord says about a body. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  notEmpty(report, root);
  sizeOfEmbeds(report, root);
  sameAddress(report, root);
  pings(report, root);
  components(report, root);
}

/** A text of at most `max` characters; Discord trims what it is sent, so blank ones count as empty. */
function limited(max: number, blank: 'allowed' | 'refused' = 'allowed'): Shape {
  const shape = text({
    limit: { max, measure: characters },
    answers: { tooLong: `Must be ${String(max)} or fewer in length.` },
    check: (report, node, path) => {
      if (blank === 'refused' && node.value.trim() === '') {
        report.error(placeOf(node), 'empty', `“${path}” must have a text that is not blank.`, missingAnswer);
      }
    },
  });
  return byKind({ string: shape, number: converted, boolean: converted }, 'text in double quotes');
}

const converted: Shape = (report, node, path) => {
  report.warning(
    placeOf(node),
    'not-text',
    `“${path}” should be text in double quotes; Discord may convert it or not.`,
  );
};

/** An address that Discord follows: http or https, with a host that has a dot in its name. */
const address = text({
  check: (report, node, path) => {
    const { value } = node;
    const scheme = /^([^:/?#]*):/.exec(value)?.[1] ?? '';
    if (!/^https?$/i.test(scheme)) {
      const answer = `Scheme "${scheme.toLowerCase()}" is not supported. Scheme must be one of ('http', 'https').`;
      const message = `“${path}” must be an address that begins with https:// or http://. Leave it out if there is none.`;
      report.error(placeOf(node), 'address', message, answer);
    } else if (!URL.canParse(value) || !isKnownHost(new URL(value).hostname)) {
      // https://github.com/bugsink/bugsink/issues/280, https://github.com/go-gitea/gitea/issues/14379
      const message = `“${path}” must be an address with a full host name: Discord refuses those without a dot, such as http://coroot:8080. A link in the description, [text](address), may have any host.`;
      report.error(placeOf(node), 'address', message, 'Not a well formed URL.');
    }
  },
});

function isKnownHost(host: string): boolean {
  return host.startsWith('[') || /[^.]\.[^.]/.test(host);
}

const color: Shape = (report, node, path) => {
  if (node.kind === 'string' && /^\d+$/.test(node.value)) {
    report.warning(placeOf(node), 'not-number', `“${path}” should be a number without quotes.`);
  } else if (node.kind === 'string') {
    const message = `“${path}” must be a whole number, not “${node.value}”: write #e74c3c as 15158332.`;
    report.error(placeOf(node), 'wrong-type', message, `Value "${node.value}" is not int.`);
  } else integer({ min: 0, max: 0xffffff })(report, node, path);
};

const timestamp = text({
  check: (report, node, path) => {
    if (!/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/.test(node.value) || Number.isNaN(Date.parse(node.value))) {
      const message = `“${path}” must be a time as ISO 8601 writes it, such as 2026-08-01T12:00:00Z.`;
      report.error(placeOf(node), 'malformed', message);
    }
  },
});

/** A list of at most `max` elements. */
function atMost(max: number, element: Shape): Shape {
  return list(element, { max, tooMany: `Must be ${String(max)} or fewer in length.` });
}

const media = object({ url: required(address) });

const field = object(
  {
    name: required(limited(256, 'refused')),
    value: required(limited(1024, 'refused')),
    inline: optional(boolean),
  },
  { missing: missingAnswer },
);

const embed = object(
  {
    title: optional(limited(256)),
    description: optional(limited(4096)),
    url: optional(address),
    timestamp: optional(timestamp),
    color: optional(color),
    // Discord leaves out a footer without a text, where https://github.com/discohook/site/issues/8 (of 2020-03-20) and
    // the push messages of Forgejo, https://github.com/spacebarchat/server/issues/1578 (of 2026-03-07), have one.
    footer: optional(object({ text: optional(limited(2048)), icon_url: optional(address) })),
    image: optional(media),
    thumbnail: optional(media),
    author: optional(object({ name: required(limited(256)), url: optional(address), icon_url: optional(address) })),
    fields: optional(atMost(25, field)),
  },
  {
    check: (report, node, path) => {
      const parts = ['title', 'description', 'image', 'thumbnail', 'author', 'fields', 'timestamp'];
      if (parts.some((key) => !isNothing(valueAt(node, key))) || !isNothing(valueAt(node, 'footer', 'text'))) return;
      const message = `“${path}” has nothing to show: give it a title, a description or fields.`;
      report.error(placeOf(node), 'empty', message, missingAnswer);
    },
  },
);

/** Whether a value is absent, or as good as absent. */
function isNothing(node: JsonNode | null): boolean {
  if (node === null || node.kind === 'null') return true;
  if (node.kind === 'string') return node.value.trim() === '';
  return node.kind === 'array' && node.elements.length === 0;
}

/** Names that a webhook cannot take. https://docs.discord.com/developers/resources/webhook#create-webhook */
const username = text({
  limit: { max: 80, measure: characters },
  answers: { tooLong: 'Must be between 1 and 80 in length.' },
  check: (report, node) => {
    const name = node.value.trim().toLowerCase();
    const part = ['clyde', 'discord'].find((word) => name.includes(word));
    const found = part === undefined ? -1 : node.value.toLowerCase().indexOf(part);
    if (part !== undefined && found >= 0) {
      const message = `“username” must not contain “${part}”, in whatever case.`;
      const at = placeInString(report.body, node, found, found + part.length);
      report.error(at, 'name', message, `Username cannot contain "${part}"`);
    } else if (name === 'everyone' || name === 'here') {
      report.error(placeOf(node), 'name', `“username” must not be “${name}”.`, `Username cannot be "${name}"`);
    }
  },
});

const snowflakes = list(anything, { max: 100 });

const message = object({
  content: optional(limited(2000)),
  username: optional(username),
  avatar_url: optional(address),
  tts: optional(boolean),
  embeds: optional(atMost(10, embed)),
  allowed_mentions: optional(
    object({
      parse: optional(list(text({ oneOf: ['roles', 'users', 'everyone'] }))),
      roles: optional(snowflakes),
      users: optional(snowflakes),
      replied_user: optional(boolean),
    }),
  ),
  components: optional(list(anything)),
  flags: optional(integer({ min: 0 })),
  thread_name: optional(text({ limit: { max: 100, measure: characters } })),
  applied_tags: optional(list(anything)),
  poll: optional(byKind({ object: anything }, 'an object { … }')),
});

function notEmpty(report: Report, root: JsonObject): void {
  const parts = ['content', 'embeds', 'components', 'poll'];
  if (parts.some((key) => !isNothing(valueAt(root, key)))) return;
  const hint = ['text', 'attachments', 'blocks'].some((key) => memberOf(root, key) !== null)
    ? ' For a body as Slack takes it, put /slack at the end of the webhook’s address.'
    : '';
  report.error(
    report.whole,
    'empty-message',
    `The message is empty: it needs “content” or “embeds”.${hint}`,
    '{"message": "Cannot send an empty message", "code": 50006}',
  );
}

/** Every text of the embeds that counts towards the limit of all. */
function sizeOfEmbeds(report: Report, root: JsonObject): void {
  const embeds = valueAt(root, 'embeds');
  if (embeds?.kind !== 'array' || embeds.elements.length === 0) return;
  const all: string[] = [];
  for (const element of embeds.elements) {
    const texts = [
      textAt(element, 'title'),
      textAt(element, 'description'),
      textAt(element, 'footer', 'text'),
      textAt(element, 'author', 'name'),
      ...elementsAt(element, 'fields').flatMap((part) => [textAt(part, 'name'), textAt(part, 'value')]),
    ];
    for (const part of texts) if (part !== null) all.push(part.trim());
  }
  const used = all.reduce((sum, part) => sum + characters(part), 0);
  const at = placeOf(embeds);
  report.count('embeds in all', used, allEmbeds, 'characters', at);
  if (used > allEmbeds) {
    const message = `The texts of all embeds together have ${used.toLocaleString('en')} characters; at most 6,000 are allowed. ${shortenAll(all, used, { max: allEmbeds, measure: characters })}`;
    report.error(at, 'too-long', message, `Embed size exceeds maximum size of ${String(allEmbeds)}`);
  }
}

/** Embeds with the same address are shown as one, with the first one’s texts. */
function sameAddress(report: Report, root: JsonObject): void {
  const seen = new Set<string>();
  for (const element of elementsAt(root, 'embeds')) {
    const url = valueAt(element, 'url');
    if (url?.kind !== 'string') continue;
    if (seen.has(url.value)) {
      const message = 'Discord draws embeds with the same “url” as one and drops the texts of this one.';
      report.warning(placeOf(url), 'same-address', message);
    }
    seen.add(url.value);
  }
}

/** At most so many pings are pointed out; more say nothing new. */
const mostPings = 20;

/** Mentions in the content that notify people; those in embeds never do. */
function pings(report: Report, root: JsonObject): void {
  const content = valueAt(root, 'content');
  if (content?.kind !== 'string') return;
  let told = 0;
  for (const match of content.value.matchAll(/@(everyone|here)|<@(&?)!?(\d+)>/g)) {
    const [whole, everyone, role, id = ''] = match;
    const kind = everyone !== undefined ? 'everyone' : role === '&' ? 'roles' : 'users';
    if (told === mostPings || kind === 'users' || !allows(root, kind, id)) continue;
    told++;
    const at = placeInString(report.body, content, match.index, match.index + whole.length);
    const whom = kind === 'everyone' ? 'everybody in the channel' : 'everybody with that role';
    const message = `“${whole}” notifies ${whom}, also where it came with the payload. Add "allowed_mentions": {"parse": []} to prevent that.`;
    report.mention(at, 'ping', message);
  }
}

/**
 * Whether mentions of this kind may notify.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
function allows(root: JsonObject, kind: 'everyone' | 'roles', id: string): boolean {
  const allowed = valueAt(root, 'allowed_mentions');
  if (allowed === null || allowed.kind === 'null') return true;
  const listed = (key: string, value: string): boolean =>
    elementsAt(allowed, key).some((node) => node.kind === 'string' && node.value === value);
  return listed('parse', kind) || (kind === 'roles' && listed('roles', id));
}

function components(report: Report, root: JsonObject): void {
  const { flags, parts } = { flags: valueAt(root, 'flags'), parts: valueAt(root, 'components') };
  if (parts?.kind === 'array' && parts.elements.length > 0) {
    const message = 'Discord ignores “components” unless the webhook’s address ends in ?with_components=true.';
    report.info(placeOf(parts), 'components', message);
  }
  if (flags?.kind !== 'number' || (Number(flags.text) & componentsV2) === 0) return;
  for (const key of ['content', 'embeds', 'poll']) {
    const value = valueAt(root, key);
    if (value === null || isNothing(value)) continue;
    const message = `With the flag 32768 a message consists of “components” alone; leave out “${key}”, or the flag.`;
    report.error(placeOf(value), 'components', message);
  }
}
