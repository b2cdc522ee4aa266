/**
 * What Zulip would say about a body posted to its Slack-compatible webhook.
 * https://zulip.com/integrations/slack_incoming
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import { type Shape, anything, byTag, integer, list, object, optional, required, text } from '../../body/schema';
import { type Place, type Report, placeOf } from '../../body/verdict';
import { converted } from './convert';
import { shortenAll } from '../../body/shortening';

/** A longer message is cut: https://zulip.com/api/send-message#parameter-content */
const maxCharacters = 10_000;

const url: Shape = text({
  pattern: [/^[a-z][a-z0-9+.-]*:\/\/./i, 'It must be a complete address that begins with https://.'],
});
const plainText: Shape = object({ type: required(text({ oneOf: ['plain_text'] })), text: required(text()) });
const anyText: Shape = object({ type: required(text({ oneOf: ['plain_text', 'mrkdwn'] })), text: required(text()) });
const image: Shape = object({ type: required(text()), image_url: required(url), alt_text: required(text()) });

function accessory(report: Report, node: JsonNode, path: string): void {
  if (textAt(node, 'type') === 'image') image(report, node, path);
  else object({ type: required(text()) })(report, node, path);
}

/** Blocks that are taken and not shown; older releases of Zulip refuse all of them but actions and input. */
function unshown(report: Report, node: JsonNode, path: string): void {
  const type = textAt(node, 'type') ?? '';
  const older = type === 'actions' || type === 'input' ? '' : ', and older releases refuse it';
  report.warning(placeOf(node), 'not-shown', `Zulip does not show “${path}”, a ${type} block${older}.`);
}

const block: Shape = byTag('type', {
  context: object({ elements: optional(list(byTag('type', { image, plain_text: plainText, mrkdwn: anyText }))) }),
  divider: anything,
  header: object({ text: required(plainText) }),
  image: object({ image_url: required(url), alt_text: required(text()), title: optional(plainText) }),
  section: object({ text: optional(anyText), fields: optional(list(anyText)), accessory: optional(accessory) }),
  actions: unshown,
  input: unshown,
  call: unshown,
  condition: unshown,
  contact_card: unshown,
  file: unshown,
  rich_text: unshown,
  table: unshown,
});

const attachment: Shape = object({
  title: optional(text()),
  title_link: optional(url),
  pretext: optional(text()),
  text: optional(text()),
  fields: optional(list(object({ title: optional(text()), value: optional(text()) }))),
  blocks: optional(list(block)),
  image_url: optional(text()),
  footer: optional(text()),
  ts: optional(integer()),
});

const message: Shape = object({
  text: optional(text()),
  blocks: optional(list(block)),
  attachments: optional(list(attachment)),
  icon_emoji: optional(text()),
  channel: optional(text()),
});

const loud = /@\*\*(?:all|everyone|channel|topic|stream)\*\*/g;

/** As many are pointed out; more say nothing new. */
const mostMentions = 20;

/** The verdict on a body. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  const posted = converted(root);
  if (posted === '') {
    const said =
      'The message has no text, no blocks and no attachments that Zulip shows. It answers with success and posts nothing.';
    report.error(report.whole, 'empty', said);
    return;
  }
  const used = characters(posted);
  report.count('message', used, maxCharacters, 'characters', report.whole);
  if (used > maxCharacters) {
    const most = maxCharacters.toLocaleString('en');
    const said = `The message has ${used.toLocaleString('en')} characters; Zulip cuts it at ${most}. ${shortenAll([posted], used, { max: maxCharacters, measure: characters })}`;
    report.warning(report.whole, 'cut', said);
  }
  for (const mention of new Set([...posted.matchAll(loud)].map(([name]) => name))) {
    for (const at of placesOf(report.body, mention)) {
      report.mention(at, 'loud-mention', `The message has ${mention}, which notifies many people at once.`);
    }
  }
  const text = memberOf(root, 'text');
  if (text?.value.kind === 'string' && text.value.value !== '' && withoutText(root) !== '') {
    const at = { from: text.keyFrom, to: text.keyTo };
    report.info(at, 'text-left-out', 'Zulip leaves out “text” where blocks or attachments show something.');
  }
  const channel = memberOf(root, 'channel');
  if (channel !== null) {
    const at = { from: channel.keyFrom, to: channel.keyTo };
    report.info(at, 'topic', 'Zulip takes “channel” for the topic, unless the address has one.');
  }
}

/** Where a mention is written in the body; all of it where it only comes about as Zulip reads the body. */
function placesOf(body: string, mention: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = body.indexOf(mention); at >= 0 && places.length < mostMentions; at = body.indexOf(mention, at + 1)) {
    places.push({ from: at, to: at + mention.length });
  }
  return places.length > 0 ? places : [{ from: 0, to: body.length }];
}

/** What is posted when there is no text. */
function withoutText(root: JsonObject): string {
  return converted({ ...root, members: root.members.filter(({ key }) => key !== 'text') });
}
