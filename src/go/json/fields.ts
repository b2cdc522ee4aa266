/**
 * Which fields of a struct JSON sees, and under which names: struct tags, embedded structs and the rules by which one
 * field hides another. https://pkg.go.dev/encoding/json#Marshal
 */
import { unquote } from '../strconv';
import { type Field, type Type, isExported } from '../reflect/type';

/** A field of the JSON object that stands for a struct. */
export interface JsonField {
  readonly name: string;
  /** The name of the struct's field. */
  readonly goName: string;
  /** Where the field is: field indexes from the outer struct through embedded ones. */
  readonly path: readonly number[];
  readonly type: Type;
  readonly omitEmpty: boolean;
  readonly omitZero: boolean;
  /** The `string` option, where it applies: a scalar that is written inside a JSON string. */
  readonly quoted: boolean;
}

interface Candidate extends JsonField {
  readonly tagged: boolean;
}

const cache = new WeakMap<Type, readonly JsonField[]>();

/** The JSON fields of a struct type in the order they are written. */
export function jsonFields(type: Type): readonly JsonField[] {
  let fields = cache.get(type);
  if (fields === undefined) {
    fields = visible(collect(type));
    cache.set(type, fields);
  }
  return fields;
}

/** The value of `key` in a raw struct tag, or null: https://pkg.go.dev/reflect#StructTag */
function tagValue(tag: string, key: string): string | null {
  const pair = /^ *([!#-9;-~\u0080-\uffff]+):("(?:[^"\\]|\\[^])*")/;
  for (let rest = tag, m = pair.exec(rest); m !== null; m = pair.exec(rest)) {
    const [whole, name, quotedValue] = m;
    if (name === key) return unquote(quotedValue ?? '');
    rest = rest.slice(whole.length);
  }
  return null;
}

interface Visit {
  readonly type: Type;
  readonly path: readonly number[];
}

/**
 * Every field that could have a name, embedded structs opened level by level; a type met again deeper down is not
 * opened.
 */
function collect(root: Type): readonly Candidate[] {
  const found: Candidate[] = [];
  const opened = new Set<Type>();
  for (let level: readonly Visit[] = [{ type: root, path: [] }], times = new Map<Type, number>(); level.length > 0;) {
    const nextLevel: Visit[] = [];
    const nextTimes = new Map<Type, number>();
    for (const { type, path } of level) {
      if (opened.has(type)) continue;
      opened.add(type);
      for (const [i, field] of type.fields.entries()) {
        const candidate = readField(field, [...path, i]);
        if (candidate === null) continue;
        if (candidate.open !== null) {
          const seen = (nextTimes.get(candidate.open) ?? 0) + 1;
          nextTimes.set(candidate.open, seen);
          if (seen === 1) nextLevel.push({ type: candidate.open, path: [...path, i] });
          continue;
        }
        found.push(candidate.field);
        // A struct embedded twice at one level: its fields hide each other, which a second mention is enough for.
        if ((times.get(type) ?? 0) > 1) found.push(candidate.field);
      }
    }
    level = nextLevel;
    times = nextTimes;
  }
  return found;
}

function readField(
  field: Field,
  path: readonly number[],
): { readonly open: Type; readonly field: null } | { readonly open: null; readonly field: Candidate } | null {
  const struct = field.type.kind === 'ptr' && field.embedded ? field.type.elem : field.type;
  if (!isExported(field.name) && !(field.embedded && struct.kind === 'struct')) return null;
  const tag = tagValue(field.tag, 'json') ?? '';
  if (tag === '-') return null;
  const [rawName = '', ...options] = tag.split(',');
  const name = isValidName(rawName) ? rawName : '';
  const target = field.type.name === '' && field.type.kind === 'ptr' ? field.type.elem : field.type;
  if (name === '' && field.embedded && target.kind === 'struct') return { open: target, field: null };
  return {
    open: null,
    field: {
      name: name === '' ? field.name : name,
      goName: field.name,
      tagged: name !== '',
      path,
      type: field.type,
      omitEmpty: options.includes('omitempty'),
      omitZero: options.includes('omitzero'),
      quoted: options.includes('string') && isScalar(target),
    },
  };
}

function isValidName(name: string): boolean {
  return /^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~ ]+$/u.test(name);
}

function isScalar(t: Type): boolean {
  return t.kind === 'bool' || t.kind === 'string' || t.family === 'float' || t.isInteger;
}

/** Of the fields that share a name the shallowest stays, a tagged one before untagged ones; a tie leaves none. */
function visible(found: readonly Candidate[]): readonly JsonField[] {
  const byName = new Map<string, Candidate[]>();
  for (const field of found) {
    const same = byName.get(field.name);
    if (same === undefined) byName.set(field.name, [field]);
    else same.push(field);
  }
  const fields: JsonField[] = [];
  for (const same of byName.values()) {
    const depth = Math.min(...same.map((f) => f.path.length));
    const shallow = same.filter((f) => f.path.length === depth);
    const tagged = shallow.filter((f) => f.tagged);
    const [first, second] = tagged.length > 0 ? tagged : shallow;
    if (first !== undefined && second === undefined) fields.push(first);
  }
  return fields.sort((a, b) => comparePaths(a.path, b.path));
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined) return 1;
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}
