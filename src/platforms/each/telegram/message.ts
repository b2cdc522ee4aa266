/** A body as the Bot API reads it: every parameter as text, and the message's text with its markup. */
import { Body, type JsonNode, type JsonObject, bytesIn } from '../../../coroot';
import type { Mended } from '../../body/reading';
import { memberOf } from '../../body/located-json';
import type { Parsed } from './entities';
import { parseHtml } from './html';
import { parseMarkdown } from './markdown';
import { parseMarkdownV2 } from './markdown-v2';

/**
 * The body as Telegram's JSON reader takes it: raw tabs and other control characters inside strings, which JSON
 * forbids, are accepted; each becomes the space that Telegram makes of it. Every other character keeps its place. Null
 * when there is none. https://github.com/tdlib/td/blob/master/tdutils/td/utils/JsonBuilder.cpp
 */
export function tolerated({ text }: Body): Mended | null {
  const parts: string[] = [];
  let from = 0;
  let inString = false;
  for (const { 0: found, index } of text.matchAll(/\\[^]|"|\p{Cc}/gu)) {
    if (found === '"') inString = !inString;
    else if (inString && found < ' ') {
      parts.push(text.slice(from, index), ' ');
      from = index + 1;
    }
  }
  if (from === 0) return null;
  return { body: new Body(parts.join('') + text.slice(from)), original: (at) => at, remarks: () => undefined };
}

/** A parameter: its value, and the text that stands for it. */
export interface Parameter {
  readonly node: JsonNode;
  readonly text: string;
}

/**
 * A parameter by its name, or null. The server reads strings as they are and takes the JSON of anything else for text,
 * so that null is the word “null”.
 */
export function parameter(body: string, root: JsonObject, name: string): Parameter | null {
  const node = memberOf(root, name)?.value ?? null;
  if (node === null) return null;
  return { node, text: node.kind === 'string' ? node.value : body.slice(node.from, node.to) };
}

/** Longer texts are refused before their markup is read: 32 KiB. */
export const rawLimit = 32768;

/** How many characters a message may have once its markup is read. https://core.telegram.org/bots/api#sendmessage */
export const textLimit = 4096;

/** How a text is marked up, or that Telegram refuses to say. */
export type ParseMode = 'plain' | 'Markdown' | 'MarkdownV2' | 'HTML' | 'unsupported';

/** Reads `parse_mode`, which ignores case. */
export function parseMode(text: string): ParseMode {
  switch (text.toLowerCase()) {
    case '':
    case 'none':
      return 'plain';
    case 'markdown':
      return 'Markdown';
    case 'markdownv2':
      return 'MarkdownV2';
    case 'html':
      return 'HTML';
    default:
      return 'unsupported';
  }
}

/** Reads a text's markup; null when Telegram would not come to read it: an unsupported mode, or too many bytes. */
export function parseText(raw: string, mode: ParseMode): Parsed | null {
  if (bytesIn(raw) > rawLimit) return null;
  switch (mode) {
    case 'plain':
      return { ok: true, text: raw, entities: [], empty: [] };
    case 'Markdown':
      return parseMarkdown(raw);
    case 'MarkdownV2':
      return parseMarkdownV2(raw);
    case 'HTML':
      return parseHtml(raw);
    case 'unsupported':
      return null;
    default:
      return mode satisfies never;
  }
}
