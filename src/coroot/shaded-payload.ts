/**
 * A payload whose punctuation is marked, to tell in an output what the payload wrote from what the template did: text
 * that was put together by functions does not know where it is from, but it keeps its marks.
 */
import type { JsonNode } from '../go';
import { parsePayload } from './payload-syntax';

/**
 * The characters that markup, formats and templates are made of. Those that Coroot's own data is made of, as `:` and
 * `/`, and what templates compare with, as `_` for no namespace and the letters of statuses, stay as they are, so that
 * a template takes the same way through both payloads.
 */
const punctuation = '!#$%()*<>?@[]^`{|}~';

/** Where the marked characters begin, in the private use area: a code unit like the character itself. */
const firstMark = 0xe000;

/** A character or an escape of a JSON string that stands for one of them, or an escape that does not. */
const markable = /\\u00([2-7][0-9a-f])|\\[^]|[!#$%()*<>?@[\]^`{|}~]/gi;

/** The payload with its punctuation marked in every text, keys left out; null where it is no JSON. */
export function shaded(payload: string): string | null {
  const parsed = parsePayload(payload);
  if (!parsed.ok) return null;
  let out = '';
  let at = 0;
  for (const { from, to } of stringsOf(parsed.node)) {
    out += payload.slice(at, from) + payload.slice(from, to).replace(markable, marked);
    at = to;
  }
  return out + payload.slice(at);
}

function marked(written: string, hex: string | undefined): string {
  const character = hex === undefined ? written : String.fromCharCode(parseInt(hex, 16));
  return punctuation.includes(character) ? String.fromCharCode(firstMark + character.charCodeAt(0)) : written;
}

/** Whether the character at a place is a marked one. */
export function isMarked(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > firstMark && code < firstMark + 0x80;
}

/** A text with the marks taken off. */
export function unmarked(text: string): string {
  return text.replace(/[\ue001-\ue07f]/g, (c) => String.fromCharCode(c.charCodeAt(0) - firstMark));
}

/** The strings of a JSON value in their order. */
function stringsOf(root: JsonNode): readonly JsonNode[] {
  const found: JsonNode[] = [];
  const rest = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === 'string') found.push(node);
    else if (node.kind === 'array') rest.push(...node.elements.toReversed());
    else if (node.kind === 'object') rest.push(...node.members.map(({ value }) => value).reverse());
  }
  return found;
}
