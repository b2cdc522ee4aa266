/**
 * The defined types and the functions that requests name. Their twins are in oracle/named.go, package main; those of
 * `$fixture` in oracle/fixtures.go.
 */
import {
  type Raw,
  type Type,
  Value,
  anyType,
  boolType,
  bytesOfText,
  decodeUtf8,
  defineMethods,
  defineType,
  errorType,
  funcOf,
  mapOf,
  mapValue,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from '../../src/go';
import { GoPanic } from '../../src/go/errors';
import {
  type Method,
  type RawFunc,
  type RawPointer,
  type RawSlice,
  arrayOf,
  chanOf,
  complex128Type,
  float64Type,
  intType,
  interfaceOf,
  pointerTo,
  basicType,
} from '../../src/go/reflect/type';
import { newError } from '../go/error-values';
import { sprint, sprintf } from '../../src/go/fmt/print';
import { bytesOf } from '../../src/go/reflect/bytes';
import { fixture as goFixture } from '../go/fixtures';

type Fields = readonly Raw[];
type FieldRow = readonly [name: string, type: Type, tag?: string] | readonly [embedded: Type];

const bytesType = sliceOf(uint8Type);
const int64Type = basicType('int64');
const textOf = (raw: Raw): string => raw as string;
const field = (raw: Raw, i: number): Raw => (raw as Fields)[i] ?? null;
const decimal = (raw: Raw): string => (raw as bigint).toString();
const bytes = (text: string): Raw => bytesOfText(text);
const strings = (raw: Raw): readonly string[] => {
  if (raw === null) return [];
  const { array, offset, length } = raw as RawSlice;
  return array.slice(offset, offset + length).map(textOf);
};
const nilDereference = (): never => {
  throw new GoPanic('invalid memory address or nil pointer dereference', 'runtime');
};
const pointee = (raw: Raw): Raw => (raw === null ? nilDereference() : (raw as RawPointer).value);

const method = (name: string, out: readonly Type[], call: (receiver: Raw) => Fields): Method => ({
  name,
  type: funcOf([], out),
  pointer: false,
  call,
});
const onPointer = (m: Method): Method => ({ ...m, pointer: true, call: (r, args) => m.call(pointee(r), args) });

function named(name: string, underlying: Type, ...methods: readonly Method[]): Type {
  const type = defineType(`main.${name}`, underlying);
  defineMethods(type, methods);
  return type;
}

function struct(...rows: readonly FieldRow[]): Type {
  return structOf(
    rows.map((row) => {
      if (row.length > 1) return { name: row[0] as string, type: row[1] as Type, tag: row[2] ?? '' };
      const [type] = row as readonly [Type];
      const target = type.kind === 'ptr' ? type.elem : type;
      return { name: target.name.replace('main.', ''), type, embedded: true };
    }),
  );
}

const stringMethod = (call: (r: Raw) => string): Method => method('String', [stringType], (r) => [call(r)]);
const errorMethod = (call: (r: Raw) => string): Method => method('Error', [stringType], (r) => [call(r)]);
const marshalText = (call: (r: Raw) => string): Method =>
  method('MarshalText', [bytesType, errorType], (r) => [bytes(call(r)), null]);
const marshalJson = (call: (r: Raw) => string): Method =>
  method('MarshalJSON', [bytesType, errorType], (r) => [bytes(call(r)), null]);
const slash = (r: Raw, by: string): string => `${textOf(field(r, 0))}${by}${textOf(field(r, 1))}`;

const levelText = (r: Raw): string => (r === 1n ? 'low' : r === 2n ? 'high' : `level ${decimal(r)}`);
const Level = named('Level', intType, stringMethod(levelText));
const PLevel = named('PLevel', intType, onPointer(stringMethod((r) => `plevel ${decimal(r)}`)));
const Flag = named('Flag', boolType);
const Ratio = named('Ratio', float64Type);
const Word = named(
  'Word',
  stringType,
  method('Loud', [stringType], (r) => [`${textOf(r)}!`]),
);
const Words = named(
  'Words',
  sliceOf(stringType),
  stringMethod((r) => strings(r).join('+')),
);
const Table = named('Table', mapOf(stringType, intType));
const Blob = named('Blob', bytesType);
const Text = named(
  'Text',
  bytesType,
  marshalText((r) => `<${decodeUtf8(bytesOf(r as never))}>`),
);
const Stamp = named(
  'Stamp',
  struct(['Sec', int64Type]),
  marshalJson((r) => `"@${decimal(field(r, 0))}"`),
);
const PStamp = named('PStamp', struct(['Sec', int64Type]), onPointer(marshalJson((r) => `"*${decimal(field(r, 0))}"`)));
const Pair = named(
  'Pair',
  struct(['A', stringType], ['B', stringType]),
  marshalText((r) => slash(r, '/')),
);
const PPair = named(
  'PPair',
  struct(['A', stringType], ['B', stringType]),
  onPointer(marshalText((r) => slash(r, '//'))),
);
const TextErr = named(
  'TextErr',
  struct(['X', intType]),
  method('MarshalText', [bytesType, errorType], () => [null, newError('no text')]),
);
const JSONErr = named(
  'JSONErr',
  struct(['X', intType]),
  method('MarshalJSON', [bytesType, errorType], () => [null, newError('no json')]),
);
const JSONRaw = named(
  'JSONRaw',
  struct(['Raw', stringType]),
  marshalJson((r) => textOf(field(r, 0))),
);
const Gos = named(
  'Gos',
  struct(['N', intType]),
  method('GoString', [stringType], (r) => [`Gos<${decimal(field(r, 0))}>`]),
);
const Failure = named(
  'Failure',
  struct(['Code', intType]),
  errorMethod((r) => `failure ${decimal(field(r, 0))}`),
);
const PFailure = named(
  'PFailure',
  struct(['Code', intType]),
  onPointer(errorMethod((r) => `pfailure ${decimal(field(r, 0))}`)),
);
const Both = named(
  'Both',
  struct(['E', stringType], ['S', stringType]),
  errorMethod((r) => textOf(field(r, 0))),
  stringMethod((r) => textOf(field(r, 1))),
);
const Panics = named(
  'Panics',
  struct(['How', stringType]),
  stringMethod((r) => {
    switch (field(r, 0)) {
      case 'value':
        throw new GoPanic('thrown', 'value');
      case 'error':
        throw new GoPanic('thrown error', 'error');
      case 'index':
        throw new GoPanic('index out of range [5] with length 0', 'runtime');
      case 'nil':
        return nilDereference();
      default:
        return 'calm';
    }
  }),
);
const Zeroer = named(
  'Zeroer',
  struct(['N', intType]),
  method('IsZero', [boolType], (r) => [field(r, 0) === 7n]),
);
const Tags = named(
  'Tags',
  struct(
    ['Plain', stringType],
    ['Renamed', stringType, 'json:"renamed"'],
    ['Omit', stringType, 'json:",omitempty"'],
    ['OmitInt', intType, 'json:"oi,omitempty"'],
    ['OmitFloat', float64Type, 'json:",omitempty"'],
    ['OmitBool', boolType, 'json:",omitempty"'],
    ['OmitSlice', sliceOf(intType), 'json:",omitempty"'],
    ['OmitMap', mapOf(stringType, intType), 'json:",omitempty"'],
    ['OmitPtr', pointerTo(intType), 'json:",omitempty"'],
    ['OmitAny', anyType, 'json:",omitempty"'],
    ['OmitNone', arrayOf(0, intType), 'json:",omitempty"'],
    ['OmitEmpty', structOf([]), 'json:",omitempty"'],
    ['Zero', Zeroer, 'json:",omitzero"'],
    ['ZeroInt', intType, 'json:",omitzero"'],
    ['ZeroMap', mapOf(stringType, intType), 'json:",omitzero"'],
    ['Quoted', intType, 'json:",string"'],
    ['QuotedB', boolType, 'json:",string"'],
    ['QuotedS', stringType, 'json:",string"'],
    ['QuotedF', float64Type, 'json:",string"'],
    ['QuotedP', pointerTo(intType), 'json:",string"'],
    ['QuotedAny', anyType, 'json:",string"'],
    ['Dash', intType, 'json:"-"'],
    ['DashComma', intType, 'json:"-,"'],
    ['Odd', intType, 'json:"a<b"'],
    ['Bad', intType, 'json:"a\\"b"'],
    ['Letters', intType, 'json:"größe"'],
    ['hidden', intType],
  ),
);
const Left = named('Left', struct(['Shared', stringType], ['OnlyL', stringType], ['Named', stringType, 'json:"name"']));
const Right = named(
  'Right',
  struct(['Shared', stringType], ['OnlyR', stringType], ['Name', stringType, 'json:"name"']),
);
const Embeds = named('Embeds', struct([Left], [pointerTo(Right)], [Word], ['Own', stringType]));

/** `Node` refers to itself; the fields that do get their types after it exists. No other type has this stand-in. */
const standIn = pointerTo(anyType);
const Node = defineType('main.Node', struct(['Name', stringType], ['Kids', standIn], ['Next', standIn]));
const pNode = pointerTo(Node);
(Node.fields as { name: string; type: Type; tag: string; embedded: boolean }[]).splice(
  1,
  2,
  { name: 'Kids', type: sliceOf(pNode), tag: '', embedded: false },
  { name: 'Next', type: pNode, tag: '', embedded: false },
);
const depth = (node: Raw): bigint => (node === null ? 0n : 1n + depth(field(pointee(node), 2)));
defineMethods(Node, [
  { ...method('Depth', [intType], (r) => [depth(r)]), pointer: true },
  method('Title', [stringType], (r) => [`node ${textOf(field(r, 0))}`]),
]);

const stringer = defineType('fmt.Stringer', interfaceOf([{ name: 'String', type: funcOf([], [stringType]) }]));

const show = (receiver: Raw, type: Type, v: Raw): string =>
  sprintf('%s%T(%v)', [new Value(stringType, field(receiver, 0)), new Value(type, v), new Value(type, v)]);
const takes = (name: string, type: Type): Method => ({
  name,
  type: funcOf([type], [stringType]),
  pointer: false,
  call: (r, [v = null]) => [show(r, type, v)],
});
const takesNil = (name: string, type: Type): Method => ({
  ...takes(name, type),
  call: (_, [v = null]) => [`${type.toString()} ${String(v === null)}`],
});
const takesMany = (name: string, elem: Type): Method => ({
  name,
  type: funcOf([sliceOf(elem)], [stringType], true),
  pointer: false,
  call: (r, [v = null]) => [show(r, sliceOf(elem), v)],
});
const takesText = (name: string, out: readonly Type[], call: (v: string) => Fields): Method => ({
  name,
  type: funcOf([stringType], out),
  pointer: false,
  call: (_, [v = '']) => call(textOf(v)),
});

const uintType = basicType('uint');
const Args = named(
  'Args',
  struct(['Prefix', stringType]),
  takes('Int', intType),
  takes('Int8', basicType('int8')),
  takes('Int64', int64Type),
  takes('Rune', basicType('int32')),
  takes('Uint8', uint8Type),
  takes('Uint64', basicType('uint64')),
  takes('Uintptr', basicType('uintptr')),
  takes('Float32', basicType('float32')),
  takes('Float64', float64Type),
  takes('Complex64', basicType('complex64')),
  takes('Complex128', complex128Type),
  takes('Bool', boolType),
  takes('Flag', Flag),
  takes('String_', stringType),
  takes('Word', Word),
  takes('Level', Level),
  takes('Ratio', Ratio),
  takes('Any', anyType),
  takes('Ints', sliceOf(intType)),
  takes('Anys', sliceOf(anyType)),
  takes('Bytes', bytesType),
  takes('Map', mapOf(stringType, anyType)),
  takes('Table', Table),
  takes('Array', arrayOf(2, intType)),
  takes('Pair', Pair),
  takesNil('PtrPair', pointerTo(Pair)),
  takesNil('PtrInt', pointerTo(intType)),
  takesNil('Func', funcOf([], [stringType])),
  takesNil('Chan', chanOf('both', intType)),
  takes('Error_', errorType),
  takes('Stringer', stringer),
  takesMany('Many', intType),
  takesMany('ManyAny', anyType),
  {
    name: 'Rest',
    type: funcOf([stringType, uintType, sliceOf(stringType)], [stringType], true),
    pointer: false,
    call: (_, args) => {
      const types = [stringType, uintType, sliceOf(stringType)];
      return [sprint(types.map((type, i) => new Value(type, args[i] ?? null)))];
    },
  },
  {
    name: 'Three',
    type: funcOf([stringType, boolType, float64Type], [stringType]),
    pointer: false,
    call: (_, args) => {
      const types = [stringType, boolType, float64Type];
      return [sprint(types.map((type, i) => new Value(type, args[i] ?? null)))];
    },
  },
  takesText('Fails', [stringType, errorType], (v) => [v, newError(`fails: ${v}`)]),
  takesText('Works', [stringType, errorType], (v) => [v, null]),
  takesText('Throws', [stringType], (v) => {
    throw new GoPanic(`throws ${v}`, 'value');
  }),
  method('Nothing', [], () => []),
  {
    ...takesText('Change', [stringType], (v) => [`changed ${v}`]),
    pointer: true,
  },
);

const bigType = goFixture('big').type;
const fieldType = (name: string): Type => bigType.fields.find((f) => f.name === name)!.type;
const ofBig: readonly Type[] = [
  ...['K', 'ID', 'P', 'EmbedNil', 'Shape'].map(fieldType),
  fieldType('Base').elem,
  goFixture('err').type,
  goFixture('square').type,
  bigType,
];

const own: readonly Type[] = [
  ...[Level, PLevel, Flag, Ratio, Word, Words, Table, Blob, Text, Stamp, PStamp, Pair, PPair, TextErr, JSONErr],
  ...[JSONRaw, Gos, Failure, PFailure, Both, Panics, Zeroer, Tags, Left, Right, Embeds, Node, Args, stringer],
];

/** Every named type by its name without the package. */
export const namedTypes: ReadonlyMap<string, Type> = new Map(
  [...own, ...ofBig].map((type) => [type.toString().replace(/^\w+\./, ''), type]),
);

const iterate =
  (elements: readonly Fields[]): RawFunc =>
  (onYield = null) => {
    for (const e of elements) if ((onYield as RawFunc)(...e)[0] !== true) break;
    return [];
  };
const seqType = (...elems: readonly Type[]): Type => funcOf([funcOf(elems, [boolType])], []);
const counted = iterate([[0n], [10n], [20n], [30n]]);

/** The values `$func` names, by their name. */
export const functions: ReadonlyMap<string, Value> = new Map(
  Object.entries({
    double: new Value(funcOf([intType], [intType]), (n: Raw) => [BigInt.asIntN(64, (n as bigint) * 2n)]),
    join: new Value(funcOf([stringType, sliceOf(stringType)], [stringType], true), (sep: Raw, list: Raw) => [
      strings(list).join(textOf(sep)),
    ]),
    same: new Value(funcOf([anyType], [anyType]), (v: Raw) => [v]),
    fail: new Value(funcOf([], [stringType, errorType]), () => ['lost', newError('func failed')]),
    work: new Value(funcOf([], [stringType, errorType]), () => ['worked', null]),
    none: new Value(funcOf([], []), () => []),
    two: new Value(funcOf([], [intType, intType]), () => [1n, 2n]),
    throw: new Value(funcOf([], [stringType]), () => {
      throw new GoPanic('thrown by func', 'value');
    }),
    maker: new Value(funcOf([], [funcOf([], [stringType])]), () => [() => ['made']]),
    count: new Value(defineType('iter.Seq[int]', seqType(intType)), counted),
    pairs: new Value(
      defineType('iter.Seq2[string,int]', seqType(stringType, intType)),
      iterate([
        ['a', 1n],
        ['b', 2n],
        ['c', 3n],
      ]),
    ),
    counts: new Value(seqType(intType), counted),
    empty: new Value(seqType(stringType), iterate([])),
    bare: new Value(seqType(), iterate([[], [], []])),
    triple: new Value(seqType(intType, intType, intType), iterate([[1n, 2n, 3n]])),
  }),
);

/**
 * What `$fixture` names: one struct with a field of nearly every type, as a value, behind a pointer, and a nil pointer.
 * The keys of its `AMap` are of one type, because Go orders types by where they are in the program.
 */
export function fixture(name: string): Value {
  const value = goFixture(name);
  if (value.v === null) return value;
  const pointer = value.kind === 'ptr';
  const fields = [...((pointer ? (value.v as RawPointer).value : value.v) as Fields)];
  const key = (text: string): Raw => ({ type: stringType, v: text });
  fields[bigType.fields.findIndex((f) => f.name === 'AMap')] = mapValue(fieldType('AMap'), [
    [key('s'), 'str'],
    [key('t'), 'tee'],
  ]).v;
  return new Value(value.type, pointer ? { value: fields } : fields);
}
