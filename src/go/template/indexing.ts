/** The builtins that reach into values: `index`, `slice` and `len`. */
import { GoError } from '../errors';
import type { Meter } from '../meter';
import { type Raw, type RawSlice, sliceOf, uint8Type } from '../reflect/type';
import { type Origin, Value, intValue, zeroRaw } from '../reflect/value';
import { prepareArgument } from './convert';
import { type GoVersion, since } from '../version';
import { pendingCount } from './range';
import { indirect, indirectInterface } from './truth';

/** An index argument as a number; `length` itself still passes. */
function indexArgument(arg: Value, length: number): number {
  if (!arg.isValid) throw new GoError('cannot index slice/array with nil', 'index-type');
  if (typeof arg.v !== 'bigint') {
    throw new GoError(`cannot index slice/array with type ${arg.type.toString()}`, 'index-type');
  }
  const x = BigInt.asIntN(64, arg.v);
  if (x < 0n || x > BigInt(length)) throw new GoError(`index out of range: ${String(x)}`, 'index-range');
  return Number(x);
}

/** `index x 1 2`: `x[1][2]` on slices, arrays, strings and maps; a missing key yields the zero value. */
export function index(args: readonly Value[], meter: Meter, go: GoVersion): Value {
  const [first, ...indexes] = args;
  let item = first === undefined ? intValue(0) : indirectInterface(first);
  if (!item.isValid) throw new GoError('index of untyped nil', 'nil-index');
  for (const at of indexes) item = element(item, indirectInterface(at), meter, go);
  return item;
}

function element(container: Value, at: Value, meter: Meter, go: GoVersion): Value {
  const item = indirect(container);
  switch (item.kind) {
    case 'array':
    case 'slice': {
      const i = indexArgument(at, item.length);
      if (i === item.length) throw new GoError(`reflect: ${item.kind} index out of range`, 'index-range');
      return item.index(i);
    }
    case 'string': {
      const s = item.v as string;
      const length = meter.texts.byteLength(s);
      const i = indexArgument(at, length);
      if (i === length) throw new GoError('reflect: string index out of range', 'index-range');
      return new Value(uint8Type, BigInt(meter.texts.byteAt(s, i)));
    }
    case 'map': {
      const key = prepareArgument(at, item.type.key);
      if (!(key instanceof Value)) throw new GoError(key.detail, key.code);
      if (typeof key.v === 'string') meter.scan(key.v.length);
      const found = item.mapIndex(key, go);
      if (found.isValid) return found;
      return new Value(item.type.elem, zeroRaw(item.type.elem), { parent: item, key });
    }
    case 'interface':
    case 'ptr':
      throw new GoError('index of nil pointer', 'nil-index');
    default:
      throw new GoError(`can't index item of type ${item.type.toString()}`, 'not-indexable');
  }
}

/** `slice x 1 2 3`: `x[1:2:3]` on slices, arrays that have an address and, without a third index, strings. */
export function slice(args: readonly Value[], meter: Meter, go: GoVersion): Value {
  const [first, ...indexes] = args;
  const value = first === undefined ? intValue(0) : indirectInterface(first);
  if (!value.isValid) throw new GoError('slice of untyped nil', 'nil-index');
  const follows = since(go, 'slice of a pointer');
  const item = follows ? indirect(value) : value;
  if (follows && (item.kind === 'ptr' || item.kind === 'interface')) {
    throw new GoError('slice of nil pointer', 'nil-index');
  }
  if (indexes.length > 3) throw new GoError(`too many slice indexes: ${String(indexes.length)}`, 'argument-count');
  switch (item.kind) {
    case 'string': {
      if (indexes.length === 3) throw new GoError('cannot 3-index slice a string', 'argument-count');
      const s = item.v as string;
      const length = meter.texts.byteLength(s);
      const [low, high] = bounds(indexes, length, length);
      return new Value(item.type, meter.texts.slice(s, low, high), value.from);
    }
    case 'slice': {
      const whole = item.v as RawSlice | null;
      const [low, high, max] = bounds(indexes, item.length, whole === null ? 0 : whole.capacity);
      if (whole === null) return item;
      const { array, offset } = whole;
      const part = { array, offset: offset + low, length: high - low, capacity: max - low };
      return new Value(item.type, part, sameIndexes(value, low));
    }
    case 'array': {
      const [low, high, max] = bounds(indexes, item.length, item.length);
      if (!item.addressable) {
        throw new GoError('reflect.Value.Slice: slice of unaddressable array', 'not-addressable');
      }
      const array = item.v as readonly Raw[];
      const part = { array, offset: low, length: high - low, capacity: max - low };
      return new Value(sliceOf(item.type.elem), part, sameIndexes(value, low));
    }
    default:
      throw new GoError(`can't slice item of type ${item.type.toString()}`, 'not-indexable');
  }
}

/** Where a part comes from, if its elements have the indexes they have in the whole. */
function sameIndexes(whole: Value, low: number): Origin | null {
  return low === 0 ? whole.from : null;
}

function bounds(indexes: readonly Value[], length: number, capacity: number): readonly [number, number, number] {
  const given = indexes.map((at) => indexArgument(at, capacity));
  const [low = 0, high = length, max = capacity] = given;
  if (low > high) throw new GoError(`invalid slice index: ${String(low)} > ${String(high)}`, 'index-range');
  if (high > max) throw new GoError(`invalid slice index: ${String(high)} > ${String(max)}`, 'index-range');
  return [low, high, max];
}

/** `len x`: bytes of a string, elements of the rest. */
export function len(args: readonly Value[], meter: Meter): Value {
  const [arg] = args;
  if (arg?.isValid !== true) {
    throw new GoError('reflect: call of reflect.Value.Type on zero Value', 'no-length');
  }
  const item = indirect(arg);
  switch (item.kind) {
    case 'string':
      return intValue(meter.texts.byteLength(item.v as string));
    case 'array':
    case 'map':
    case 'slice':
      return intValue(item.length);
    case 'chan':
      return intValue(pendingCount(item));
    case 'interface':
    case 'ptr':
      throw new GoError('len of nil pointer', 'no-length');
    default:
      throw new GoError(`len of type ${item.type.toString()}`, 'no-length');
  }
}
