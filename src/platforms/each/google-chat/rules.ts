/**
 * What Google Chat would say about a message posted to a webhook. The fields are those of
 * https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages and
 * https://developers.google.com/workspace/chat/api/reference/rest/v1/cards; others are refused, as
 * https://github.com/jamf/Setup-Manager/issues/175 reports (looked at in 2026-11).
 */
import type { JsonObject, JsonString } from '../../../coroot';
import { elementsAt, memberOf, placeInString, textAt } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import {
  type Member,
  type Shape,
  anything,
  boolean,
  integer,
  list,
  number,
  object,
  optional,
  required,
  text,
} from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { emptyMessage, unknownName } from './answers';
import { unknownTag } from './card-html';
import { shortenAll, textsIn } from '../../body/shortening';

/**
 * The size of a whole message:
 * https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages/create
 */
const maxBytes = 32_000;

/**
 * More widgets than these are ignored: https://developers.google.com/workspace/chat/api/reference/rest/v1/cards#Card
 */
const maxWidgets = 100;

/** https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages#Thread */
const maxThreadKey = 4000;

function strict(
  members: Readonly<Record<string, Member>>,
  check?: (r: Report, n: JsonObject, path: string) => void,
): Shape {
  const rules = { unknown: 'refused', refused: unknownName } as const;
  return object(members, check === undefined ? rules : { ...rules, check });
}

function fields(shape: Shape, ...names: readonly string[]): Readonly<Record<string, Member>> {
  return Object.fromEntries(names.map((name) => [name, optional(shape)]));
}

/** Says when a tag is none of those that cards know; a text in the data is the usual reason. */
function checkHtml(report: Report, node: JsonString, path: string): void {
  const found = unknownTag(node.value);
  if (found === null) return;
  const { from, to } = found;
  const message = `“${path}” has ${node.value.slice(from, to)}, which is none of the tags that cards know. Write &lt; for < and &amp; for & in text from the data.`;
  report.warning(placeInString(report.body, node, from, to), 'unknown-tag', message);
}

const html: Shape = text({ check: checkHtml });

const openLink: Shape = strict({ url: required(text({ notEmpty: true })), ...fields(text(), 'onClose', 'openAs') });
const onClick: Shape = strict(
  { openLink: optional(openLink), ...fields(anything, 'action', 'card', 'openDynamicLinkAction', 'overflowMenu') },
  (report, node, path) => {
    const action = memberOf(node, 'action');
    if (action === null) return;
    const message = `“${path}.action” needs a Chat app that answers; a webhook has none. Use openLink.`;
    report.warning({ from: action.keyFrom, to: action.keyTo }, 'interactive', message);
  },
);
const icon: Shape = strict({
  ...fields(text(), 'altText', 'iconUrl', 'imageType', 'knownIcon'),
  materialIcon: optional(anything),
});
const color: Shape = strict(fields(number, 'red', 'green', 'blue', 'alpha'));
const button: Shape = strict({
  ...fields(text(), 'altText', 'text', 'type'),
  color: optional(color),
  disabled: optional(boolean),
  icon: optional(icon),
  onClick: optional(onClick),
});
const textParagraph: Shape = strict({
  text: optional((report, node, path) => {
    html(report, node, path);
  }),
  maxLines: optional(integer()),
  textSyntax: optional(text({ oneOf: ['TEXT_SYNTAX_UNSPECIFIED', 'HTML', 'MARKDOWN'] })),
});
const decoratedText: Shape = strict(
  {
    ...fields(html, 'text', 'topLabel', 'bottomLabel'),
    ...fields(textParagraph, 'contentText', 'topLabelText', 'bottomLabelText'),
    button: optional(button),
    ...fields(icon, 'icon', 'startIcon', 'endIcon'),
    onClick: optional(onClick),
    startIconVerticalAlignment: optional(text()),
    switchControl: optional(anything),
    wrapText: optional(boolean),
  },
  (report, node, path) => {
    if (textAt(node, 'text') !== null || memberOf(node, 'contentText') !== null) return;
    report.error(placeOf(node), 'missing', `“${path}.text” is missing; it is required.`);
  },
);
const image: Shape = strict({ imageUrl: required(text()), altText: optional(text()), onClick: optional(onClick) });
const buttonList: Shape = strict({ buttons: required(list(button, { min: 1 })) });

/** The kinds of widgets; each widget is one of them. */
const kinds: Readonly<Record<string, Shape>> = {
  textParagraph,
  decoratedText,
  image,
  buttonList,
  ...Object.fromEntries(['chipList', 'dateTimePicker', 'selectionInput', 'textInput'].map((name) => [name, anything])),
};

function widgetOf(shapes: Readonly<Record<string, Shape>>): Shape {
  const members = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, optional(shape)]));
  return strict(
    { ...members, ...fields(text(), 'horizontalAlignment', 'id', 'visibility'), eventActions: optional(anything) },
    (report, node, path) => {
      const used = Object.keys(shapes).filter((name) => memberOf(node, name) !== null);
      if (used.length > 1) {
        report.error(
          placeOf(node),
          'several-kinds',
          `“${path}” is ${used.join(' and ')} at once; a widget is one thing.`,
        );
      } else if (used.length === 0) {
        const names = 'textParagraph, decoratedText, buttonList, divider, image, columns';
        report.warning(placeOf(node), 'no-kind', `“${path}” shows nothing. Make it one of ${names}.`);
      }
    },
  );
}

const column: Shape = strict({
  ...fields(text(), 'horizontalAlignment', 'horizontalSizeStyle', 'verticalAlignment'),
  widgets: optional(list(widgetOf(kinds))),
});
const widget: Shape = widgetOf({
  ...kinds,
  divider: strict({}),
  columns: strict({ columnItems: required(list(column, { max: 2 })) }),
  grid: anything,
  carousel: anything,
});

const section: Shape = strict({
  header: optional(html),
  id: optional(text()),
  collapsible: optional(boolean),
  collapseControl: optional(anything),
  uncollapsibleWidgetsCount: optional(integer({ min: 0 })),
  widgets: optional(list(widget)),
});
const header: Shape = strict({
  title: required(text({ notEmpty: true })),
  ...fields(text(), 'subtitle', 'imageUrl', 'imageAltText'),
  imageType: optional(text({ oneOf: ['SQUARE', 'CIRCLE'] })),
});
const card: Shape = strict(
  {
    header: optional(header),
    peekCardHeader: optional(header),
    sections: optional(list(section)),
    ...fields(text(), 'name', 'displayStyle', 'sectionDividerStyle'),
    ...fields(anything, 'cardActions', 'expressionData', 'fixedFooter'),
  },
  (report, node, path) => {
    const widgets = elementsAt(node, 'sections').reduce((sum, s) => sum + elementsAt(s, 'widgets').length, 0);
    report.count(`${path} widgets`, widgets, maxWidgets, 'widgets', placeOf(node));
    if (widgets <= maxWidgets) return;
    const message = `“${path}” has ${String(widgets)} widgets; Google Chat leaves out those after ${String(maxWidgets)}.`;
    report.warning(placeOf(node), 'too-many-widgets', message);
  },
);

const message: Shape = strict({
  text: optional(text({ check: checkText })),
  cardsV2: optional(list(strict({ cardId: optional(text()), card: required(card) }))),
  fallbackText: optional(text()),
  thread: optional(
    strict({
      name: optional(text()),
      threadKey: optional(text({ limit: { max: maxThreadKey, measure: characters } })),
    }),
  ),
  accessoryWidgets: optional(anything),
  markupSyntax: optional(
    text({ oneOf: ['MARKUP_SYNTAX_UNSPECIFIED', 'MARKUP_SYNTAX_CHAT', 'MARKUP_SYNTAX_MARKDOWN'] }),
  ),
  // The server fills these in, or a webhook cannot use them; it knows their names.
  ...fields(
    anything, 'actionResponse', 'annotations', 'argumentText', 'attachedGifs', 'attachment', 'cards',
    'clientAssignedMessageId', 'createTime', 'deleteTime', 'deletionMetadata', 'emojiReactionSummaries',
    'formattedText', 'lastUpdateTime', 'matchedUrl', 'name', 'privateMessageViewer', 'quotedMessageMetadata', 'sender',
    'silent', 'slashCommand', 'space', 'threadReply',
  ), // prettier-ignore
});

/** As many are pointed out; more say nothing new. */
const mostMentions = 20;

function checkText(report: Report, node: JsonString, path: string): void {
  for (const { 0: name, index } of [...node.value.matchAll(/<users\/all>/g)].slice(0, mostMentions)) {
    const at = placeInString(report.body, node, index, index + name.length);
    report.mention(at, 'loud-mention', `“${path}” has <users/all>, which notifies everybody in the space.`);
  }
}

/** The verdict on a body. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  const used = bytes(report.body);
  report.count('message', used, maxBytes, 'bytes', report.whole);
  if (used > maxBytes) {
    const said = `The message has ${used.toLocaleString('en')} bytes; at most ${maxBytes.toLocaleString('en')} are allowed, text and cards together. ${shortenAll(textsIn(root), used, { max: maxBytes, measure: bytes })}`;
    report.error(report.whole, 'too-long', said);
  }
  const nothing = (textAt(root, 'text') ?? '') === '' && elementsAt(root, 'cardsV2').length === 0;
  if (nothing && memberOf(root, 'cards') === null) {
    // What is wrong with its fields Google says first, and only that.
    const first = !report.verdict.findings.some(({ severity }) => severity === 'error');
    const said = 'The message has neither “text” nor “cardsV2”. Give it one.';
    report.error(report.whole, 'empty', said, first ? emptyMessage : null);
  }
}
