/**
 * The card as Teams shows it: a copy of the posted one in which the Markdown of texts is resolved, so that the page
 * draws it with Microsoft's renderer and no HTML. https://adaptivecards.io/explorer/
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt, valueAt } from '../../body/located-json';
import { markdownBlocks, markdownUnits } from '../../markup/markdown';
import { type Block, type Inline, type Preview, inlineText, safeHref } from '../../preview/preview';

/** How deep a card is copied; what is deeper is left out, since the renderer could not bear it. */
const deepest = 64;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonMembers = Readonly<Record<string, Json>>;

/** Shows the first card of a body; the workflow posts the others as messages of their own. */
export function draw(root: JsonObject): Preview {
  const card = elementsAt(root, 'attachments')
    .map((attachment) => valueAt(attachment, 'content'))
    .find((content) => content?.kind === 'object' && textAt(content, 'type') === 'AdaptiveCard');
  if (card?.kind !== 'object') {
    return { kind: 'nothing', reason: 'There is no Adaptive Card in “attachments”, so the workflow posts nothing.' };
  }
  const shown: string[] = [];
  const copy = copyObject(card, 0, shown);
  return { kind: 'adaptive-card', sender: 'Workflows', card: JSON.stringify(copy), text: shown.join('\n') };
}

function copyNode(node: JsonNode, depth: number, shown: string[]): Json {
  switch (node.kind) {
    case 'object':
      return depth > deepest ? {} : copyObject(node, depth, shown);
    case 'array':
      return depth > deepest ? [] : node.elements.map((element) => copyNode(element, depth + 1, shown));
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node satisfies never;
  }
}

/** The members of an object, with those that are texts for people noted in `shown`. */
function copyObject(node: JsonObject, depth: number, shown: string[]): JsonMembers {
  const type = textAt(node, 'type') ?? '';
  const hidden = valueAt(node, 'isVisible');
  const mine: string[] = hidden?.kind === 'boolean' && !hidden.value ? [] : shown;
  if (type === 'TextBlock') return textBlock(node, mine);
  return Object.fromEntries(
    node.members.map(({ key, value }): readonly [string, Json] => [key, copyMember(type, key, value, depth, mine)]),
  );
}

function copyMember(type: string, key: string, value: JsonNode, depth: number, shown: string[]): Json {
  if (value.kind === 'string') {
    if (type === 'Action.OpenUrl' && key === 'url') return safeHref(value.value) ?? '';
    if (!isText(type, key)) return value.value;
    shown.push(value.value);
    return literal(value.value);
  }
  if (value.kind === 'array' && type === 'RichTextBlock' && key === 'inlines') {
    return copyInlines(value.elements, depth + 1, shown);
  }
  if (value.kind === 'array' && type === 'FactSet' && key === 'facts') {
    return value.elements.map((fact) => copyFact(fact, shown));
  }
  return copyNode(value, depth + 1, notShown.has(key) ? [] : shown);
}

/** Members that hold no text for people, or only for those whose client cannot show the card. */
const notShown: ReadonlySet<string> = new Set([
  'fallback',
  'fallbackText',
  'speak',
  'data',
  'msteams',
  'requires',
  'refresh',
]);

/** The runs of a RichTextBlock are one text. */
function copyInlines(inlines: readonly JsonNode[], depth: number, shown: string[]): readonly Json[] {
  const runs: string[] = [];
  const copy = inlines.map((run): Json => {
    if (run.kind !== 'string') return copyNode(run, depth, runs);
    runs.push(run.value);
    return literal(run.value);
  });
  shown.push(runs.join(''));
  return copy;
}

/** Facts are Markdown; the renderer gets the text of it. */
function copyFact(fact: JsonNode, shown: string[]): JsonMembers {
  const read = (key: string): string => blocksText(teamsMarkdown(textAt(fact, key) ?? ''));
  const [title, value] = [read('title'), read('value')];
  shown.push(title, value);
  return { title: literal(title), value: literal(value) };
}

/** Whether a member is text that people see, as it is written. */
function isText(type: string, key: string): boolean {
  switch (key) {
    case 'text':
      return type === 'TextRun';
    case 'title':
      return type.startsWith('Action.') || type === 'Input.Toggle';
    case 'altText':
      return type === 'Image';
    case 'label':
    case 'placeholder':
      return type.startsWith('Input.');
    case 'codeSnippet':
      return type === 'CodeBlock';
    default:
      return false;
  }
}

const textMembers = ['color', 'fontType', 'isSubtle', 'size', 'weight'];

/**
 * A TextBlock without markup stays one; what has markup becomes rich text, a block for each paragraph and list item.
 */
function textBlock(node: JsonObject, shown: string[]): JsonMembers {
  const members = Object.fromEntries(
    node.members.map(({ key, value }) => [
      key,
      value.kind === 'object' || value.kind === 'array' ? null : copyNode(value, 0, []),
    ]),
  );
  const blocks = teamsMarkdown(textAt(node, 'text') ?? '');
  shown.push(blocksText(blocks));
  const [first, ...others] = blocks;
  if (others.length === 0 && (first ?? []).every(({ kind }) => kind === 'text')) {
    return { ...members, text: literal(blocksText(blocks)) };
  }
  const style = (keys: readonly string[]): JsonMembers =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = memberOf(node, key) === null ? undefined : members[key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
  const font = style(textMembers);
  const items = blocks.map((inlines, i): JsonMembers => ({
    type: 'RichTextBlock',
    ...style(['horizontalAlignment']),
    ...(i > 0 && { spacing: 'small' }),
    inlines: runsOf(inlines, font),
  }));
  return { type: 'Container', ...style(['id', 'isVisible', 'separator', 'spacing', 'height']), items };
}

/**
 * The text of a TextBlock as Teams reads it: a line of inlines for each paragraph and list item. Texts too long for any
 * message stay as they are.
 */
function teamsMarkdown(text: string): readonly (readonly Inline[])[] {
  if (text.length > markdownUnits) return [[{ kind: 'text', text }]];
  return markdownBlocks(text, { gfm: false, breaks: false }).flatMap((block) => linesOf(block, ''));
}

/** What Teams does not know of Markdown stays as it was written, as near as can be told. */
function linesOf(block: Block, before: string): readonly (readonly Inline[])[] {
  const led = (inlines: readonly Inline[]): readonly Inline[] =>
    before === '' ? inlines : [{ kind: 'text', text: before }, ...inlines];
  switch (block.kind) {
    case 'paragraph':
      return [led(block.children)];
    case 'heading':
      return [led([{ kind: 'text', text: `${'#'.repeat(block.level)} ` }, ...block.children])];
    case 'code':
      return block.text.split('\n').map((line) => led([{ kind: 'text', text: line }]));
    case 'quote':
      return block.children.flatMap((child) => linesOf(child, `${before}> `));
    case 'list':
      return block.items.flatMap((item, i) => {
        const mark = block.ordered ? `${String(block.start + i)}. ` : '• ';
        const [first, ...rest] = item;
        const indent = before.replace(/\S/g, ' ') + ' '.repeat(mark.length);
        return [
          ...(first === undefined ? [[{ kind: 'text', text: before + mark } as const]] : linesOf(first, before + mark)),
          ...rest.flatMap((child) => linesOf(child, indent)),
        ];
      });
    case 'table':
      return [block.header, ...block.rows].map((row) =>
        led(row.flatMap((cell) => [...cell, { kind: 'text', text: ' ' }])),
      );
    case 'rule':
      return [led([{ kind: 'text', text: '---' }])];
    default:
      return block satisfies never;
  }
}

function blocksText(blocks: readonly (readonly Inline[])[]): string {
  return blocks.map(inlineText).join('\n');
}

/** Inlines as TextRuns, with the font around them. */
function runsOf(inlines: readonly Inline[], font: JsonMembers): readonly JsonMembers[] {
  return inlines.flatMap((inline): readonly JsonMembers[] => {
    switch (inline.kind) {
      case 'text':
      case 'mention':
      case 'emoji':
        return [{ type: 'TextRun', ...font, text: literal(inline.text) }];
      case 'code':
        return [{ type: 'TextRun', ...font, text: literal(`\`${inline.text}\``) }];
      case 'break':
        return [{ type: 'TextRun', ...font, text: '\n' }];
      case 'bold':
        return runsOf(inline.children, { ...font, weight: 'Bolder' });
      case 'italic':
        return runsOf(inline.children, { ...font, italic: true });
      case 'link': {
        const href = inline.href === null ? null : safeHref(inline.href);
        const open: JsonMembers = href === null ? {} : { selectAction: { type: 'Action.OpenUrl', url: href } };
        return runsOf(inline.children, { ...font, ...open });
      }
      case 'underline':
      case 'strike':
      case 'spoiler':
      case 'small':
      case 'color':
        return runsOf(inline.children, font);
      default:
        return inline satisfies never;
    }
  });
}

/**
 * The renderer would read {{DATE(…)}} and {{TIME(…)}} in a text as dates, which Teams does not: a joiner keeps it from
 * it.
 */
function literal(text: string): string {
  return text.replace(/\{\{(?=DATE\(|TIME\()/g, '{\u2060{');
}
