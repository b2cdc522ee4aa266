/** Reading JSON bodies by place: members by key, and offsets in a decoded string as offsets in the body. */
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../../coroot';
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

/**
 * How deep JSON is indented; what is deeper stands in a line, since the white space before it would outgrow everything
 * else.
 */
const deepestIndent = 40;

/**
 * What `JSON.stringify` makes of the value once it is read: the last one of a repeated key, numbers as a double holds
 * them. It may be nested deeper than the stack is. `indent` puts every value on a line of its own.
 */
export function stringified(root: JsonNode, indent = false): string {
  const out: string[] = [];
  const rest: (string | { readonly node: JsonNode; readonly depth: number })[] = [{ node: root, depth: 0 }];
  const line = (depth: number): string => (indent && depth <= deepestIndent ? `\n${'  '.repeat(depth)}` : '');
  const colon = indent ? ': ' : ':';
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') {
      out.push(next);
      continue;
    }
    const { node, depth } = next;
    if (node.kind !== 'object' && node.kind !== 'array') {
      out.push(JSON.stringify(node.kind === 'number' ? Number(node.text) : node.kind === 'null' ? null : node.value));
      continue;
    }
    const items =
      node.kind === 'array'
        ? node.elements.map((element) => ['', element] as const)
        : // Last wins, and keys that are numbers come first.
          Object.entries(Object.fromEntries(node.members.map(({ key, value }) => [key, value]))).map(
            ([key, value]) => [JSON.stringify(key) + colon, value] as const,
          );
    const [open, close] = node.kind === 'array' ? '[]' : '{}';
    out.push(open ?? '');
    rest.push(items.length === 0 ? (close ?? '') : line(depth) + (close ?? ''));
    for (const [i, [label, value]] of [...items.entries()].reverse()) {
      rest.push({ node: value, depth: depth + 1 }, (i === 0 ? '' : ',') + line(depth + 1) + label);
    }
  }
  return out.join('');
}

/**
 * Where `[from, to)` of a string's decoded value stands in the body, escapes and all. Offsets are UTF-16 units on both
 * sides; those at or past the end of the value mean the closing quote.
 */
export function placeInString(body: string, node: JsonString, from: number, to: number = from): Place {
  const start = unitOffset(body, node, from);
  return { from: start, to: to <= from ? Math.min(start + 1, node.to) : unitOffset(body, node, to) };
}

/**
 * Where each unit of a string's value begins, for strings that were asked about: one may have a finding at every unit.
 */
const unitOffsets = new WeakMap<JsonString, Uint32Array>();

function unitOffset(body: string, node: JsonString, index: number): number {
  let offsets = unitOffsets.get(node);
  if (offsets === undefined) {
    offsets = new Uint32Array(node.value.length).fill(node.to - 1);
    let at = node.from + 1;
    for (let decoded = 0; decoded < offsets.length && at < node.to - 1; decoded++) {
      offsets[decoded] = at;
      at += body[at] !== '\\' ? 1 : body[at + 1] === 'u' ? 6 : 2;
    }
    unitOffsets.set(node, offsets);
  }
  return offsets[index] ?? node.to - 1;
}
