/** Go maps: keys are compared as Go's `==` compares them, whatever their kind. */
import { GoPanic } from '../errors';
import { type GoVersion, since } from '../version';
import { type Complex, type Dynamic, type Raw, type RawMap, type RawPointer, type Type, comparable } from './type';

const pointerIds = new WeakMap<object, number>();
let pointerCount = 0;

function identity(pointer: object): number {
  let id = pointerIds.get(pointer);
  if (id === undefined) {
    id = ++pointerCount;
    pointerIds.set(pointer, id);
  }
  return id;
}

/** A primitive that is equal for two raw values exactly when Go's `==` calls them equal; NaN equals nothing. */
function keyOf(type: Type, raw: Raw): unknown {
  switch (type.family) {
    case 'float':
      return Number.isNaN(raw) ? Symbol('NaN') : (raw as number) + 0;
    case 'complex': {
      const c = raw as Complex;
      return Number.isNaN(c.re) || Number.isNaN(c.im) ? Symbol('NaN') : `${String(c.re + 0)},${String(c.im + 0)}`;
    }
    case 'interface': {
      if (raw === null) return null;
      const held = raw as Dynamic;
      if (!comparable(held.type)) throw new GoPanic(`hash of unhashable type ${held.type.toString()}`, 'runtime');
      return joined(held.type, held.v);
    }
    case 'ptr':
    case 'chan':
      return raw === null ? null : identity(raw as RawPointer);
    case 'array':
      return composite((raw as readonly Raw[]).map((e) => joined(type.elem, e)));
    case 'struct':
      return composite(type.fields.map((f, i) => joined(f.type, (raw as readonly Raw[])[i] ?? null)));
    default:
      return raw;
  }
}

function joined(type: Type, raw: Raw): unknown {
  const key = keyOf(type, raw);
  return typeof key === 'symbol' ? key : `${String(type.id)}:${String(key)}`;
}

function composite(parts: readonly unknown[]): unknown {
  return parts.find((p) => typeof p === 'symbol') ?? JSON.stringify(parts);
}

/**
 * What looking up a key in a nil or empty map of the map type `type` gives: nothing, or a panic over an unhashable
 * dynamic key, for which newer releases have other words than for a map with entries.
 */
export function lookInEmptyMap(type: Type, key: Raw, go: GoVersion): undefined {
  try {
    keyOf(type.key, key);
  } catch (e) {
    if (!(e instanceof GoPanic) || !since(go, 'unhashable keys of empty maps')) throw e;
    throw new GoPanic(e.message.replace('unhashable type', '$&:'), 'error');
  }
}

/** A non-nil Go map of the map type `type`. Duplicate keys keep the last element. */
export class GoMap implements RawMap {
  private readonly byKey = new Map<unknown, readonly [Raw, Raw]>();

  constructor(
    readonly type: Type,
    entries: Iterable<readonly [Raw, Raw]>,
  ) {
    for (const [k, v] of entries) this.byKey.set(keyOf(type.key, k), [k, v]);
  }

  get size(): number {
    return this.byKey.size;
  }

  /** The element, or undefined where Go's comma-ok form says false. Panics on an unhashable dynamic key, as Go does. */
  get(key: Raw): Raw | undefined {
    return this.byKey.get(keyOf(this.type.key, key))?.[1];
  }

  entries(): Iterable<readonly [Raw, Raw]> {
    return this.byKey.values();
  }
}
