/** Reading JSON bodies by place: members by key, and offsets in a decoded string as offsets in the body. */
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../coroot';
import type { Place } from './verdict';

/** The member of that name, or null; the last one counts where a key is repeated, as in every common JSON reader. */
export function memberOf(node: JsonObject, key: string): JsonMember | null {
  return node.members.findLast((member) => member.key === key) ?? null;
}

/** The value at a path of keys and indices, or null when there is none. */
export function valueAt(node: JsonNode, ...path: readonly (string | number)[]): JsonNode | null {
  let at: JsonNode | null = node;
  for (const key of path) {
    if (at === null) return null;
    if (typeof key === 'number') at = at.kind === 'array' ? (at.elements[key] ?? null) : null;
    else at = at.kind === 'object' ? (memberOf(at, key)?.value ?? null) : null;
  }
  return at;
}

/** The text at a path, or null when there is no string. */
export function textAt(node: JsonNode, ...path: readonly (string | number)[]): string | null {
  const value = valueAt(node, ...path);
  return value?.kind === 'string' ? value.value : null;
}

/** The elements of the array at a path; none when there is no array. */
export function elementsAt(node: JsonNode, ...path: readonly (string | number)[]): readonly JsonNode[] {
  const value = valueAt(node, ...path);
  return value?.kind === 'array' ? value.elements : [];
}

/** A JSON value as JavaScript has it; numbers lose what a double cannot hold. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
    case 'array':
      return node.elements.map(plainValue);
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

/**
 * Where `[from, to)` of a string's decoded value stands in the body, escapes and all. Offsets are UTF-16 units on both
 * sides; those at or past the end of the value mean the closing quote.
 */
export function placeInString(body: string, node: JsonString, from: number, to: number = from): Place {
  const start = bodyOffset(body, node, from);
  return { from: start, to: to <= from ? Math.min(start + 1, node.to) : bodyOffset(body, node, to) };
}

function bodyOffset(body: string, node: JsonString, index: number): number {
  let at = node.from + 1;
  for (let decoded = 0; decoded < index && at < node.to - 1; decoded++) {
    if (body[at] !== '\\') at++;
    else at += body[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
