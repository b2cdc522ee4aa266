/**
 * Block Kit as Slack documents it: the blocks that messages may have, what each requires and how long its texts may be.
 * https://docs.slack.dev/reference/block-kit/blocks, limits also as in https://www.npmjs.com/package/@slack/types
 */
import type { JsonObject } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import {
  type Member,
  type Shape,
  answered,
  anything,
  boolean,
  byTag,
  integer,
  list,
  object,
  optional,
  required,
  text,
} from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { checkMrkdwn } from './remarks';

/** How many blocks a message may have. https://docs.slack.dev/reference/block-kit/blocks */
const maxBlocks = 50;

function upTo(max: number): Shape {
  return text({ limit: { max, measure: characters } });
}

function block(
  members: Readonly<Record<string, Member>>,
  check?: (r: Report, n: JsonObject, path: string) => void,
): Shape {
  const all = { type: required(text()), block_id: optional(upTo(255)), ...members };
  return object(all, check === undefined ? { unknown: 'doubted' } : { unknown: 'doubted', check });
}

function element(members: Readonly<Record<string, Member>>): Shape {
  return object({ type: required(text()), ...members }, { unknown: 'doubted' });
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
function plainText(max: number): Shape {
  return byTag('type', {
    plain_text: element({
      text: required(text({ notEmpty: true, limit: { max, measure: characters } })),
      emoji: optional(boolean),
    }),
  });
}

/** Plain text or mrkdwn. */
function anyText(max: number): Shape {
  const content = { notEmpty: true, limit: { max, measure: characters } };
  return byTag('type', {
    plain_text: element({ text: required(text(content)), emoji: optional(boolean) }),
    mrkdwn: element({ text: required(text({ ...content, check: checkMrkdwn })), verbatim: optional(boolean) }),
  });
}

const imageMembers: Readonly<Record<string, Member>> = {
  image_url: optional(upTo(3000)),
  slack_file: optional(anything),
  alt_text: required(upTo(2000)),
};

function needsImage(report: Report, node: JsonObject, path: string): void {
  if (memberOf(node, 'image_url') === null && memberOf(node, 'slack_file') === null) {
    report.error(placeOf(node), 'missing', `“${path}” needs an image_url.`);
  }
}

const image: Shape = object({ type: required(text()), ...imageMembers }, { unknown: 'doubted', check: needsImage });

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const button: Shape = element({
  text: required(plainText(75)),
  action_id: optional(upTo(255)),
  url: optional(upTo(3000)),
  value: optional(upTo(2000)),
  style: optional(text({ oneOf: ['primary', 'danger'] })),
  confirm: optional(anything),
  accessibility_label: optional(upTo(75)),
});

/** Elements that need an app behind them: a webhook has none, so only their names are known here. */
const interactive: Readonly<Record<string, Shape>> = Object.fromEntries(
  [
    'channels_select', 'checkboxes', 'conversations_select', 'datepicker', 'datetimepicker', 'external_select',
    'multi_channels_select', 'multi_conversations_select', 'multi_external_select', 'multi_static_select',
    'multi_users_select', 'overflow', 'radio_buttons', 'rich_text_input', 'static_select', 'timepicker', 'users_select',
    'workflow_button',
  ].map((type) => [type, unchecked]),
); // prettier-ignore

function unchecked(report: Report, node: JsonObject | Parameters<Shape>[1], path: string): void {
  const type = textAt(node, 'type') ?? '';
  report.info(placeOf(node), 'not-checked', `“${path}” is a ${type}; its details are not checked or shown here.`);
}

const style: Shape = object({
  bold: optional(boolean),
  italic: optional(boolean),
  strike: optional(boolean),
  code: optional(boolean),
  underline: optional(boolean),
});

/**
 * A text of no length is refused: https://github.com/NousResearch/hermes-agent/pull/59621, for links
 * https://github.com/slack-go/slack/pull/1412
 */
const notEmpty: Shape = text({ notEmpty: true });

const richText: Shape = object({ type: required(text()), text: required(notEmpty), style: optional(style) });
const richLink: Shape = object({
  type: required(text()),
  url: required(notEmpty),
  text: optional(notEmpty),
  unsafe: optional(boolean),
  style: optional(style),
});

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const richElement: Shape = byTag('type', {
  text: richText,
  link: richLink,
  emoji: object({ type: required(text()), name: required(notEmpty), unicode: optional(text()) }),
  user: object({ type: required(text()), user_id: required(notEmpty) }),
  usergroup: object({ type: required(text()), usergroup_id: required(notEmpty) }),
  channel: object({ type: required(text()), channel_id: required(notEmpty) }),
  team: object({ type: required(text()), team_id: required(notEmpty) }),
  color: object({ type: required(text()), value: required(notEmpty) }),
  date: object({ type: required(text()), timestamp: required(integer()), format: required(notEmpty) }),
  broadcast: (report, node, path) => {
    object({ type: required(text()), range: required(text({ oneOf: ['here', 'channel', 'everyone'] })) })(
      report,
      node,
      path,
    );
    report.mention(placeOf(node), 'loud-mention', `“${path}” notifies everybody in the channel, at any hour.`);
  },
});

const richSection: Shape = element({ elements: required(list(richElement)), border: optional(integer()) });
const richParts: Readonly<Record<string, Shape>> = {
  rich_text_section: richSection,
  rich_text_list: element({
    elements: required(list(byTag('type', { rich_text_section: richSection }))),
    style: required(text({ oneOf: ['bullet', 'ordered'] })),
    indent: optional(integer({ min: 0 })),
    offset: optional(integer({ min: 0 })),
    border: optional(integer()),
  }),
  rich_text_preformatted: element({
    elements: required(list(byTag('type', { text: richText, link: richLink }))),
    border: optional(integer()),
    language: optional(text()),
  }),
  rich_text_quote: richSection,
};

/** Blocks that messages may have: https://docs.slack.dev/blocks.json */
const notShown: Readonly<Record<string, Shape>> = Object.fromEntries(
  [
    'card', 'carousel', 'container', 'context_actions', 'data_table', 'data_visualization', 'file', 'input', 'plan',
    'table', 'task_card', 'video',
  ].map((type) => [type, unchecked]),
); // prettier-ignore

const anyBlock: Shape = byTag('type', {
  actions: block({ elements: required(list(byTag('type', { button, ...interactive }), { min: 1, max: 25 })) }),
  context: block({
    elements: required(list(textOrImage, { min: 1, max: 10 })),
  }),
  divider: block({}),
  header: block({ text: required(plainText(150)), level: optional(integer()) }),
  image: block({ ...imageMembers, title: optional(plainText(2000)) }, needsImage),
  markdown: block({ text: required(text({ limit: { max: 12_000, measure: characters } })) }),
  rich_text: block({ elements: required(list(byTag('type', richParts), { min: 1 })) }),
  section: block(
    {
      text: optional(anyText(3000)),
      fields: optional(list(anyText(2000), { min: 1, max: 10 })),
      accessory: optional(byTag('type', { button, image, ...interactive })),
      expand: optional(boolean),
    },
    (report, node, path) => {
      if (memberOf(node, 'text') !== null || memberOf(node, 'fields') !== null) return;
      report.error(placeOf(node), 'missing', `“${path}” needs a text or fields.`);
    },
  ),
  ...notShown,
});

function textOrImage(report: Report, node: Parameters<Shape>[1], path: string): void {
  (textAt(node, 'type') === 'image' ? image : anyText(3000))(report, node, path);
}

/** The blocks of a message or of an attachment, and what Slack answers to wrong ones. */
export function blocks(answer: 'invalid_blocks' | 'invalid_attachments'): Shape {
  return answered(list(anyBlock, { max: maxBlocks }), answer);
}
