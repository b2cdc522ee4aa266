/**
 * What Rocket.Chat would say about a body posted to an incoming integration. https://docs.rocket.chat/docs/integrations
 */
import type { JsonObject } from '../../../coroot';
import { described } from '../../../coroot';
import { elementsAt, memberOf, placeInString, textAt } from '../../body/located-json';
import { type Shape, anything, boolean, byKind, list, object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/**
 * What is no address is refused:
 * https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/app/lib/server/functions/sendMessage.ts
 */
const href: Shape = text({
  check: (report, node, path) => {
    if (/^(?:https?:\/\/|data:)/.test(node.value)) return;
    const said = `“${path}” must be a complete address that begins with http:// or https://.`;
    report.error(placeOf(node), 'not-a-url', said, 'Invalid href value provided');
  },
});

/** A field has a title and a value, neither of them empty. */
const field: Shape = object(
  { title: optional(text()), value: optional(anything), short: optional(boolean) },
  {
    check: (report, node, path) => {
      const empty = (key: string): boolean => {
        const value = memberOf(node, key)?.value;
        if (value === undefined || value.kind === 'null') return true;
        return value.kind === 'string' ? value.value === '' : value.kind === 'boolean' && !value.value;
      };
      if (!empty('title') && !empty('value')) return;
      const said = `“${path}” needs a title and a value, both with some text; write {{ or .Value "–" }} for one that may be empty.`;
      report.error(placeOf(node), 'empty-field', said, 'Invalid attachment field, title and value is required');
    },
  },
);

/** What the server checks of an attachment; it does not mind other members. */
const attachment: Shape = object({
  color: optional(text()),
  title: optional(text()),
  title_link: optional(href),
  title_link_download: optional(boolean),
  text: optional(text()),
  msg: optional(text()),
  pretext: optional(text()),
  author_name: optional(text()),
  author_link: optional(href),
  author_icon: optional(href),
  image_url: optional(href),
  thumb_url: optional(href),
  collapsed: optional(boolean),
  ts: optional(anything),
  mrkdwn_in: optional(list(text())),
  fields: optional(list(field)),
});

const message: Shape = object({
  text: optional(text({ check: checkText })),
  msg: optional(text({ check: checkText })),
  // What is no list is left out with a line in the server's log.
  attachments: optional((report, node, path) => {
    if (node.kind === 'array') list(attachment)(report, node, path);
    else {
      const said = `“${path}” must be a list [ … ], not ${described(node)}; Rocket.Chat leaves it out.`;
      report.warning(placeOf(node), 'left-out', said);
    }
  }),
  username: optional(text()),
  alias: optional(text()),
  icon_url: optional(text()),
  avatar: optional(text()),
  icon_emoji: optional(text()),
  emoji: optional(text()),
  channel: optional(byKind({ string: anything, array: list(text()) }, 'text or a list')),
  parseUrls: optional(boolean),
  groupable: optional(boolean),
  tmid: optional(text()),
});

/** As many are pointed out; more say nothing new. */
const mostMentions = 20;

function checkText(report: Report, node: Parameters<Shape>[1], path: string): void {
  if (node.kind !== 'string') return;
  let told = 0;
  for (const { 0: name, index } of node.value.matchAll(/(?<![\w`])@(?:all|here)\b/g)) {
    if (told++ === mostMentions) return;
    const at = placeInString(report.body, node, index, index + name.length);
    report.mention(at, 'loud-mention', `“${path}” mentions ${name}, which notifies many people.`);
  }
}

/** The verdict on a body. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  const said = [textAt(root, 'text'), textAt(root, 'msg')].some((t) => (t ?? '').trim() !== '');
  if (!said && elementsAt(root, 'attachments').length === 0) {
    const message = 'The message has no text and no attachments. Rocket.Chat answers with success and posts nothing.';
    report.error(report.whole, 'empty', message);
  }
  for (const key of ['channel', 'roomId']) {
    const member = memberOf(root, key);
    if (member === null) continue;
    const message = `“${key}” is refused unless the integration allows to override the destination channel.`;
    report.info({ from: member.keyFrom, to: member.keyTo }, 'override', message);
  }
}
