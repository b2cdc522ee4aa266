/**
 * Adaptive Cards as their published schema has them, with what Teams makes of them when they come through a webhook.
 * https://adaptivecards.io/explorer/
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
import { type JsonNode, type JsonString, described } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { lossCheck } from '../../markup/markdown-losses';
import {
  type Member,
  type Shape,
  anything,
  boolean,
  byKind,
  list,
  number,
  object,
  optional,
  required,
  text,
} from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** How deep elements may nest before this check stops looking. Nobody writes such cards. */
const deepest = 24;

/** The newest minor version of 1.x that Teams says it supports. */
const newestMinor = 5;

type Members = Readonly<Record<string, Member>>;

/** One of some words, in any case. Renderers take the default for another. */
function oneOf(...words: readonly string[]): Member {
  const known = new Set(words.map((word) => word.toLowerCase()));
  return optional(
    text({
      check: (report, node, path) => {
        if (known.has(node.value.toLowerCase())) return;
        const message = `“${path}” is “${node.value}”, which Teams does not know; it takes the default. Write one of ${words.join(', ')}.`;
        report.warning(placeOf(node), 'unknown-value', message);
      },
    }),
  );
}

/**
 * Teams knows bold, italics, lists and links:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
const markdown = text({
  check: lossCheck({
    heading: 'Teams does not know Markdown headings in cards. Use “size” and “weight” of the TextBlock.',
    quote: 'Teams does not know Markdown quotes in cards. Use a Container with “style”: "emphasis".',
    code: 'Teams does not know Markdown code in cards; the backquotes do not make it one. Use a TextRun with “fontType”: "Monospace".',
    image: 'Teams does not know Markdown images in cards. Use an Image element.',
    table: 'Teams does not know Markdown tables in cards. Use a FactSet or a Table element.',
    html: 'Teams shows no HTML in cards. Use Markdown’s **bold**, _italic_ and [text](address), or TextRuns.',
    'line-break':
      'a single line break is a space in Teams. Write two for a new paragraph, or put the texts into TextRuns.',
  }),
});
const label = text({
  check: (report, node, path) => {
    if (node.value.trim() === '')
      report.warning(placeOf(node), 'empty-label', `“${path}” is empty: the button has no words.`);
  },
});

function webAddress(report: Report, node: JsonString, path: string): void {
  if (URL.canParse(node.value) && ['http:', 'https:', 'mailto:'].includes(new URL(node.value).protocol)) return;
  report.warning(
    placeOf(node),
    'address',
    `“${path}” is not a complete http or https address, so there is nothing to open. Write {{ json .URL }}.`,
  );
}

const address = text({ notEmpty: true, check: webAddress });
const numberOrText = byKind({ number, string: text() }, 'a number or text');

const containerStyle = oneOf('default', 'emphasis', 'good', 'attention', 'warning', 'accent');
const horizontal = oneOf('left', 'center', 'right');
const vertical = oneOf('top', 'center', 'bottom');

const fontMembers: Members = {
  color: oneOf('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'),
  fontType: oneOf('default', 'monospace'),
  isSubtle: optional(boolean),
  size: oneOf('default', 'small', 'medium', 'large', 'extraLarge'),
  weight: oneOf('default', 'lighter', 'bolder'),
};

/** What every element may have. */
const elementMembers: Members = {
  type: required(text()),
  id: optional(text()),
  isVisible: optional(boolean),
  separator: optional(boolean),
  spacing: oneOf('default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'),
  height: oneOf('auto', 'stretch'),
  fallback: optional(anything),
  requires: optional(anything),
};

const actionMembers: Members = {
  type: required(text()),
  id: optional(text()),
  title: optional(label),
  iconUrl: optional(text()),
  style: oneOf('default', 'positive', 'destructive'),
  fallback: optional(anything),
  tooltip: optional(text()),
  isEnabled: optional(boolean),
  mode: oneOf('primary', 'secondary'),
  requires: optional(anything),
};

const fact = object({ title: required(markdown), value: required(markdown) });

/** A type of element or action. */
interface Kind {
  /** The minor version of 1.x that brought it. */
  readonly since: number;
  readonly members: Members;
  /** What Teams does with it that its author hardly wants, as a sentence with the code of the finding. */
  readonly unfit?: readonly [code: string, message: string];
}

const inputKind: Kind = {
  since: 0,
  members: { ...elementMembers, id: required(text()) },
  unfit: ['input', 'Nobody gets what people type here: a webhook’s card cannot be submitted. Remove it.'],
};

/** What Teams draws beyond the published schema, in some of its clients. https://adaptivecards.microsoft.com */
const teamsOnly: ReadonlySet<string> = new Set([
  'Badge',
  'Carousel',
  'Chart.Donut',
  'Chart.Gauge',
  'Chart.HorizontalBar',
  'Chart.HorizontalBar.Stacked',
  'Chart.Line',
  'Chart.Pie',
  'Chart.VerticalBar',
  'Chart.VerticalBar.Grouped',
  'CodeBlock',
  'CompoundButton',
  'Component',
  'Icon',
  'ProgressBar',
  'ProgressRing',
  'Rating',
]);

/** What Teams adds to the published schema's members. */
const teamsMembers: ReadonlySet<string> = new Set([
  'allowExpand',
  'grid.area',
  'labelFor',
  'lang',
  'layouts',
  'maxHeight',
  'menuActions',
  'msteams',
  'roundedCorners',
  'showBorder',
  'targetWidth',
  'themedUrls',
]);

/** The elements whose own elements are checked by `inner`. */
function elementKinds(inner: Shape, action: Shape): Readonly<Record<string, Kind>> {
  const select = optional(action);
  const box: Members = {
    selectAction: select,
    style: containerStyle,
    verticalContentAlignment: vertical,
    bleed: optional(boolean),
    backgroundImage: optional(anything),
    minHeight: optional(text()),
    rtl: optional(boolean),
  };
  const textRun = object({
    type: required(text({ oneOf: ['TextRun'] })),
    text: required(text()),
    ...fontMembers,
    highlight: optional(boolean),
    italic: optional(boolean),
    strikethrough: optional(boolean),
    underline: optional(boolean),
    selectAction: select,
  });
  const column = object({
    ...elementMembers,
    ...box,
    type: optional(text({ oneOf: ['Column'] })),
    items: optional(list(inner)),
    width: optional(numberOrText),
  });
  const cell = object({ ...box, type: optional(text({ oneOf: ['TableCell'] })), items: optional(list(inner)) });
  const row = object({
    type: optional(text({ oneOf: ['TableRow'] })),
    cells: optional(list(cell)),
    style: containerStyle,
  });
  const image: Members = {
    ...elementMembers,
    height: optional(text()),
    url: required(address),
    altText: optional(text()),
    backgroundColor: optional(text()),
    horizontalAlignment: horizontal,
    selectAction: select,
    size: oneOf('auto', 'stretch', 'small', 'medium', 'large'),
    style: oneOf('default', 'person'),
    width: optional(text()),
  };
  return {
    TextBlock: {
      since: 0,
      members: {
        ...elementMembers,
        ...fontMembers,
        text: required(markdown),
        horizontalAlignment: horizontal,
        maxLines: optional(number),
        style: oneOf('default', 'heading', 'columnHeader'),
        wrap: optional(boolean),
      },
    },
    RichTextBlock: {
      since: 2,
      members: {
        ...elementMembers,
        inlines: required(list(byKind({ string: text(), object: textRun }, 'a TextRun or text'))),
        horizontalAlignment: horizontal,
      },
    },
    FactSet: { since: 0, members: { ...elementMembers, facts: required(list(fact)) } },
    Container: { since: 0, members: { ...elementMembers, ...box, items: optional(list(inner)) } },
    ColumnSet: {
      since: 0,
      members: { ...elementMembers, ...box, columns: optional(list(column)), horizontalAlignment: horizontal },
    },
    Image: { since: 0, members: image },
    ImageSet: {
      since: 0,
      members: {
        ...elementMembers,
        images: required(list(object(image))),
        imageSize: oneOf('auto', 'stretch', 'small', 'medium', 'large'),
      },
    },
    ActionSet: { since: 2, members: { ...elementMembers, actions: required(list(action)) } },
    Table: {
      since: 5,
      members: {
        ...elementMembers,
        columns: optional(list(object({}))),
        rows: optional(list(row)),
        firstRowAsHeader: optional(boolean),
        firstRowAsHeaders: optional(boolean),
        showGridLines: optional(boolean),
        gridStyle: containerStyle,
        horizontalCellContentAlignment: horizontal,
        verticalCellContentAlignment: vertical,
      },
    },
    Media: {
      since: 1,
      members: { ...elementMembers, sources: required(list(anything)) },
      unfit: ['media', 'Teams does not show Media elements in cards.'],
    },
    'Input.Text': inputKind,
    'Input.Number': inputKind,
    'Input.Date': inputKind,
    'Input.Time': inputKind,
    'Input.Toggle': inputKind,
    'Input.ChoiceSet': inputKind,
  };
}

/** The actions; those that a webhook's card cannot do anything with are unfit. */
function actionKinds(card: Shape): Readonly<Record<string, Kind>> {
  const submit = 'A card from a webhook has nobody to answer, so this button does nothing. Use Action.OpenUrl.';
  return {
    'Action.OpenUrl': { since: 0, members: { ...actionMembers, url: required(address) } },
    'Action.ShowCard': { since: 0, members: { ...actionMembers, card: optional(card) } },
    'Action.ToggleVisibility': {
      since: 2,
      members: { ...actionMembers, targetElements: required(list(anything)) },
    },
    'Action.Submit': { since: 0, members: actionMembers, unfit: ['action-submit', submit] },
    'Action.Execute': { since: 4, members: actionMembers, unfit: ['action-execute', submit] },
  };
}

/** An element or action by its `type`; those that Teams does not know are not shown. */
function byType(kinds: Readonly<Record<string, Kind>>, what: string, minor: number): Shape {
  const shapes = new Map(Object.entries(kinds).map(([type, { members }]) => [type, object(members)]));
  return (report, node, path) => {
    if (node.kind !== 'object') {
      report.error(placeOf(node), 'wrong-type', `“${path}” must be an object { … }, not ${described(node)}.`);
      return;
    }
    const type = memberOf(node, 'type')?.value ?? null;
    if (type?.kind !== 'string') {
      report.error(placeOf(type ?? node), 'missing', `“${path}.type” must say which ${what} it is.`);
      return;
    }
    const { value } = type;
    const kind = Object.hasOwn(kinds, value) ? kinds[value] : undefined;
    if (kind === undefined) {
      if (teamsOnly.has(value)) {
        report.info(
          placeOf(type),
          'teams-only',
          `“${value}” is Teams’ own addition to Adaptive Cards. Whether a webhook’s card may have it is not documented.`,
        );
      } else {
        const names = Object.keys(kinds).join(', ');
        report.warning(
          placeOf(type),
          `unknown-${what}`,
          `“${value}” is no ${what} that Teams knows; nothing of it is shown. Write one of ${names}.`,
        );
      }
      return;
    }
    if (kind.since > minor) {
      report.warning(
        placeOf(type),
        'needs-version',
        `“${value}” came with version 1.${String(kind.since)}, but the card says 1.${String(minor)}, so it may not be shown. Raise “version”.`,
      );
    }
    if (kind.unfit !== undefined) report.warning(placeOf(type), kind.unfit[0], kind.unfit[1]);
    for (const { key, keyFrom, keyTo } of node.members) {
      if (Object.hasOwn(kind.members, key) || teamsMembers.has(key)) continue;
      report.info(
        { from: keyFrom, to: keyTo },
        'unknown-member',
        `“${key}” is no property of ${value} in the published schema; Teams takes no notice of it.`,
      );
    }
    shapes.get(value)?.(report, node, path);
  };
}

const tooDeep: Shape = (report, node, path) => {
  report.warning(placeOf(node), 'too-deep', `“${path}” is nested too deep to be looked at. Teams may not show it.`);
};

const cardShapes = new Map<number, Shape>();

/** A card of this version (`1.4`); null and odd ones are taken for the newest. */
export function cardShape(version: string | null): Shape {
  const digits = /^1\.(\d)$/.exec(version ?? '')?.[1];
  const minor = digits === undefined ? newestMinor : Number(digits);
  const known = cardShapes.get(minor) ?? makeCardShape(minor);
  cardShapes.set(minor, known);
  return known;
}

function makeCardShape(minor: number): Shape {
  let card: Shape = tooDeep;
  let element: Shape = tooDeep;
  for (let depth = 0; depth < deepest; depth++) {
    const [innerCard, innerElement, outermost] = [card, element, depth === deepest - 1];
    const action = whenNeeded(() => byType(actionKinds(innerCard), 'action', minor));
    const mine = whenNeeded(() => byType(elementKinds(innerElement, action), 'element', minor));
    element = mine;
    card = whenNeeded(() => object(cardMembers(mine, action, outermost), { check: checkEmpty }));
  }
  return card;
}

/** Most levels of nesting are never reached, so their shapes are made when they are. */
function whenNeeded(make: () => Shape): Shape {
  let made: Shape | null = null;
  return (report, node, path) => {
    made ??= make();
    made(report, node, path);
  };
}

function cardMembers(element: Shape, action: Shape, outermost: boolean): Members {
  const version = text({ check: checkVersion });
  return {
    type: required(text({ check: checkCardType })),
    version: outermost ? required(version) : optional(version),
    body: optional(list(element)),
    actions: optional(list(action)),
    selectAction: optional(action),
    fallbackText: optional(text()),
    minHeight: optional(text()),
    rtl: optional(boolean),
    speak: optional(text()),
    lang: optional(text()),
    verticalContentAlignment: vertical,
    msteams: optional(object({ width: oneOf('Full'), entities: optional(list(anything)) })),
  };
}

/** The answer is what the library says, in the workflow's run history, with which the workflow reads cards. */
function checkCardType(report: Report, node: JsonString, path: string): void {
  if (node.value === 'AdaptiveCard') return;
  const message = `“${path}” must be AdaptiveCard, not “${node.value}”.`;
  report.error(placeOf(node), 'not-a-card', message, "Property 'type' must be 'AdaptiveCard'");
}

function checkVersion(report: Report, node: JsonString, path: string): void {
  const match = /^(\d+)\.(\d+)$/.exec(node.value);
  if (match === null) {
    report.error(placeOf(node), 'malformed', `“${path}” must be a version such as 1.4, not “${node.value}”.`);
  } else if (Number(match[1]) !== 1 || Number(match[2]) > newestMinor) {
    report.warning(
      placeOf(node),
      'newer-version',
      `Teams supports cards up to version 1.${String(newestMinor)}. A client that does not know ${node.value} shows “fallbackText” instead of the card.`,
    );
  }
}

function checkEmpty(report: Report, node: JsonNode, path: string): void {
  if (node.kind !== 'object') return;
  const nothing = (key: string): boolean => {
    const value = memberOf(node, key)?.value ?? null;
    return value === null || value.kind === 'null' || (value.kind === 'array' && value.elements.length === 0);
  };
  if (textAt(node, 'type') === 'AdaptiveCard' && nothing('body') && nothing('actions')) {
    report.warning(placeOf(node), 'empty-card', `“${path}” has nothing in it: people see an empty message.`);
  }
}
