/**
 * Writes Go values as JSON, as `json.Marshal` does: https://pkg.go.dev/encoding/json#Marshal
 * What is still to be written waits on a list, so nesting never costs JavaScript stack.
 */
import { bytesOf } from '../reflect/bytes';
import { errorText } from '../reflect/error';
import {
  type Dynamic,
  GoPanic,
  type Method,
  type Raw,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  boolType,
  errorType,
  funcOf,
  implementsInterface,
  interfaceOf,
  pointerTo,
  sliceOf,
  uint8Type,
} from '../reflect/type';
import { type Value, isZeroRaw } from '../reflect/value';
import { formatFloat, quote } from '../strconv';
import { GoError } from '../template/errors';
import { compareStrings, decodeUtf8 } from '../utf8';
import { encodeBase64 } from './base64';
import { type JsonField, isInteger, jsonFields } from './fields';
import { compactJson, quoteJson } from './text';

/** Values nested deeper than this are taken for endless: Go finds a cycle by its addresses, which there are none of here. */
const deepest = 100_000;

/** What is still to be written: finished text, or a value. */
type Task = string | Item;

interface Item {
  readonly type: Type;
  readonly raw: Raw;
  readonly addressable: boolean;
  /** Inside a field with the `string` option. */
  readonly quoted: boolean;
  readonly depth: number;
}

/**
 * The JSON text Go's `json.Marshal` returns for a value. Throws a `GoError` with Go's text for what JSON cannot say, or
 * when values nest deeper than 100,000; a `GoPanic` of a method passes through.
 */
export function marshal(v: Value): string {
  const root = v.kind === 'interface' ? v.elem() : v;
  if (!root.isValid) return 'null';
  const out: string[] = [];
  const todo: Task[] = [{ type: root.type, raw: root.v, addressable: false, quoted: false, depth: 0 }];
  for (let task = todo.pop(); task !== undefined; task = todo.pop()) {
    if (typeof task === 'string') out.push(task);
    else {
      const written = write(task);
      if (typeof written === 'string') out.push(written);
      else for (let i = written.length - 1; i >= 0; i--) todo.push(written[i] ?? '');
    }
  }
  return out.join('');
}

/** The text of a value, or the pieces it consists of. */
function write(item: Item): string | readonly Task[] {
  const { type, raw, depth } = item;
  if (depth > deepest) throw new GoError(`json: the playground stopped at ${String(deepest)} levels of nested values`);
  const custom = marshaler(type, item.addressable);
  if (custom !== null) return callMarshaler(custom, item);
  switch (type.kind) {
    case 'bool':
      return scalar((raw as boolean).toString(), item.quoted);
    case 'string': {
      const text = quoteJson(raw as string);
      return item.quoted ? quoteJson(text) : text;
    }
    case 'float32':
    case 'float64':
      return scalar(floatText(raw as number, type.kind === 'float32' ? 32 : 64), item.quoted);
    case 'interface': {
      if (raw === null) return 'null';
      const held = raw as Dynamic;
      return [{ ...item, type: held.type, raw: held.v, addressable: false, depth: depth + 1 }];
    }
    case 'ptr':
      if (raw === null) return 'null';
      return [{ ...item, type: type.elem, raw: (raw as RawPointer).value, addressable: true, depth: depth + 1 }];
    case 'struct':
      return structTasks(item);
    case 'map':
      return mapTasks(item);
    case 'slice': {
      if (raw === null) return 'null';
      const slice = raw as RawSlice;
      if (isBytes(type)) return `"${encodeBase64(bytesOf(slice))}"`;
      return elementTasks(item, slice.array.slice(slice.offset, slice.offset + slice.length), true);
    }
    case 'array':
      return elementTasks(item, raw as readonly Raw[], item.addressable);
    case 'complex64':
    case 'complex128':
    case 'func':
    case 'chan':
    case 'invalid':
      throw unsupportedType(type);
    default:
      return scalar((raw as bigint).toString(), item.quoted);
  }
}

function scalar(text: string, quoted: boolean): string {
  return quoted ? `"${text}"` : text;
}

function elementTasks(item: Item, elements: readonly Raw[], addressable: boolean): readonly Task[] {
  const tasks: Task[] = [];
  for (const raw of elements) {
    tasks.push(tasks.length === 0 ? '[' : ',');
    tasks.push({ type: item.type.elem, raw, addressable, quoted: item.quoted, depth: item.depth + 1 });
  }
  tasks.push(tasks.length === 0 ? '[]' : ']');
  return tasks;
}

/** `[]byte` is written as base64, unless bytes of its type write themselves. */
function isBytes(type: Type): boolean {
  return type.elem.kind === 'uint8' && marshaler(type.elem, true) === null;
}

/** Floats as JavaScript and ES6 write them: plain digits, an exponent for the very small and the very large. */
function floatText(x: number, bits: 32 | 64): string {
  if (Number.isNaN(x)) throw unsupportedValue('NaN');
  if (!Number.isFinite(x)) throw unsupportedValue(x > 0 ? '+Inf' : '-Inf');
  if (Object.is(x, -0)) return '-0';
  if (bits === 64) return String(x);
  const size = Math.abs(x);
  const exponent = size !== 0 && (size < Math.fround(1e-6) || size >= Math.fround(1e21));
  return exponent ? formatFloat(x, 'e', -1, 32).replace(/e-0/, 'e-') : formatFloat(x, 'f', -1, 32);
}

interface FieldPlan {
  readonly field: JsonField;
  readonly key: string;
  readonly isZero: IsZero;
}

const plans = new WeakMap<Type, readonly FieldPlan[]>();

function fieldPlans(type: Type): readonly FieldPlan[] {
  let plan = plans.get(type);
  if (plan === undefined) {
    plan = jsonFields(type).map((field) => ({ field, key: `${quoteJson(field.name)}:`, isZero: zeroTest(field.type) }));
    plans.set(type, plan);
  }
  return plan;
}

function structTasks(item: Item): readonly Task[] {
  const tasks: Task[] = [];
  for (const { field, key, isZero } of fieldPlans(item.type)) {
    const found = followPath(item, field.path);
    if (found === null) continue;
    const { raw, addressable } = found;
    if (field.omitEmpty && isEmpty(field.type, raw)) continue;
    if (field.omitZero && isZero(raw, addressable)) continue;
    tasks.push((tasks.length === 0 ? '{' : ',') + key);
    tasks.push({ type: field.type, raw, addressable, quoted: field.quoted, depth: item.depth + 1 });
  }
  tasks.push(tasks.length === 0 ? '{}' : '}');
  return tasks;
}

/** The raw value of a possibly promoted field; null when a nil pointer is on the way. */
function followPath(item: Item, path: readonly number[]): { readonly raw: Raw; readonly addressable: boolean } | null {
  let { type, raw, addressable } = item;
  for (const index of path) {
    if (type.kind === 'ptr') {
      if (raw === null) return null;
      raw = (raw as RawPointer).value;
      type = type.elem;
      addressable = true;
    }
    const field = type.fields[index];
    if (field === undefined) return null;
    raw = (raw as readonly Raw[])[index] ?? null;
    type = field.type;
  }
  return { raw, addressable };
}

/** What `omitempty` leaves out. */
function isEmpty(type: Type, raw: Raw): boolean {
  switch (type.kind) {
    case 'array':
      return type.length === 0;
    case 'slice':
      return raw === null || (raw as RawSlice).length === 0;
    case 'map':
      return raw === null || (raw as RawMap).size === 0;
    case 'struct':
    case 'func':
    case 'chan':
    case 'complex64':
    case 'complex128':
      return false;
    default:
      return isZeroRaw(type, raw);
  }
}

/** What `omitzero` leaves out: a type's own `IsZero` decides, where it has one. */
type IsZero = (raw: Raw, addressable: boolean) => boolean;

const zeroer = interfaceOf([{ name: 'IsZero', type: funcOf([], [boolType]) }]);

function zeroTest(type: Type): IsZero {
  if (implementsInterface(type, zeroer)) {
    const method = methodOf(type, 'IsZero');
    return (raw) => {
      if (type.kind === 'interface' || type.kind === 'ptr') {
        if (raw === null) return true;
        if (type.kind === 'interface' && (raw as Dynamic).type.kind === 'ptr' && (raw as Dynamic).v === null)
          return true;
      }
      return method(raw)[0] === true;
    };
  }
  if (type.kind !== 'interface' && implementsInterface(pointerTo(type), zeroer)) {
    const method = methodOf(pointerTo(type), 'IsZero');
    return (raw) => method({ value: raw })[0] === true;
  }
  return (raw) => isZeroRaw(type, raw);
}

function mapTasks(item: Item): readonly Task[] | string {
  const keyText = keyWriter(item.type);
  if (keyText === null) throw unsupportedType(item.type);
  if (item.raw === null) return 'null';
  const entries = Array.from((item.raw as RawMap).entries(), ([key, raw]) => ({ key: keyText(key), raw }));
  entries.sort((a, b) => compareStrings(a.key, b.key));
  const tasks: Task[] = [];
  for (const { key, raw } of entries) {
    tasks.push(`${tasks.length === 0 ? '{' : ','}${quoteJson(key)}:`);
    tasks.push({ type: item.type.elem, raw, addressable: false, quoted: item.quoted, depth: item.depth + 1 });
  }
  tasks.push(tasks.length === 0 ? '{}' : '}');
  return tasks;
}

/** How the keys of a map type become text, or null when JSON has no way to write them. A string is its own text, whatever its methods. */
function keyWriter(map: Type): ((key: Raw) => string) | null {
  const type = map.key;
  if (type.kind === 'string') return (key) => key as string;
  if (implementsInterface(type, textMarshaler)) {
    const method = methodOf(type, 'MarshalText');
    return (key) => {
      if (type.kind === 'ptr' && key === null) return '';
      // Go panics here with this very text: it never expected a nil interface as a key.
      if (key === null) throw new GoPanic('unexpected map key type', 'value');
      const [bytes, failure] = method(key);
      if (failure != null) throw keyError(map, errorText(failure as Dynamic));
      return decodeUtf8(bytesOf(bytes as RawSlice | null));
    };
  }
  return isInteger(type) ? (key) => (key as bigint).toString() : null;
}

function keyError(map: Type, text: string): GoError {
  return new GoError(`json: encoding error for type ${quote(map.toString())}: ${quote(text)}`);
}

const marshalMethod = funcOf([], [sliceOf(uint8Type), errorType]);
const jsonMarshaler = interfaceOf([{ name: 'MarshalJSON', type: marshalMethod }]);
const textMarshaler = interfaceOf([{ name: 'MarshalText', type: marshalMethod }]);

/** A method with which a type writes itself; `byAddress` when it wants a pointer to the value. */
interface Marshaler {
  readonly name: 'MarshalJSON' | 'MarshalText';
  readonly byAddress: boolean;
}

interface Marshalers {
  readonly ofValue: Marshaler | null;
  readonly ofVariable: Marshaler | null;
}

const marshalers = new WeakMap<Type, Marshalers>();

/** The method that writes a value of `type`; `MarshalJSON` before `MarshalText`, one with a pointer receiver if it can be had. */
function marshaler(type: Type, addressable: boolean): Marshaler | null {
  let found = marshalers.get(type);
  if (found === undefined) {
    const byValue = (name: Marshaler['name'], wanted: Type): Marshaler | null =>
      implementsInterface(type, wanted) ? { name, byAddress: false } : null;
    const byAddress = (name: Marshaler['name'], wanted: Type): Marshaler | null =>
      type.kind !== 'ptr' && implementsInterface(pointerTo(type), wanted) ? { name, byAddress: true } : null;
    const json = byValue('MarshalJSON', jsonMarshaler);
    const text = byValue('MarshalText', textMarshaler);
    found = {
      ofValue: json ?? text,
      ofVariable: byAddress('MarshalJSON', jsonMarshaler) ?? json ?? byAddress('MarshalText', textMarshaler) ?? text,
    };
    marshalers.set(type, found);
  }
  return addressable ? found.ofVariable : found.ofValue;
}

function callMarshaler({ name, byAddress }: Marshaler, { type, raw }: Item): string {
  if (raw === null && (type.kind === 'ptr' || type.kind === 'interface')) return 'null';
  const [bytes, failure] = byAddress ? methodOf(pointerTo(type), name)({ value: raw }) : methodOf(type, name)(raw);
  if (failure != null) throw marshalerError(name, type, errorText(failure as Dynamic));
  const text = decodeUtf8(bytesOf(bytes as RawSlice | null));
  if (name === 'MarshalText') return quoteJson(text);
  const compact = compactJson(text);
  if (!compact.ok) throw marshalerError(name, type, compact.error.message);
  return compact.text;
}

function marshalerError(name: string, type: Type, text: string): GoError {
  return new GoError(`json: error calling ${name} for type ${type.toString()}: ${text}`);
}

/** A method without arguments of a type that is known to have it. */
function methodOf(type: Type, name: string): (receiver: Raw) => readonly Raw[] {
  if (type.kind !== 'interface') {
    const method = type.methods.get(name);
    return (receiver) => call(method, receiver);
  }
  return (receiver) => {
    const held = receiver as Dynamic;
    return call(held.type.methods.get(name), held.v);
  };
}

function call(method: Method | undefined, receiver: Raw): readonly Raw[] {
  return method === undefined ? [] : method.call(receiver, []);
}

function unsupportedType(type: Type): GoError {
  return new GoError(`json: unsupported type: ${type.toString()}`);
}

function unsupportedValue(text: string): GoError {
  return new GoError(`json: unsupported value: ${text}`);
}
