/**
 * Writes Go values as JSON, as `json.Marshal` does: https://pkg.go.dev/encoding/json#Marshal
 * Containers inside containers wait on a stack of their own, so nesting never costs JavaScript stack.
 */
import { GoError, GoPanic } from '../errors';
import { type Meter, unmetered } from '../meter';
import { bytesOf, textOfBytes } from '../reflect/bytes';
import { errorText } from '../reflect/error';
import {
  type Dynamic,
  type Raw,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  stringType,
} from '../reflect/type';
import { type Value, isZeroRaw } from '../reflect/value';
import { formatFloat, quote } from '../strconv';
import { compareStrings } from '../utf8';
import { encodeBase64 } from './base64';
import { type FieldPlan, type Marshaler, type Plan, keyMarshaler, planOf } from './plan';
import { type GoVersion, newestGo, since } from '../version';
import { compactJson, quoteJson, quoteJsonLong } from './text';

/**
 * Values nested deeper than this are taken for endless: Go finds a cycle by its addresses, which there are none of
 * here.
 */
const deepest = 100_000;

/**
 * A struct, list or map being written; `next` counts what it has given so far, `empty` is whether nothing is written
 * yet.
 */
type Frame = { next: number; empty: boolean; readonly depth: number } & (
  | { readonly kind: 'struct'; readonly fields: readonly FieldPlan[]; readonly item: Struct }
  | {
      readonly kind: 'list';
      readonly elem: Plan;
      readonly array: readonly Raw[];
      readonly end: number;
      readonly addressable: boolean;
    }
  | { readonly kind: 'map'; readonly elem: Plan; readonly entries: readonly Entry[] }
);

interface Struct {
  readonly type: Type;
  readonly raw: Raw;
  readonly addressable: boolean;
}

interface Entry {
  readonly key: string;
  readonly raw: Raw;
}

/**
 * The JSON text that Go's `json.Marshal` returns for a value. Throws a `GoError` with Go's text for what JSON cannot
 * say, or when values nest deeper than 100,000; a `GoPanic` of a method passes through.
 */
export function marshal(v: Value, meter: Meter = unmetered(), go: GoVersion = newestGo): string {
  const root = v.kind === 'interface' ? v.elem() : v;
  // Most of what templates hand over is a plain text.
  if (root.type === stringType) return marshalText(root.v as string, meter, go);
  return root.isValid ? new Encoder(meter, go).marshal(planOf(root.type), root.v) : 'null';
}

function marshalText(s: string, meter: Meter, go: GoVersion): string {
  const text = inQuotes(s, quoterOf(go), meter);
  meter.copy(text.length);
  return text;
}

function quoterOf(go: GoVersion): (s: string) => string {
  return since(go, '\\b and \\f in JSON') ? quoteJson : quoteJsonLong;
}

/** Most texts are only looked at; what has to be escaped makes the text longer, and costs more. */
function inQuotes(s: string, quoted: (s: string) => string, meter: Meter): string {
  meter.scan(s.length);
  const text = quoted(s);
  meter.spend(text.length - s.length);
  return text;
}

/** One run of `marshal`. */
class Encoder {
  private out = '';
  private readonly omitsZero: boolean;
  private readonly quoted: (s: string) => string;

  constructor(
    private readonly meter: Meter,
    go: GoVersion,
  ) {
    this.omitsZero = since(go, 'omitzero');
    this.quoted = quoterOf(go);
  }

  marshal(plan: Plan, raw: Raw): string {
    const outer: Frame[] = [];
    let frame = this.open(plan, raw, false, false, 0);
    while (frame !== null) {
      const inner = this.writeNext(frame);
      if (inner === 'end') {
        this.close(frame);
        frame = outer.pop() ?? null;
      } else if (inner !== null) {
        outer.push(frame);
        frame = inner;
      }
    }
    this.meter.copy(this.out.length);
    return this.out;
  }

  /** Writes the next element of a container, up to where its own elements begin; 'end' when there is none. */
  private writeNext(frame: Frame): Frame | null | 'end' {
    const depth = frame.depth + 1;
    switch (frame.kind) {
      case 'struct':
        return this.writeField(frame, depth);
      case 'list': {
        if (frame.next >= frame.end) return 'end';
        this.meter.spend(1);
        this.separate(frame, '[');
        return this.open(frame.elem, frame.array[frame.next++] ?? null, frame.addressable, false, depth);
      }
      case 'map': {
        const entry = frame.entries[frame.next++];
        if (entry === undefined) return 'end';
        this.separate(frame, '{');
        this.out += `${this.quote(entry.key)}:`;
        return this.open(frame.elem, entry.raw, false, false, depth);
      }
      default: {
        const unknown: never = frame;
        return unknown;
      }
    }
  }

  /** Writes fields up to the first that is a container. */
  private writeField(frame: Frame & { kind: 'struct' }, depth: number): Frame | 'end' {
    const { fields, item } = frame;
    for (let at = fields[frame.next++]; at !== undefined; at = fields[frame.next++]) {
      const { field, plan, index } = at;
      this.meter.spend(1);
      const found = index >= 0 ? null : followPath(item, field.path);
      if (index < 0 && found === null) continue;
      const raw = found === null ? ((item.raw as readonly Raw[])[index] ?? null) : found.raw;
      if (field.omitEmpty && isEmpty(field.type, raw)) continue;
      if (this.omitsZero && field.omitZero && at.isZero(raw)) continue;
      this.out += frame.empty ? at.firstKey : at.nextKey;
      frame.empty = false;
      const inner = this.open(plan, raw, (found ?? item).addressable, field.quoted, depth);
      if (inner !== null) return inner;
    }
    return 'end';
  }

  private separate(frame: Frame, opening: '{' | '['): void {
    this.out += frame.empty ? opening : ',';
    frame.empty = false;
  }

  private close(frame: Frame): void {
    if (frame.kind === 'list') this.out += frame.empty ? '[]' : ']';
    else this.out += frame.empty ? '{}' : '}';
  }

  /**
   * Writes a value, or gives it back opened if it is a container. `quoted` is whether it stands in a field with the
   * `string` option.
   */
  private open(start: Plan, value: Raw, variable: boolean, quoted: boolean, depthAround: number): Frame | null {
    let plan = start;
    let raw = value;
    let addressable = variable;
    for (let depth = depthAround; ; depth++) {
      if (depth > deepest) {
        throw new GoError(`json: the playground stopped at ${String(deepest)} levels of nested values`);
      }
      const { type } = plan;
      const custom = addressable ? plan.ofVariable : plan.ofValue;
      if (custom !== null) {
        this.meter.call();
        const text = callMarshaler(custom, type, raw, this.quoted);
        this.meter.scan(8 * text.length);
        this.out += text;
        return null;
      }
      switch (type.family) {
        case 'string': {
          const text = this.quote(raw as string);
          this.out += quoted ? this.quote(text) : text;
          return null;
        }
        case 'bool':
          this.writeScalar((raw as boolean).toString(), quoted);
          return null;
        case 'float':
          this.meter.spend(2);
          this.writeScalar(floatText(raw as number, type.bits), quoted);
          return null;
        case 'interface': {
          if (raw === null) break;
          const held = raw as Dynamic;
          plan = planOf(held.type);
          raw = held.v;
          addressable = false;
          continue;
        }
        case 'ptr':
          if (raw === null) break;
          plan = plan.elem;
          raw = (raw as RawPointer).value;
          addressable = true;
          continue;
        case 'struct':
          return { kind: 'struct', next: 0, empty: true, depth, fields: plan.fields, item: { type, raw, addressable } };
        case 'map': {
          const entries = mapEntries(type, raw as RawMap | null, this.meter);
          if (entries === null) break;
          return { kind: 'map', next: 0, empty: true, depth, elem: plan.elem, entries };
        }
        case 'slice': {
          if (raw === null) break;
          const slice = raw as RawSlice;
          const { elem } = plan;
          if (elem.type.kind === 'uint8' && elem.ofVariable === null) {
            this.meter.write(2 * slice.length);
            this.out += `"${encodeBase64(bytesOf(slice))}"`;
            return null;
          }
          const { array, offset } = slice;
          const end = offset + slice.length;
          return { kind: 'list', next: offset, empty: true, depth, elem, array, end, addressable: true };
        }
        case 'array': {
          const array = raw as readonly Raw[];
          const { elem } = plan;
          return { kind: 'list', next: 0, empty: true, depth, elem, array, end: array.length, addressable };
        }
        case 'complex':
        case 'func':
        case 'chan':
        case 'invalid':
          throw unsupportedType(type);
        default:
          this.writeScalar((raw as bigint).toString(), quoted);
          return null;
      }
      this.out += 'null';
      return null;
    }
  }

  private quote(s: string): string {
    return inQuotes(s, this.quoted, this.meter);
  }

  private writeScalar(text: string, quoted: boolean): void {
    this.out += quoted ? `"${text}"` : text;
  }
}

/** Floats as JavaScript and ES6 write them: plain digits, an exponent for the very small and the very large. */
function floatText(x: number, bits: number): string {
  if (Number.isNaN(x)) throw unsupportedValue('NaN');
  if (!Number.isFinite(x)) throw unsupportedValue(x > 0 ? '+Inf' : '-Inf');
  if (Object.is(x, -0)) return '-0';
  if (bits === 64) return String(x);
  const size = Math.abs(x);
  const exponent = size !== 0 && (size < Math.fround(1e-6) || size >= Math.fround(1e21));
  return exponent ? formatFloat(x, 'e', -1, 32).replace(/e-0/, 'e-') : formatFloat(x, 'f', -1, 32);
}

/** A possibly promoted field; null when a nil pointer is on the way. */
function followPath(struct: Struct, path: readonly number[]): Struct | null {
  let { type, raw, addressable } = struct;
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
  return { type, raw, addressable };
}

/** What `omitempty` leaves out. */
function isEmpty(type: Type, raw: Raw): boolean {
  switch (type.family) {
    case 'string':
      return raw === '';
    case 'array':
      return type.length === 0;
    case 'slice':
      return raw === null || (raw as RawSlice).length === 0;
    case 'map':
      return raw === null || (raw as RawMap).size === 0;
    case 'struct':
    case 'func':
    case 'chan':
    case 'complex':
      return false;
    default:
      return isZeroRaw(type, raw);
  }
}

/** A map's entries in the order of their keys' text; null for a nil map. */
function mapEntries(type: Type, map: RawMap | null, meter: Meter): readonly Entry[] | null {
  const keyText = keyWriter(type);
  if (keyText === null) throw unsupportedType(type);
  if (map === null) return null;
  const entries = Array.from(map.entries(), ([key, raw]) => ({ key: keyText(key), raw }));
  meter.sort(
    entries.length,
    entries.reduce((units, { key }) => units + key.length, 0),
  );
  return entries.sort((a, b) => compareStrings(a.key, b.key));
}

/**
 * How the keys of a map type become text, or null when JSON has no way to write them. A string is its own text,
 * whatever its methods.
 */
function keyWriter(map: Type): ((key: Raw) => string) | null {
  const type = map.key;
  if (type.kind === 'string') return (key) => key as string;
  const marshaler = keyMarshaler(type);
  if (marshaler === null) return type.isInteger ? (key) => (key as bigint).toString() : null;
  return (key) => {
    if (type.kind === 'ptr' && key === null) return '';
    // Go panics here with this very text: it never expected a nil interface as a key.
    if (key === null) throw new GoPanic('unexpected map key type', 'value');
    const [bytes, failure] = marshaler.call(key);
    if (failure !== null) throw keyError(map, errorText(failure));
    return textOfBytes(bytes);
  };
}

function keyError(map: Type, text: string): GoError {
  return new GoError(`json: encoding error for type ${quote(map.toString())}: ${quote(text)}`);
}

function callMarshaler({ name, call }: Marshaler, type: Type, raw: Raw, quoted: (s: string) => string): string {
  if (raw === null && (type.kind === 'ptr' || type.kind === 'interface')) return 'null';
  const [bytes, failure] = call(raw);
  if (failure !== null) throw marshalerError(name, type, errorText(failure));
  const text = textOfBytes(bytes);
  if (name === 'MarshalText') return quoted(text);
  const compact = compactJson(text);
  if (!compact.ok) throw marshalerError(name, type, compact.error.message);
  return compact.text;
}

function marshalerError(name: string, type: Type, text: string): GoError {
  return new GoError(`json: error calling ${name} for type ${type.toString()}: ${text}`);
}

function unsupportedType(type: Type): GoError {
  return new GoError(`json: unsupported type: ${type.toString()}`);
}

function unsupportedValue(text: string): GoError {
  return new GoError(`json: unsupported value: ${text}`);
}
