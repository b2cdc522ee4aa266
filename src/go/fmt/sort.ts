/**
 * The order in which Go shows a map: sorted by key, whatever the kind of the key. https://pkg.go.dev/fmt#hdr-Printing
 */
import type { Meter } from '../meter';
import type { Complex, Dynamic, Raw, RawMap, Type } from '../reflect/type';
import type { Value } from '../reflect/value';
import { compareStrings } from '../utf8';

/** The entries of a map value in the order in which fmt prints and templates range over them; a nil map has none. */
export function sortedEntries(map: Value, meter: Meter): readonly { readonly key: Value; readonly value: Value }[] {
  const entries = map.mapEntries();
  meter.sort(
    entries.length,
    textUnits(entries, ({ key }) => key.v),
  );
  const keyType = map.type.key;
  return entries.sort((a, b) => compareKeys(keyType, a.key.v, b.key.v));
}

/** As `sortedEntries`, without boxing. `keyType` is the key type of the map. */
export function sortedRawEntries(
  keyType: Type,
  map: RawMap,
  meter: Meter,
): readonly (readonly [key: Raw, element: Raw])[] {
  const entries = [...map.entries()];
  meter.sort(
    entries.length,
    textUnits(entries, ([key]) => key),
  );
  return entries.sort(([a], [b]) => compareKeys(keyType, a, b));
}

/** The UTF-16 units of the keys that are texts. */
function textUnits<T>(entries: readonly T[], keyOf: (entry: T) => Raw): number {
  let units = 0;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (typeof key === 'string') units += key.length;
  }
  return units;
}

/**
 * Compares two keys of one type: numbers, strings and booleans as one expects, NaN before every number, nil before
 * everything, structs and arrays element by element. Interfaces compare by type first: in Go by the address of its
 * description, which is different in every program; here by the order in which the types came to be. Pointers and
 * channels, which Go orders by address, keep the order in which they were inserted.
 */
function compareKeys(type: Type, a: Raw, b: Raw): number {
  switch (type.family) {
    case 'string':
      return compareStrings(a as string, b as string);
    case 'float':
      return compareFloats(a as number, b as number);
    case 'complex': {
      const x = a as Complex;
      const y = b as Complex;
      return compareFloats(x.re, y.re) || compareFloats(x.im, y.im);
    }
    case 'array':
      return compareElements(a as readonly Raw[], b as readonly Raw[], () => type.elem);
    case 'struct':
      return compareElements(a as readonly Raw[], b as readonly Raw[], (i) => type.fields[i]?.type);
    case 'interface': {
      if (a === null || b === null) return compareNil(a, b);
      const x = a as Dynamic;
      const y = b as Dynamic;
      return x.type === y.type ? compareKeys(x.type, x.v, y.v) : x.type.id - y.type.id;
    }
    case 'ptr':
    case 'chan':
      return compareNil(a, b);
    default:
      // Integers, and booleans, which compare alike.
      return (a as bigint) < (b as bigint) ? -1 : (a as bigint) > (b as bigint) ? 1 : 0;
  }
}

function compareFloats(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function compareNil(a: Raw, b: Raw): number {
  return Number(a !== null) - Number(b !== null);
}

function compareElements(a: readonly Raw[], b: readonly Raw[], typeOf: (i: number) => Type | undefined): number {
  for (const [i, x] of a.entries()) {
    const type = typeOf(i);
    const order = type === undefined ? 0 : compareKeys(type, x, b[i] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
