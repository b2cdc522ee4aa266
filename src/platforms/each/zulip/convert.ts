/**
 * What Zulip's Slack-compatible webhook makes of a body: one text in Zulip's Markdown.
 * https://github.com/zulip/zulip/blob/main/zerver/webhooks/slack_incoming/view.py and, for blocks and formatting,
 * https://github.com/zulip/zulip/blob/main/zerver/data_import/slack_message_conversion.py
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, memberOf, textAt, valueAt } from '../../body/located-json';

/** The text that is posted; empty when nothing is. */
export function converted(root: JsonObject): string {
  const pieces = [...elementsAt(root, 'blocks').map(blockText), ...elementsAt(root, 'attachments').map(attachmentText)];
  const body = joined(pieces);
  if (body !== '') return withFormatting(body);
  const text = textAt(root, 'text') ?? '';
  if (text === '') return '';
  const icon = textAt(root, 'icon_emoji') ?? '';
  return withFormatting(`${icon === '' ? '' : `${icon} `}${text}`.trim());
}

function withFormatting(text: string): string {
  return slackFormatting(slackLinks(text).trim());
}

function joined(pieces: readonly string[]): string {
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join('\n\n');
}

function imageText(node: JsonNode): string {
  return `[${textAt(node, 'alt_text') ?? ''}](${textAt(node, 'image_url') ?? ''})`;
}

function elementText(node: JsonNode): string {
  return textAt(node, 'type') === 'image' ? imageText(node) : (textAt(node, 'text') ?? '');
}

/** Of the blocks that Zulip takes, it shows headers, sections, contexts, dividers and images. */
function blockText(block: JsonNode): string {
  switch (textAt(block, 'type')) {
    case 'context':
      return joined(elementsAt(block, 'elements').map(elementText));
    case 'divider':
      return '----';
    case 'header':
      return `## ${textAt(block, 'text', 'text') ?? ''}`;
    case 'image': {
      const title = textAt(block, 'title', 'text');
      return title === null ? imageText(block) : `[${title}](${textAt(block, 'image_url') ?? ''})`;
    }
    case 'section':
      return sectionText(block);
    default:
      return '';
  }
}

/** One field is a text; more are a table of two columns, whose cells lose line breaks and bars. */
function sectionText(block: JsonNode): string {
  const accessory = valueAt(block, 'accessory');
  const fields = elementsAt(block, 'fields').map((field) => textAt(field, 'text') ?? '');
  const cells = fields.map((field) => field.replace(/[\n|]/g, ' '));
  const rows = cells.flatMap((left, i) => (i % 2 === 0 ? [`| ${left} | ${cells[i + 1] ?? ''} |\n`] : []));
  return joined([
    textAt(block, 'text', 'text') ?? '',
    accessory !== null && textAt(accessory, 'type') === 'image' ? imageText(accessory) : '',
    fields.length > 1 ? `| | |\n|-|-|\n${rows.join('')}` : (fields[0] ?? ''),
  ]);
}

function attachmentText(node: JsonNode): string {
  const string = (key: string): string => textAt(node, key) ?? '';
  const title = string('title');
  const link = string('title_link');
  const fields = elementsAt(node, 'fields').map((field) => {
    const name = textAt(field, 'title') ?? '';
    const value = textAt(field, 'value') ?? '';
    return name === '' ? value : value === '' ? `*${name}*` : `*${name}*: ${value}`;
  });
  const ts = node.kind === 'object' ? memberOf(node, 'ts')?.value : undefined;
  const time = ts?.kind === 'number' && Number(ts.text) !== 0 ? Number(ts.text) : null;
  return joined([
    title === '' ? '' : link === '' ? `## ${title}` : `## [${title}](${link})`,
    string('pretext'),
    string('text'),
    fields.filter((field) => field !== '').join('\n'),
    ...elementsAt(node, 'blocks').map(blockText),
    string('image_url') === '' ? '' : `[](${string('image_url')})`,
    string('footer'),
    time === null ? '' : `<time:${String(time)}>`,
  ]);
}

/**
 * How a link begins. Only hosts with a name of letters after a dot count: `<http://localhost:8080|x>` and addresses of
 * numbers stay as they are.
 */
const linkStart =
  /<(?:https?:\/\/(?:www\.)?|ftp:\/\/)?[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z]{2,63}(?::[0-9]{1,5})?(?=[/|>])/g;
const mail = /<((?:mailto:)?[\w.-]{1,64}@[\w.-]{1,255})(?:\|[^<>\s]{1,320})?>/g;

/** A link reaches to the next `>`, whatever stands between. */
function slackLinks(text: string): string {
  const last = text.lastIndexOf('>');
  let out = '';
  let at = 0;
  linkStart.lastIndex = 0;
  for (let match = linkStart.exec(text); match !== null && match.index < last; match = linkStart.exec(text)) {
    const end = text.indexOf('>', linkStart.lastIndex);
    const content = text.slice(match.index + 1, end);
    const bar = content.indexOf('|');
    out += text.slice(at, match.index);
    out += bar < 0 ? content : `[${content.slice(bar + 1)}](${content.slice(0, bar)})`;
    at = end + 1;
    linkStart.lastIndex = at;
  }
  return (out + text.slice(at)).replace(mail, (_, address: string) => address);
}

/** Pairs of `*`, `~` and `_` at the edges of words become Zulip's `**`, `~~` and `*`, also in code. */
const bold =
  /((?![*`@\\\p{Pf}\p{Pe}])[\p{P}\p{Zs}\p{S}]|^)\*([^*]+)\*((?![*`@\\\p{Pi}\p{Ps}])(?=[\p{P}\p{Zs}\p{S}]|$))/gmu;
const strike =
  /((?![~`@\\\p{Pf}\p{Pe}])[\p{P}\p{Zs}\p{S}]|^)~([^~]+)~((?![~`@\\\p{Pi}\p{Ps}])(?=[\p{P}\p{Zs}\p{S}]|$))/gmu;
const italic =
  /((?![_`@\\\p{Pf}\p{Pe}])[\p{P}\p{Zs}\p{S}]|^)_([^_]+)_((?![_`@\\\p{Pi}\p{Ps}])(?=[\p{P}\p{Zs}\p{S}]|$))/gmu;

function slackFormatting(text: string): string {
  return text.replace(bold, '$1**$2**').replace(strike, '$1~~$2~~').replace(italic, '$1*$2*');
}
