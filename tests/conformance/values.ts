/**
 * Builds the Go values that the data of requests describes; the notation is in README.md, the twin in oracle/values.go.
 */
import {
  type Raw,
  type Type,
  Value,
  anyType,
  boolType,
  decodeUtf8,
  mapOf,
  mapValue,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
  zeroRaw,
  zeroValue,
} from '../../src/go';
import { arrayOf, float64Type, pointerTo } from '../../src/go/reflect/type';
import { byteSlice } from '../../src/go/reflect/bytes';
import { rawSlice } from '../../src/go/reflect/value';
import { fixture, functions } from './named';
import { parseType, predeclared } from './type-text';

/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type List = readonly Json[];

/** The text with U+FFFD for lone surrogates, as Go reads it; in Go strings of ours those are bytes. */
export function wellFormed(text: string): string {
  return /\p{Cs}/u.test(text) ? text.replace(/\p{Cs}/gu, '\ufffd') : text;
}

/**
 * The value described by `json`, its type told by the text itself; the zero Value for null. Throws an Error on
 * nonsense.
 */
export function build(json: Json): Value {
  if (json === null) return zeroValue;
  switch (typeof json) {
    case 'boolean':
      return new Value(boolType, json);
    case 'number':
      return new Value(float64Type, json);
    case 'string':
      return new Value(stringType, wellFormed(json));
    default:
  }
  if (isList(json)) return new Value(sliceOf(anyType), rawSlice(json.map((e) => boxed(build(e)))));
  const typed = typedMember(json);
  if (typed !== null) return buildTyped(...typed);
  const entries = Object.entries(json).map(([k, v]) => [wellFormed(k), boxed(build(v))] as const);
  return mapValue(mapOf(stringType, anyType), entries);
}

function isList(json: Json): json is List {
  return Array.isArray(json);
}

function typedMember(json: Json): readonly [string, Json] | null {
  if (json === null || typeof json !== 'object' || isList(json)) return null;
  const entries = Object.entries(json);
  const [first] = entries;
  return entries.length === 1 && first?.[0].startsWith('$') === true ? first : null;
}

function boxed(v: Value): Raw {
  if (!v.isValid) return null;
  return v.kind === 'interface' ? v.v : { type: v.type, v: v.v };
}

const fromBase64 = (json: Json): Uint8Array => new Uint8Array(Buffer.from(json as string, 'base64'));

function buildTyped(name: string, json: Json): Value {
  const parts = json as List;
  const typeAt = (i: number): Type => parseType(parts[i] as string);
  switch (name) {
    case '$stringBase64':
      return new Value(stringType, decodeUtf8(fromBase64(json)));
    case '$bytes':
      return new Value(sliceOf(uint8Type), byteSlice(fromBase64(json)));
    case '$slice':
      return buildAs(sliceOf(typeAt(0)), parts[1]!);
    case '$array':
      return buildAs(arrayOf((parts[1] as List).length, typeAt(0)), parts[1]!);
    case '$map':
      return buildAs(mapOf(typeAt(0), typeAt(1)), parts[2]!);
    case '$ptr': {
      const target = build(json);
      return new Value(pointerTo(target.type), { value: target.v });
    }
    case '$pointer': {
      const elem = typeAt(0);
      return new Value(pointerTo(elem), { value: rawAs(elem, parts[1]!) });
    }
    case '$nil': {
      const type = parseType(json as string);
      return new Value(type, zeroRaw(type));
    }
    case '$struct':
      return buildStruct(json as readonly List[]);
    case '$named':
    case '$value':
      return buildAs(typeAt(0), parts[1]!);
    case '$fixture':
      return fixture(json as string);
    case '$func':
      return functions.get(json as string)!;
    default: {
      const type = predeclared.get(name.slice(1));
      if (type === undefined) throw new Error(`no notation ${name}`);
      return buildAs(type, json);
    }
  }
}

function buildStruct(rows: readonly List[]): Value {
  const fields = rows.map(([name, type, tag]) => ({
    name: name as string,
    type: parseType(type as string),
    tag: tag as string,
  }));
  const type = structOf(fields);
  return new Value(
    type,
    type.fields.map((f, i) => rawAs(f.type, rows[i]![3]!)),
  );
}

/** A value of exactly the type `type`; plain JSON is read by its kind, and null is its zero value. */
function buildAs(type: Type, json: Json): Value {
  return new Value(type, rawAs(type, json));
}

function rawAs(type: Type, json: Json): Raw {
  const typed = typedMember(json);
  if (typed !== null) {
    const v = buildTyped(...typed);
    return type.kind === 'interface' ? boxed(v) : v.v;
  }
  if (json === null) return zeroRaw(type);
  const list = json as List;
  switch (type.kind) {
    case 'interface':
      return boxed(build(json));
    case 'bool':
      return json as boolean;
    case 'string':
      return wellFormed(json as string);
    case 'float32':
    case 'float64':
      return float(type.kind, json);
    case 'complex64':
    case 'complex128': {
      const part = type.kind === 'complex64' ? 'float32' : 'float64';
      return { re: float(part, list[0]!), im: float(part, list[1]!) };
    }
    case 'ptr':
      return { value: rawAs(type.elem, json) };
    case 'slice':
      return rawSlice(list.map((e) => rawAs(type.elem, e)));
    case 'array':
      return list.map((e) => rawAs(type.elem, e));
    case 'map': {
      const pairs = list as readonly List[];
      return mapValue(
        type,
        pairs.map(([k, v]) => [rawAs(type.key, k!), rawAs(type.elem, v!)]),
      ).v;
    }
    case 'struct':
      return type.fields.map((f, i) => (i < list.length ? rawAs(f.type, list[i]!) : zeroRaw(f.type)));
    case 'chan':
      return { queue: list.map((e) => rawAs(type.elem, e)), closed: true };
    case 'func':
    case 'invalid':
      throw new Error(`no ${type.toString()} from ${JSON.stringify(json)}`);
    default:
      return BigInt(json as string | number);
  }
}

function float(kind: 'float32' | 'float64', json: Json): number {
  const text = (typeof json === 'string' ? json : JSON.stringify(json)).replace(/Inf$/, 'Infinity');
  const x = Number(text);
  return kind === 'float32' ? Math.fround(x) : x;
}
