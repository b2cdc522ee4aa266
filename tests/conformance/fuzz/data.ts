/** Random typed data, and the names under which templates may reach into it. */
import type { Type } from '../../../src/go';
import { fixture, namedTypes } from '../named';
import { parseType } from '../type-text';
import { type Json, build } from '../values';
import { type Paths, reachablePaths } from './paths';
import type { Random } from './random';

/** Data for a template, with names that mean something in it. */
export interface Data {
  readonly json: Json;
  /** Names that may mean something in it. */
  readonly names: readonly string[];
  readonly paths: Paths;
}

type Named = Omit<Data, 'paths'>;

const integers = ['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr'];
const basics = [...integers, 'float32', 'float64', 'complex64', 'complex128', 'string', 'string', 'bool', 'any', 'any'];
// Args, Big and interfaces come in by other ways.
const structs = [...namedTypes.keys()].filter((name) => !['Args', 'Big', 'Stringer', 'Shape'].includes(name));
const keyTypes = [
  'string',
  'string',
  'int',
  'int8',
  'uint16',
  'float64',
  'bool',
  'Word',
  'Level',
  'Pair',
  '[2]int',
  'any',
];

/** Names of fields and methods somewhere in the fixtures; a template may try any of them on anything. */
export const memberNames: readonly string[] = [
  ...new Set(
    [...namedTypes].flatMap(([name, type]) =>
      name === 'Big' ? [] : [...type.fields.map((f) => f.name), ...type.methods.keys()],
    ),
  ),
  ...['Depth', 'Get', 'Change', 'BasePtr', 'Nope', 'nope'],
];

/** The methods that take arguments of every kind. */
export const argMethods: readonly string[] = [...(namedTypes.get('Args')?.methods.keys() ?? [])];
const bigNames = fixture('big')
  .type.fields.map((f) => f.name)
  .filter((name) => name !== 'I64' && name !== 'U64');

const texts = [
  ...['', 'a', 'abc', 'x y', '<b>&"\'</b>', 'line\nbreak', 'tab\t', 'quote"', 'back\\slash', '%d %s', '100%'],
  ...[
    'é',
    '日本語',
    '😀',
    '\u2028',
    '\u0000',
    '\u007f',
    '\ufeff',
    'ﬀ',
    '{"a": 1}',
    '{{.}}',
    'true',
    '0',
    '12',
    'İ',
    "it's",
  ],
];

/** Random text, now and then with bytes that are not UTF-8. */
function randomText(r: Random): Json {
  if (r.chance(0.05)) {
    return {
      $stringBase64: Buffer.from(r.many(1, 5, () => r.pick([0x61, 0xff, 0xc3, 0xa9, 0x80, 0xed, 0xf0]))).toString(
        'base64',
      ),
    };
  }
  return r.chance(0.9) ? r.pick(texts) : r.pick(texts) + r.pick(texts);
}

function typeText(r: Random, depth: number): string {
  if (depth <= 0) return r.chance(0.8) ? r.pick(basics) : r.pick(structs);
  const inner = (): string => typeText(r, depth - 1);
  return r.weighted(
    [6, () => r.pick(basics)],
    [5, () => r.pick(structs)],
    [4, () => `[]${inner()}`],
    [1, () => `[${String(1 + r.below(3))}]${inner()}`],
    [3, () => `map[${r.pick(keyTypes)}]${inner()}`],
    [3, () => `*${inner()}`],
    [0.3, () => `chan ${inner()}`],
    [0.3, () => r.pick(['error', 'Stringer', 'Shape'])],
    [
      0.7,
      () =>
        `struct { A ${inner()}; B ${inner()} "json:\\"${r.pick(['b', 'b,omitempty', ',string', '-', 'A', ',omitzero'])}\\""; c ${inner()} }`,
    ],
  );
}

function integer(r: Random, type: Type): string {
  const bits = BigInt(/\d+/.exec(type.kind)?.[0] ?? 64);
  const [low, high] = type.kind.startsWith('u')
    ? [0n, (1n << bits) - 1n]
    : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
  const n = r.chance(0.06) ? r.pick([low, high, high - 1n, 65n, 0x1f600n]) : BigInt(r.below(12) - 3);
  return (n < low ? low : n > high ? high : n).toString();
}

function float(r: Random): string {
  return r.pick([
    '0',
    '1',
    '2',
    '-1.5',
    '0.1',
    '3.25',
    '1e21',
    '1e20',
    '123456789',
    '1e-7',
    '1e-5',
    'NaN',
    'Inf',
    '-Inf',
    '-0',
    '0.30000000000000004',
    '3.4e38',
    '5e-324',
    '100000',
  ]);
}

/** Random data of a type, in the notation of requests. */
export function valueOf(r: Random, type: Type, depth: number): Json {
  const child = (t: Type): Json => valueOf(r, t, depth - 1);
  const nil = r.chance(depth <= 0 ? 0.6 : 0.12);
  switch (type.kind) {
    case 'bool':
      return r.chance(0.5);
    case 'string':
      // Its method makes upper case of it, which is not what is tested here.
      return type.toString() === 'main.Kind' ? r.pick(['', 'a', 'kind']) : randomText(r);
    case 'float32':
    case 'float64':
      return float(r);
    case 'complex64':
    case 'complex128':
      return [float(r), float(r)];
    case 'interface':
      return nil ? null : dynamic(r, type, depth - 1);
    case 'ptr':
      return nil ? null : wrapped(type, child(type.elem));
    case 'slice':
      return nil ? null : r.many(0, 3, () => child(type.elem));
    case 'array':
      return Array.from({ length: type.length }, () => child(type.elem));
    case 'map':
      return nil ? null : entries(r, type, depth);
    case 'struct':
      return type.toString() === 'main.JSONRaw'
        ? [
            r.pick([
              '{"a":1}',
              ' [1, 2] ',
              '"<x>"',
              '{"a":',
              '',
              'null',
              'nul',
              '1 2',
              '"\u2028"',
              '{"b" : {"c" :[ ]}}',
              '"\\ud800"',
              '-',
            ]),
          ]
        : type.fields.map((f) => child(f.type));
    case 'chan':
      return nil ? null : r.many(0, 3, () => child(type.elem));
    case 'func':
    case 'invalid':
      return null;
    default:
      return integer(r, type);
  }
}

/**
 * What a plain JSON value would not say: a pointer to null is not nil, and a typed value behind it does not tell the
 * type.
 */
function wrapped(type: Type, target: Json): Json {
  const plain = target !== null && (typeof target !== 'object' || Array.isArray(target));
  return plain ? target : { $pointer: [typeName(type.elem), target] };
}

function typeName(type: Type): string {
  return type.toString().replaceAll('main.', '').replaceAll('fmt.', '');
}

function entries(r: Random, type: Type, depth: number): Json {
  // Keys in an interface must be of one type: Go orders types by their addresses.
  const boxed = r.pick(['string', 'int', 'Word']);
  return r.many(0, 3, () => {
    const key: Json =
      type.key.kind === 'interface' ? { $value: [boxed, simpleKey(r, parseType(boxed))] } : simpleKey(r, type.key);
    return [key, valueOf(r, type.elem, depth - 1)];
  });
}

/** Several NaN keys have no order, so keys are never NaN. */
function simpleKey(r: Random, type: Type): Json {
  if (type.kind === 'float64') return r.pick(['1', '-2.5', '0', '1e21']);
  return valueOf(r, type, 2);
}

function dynamic(r: Random, type: Type, depth: number): Json {
  switch (type.toString()) {
    case 'error':
      return r.pick<Json>([
        { $named: ['Failure', [3]] },
        { $ptr: { $named: ['PFailure', [4]] } },
        { $named: ['Both', ['e', 's']] },
        { $nil: '*PFailure' },
        { $named: ['Err', [1]] },
      ]);
    case 'fmt.Stringer':
      return r.pick<Json>([
        { $named: ['Level', '1'] },
        { $named: ['Words', ['a', 'b']] },
        { $ptr: { $named: ['PLevel', '3'] } },
        { $named: ['Panics', [r.pick(['value', 'error', 'index', 'nil', ''])]] },
        { $nil: '*ID' },
      ]);
    case 'main.Shape':
      return { $named: ['Square', ['2']] };
    default:
      return anything(r, depth);
  }
}

/** Any value, its type told by itself. */
export function anything(r: Random, depth: number): Json {
  return r.weighted<Json>(
    [2, () => randomText(r)],
    [2, () => r.pick([0, 1, 2, -1, 1.5, 1e21, 1e-7, 100, 3])],
    [1, () => r.chance(0.5)],
    [0.5, () => null],
    [depth > 0 ? 2 : 0, () => r.many(0, 3, () => anything(r, depth - 1))],
    [depth > 0 ? 2 : 0, () => object(r, depth)],
    [
      0.4,
      () => ({
        $func: r.pick([
          'double',
          'join',
          'same',
          'fail',
          'work',
          'none',
          'two',
          'throw',
          'maker',
          'count',
          'pairs',
          'counts',
          'empty',
          'bare',
          'triple',
        ]),
      }),
    ],
    [0.3, () => ({ $nil: typeText(r, 1) })],
    [0.3, () => ({ $bytes: Buffer.from(r.pick(texts)).toString('base64') })],
    [5, () => typedValue(r, depth)],
  );
}

function typedValue(r: Random, depth: number): Json {
  const text = typeText(r, Math.max(0, depth));
  return { $value: [text, valueOf(r, parseType(text), Math.max(1, depth))] };
}

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'Name', 'é', 'x-y', ''];

function object(r: Random, depth: number): Json {
  return Object.fromEntries(r.many(0, 3, () => [r.pick(keys), anything(r, depth - 1)]));
}

/** Data for one template. */
export function randomData(r: Random): Data {
  const data = r.weighted<Named>(
    [5, () => rich(r)],
    [2, () => struct(r)],
    [2, () => ({ json: { $fixture: r.pick(['big', 'pbig', 'big', 'pbig', 'pbig', 'nilbig']) }, names: bigNames })],
    [1.5, () => args(r)],
    [1.5, () => whole(r)],
    [0.2, () => ({ json: null, names: keys })],
  );
  return { ...data, paths: reachablePaths(build(data.json)) };
}

function rich(r: Random): Named {
  const names = keys.slice(0, 3 + r.below(4));
  return { json: Object.fromEntries(names.map((name) => [name, anything(r, 3)])), names };
}

function struct(r: Random): Named {
  const names = ['A', 'B', 'C', 'D', 'e'].slice(0, 1 + r.below(5));
  const rows = names.map((name): Json => {
    const text = typeText(r, 2);
    const tag = r.chance(0.3)
      ? `json:"${r.pick(['a', 'b,omitempty', ',string', '-', '-,', ',omitzero', 'A', 'B', 'x<y', 'c d'])}"`
      : '';
    return [name, text, tag, valueOf(r, parseType(text), 3)];
  });
  const json: Json = { $struct: rows };
  return { json: r.chance(0.4) ? { $ptr: json } : json, names };
}

function args(r: Random): Named {
  const json: Json = { $named: ['Args', [r.pick(['', '>'])]] };
  if (r.chance(0.3)) return { json: r.chance(0.5) ? { $ptr: json } : json, names: argMethods };
  const rest = ['a', 'b', 'c', 'd'].map((name): [string, Json] => [name, anything(r, 2)]);
  return {
    json: { ...Object.fromEntries(rest), x: json },
    names: ['a', 'b', 'c', 'd', ...argMethods.map((name) => `x.${name}`)],
  };
}

function whole(r: Random): Named {
  const text = r.chance(0.5) ? r.pick(structs) : typeText(r, 3);
  const type = parseType(text);
  const target = type.kind === 'ptr' ? type.elem : type;
  const own = [...target.fields.map((f) => f.name), ...target.methods.keys()];
  const json: Json = { $value: [text, valueOf(r, type, 3)] };
  return { json: r.chance(0.3) ? { $ptr: json } : json, names: own.length > 0 ? own : keys };
}
