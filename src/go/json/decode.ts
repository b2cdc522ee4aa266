/**
 * Fills Go values from JSON as `json.Unmarshal` does: https://pkg.go.dev/encoding/json#Unmarshal
 * Unlike Go it reports every mistake, with its place; the first error is the one Go returns. A caller may bring a way
 * of reading of its own, which then decides what keys mean and is told what does not fit.
 */
import { byteSlice } from '../reflect/bytes';
import { GoMap } from '../reflect/map';
import {
  type Raw,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  anyType,
  boolType,
  float64Type,
  isExported,
  mapOf,
  sliceOf,
  stringType,
} from '../reflect/type';
import { Value, rawSlice, zeroRaw } from '../reflect/value';
import { parseFloat, parseInt, parseUint, quote } from '../strconv';
import { decodeBase64 } from './base64';
import { fieldNamed } from './field-names';
import type { JsonField } from './fields';
import { grownCapacity } from '../reflect/growth';
import { type JsonArray, type JsonError, type JsonMember, type JsonNode, type JsonObject, Locator } from './node';
import type { Reading } from './reading';
import { parseJson } from './scan';

/** The decoded value, not addressable; or all mistakes (at most 100), Go's own error first. */
export type Unmarshaled =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: readonly JsonError[] };

/** A JSON text that has been parsed already, as `parseJson` returns it; `node` may also be a part of the text. */
export interface JsonDocument {
  readonly text: string;
  readonly node: JsonNode;
}

/**
 * Decodes a JSON text into a value of `type`, starting from its zero value: as Go does, or by `reading`. Never throws.
 */
export function unmarshal(source: string | JsonDocument, type: Type, reading: Reading | null = null): Unmarshaled {
  const document = typeof source === 'string' ? parseJson(source) : { ok: true as const, ...source };
  if (!document.ok) return { ok: false, errors: [document.error] };
  return new Decoder(document.text, reading).run(document.node, type);
}

const mostErrors = 100;

/** Decoding one array or object: it yields the containers inside it and is handed what became of them. */
type Step = Generator<Step, Raw, Raw>;

const anyMap = mapOf(stringType, anyType);
const anySlice = sliceOf(anyType);

class Decoder {
  private readonly locator: Locator;
  private readonly errors: JsonError[] = [];
  private fatal: JsonError | null = null;
  private readonly path: (string | number)[] = [];
  /** The struct whose field is being decoded and the field names down to it: what Go's type errors mention. */
  private struct: Type | null = null;
  private readonly fieldStack: string[] = [];

  constructor(
    text: string,
    private readonly reading: Reading | null,
  ) {
    this.locator = new Locator(text);
  }

  run(root: JsonNode, type: Type): Unmarshaled {
    const raw = this.drive(this.into(root, type, zeroRaw(type)));
    const errors = this.fatal === null ? this.errors : [this.fatal, ...this.errors];
    if (errors.length > 0) return { ok: false, errors };
    return { ok: true, value: new Value(type, raw) };
  }

  /** Runs steps within steps on a list of its own: JSON may nest deeper than the JavaScript stack allows. */
  private drive(first: Raw | Step): Raw {
    if (!isStep(first)) return first;
    const stack = [first];
    let result: Raw = null;
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { done, value } = top.next(result);
      if (done === true) result = value;
      else {
        stack.push(top, value);
        result = null;
      }
    }
    return result;
  }

  /** The new value of a variable of `type` that holds `old`. Go's `indirect` and its `value`. */
  private into(node: JsonNode, type: Type, old: Raw): Raw | Step {
    const custom = this.reading?.custom(node, type, this.path);
    if (custom !== undefined) return custom;
    if (type.kind === 'ptr') {
      if (node.kind === 'null') return null;
      const pointer = (old as RawPointer | null) ?? { value: zeroRaw(type.elem) };
      const inner = this.into(node, type.elem, pointer.value);
      if (isStep(inner)) return this.behind(pointer, inner);
      pointer.value = inner;
      return pointer;
    }
    switch (node.kind) {
      case 'object':
        return this.object(node, type, old);
      case 'array':
        return this.array(node, type, old);
      case 'null':
        return ['interface', 'map', 'slice'].includes(type.kind) ? null : old;
      case 'string':
        return this.text(node, type, old, node.value);
      case 'boolean':
        return this.boolean(node, type, old, node.value, false);
      case 'number':
        return this.number(node, type, old, node.text, false);
      default:
        return node satisfies never;
    }
  }

  private *behind(pointer: RawPointer, inner: Step): Step {
    pointer.value = yield inner;
    return pointer;
  }

  private object(node: JsonObject, type: Type, old: Raw): Raw | Step {
    switch (type.kind) {
      case 'interface':
        return isAny(type) ? this.anyObject(node) : this.mismatch(node, 'object', type, old);
      case 'map':
        return isMapKey(type.key) ? this.map(node, type, old) : this.mismatch(node, 'object', type, old);
      case 'struct':
        return this.fields(node, type, old);
      default:
        return this.mismatch(node, 'object', type, old);
    }
  }

  private *anyObject(node: JsonObject): Step {
    const entries: [Raw, Raw][] = [];
    for (const member of node.members) {
      this.path.push(member.key);
      const inner = this.into(member.value, anyType, null);
      entries.push([member.key, isStep(inner) ? yield inner : inner]);
      this.path.pop();
    }
    return { type: anyMap, v: new GoMap(anyMap, entries) };
  }

  private *map(node: JsonObject, type: Type, old: Raw): Step {
    const entries = old === null ? [] : [...(old as RawMap).entries()];
    for (const member of node.members) {
      this.path.push(member.key);
      const inner = this.into(member.value, type.elem, zeroRaw(type.elem));
      const element = isStep(inner) ? yield inner : inner;
      const key = this.mapKey(member, type.key);
      if (key !== null) entries.push([key, element]);
      this.path.pop();
    }
    return new GoMap(type, entries);
  }

  private mapKey(member: JsonMember, type: Type): Raw {
    if (type.kind === 'string') return member.key;
    const n = readInteger(member.key, type);
    if (n !== null) return n;
    const at = { from: member.keyFrom, to: member.keyTo };
    this.typeError(at, `number ${member.key}`, type);
    return null;
  }

  private *fields(node: JsonObject, type: Type, old: Raw): Step {
    const { reading } = this;
    const taken = new Set<JsonField>();
    const outer = this.struct;
    const depth = this.fieldStack.length;
    const struct = [...(old as readonly Raw[])];
    for (const member of node.members) {
      const field = reading === null ? fieldNamed(type, member.key) : reading.field(type, member.key);
      if (field === null) {
        reading?.unknown(member, type, this.path);
        continue;
      }
      this.path.push(member.key);
      if (taken.has(field)) reading?.again(member, this.path);
      taken.add(field);
      this.struct = type;
      const variable = this.open(struct, type, field.path, member.value);
      if (variable !== null) {
        const { holder, index } = variable;
        this.fieldStack.push(field.name);
        const held = reading === null ? (holder[index] ?? null) : zeroRaw(field.type);
        const inner = field.quoted
          ? this.quoted(member.value, field.type, held)
          : this.into(member.value, field.type, held);
        holder[index] = isStep(inner) ? yield inner : inner;
      }
      this.fieldStack.length = depth;
      this.struct = outer;
      this.path.pop();
    }
    return struct;
  }

  /** Finds the variable at the end of a field path, making the embedded structs that nil pointers on the way lack. */
  private open(struct: Raw[], type: Type, path: readonly number[], node: JsonNode): Variable | null {
    let holder = struct;
    let at = type;
    for (const step of path.slice(0, -1)) {
      const field = at.fields[step];
      if (field === undefined) return null;
      this.fieldStack.push(field.name);
      let inner = holder[step] ?? null;
      if (field.type.kind === 'ptr') {
        at = field.type.elem;
        if (inner === null && !isExported(field.name)) {
          this.report(node, `json: cannot set embedded pointer to unexported struct: ${at.toString()}`);
          return null;
        }
        const pointer = (inner as RawPointer | null) ?? { value: zeroRaw(at) };
        holder[step] = pointer;
        holder = [...(pointer.value as readonly Raw[])];
        pointer.value = holder;
      } else {
        at = field.type;
        inner = [...(inner as readonly Raw[])];
        holder[step] = inner;
        holder = inner as Raw[];
      }
    }
    return { holder, index: path.at(-1) ?? 0 };
  }

  private array(node: JsonArray, type: Type, old: Raw): Raw | Step {
    switch (type.kind) {
      case 'interface':
        return isAny(type) ? this.anyArray(node) : this.mismatch(node, 'array', type, old);
      case 'slice':
        return this.slice(node, type, old as RawSlice | null);
      case 'array':
        return this.fixedArray(node, type, old as readonly Raw[]);
      default:
        return this.mismatch(node, 'array', type, old);
    }
  }

  private *anyArray(node: JsonArray): Step {
    return { type: anySlice, v: yield this.slice(node, anySlice, null) };
  }

  /** Elements of an earlier value under the same key are decoded over, those past its length included, as in Go. */
  private *slice(node: JsonArray, type: Type, old: RawSlice | null): Step {
    const array = old === null ? [] : old.array.slice(old.offset, old.offset + old.capacity);
    let capacity = old?.capacity ?? 0;
    for (const [i, element] of node.elements.entries()) {
      if (i >= capacity) capacity = grownCapacity(type.elem, capacity);
      this.path.push(i);
      const inner = this.into(element, type.elem, array[i] ?? zeroRaw(type.elem));
      array[i] = isStep(inner) ? yield inner : inner;
      this.path.pop();
    }
    if (this.reading !== null) return rawSlice(array);
    const length = node.elements.length;
    if (length === 0) return { array: [], offset: 0, length, capacity: 0 };
    while (array.length < capacity) array.push(zeroRaw(type.elem));
    return { array, offset: 0, length, capacity };
  }

  private *fixedArray(node: JsonArray, type: Type, old: readonly Raw[]): Step {
    const array: Raw[] = [];
    for (const [i, element] of node.elements.slice(0, type.length).entries()) {
      this.path.push(i);
      const inner = this.into(element, type.elem, old[i] ?? zeroRaw(type.elem));
      array.push(isStep(inner) ? yield inner : inner);
      this.path.pop();
    }
    while (array.length < type.length) array.push(zeroRaw(type.elem));
    return array;
  }

  private text(node: JsonNode, type: Type, old: Raw, s: string): Raw {
    switch (type.kind) {
      case 'string':
        return s;
      case 'interface':
        return isAny(type) ? { type: stringType, v: s } : this.mismatch(node, 'string', type, old);
      case 'slice': {
        if (type.elem.kind !== 'uint8') return this.mismatch(node, 'string', type, old);
        const decoded = decodeBase64(s);
        if (decoded.ok) return byteSlice(decoded.bytes, decoded.capacity);
        this.report(node, decoded.message);
        return old;
      }
      default:
        return this.mismatch(node, 'string', type, old);
    }
  }

  private boolean(node: JsonNode, type: Type, old: Raw, b: boolean, isQuoted: boolean): Raw {
    if (type.kind === 'bool') return b;
    if (type.kind === 'interface' && isAny(type)) return { type: boolType, v: b };
    if (isQuoted) {
      this.report(node, misquoted(String(b), type));
      return old;
    }
    return this.mismatch(node, 'bool', type, old);
  }

  private number(node: JsonNode, type: Type, old: Raw, text: string, isQuoted: boolean): Raw {
    switch (type.family) {
      case 'interface': {
        const n = parseFloat(text, 64);
        if (!n.ok) return this.mismatch(node, `number ${text}`, float64Type, old);
        return isAny(type) ? { type: float64Type, v: n.value } : this.mismatch(node, 'number', type, old);
      }
      case 'float': {
        const n = parseFloat(text, type.bits);
        return n.ok ? n.value : this.mismatch(node, `number ${text}`, type, old);
      }
      default: {
        if (type.isInteger) return readInteger(text, type) ?? this.mismatch(node, `number ${text}`, type, old);
        if (!isQuoted) return this.mismatch(node, 'number', type, old);
        this.abort(node, misquoted(text, type));
        return old;
      }
    }
  }

  /** A field with the `string` option: its value stands inside a JSON string (or is null). */
  private quoted(node: JsonNode, type: Type, old: Raw): Raw | Step {
    if (node.kind === 'null') return this.into(node, type, old);
    if (node.kind === 'number' && !parseFloat(node.text, 64).ok) {
      this.typeError(node, `number ${node.text}`, float64Type);
    }
    if (node.kind !== 'string') {
      const what = `unquoted value into ${type.toString()}`;
      this.report(node, `json: invalid use of ,string struct tag, trying to unmarshal ${what}`);
      return old;
    }
    const item = node.value;
    if (item === '') {
      this.report(node, misquoted(item, type));
      return old;
    }
    if (type.kind !== 'ptr') return this.insideQuotes(node, type, old, item);
    if (item === 'null') return null;
    if (item.startsWith('n')) {
      this.report(node, misquoted(item, type));
      return old;
    }
    const pointer = (old as RawPointer | null) ?? { value: zeroRaw(type.elem) };
    pointer.value = this.insideQuotes(node, type.elem, pointer.value, item);
    return pointer;
  }

  private insideQuotes(node: JsonNode, type: Type, old: Raw, item: string): Raw {
    if (item === 'null') return old;
    if (item === 'true' || item === 'false') return this.boolean(node, type, old, item === 'true', true);
    if (/^[tfn]/.test(item)) {
      this.report(node, misquoted(item, type));
      return old;
    }
    if (/^[-0-9]/.test(item)) return this.number(node, type, old, item, true);
    const text = item.startsWith('"') ? readInnerString(item) : null;
    if (text !== null) return this.text(node, type, old, text);
    this.abort(node, misquoted(item, type));
    return old;
  }

  private mismatch(node: JsonNode, value: string, type: Type, old: Raw): Raw {
    if (this.reading === null) this.typeError(node, value, type);
    else this.reading.mismatch(node, type, this.path);
    return old;
  }

  /** Go's `UnmarshalTypeError`, which names the field it happened in. */
  private typeError(at: { readonly from: number; readonly to: number }, value: string, type: Type): void {
    const where =
      this.struct === null ? 'Go value' : `Go struct field ${this.struct.bareName}.${this.fieldStack.join('.')}`;
    this.report(at, `json: cannot unmarshal ${value} into ${where} of type ${type.toString()}`);
  }

  private report(at: { readonly from: number; readonly to: number }, message: string): void {
    if (this.errors.length < mostErrors) this.errors.push(this.locator.error(message, at.from, at.to));
  }

  /** An error that ends Go's decoding on the spot, and so is returned before any type error found earlier. */
  private abort(at: { readonly from: number; readonly to: number }, message: string): void {
    if (this.fatal === null) this.fatal = this.locator.error(message, at.from, at.to);
    else this.report(at, message);
  }
}

/** A field of a struct value that is still being filled. */
interface Variable {
  readonly holder: Raw[];
  readonly index: number;
}

function isStep(x: Raw | Step): x is Step {
  return typeof x === 'object' && x !== null && Symbol.iterator in x && 'next' in x;
}

function isAny(type: Type): boolean {
  return type.interfaceMethods.length === 0;
}

function isMapKey(type: Type): boolean {
  return type.kind === 'string' || type.isInteger;
}

/** A decimal integer that fits the type, or null. */
function readInteger(text: string, type: Type): bigint | null {
  const n = type.family === 'uint' ? parseUint(text, 10, type.bits) : parseInt(text, 10, type.bits);
  return n.ok ? n.value : null;
}

/** A JSON string that stands in a JSON string. Here, unlike in a whole text, Go lets an apostrophe be escaped. */
function readInnerString(item: string): string | null {
  const strict = item.replace(/\\([^])/g, (pair: string, c: string) => (c === "'" ? c : pair));
  const inner = parseJson(strict);
  return inner.ok && inner.node.kind === 'string' && inner.node.to === strict.length ? inner.node.value : null;
}

function misquoted(item: string, type: Type): string {
  return `json: invalid use of ,string struct tag, trying to unmarshal ${quote(item)} into ${type.toString()}`;
}
