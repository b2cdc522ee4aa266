/**
 * A Go value with its type, in the manner of `reflect.Value`: https://pkg.go.dev/reflect#Value.
 * Containers hold raw values; they are boxed here when somebody reaches into them, and remember where they came from.
 */
import type { Kind } from './kind';
import { GoMap, lookInEmptyMap } from './map';
import {
  type Dynamic,
  type Field,
  type Raw,
  type RawChan,
  type RawFunc,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  boolType,
  float64Type,
  intType,
  invalidType,
  isExported,
  pointerTo,
  stringType,
} from './type';
import { type GoVersion, newestGo } from '../version';

/** How a value was reached from another: a field name, a map key or an index. */
export interface Origin {
  readonly parent: Value;
  readonly key: string | number | Value;
}

/** A typed value. `addressable` as Go's `CanAddr`; `readOnly` when it was reached through an unexported field. */
export class Value {
  constructor(
    readonly type: Type,
    readonly v: Raw,
    readonly from: Origin | null = null,
    readonly addressable: boolean = false,
    readonly readOnly: boolean = false,
  ) {}

  get kind(): Kind {
    return this.type.kind;
  }

  /** False only for the zero `reflect.Value`. */
  get isValid(): boolean {
    return this.type !== invalidType;
  }

  /** Whether a chan, func, interface, map, pointer or slice is nil; false for every other kind. */
  get isNil(): boolean {
    return this.v === null;
  }

  /** What an interface holds or a pointer points at; the zero Value when nil. */
  elem(): Value {
    if (this.v === null) return zeroValue;
    if (this.kind === 'interface') {
      const held = this.v as Dynamic;
      return new Value(held.type, held.v, this.from, false, this.readOnly);
    }
    return new Value(this.type.elem, (this.v as RawPointer).value, this.from, true, this.readOnly);
  }

  /**
   * The length of an array, chan, map, slice or pointer to array, or of a string in UTF-16 units: use `byteLength` for
   * Go's.
   */
  get length(): number {
    switch (this.kind) {
      case 'slice':
        return this.v === null ? 0 : (this.v as RawSlice).length;
      case 'map':
        return this.v === null ? 0 : (this.v as RawMap).size;
      case 'chan':
        return this.v === null ? 0 : (this.v as RawChan).queue.length;
      case 'array':
        return this.type.length;
      default:
        throw new TypeError(`length of ${this.kind}`);
    }
  }

  /** Element `i` of an array or slice; the caller has checked the bounds. */
  index(i: number): Value {
    const origin = { parent: this, key: i };
    if (this.kind === 'array') {
      const raw = (this.v as readonly Raw[])[i] ?? null;
      return new Value(this.type.elem, raw, origin, this.addressable, this.readOnly);
    }
    const slice = this.v as RawSlice;
    return new Value(this.type.elem, slice.array[slice.offset + i] ?? null, origin, true, this.readOnly);
  }

  /** Field `i` of a struct. */
  field(i: number): Value {
    const f = this.fieldType(i);
    const raw = (this.v as readonly Raw[])[i] ?? null;
    const readOnly = this.readOnly || !isExported(f.name);
    return new Value(f.type, raw, { parent: this, key: f.name }, this.addressable, readOnly);
  }

  /** Field `i` of a struct, which is exported: it may be read, whatever led to the struct. */
  exportedField(i: number): Value {
    const f = this.fieldType(i);
    return new Value(f.type, (this.v as readonly Raw[])[i] ?? null, { parent: this, key: f.name }, this.addressable);
  }

  private fieldType(i: number): Field {
    const f = this.type.fields[i];
    if (f === undefined) throw new RangeError(`field ${String(i)} of ${this.type.toString()}`);
    return f;
  }

  /** The element under `key` (of exactly the map's key type), or the zero Value when there is none. */
  mapIndex(key: Value, go: GoVersion = newestGo): Value {
    const map = this.v as RawMap | null;
    const raw = map === null || map.size === 0 ? lookInEmptyMap(this.type, key.v, go) : map.get(key.v);
    if (raw === undefined) return zeroValue;
    return new Value(this.type.elem, raw, { parent: this, key }, false, this.readOnly || key.readOnly);
  }

  /** The map's entries in no particular order, boxed. */
  mapEntries(): { readonly key: Value; readonly value: Value }[] {
    if (this.v === null) return [];
    return Array.from((this.v as RawMap).entries(), ([k, v]) => {
      const key = new Value(this.type.key, k, null, false, this.readOnly);
      return { key, value: new Value(this.type.elem, v, { parent: this, key }, false, this.readOnly) };
    });
  }

  /**
   * The address of an addressable value. Calling it twice gives two pointers: templates cannot compare addresses of
   * fields.
   */
  addr(): Value {
    return new Value(pointerTo(this.type), { value: this.v }, this.from, false, this.readOnly);
  }

  /** Calls a func value with raw arguments of its parameter types. */
  call(args: readonly Raw[]): readonly Raw[] {
    return (this.v as RawFunc)(...args);
  }
}

/** The zero `reflect.Value`: what Go prints as `<invalid reflect.Value>` or `<no value>`. */
export const zeroValue: Value = new Value(invalidType, null);

/** The executor's mark that a pipeline hands on no final argument. */
export const missingVal: Value = new Value(invalidType, null);

const trueValue = new Value(boolType, true);
const falseValue = new Value(boolType, false);

/** A Go `bool`. */
export function boolValue(b: boolean): Value {
  return b ? trueValue : falseValue;
}

/** A Go `int`. A `number` must be an integer, or this throws a RangeError. */
export function intValue(n: bigint | number): Value {
  return new Value(intType, BigInt(n));
}

/** A Go `float64`. */
export function floatValue(x: number): Value {
  return new Value(float64Type, x);
}

/** A Go `string`, its bytes written as in `utf8.ts`. */
export function stringValue(s: string): Value {
  return new Value(stringType, s);
}

/** A slice over all of `array`; capacity defaults to its length. */
export function rawSlice(array: readonly Raw[], capacity: number = array.length): RawSlice {
  return { array, offset: 0, length: array.length, capacity };
}

/** The raw zero value of a type. https://go.dev/ref/spec#The_zero_value */
export function zeroRaw(t: Type): Raw {
  switch (t.family) {
    case 'bool':
      return false;
    case 'string':
      return '';
    case 'float':
      return 0;
    case 'complex':
      return { re: 0, im: 0 };
    case 'array':
      return Array.from({ length: t.length }, () => zeroRaw(t.elem));
    case 'struct':
      return t.fields.map((f) => zeroRaw(f.type));
    case 'interface':
    case 'slice':
    case 'map':
    case 'ptr':
    case 'func':
    case 'chan':
    case 'invalid':
      return null;
    default:
      return 0n;
  }
}

/** Whether a raw value is its type's zero value, as `reflect.Value.IsZero` says; negative zero is. */
export function isZeroRaw(t: Type, raw: Raw): boolean {
  switch (t.family) {
    case 'float':
      return raw === 0;
    case 'complex': {
      const c = raw as { re: number; im: number };
      return c.re === 0 && c.im === 0;
    }
    case 'array':
      return (raw as readonly Raw[]).every((e) => isZeroRaw(t.elem, e));
    case 'struct':
      return t.fields.every((f, i) => isZeroRaw(f.type, (raw as readonly Raw[])[i] ?? null));
    default:
      return raw === zeroRaw(t);
  }
}

/** A map value of map type `type`. */
export function mapValue(type: Type, entries: Iterable<readonly [Raw, Raw]>): Value {
  return new Value(type, new GoMap(type, entries));
}
