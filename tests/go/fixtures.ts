/**
 * The types, values and functions the executor's cases use. The same were declared in a Go program, which printed the
 * outputs and errors the cases expect; that is why the types' package is `main`.
 */
import {
  type Raw,
  type RawFunc,
  type RawPointer,
  type Type,
  anyType,
  arrayOf,
  basicType,
  boolType,
  chanOf,
  complex128Type,
  defineMethods,
  defineType,
  errorType,
  float64Type,
  funcOf,
  intType,
  interfaceOf,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from '../../src/go/reflect/type';
import { GoMap } from '../../src/go/reflect/map';
import { Value, rawSlice, zeroRaw, zeroValue } from '../../src/go/reflect/value';
import { sprint, sprintf } from '../../src/go/fmt/print';
import { GoError, GoPanic } from '../../src/go/errors';
import type { TemplateFunction } from '../../src/go/template/function';
import { byteLength, decodeUtf8 } from '../../src/go/utf8';
import { newError } from './error-values';

const float32Type = basicType('float32');
const complex64Type = basicType('complex64');
const int8Type = basicType('int8');
const int16Type = basicType('int16');
const int32Type = basicType('int32');
const int64Type = basicType('int64');
const uintType = basicType('uint');
const uint16Type = basicType('uint16');
const uint32Type = basicType('uint32');
const uint64Type = basicType('uint64');
const uintptrType = basicType('uintptr');

type Fields = readonly Raw[];
const field = (raw: Raw, i: number): Raw => (raw as Fields)[i]!;
const decimal = (raw: Raw): string => (raw as bigint).toString();
const deref = (raw: Raw): Raw => (raw as RawPointer).value;
const dynamic = (type: Type, v: Raw): Raw => ({ type, v });
const nilDereference = (): never => {
  throw new GoPanic('invalid memory address or nil pointer dereference', 'runtime');
};

const Kind = defineType('main.Kind', stringType);
defineMethods(Kind, [
  { name: 'Upper', type: funcOf([], [stringType]), pointer: false, call: (k) => [(k as string).toUpperCase()] },
]);

const ID = defineType(
  'main.ID',
  structOf([
    { name: 'NS', type: stringType },
    { name: 'Name', type: stringType },
  ]),
);
const pID = pointerTo(ID);
const idMethod = (
  name: string,
  params: Type[],
  out: Type[],
  call: (ns: string, n: string, args: Fields) => Fields,
  variadic = false,
) => ({
  name,
  type: funcOf(params, out, variadic),
  pointer: false,
  call: (id: Raw, args: Fields) => call(field(id, 0) as string, field(id, 1) as string, args),
});
defineMethods(ID, [
  idMethod('String', [], [stringType], (ns, n) => [`${ns}:${n}`]),
  idMethod('With', [stringType], [stringType], (_, n, [p]) => [`${p as string}${n}`]),
  idMethod(
    'Parts',
    [sliceOf(stringType)],
    [stringType],
    (ns, n, [seps]) => {
      const list = seps === null ? [] : (seps as unknown as { array: string[] }).array;
      return [ns + list.join('|') + n];
    },
    true,
  ),
  idMethod('Err', [], [stringType, errorType], () => ['', newError('id failed')]),
  idMethod('Ok', [], [stringType, errorType], () => ['fine', null]),
  idMethod('Three', [], [intType, intType, intType], () => [1n, 2n, 3n]),
  idMethod('None', [], [], () => []),
  idMethod('TwoBad', [], [intType, stringType], () => [1n, 'x']),
  idMethod('PanicValue', [], [stringType], () => {
    throw new GoPanic('boom', 'value');
  }),
  idMethod('PanicError', [], [stringType], () => {
    throw new GoPanic('bang', 'error');
  }),
  idMethod('PanicRuntime', [], [stringType], (ns) => {
    throw new GoPanic(`index out of range [${String(byteLength(ns) + 3)}] with length 0`, 'runtime');
  }),
  idMethod('PanicNil', [], [stringType], nilDereference),
  idMethod('Self', [], [ID], (ns, n) => [[ns, n]]),
  idMethod('Ptr', [], [pID], (ns, n) => [{ value: [ns, n] }]),
  idMethod('NilPtr', [], [pID], () => [null]),
  idMethod('Any', [], [anyType], (_, n) => [dynamic(stringType, n)]),
  idMethod('NilAny', [], [anyType], () => [null]),
  idMethod('Add', [intType, intType], [intType], (_ns, _n, [a, b]) => [
    BigInt.asIntN(64, (a as bigint) + (b as bigint)),
  ]),
]);

/** `Ptr` refers to itself; its pointer field gets its type after `Ptr` exists. No other type has this stand-in. */
const standIn = structOf([
  { name: 'X', type: intType },
  { name: 'Next', type: pointerTo(anyType) },
]);
const Ptr = defineType('main.Ptr', standIn);
const pPtr = pointerTo(Ptr);
(Ptr.fields as { name: string; type: Type; tag: string; embedded: boolean }[]).splice(1, 1, {
  name: 'Next',
  type: pPtr,
  tag: '',
  embedded: false,
});
defineMethods(Ptr, [
  { name: 'Get', type: funcOf([], [intType]), pointer: true, call: (p) => [p === null ? -1n : field(deref(p), 0)] },
  {
    name: 'String',
    type: funcOf([], [stringType]),
    pointer: true,
    call: (p) => [p === null ? 'nilptr' : `P${decimal(field(deref(p), 0))}`],
  },
  {
    name: 'Val',
    type: funcOf([], [intType]),
    pointer: false,
    call: (p) => [BigInt.asIntN(64, (field(p, 0) as bigint) * 2n)],
  },
]);
const ptr = (x: bigint, next: Raw = null): Fields => [x, next];

const inner = defineType(
  'main.inner',
  structOf([
    { name: 'Promoted', type: stringType },
    { name: 'hidden', type: stringType },
  ]),
);
defineMethods(inner, [
  {
    name: 'InnerMethod',
    type: funcOf([], [stringType]),
    pointer: false,
    call: (i) => [`inner ${field(i, 0) as string}`],
  },
]);

const Base = defineType(
  'main.Base',
  structOf([
    { name: 'BaseName', type: stringType },
    { name: 'Same', type: stringType },
  ]),
);
const pBase = pointerTo(Base);
defineMethods(Base, [
  {
    name: 'BasePtr',
    type: funcOf([], [stringType]),
    pointer: true,
    call: (b) => (b === null ? nilDereference() : [`bp${field(deref(b), 0) as string}`]),
  },
  { name: 'BaseVal', type: funcOf([], [stringType]), pointer: false, call: (b) => [`bv${field(b, 0) as string}`] },
]);

const Err = defineType('main.Err', structOf([{ name: 'Code', type: intType }]));
defineMethods(Err, [
  {
    name: 'Error',
    type: funcOf([], [stringType]),
    pointer: false,
    call: (e) => [`err ${decimal(field(e, 0))}`],
  },
]);

const area = funcOf([], [float64Type]);
const Shape = defineType('main.Shape', interfaceOf([{ name: 'Area', type: area }]));
const Square = defineType('main.Square', structOf([{ name: 'Side', type: float64Type }]));
defineMethods(Square, [
  { name: 'Area', type: area, pointer: false, call: (s) => [(field(s, 0) as number) * (field(s, 0) as number)] },
]);

const EmbedNil = defineType(
  'main.EmbedNil',
  structOf([
    { name: 'Base', type: pBase, embedded: true },
    { name: 'Z', type: intType },
  ]),
);

const seqOf = (elem: Type): Type =>
  defineType(`iter.Seq[${elem.toString()}]`, funcOf([funcOf([elem], [boolType])], []));
const intSeq = seqOf(intType);
const seq2 = defineType('iter.Seq2[string,int]', funcOf([funcOf([stringType, intType], [boolType])], []));

/** An iterator over these elements, each a list of what is yielded at once. */
const iterate =
  (elements: Iterable<Fields>): RawFunc =>
  (onYield) => {
    for (const e of elements) if ((onYield as RawFunc)(...e)[0] !== true) break;
    return [];
  };

function* countTo(n: bigint): Generator<Fields> {
  for (let i = 0n; i < n; i++) yield [i];
}

const ints = (...n: number[]): Raw[] => n.map(BigInt);
const intList = (...n: number[]): Raw => rawSlice(ints(...n));
const map = (key: Type, elem: Type, ...entries: [Raw, Raw][]): Raw => new GoMap(mapOf(key, elem), entries);
const anys = (...of: (readonly [Type, Raw] | null)[]): Raw =>
  rawSlice(of.map((e) => (e === null ? null : dynamic(...e))));
const pstringID = { value: ['pns', 'pname'] as Raw };
const pptr: Raw = { value: ptr(6n, { value: ptr(60n) }) };
const seven: Raw = { value: 7n };
const boxed = (s: string): Raw => dynamic(stringType, s);
const anyMap = mapOf(stringType, anyType);
const func = (params: Type[], out: Type[], variadic = false): Type => funcOf(params, out, variadic);
const anon = structOf([
  { name: 'A', type: intType },
  { name: 'B', type: intType },
]);
const sany = structOf([{ name: 'V', type: anyType }]);

/** The fields of `Big`, in Go's order, each with its value; without a value it is the type's zero. */
const bigFields: readonly (readonly [name: string, type: Type, value?: () => Raw])[] = [
  ['inner', inner, () => ['promo', 'hid']],
  ['Base', pBase, () => ({ value: ['bname', 'bsame'] })],
  ['Same', stringType, () => 'outer'],
  ['Str', stringType, () => "héllo <&> 'w'"],
  ['K', Kind, () => 'kind'],
  ['I', intType, () => -17n],
  ['I8', int8Type, () => -8n],
  ['I16', int16Type, () => 16n],
  ['I32', int32Type, () => 32n],
  ['I64', int64Type, () => 1n << 60n],
  ['U', uintType, () => 17n],
  ['U8', uint8Type, () => 200n],
  ['U16', uint16Type, () => 16n],
  ['U32', uint32Type, () => 32n],
  ['U64', uint64Type, () => (1n << 64n) - 1n],
  ['F32', float32Type, () => 3.25],
  ['F64', float64Type, () => 2.5],
  ['C64', complex64Type, () => ({ re: 1, im: 2 })],
  ['C128', complex128Type, () => ({ re: 3, im: -4 })],
  ['B', boolType, () => true],
  ['F', boolType],
  ['Bytes', sliceOf(uint8Type), () => intList(...Array.from('bytes', (c) => c.charCodeAt(0)))],
  ['Runes', sliceOf(int32Type), () => intList(114, 252)],
  ['Ints', sliceOf(intType), () => ({ array: ints(3, 1, 2, 0, 0, 0, 0, 0), offset: 0, length: 3, capacity: 8 })],
  ['NoInts', sliceOf(intType), () => intList()],
  ['NilInts', sliceOf(intType)],
  ['Strs', sliceOf(stringType), () => rawSlice(['a', 'b', 'c'])],
  ['Arr', arrayOf(3, intType), () => ints(1, 2, 3)],
  ['Arr0', arrayOf(0, intType)],
  ['SMap', mapOf(stringType, intType), () => map(stringType, intType, ['b', 2n], ['a', 1n], ['c', 3n])],
  ['IMap', mapOf(intType, stringType), () => map(intType, stringType, [2n, 'two'], [-1n, 'minus'], [10n, 'ten'])],
  ['FMap', mapOf(float64Type, stringType), () => map(float64Type, stringType, [2.5, 'x'], [-1, 'y'])],
  ['BMap', mapOf(boolType, stringType), () => map(boolType, stringType, [true, 'T'], [false, 'F'])],
  ['KMap', mapOf(Kind, intType), () => map(Kind, intType, ['kk', 5n])],
  [
    'AMap',
    mapOf(anyType, stringType),
    () =>
      map(
        anyType,
        stringType,
        [boxed('s'), 'str'],
        [dynamic(intType, 1n), 'int'],
        [dynamic(float64Type, 2.5), 'float'],
        [dynamic(boolType, true), 'bool'],
      ),
  ],
  ['U8Map', mapOf(uint8Type, intType), () => map(uint8Type, intType, [1n, 10n], [255n, 20n])],
  ['EmptyMap', mapOf(stringType, intType), () => map(stringType, intType)],
  ['NilMap', mapOf(stringType, intType)],
  [
    'MapAny',
    anyMap,
    () =>
      map(
        stringType,
        anyType,
        ['n', null],
        ['s', boxed('str')],
        ['i', dynamic(intType, 3n)],
        ['m', dynamic(anyMap, map(stringType, anyType, ['k', boxed('v')]))],
        ['id', dynamic(ID, ['a', 'b'])],
        ['pid', dynamic(pID, pstringID)],
      ),
  ],
  ['StructMap', mapOf(ID, intType), () => map(ID, intType, [['a', 'b'], 1n], [['a', 'a'], 2n])],
  ['ID', ID, () => ['ns', 'name']],
  ['PID', pID, () => pstringID],
  ['NilPID', pID],
  ['PPID', pointerTo(pID), () => ({ value: pstringID })],
  ['P', Ptr, () => ptr(5n)],
  ['PP', pPtr, () => pptr],
  ['NilP', pPtr],
  ['Ps', sliceOf(Ptr), () => rawSlice([ptr(1n), ptr(2n)])],
  ['PPs', sliceOf(pPtr), () => rawSlice([{ value: ptr(3n) }, null])],
  ['Any', anyType, () => dynamic(intType, 42n)],
  ['NilAny', anyType],
  ['AnyStr', anyType, () => boxed('any str')],
  ['AnyPtr', anyType, () => dynamic(pPtr, { value: ptr(9n) })],
  ['AnyNilPtr', anyType, () => dynamic(pPtr, null)],
  ['AnyFunc', anyType, () => dynamic(func([stringType], [stringType]), (s: Raw) => [`f${s as string}`])],
  ['Err', errorType, () => dynamic(Err, [3n])],
  ['NilErr', errorType],
  ['Shape', Shape, () => dynamic(Square, [3])],
  ['NilShape', Shape],
  ['Fn', func([intType], [intType]), () => (i: Raw) => [(i as bigint) * 2n]],
  [
    'FnV',
    func([stringType, sliceOf(intType)], [stringType], true),
    () => (s: Raw, n: Raw) => [sprint([new Value(stringType, s), new Value(sliceOf(intType), n)])],
  ],
  ['FnErr', func([], [stringType, errorType]), () => () => ['', newError('fn failed')]],
  ['FnNone', func([], []), () => () => []],
  ['FnThree', func([], [intType, intType, intType]), () => () => [1n, 2n, 3n]],
  [
    'FnPanic',
    func([], [stringType]),
    () => () => {
      throw new GoPanic('fn boom', 'value');
    },
  ],
  ['NilFn', func([], [])],
  ['Seq', intSeq, () => iterate([0n, 10n, 20n, 30n].map((n) => [n]))],
  ['Seq0', intSeq, () => iterate([])],
  [
    'Seq2',
    seq2,
    () =>
      iterate([
        ['a', 1n],
        ['b', 2n],
        ['c', 3n],
      ]),
  ],
  ['Ch', chanOf('both', intType), () => ({ queue: ints(1, 2, 3), closed: true })],
  ['NilCh', chanOf('both', intType)],
  ['SendCh', chanOf('send', intType), () => ({ queue: [], closed: false })],
  ['PInt', pointerTo(intType), () => seven],
  ['NilPInt', pointerTo(intType)],
  ['PStr', pointerTo(stringType), () => ({ value: 'pstr' })],
  ['PMap', pointerTo(mapOf(stringType, intType)), () => ({ value: map(stringType, intType, ['pm', 1n]) })],
  ['PSlice', pointerTo(sliceOf(intType)), () => ({ value: intList(4, 5) })],
  ['PArr', pointerTo(arrayOf(3, intType)), () => ({ value: ints(7, 8, 9) })],
  ['PPInt', pointerTo(pointerTo(intType)), () => ({ value: seven })],
  ['PAny', pointerTo(anyType), () => ({ value: boxed('inany') })],
  [
    'Anys',
    sliceOf(anyType),
    () =>
      anys(
        [intType, 1n],
        [stringType, 'two'],
        [float64Type, 3.5],
        null,
        [boolType, true],
        [sliceOf(anyType), anys([stringType, 'x'])],
        [anyMap, map(stringType, anyType, ['k', dynamic(float64Type, 1.5)])],
      ),
  ],
  [
    'IDs',
    sliceOf(ID),
    () =>
      rawSlice([
        ['x', '1'],
        ['y', '2'],
      ]),
  ],
  ['Nested', sliceOf(sliceOf(intType)), () => rawSlice([intList(1, 2), intList(3), null])],
  ['Anon', anon, () => ints(1, 2)],
  ['private', stringType, () => 'priv'],
  ['Uptr', uintptrType, () => 5n],
  [
    'MapMap',
    mapOf(stringType, mapOf(stringType, intType)),
    () => map(stringType, mapOf(stringType, intType), ['x', map(stringType, intType, ['y', 1n])], ['z', null]),
  ],
  ['Shapes', sliceOf(Shape), () => rawSlice([dynamic(Square, [1]), null, dynamic(Square, [2])])],
  ['EmbedNil', EmbedNil],
  ['PKindMap', mapOf(stringType, pID), () => map(stringType, pID, ['p', pstringID], ['n', null])],
  ['ArrPtrs', arrayOf(2, pointerTo(intType))],
  ['ArrAny', arrayOf(1, anyType), () => [dynamic(intType, 1n)]],
  ['ArrAnyS', arrayOf(1, anyType), () => [dynamic(sliceOf(intType), intList(1))]],
  ['SAny', sany, () => [dynamic(mapOf(stringType, intType), map(stringType, intType, ['q', 1n]))]],
];

const Big = defineType(
  'main.Big',
  structOf(bigFields.map(([name, type]) => ({ name, type, tag: '', embedded: name === 'inner' || name === 'Base' }))),
);
defineMethods(Big, [
  {
    name: 'Hello',
    type: funcOf([stringType], [stringType]),
    pointer: false,
    call: (_, [s]) => [`hello ${s as string}`],
  },
  {
    name: 'PtrHello',
    type: funcOf([stringType], [stringType]),
    pointer: true,
    call: (_, [s]) => [`phello ${s as string}`],
  },
]);

/** The data a case names; a fresh one each time, because channels are drained. */
export function fixture(name: string): Value {
  const big = (): Raw => bigFields.map(([, type, value]) => (value === undefined ? zeroRaw(type) : value()));
  switch (name) {
    case 'big':
      return new Value(Big, big());
    case 'pbig':
      return new Value(pointerTo(Big), { value: big() });
    case 'nilbig':
      return new Value(pointerTo(Big), null);
    case 'nil':
      return zeroValue;
    case 'id':
      return new Value(ID, ['ns', 'name']);
    case 'pp':
      return new Value(pPtr, { value: ptr(6n) });
    case 'ptr':
      return new Value(Ptr, ptr(6n));
    case 'nilpp':
      return new Value(pPtr, null);
    case 'int':
      return new Value(intType, 5n);
    case 'string':
      return new Value(stringType, 'str');
    case 'badutf8': {
      const bytes = (...b: number[]): Raw => boxed(decodeUtf8(Uint8Array.from(b)));
      const entries: [Raw, Raw][] = [
        ['s', bytes(0x61, 0xff, 0x62, 0xc3)],
        ['é', boxed('e')],
        ['t', bytes(0xa9, 0x7a)],
      ];
      return new Value(anyMap, map(stringType, anyType, ...entries));
    }
    case 'ints':
      return new Value(sliceOf(intType), intList(1, 2, 3));
    case 'kinds':
      return new Value(sliceOf(Kind), rawSlice(['a', 'b']));
    case 'err':
      return new Value(Err, [7n]);
    case 'bool':
      return new Value(boolType, true);
    case 'float':
      return new Value(float64Type, 1.5);
    case 'square':
      return new Value(Square, [2]);
    default:
      throw new Error(`no fixture ${name}`);
  }
}

/** Data as `json.Unmarshal` makes it in an `interface {}`. */
export function fromJson(json: unknown): Value {
  const raw = boxedJson(json);
  return raw === null ? zeroValue : new Value(anyType, raw);
}

function boxedJson(json: unknown): Raw {
  if (json === null || json === undefined) return null;
  if (typeof json === 'string') return dynamic(stringType, json);
  if (typeof json === 'number') return dynamic(float64Type, json);
  if (typeof json === 'boolean') return dynamic(boolType, json);
  if (Array.isArray(json)) return dynamic(sliceOf(anyType), rawSlice(json.map(boxedJson)));
  const entries = Object.entries(json as Record<string, unknown>);
  return dynamic(anyMap, map(stringType, anyType, ...entries.map(([k, v]): [Raw, Raw] => [k, boxedJson(v)])));
}

const fn = (params: Type[], out: Type, call: (...args: Value[]) => Raw, variadic = false): TemplateFunction => ({
  type: funcOf(params, [out], variadic),
  call: (args) => new Value(out, call(...args)),
});
const text = (v: Value): string => v.v as string;
const stringer = defineType('fmt.Stringer', interfaceOf([{ name: 'String', type: funcOf([], [stringType]) }]));
const callMethod = (v: Value, name: string): Raw => {
  if (v.v === null && v.kind === 'interface') return nilDereference();
  return v.type.methods.get(name)!.call(v.v, [])[0]!;
};
const fails = (message: string): never => {
  throw new GoError(message);
};
const panics = (message: string, source: 'runtime' | 'error' | 'value'): (() => never) => {
  return () => {
    throw new GoPanic(message, source);
  };
};

/** The functions the cases call besides the predefined ones. */
export const functions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>(
  Object.entries({
    add: fn([intType, intType], intType, (a, b) => (a.v as bigint) + (b.v as bigint)),
    add8: fn([int8Type, uint8Type], stringType, (a, b) => sprint([a, b])),
    f32: fn([float32Type], float32Type, (f) => f.v),
    f64: fn([float64Type], float64Type, (f) => f.v),
    c128: fn([complex128Type], complex128Type, (c) => c.v),
    c64: fn([complex64Type], complex64Type, (c) => c.v),
    u64: fn([uint64Type], uint64Type, (u) => u.v),
    i64: fn([int64Type], int64Type, (i) => i.v),
    str: fn([stringType], stringType, (s) => `<${text(s)}>`),
    kind: fn([Kind], stringType, (k) => `K${text(k)}`),
    boolf: fn([boolType], boolType, (b) => !(b.v as boolean)),
    echo: fn([anyType], anyType, (a) => (a.kind === 'interface' ? null : dynamic(a.type, a.v))),
    typ: fn([anyType], stringType, (a) => sprintf('%T', [a])),
    join: fn([stringType, sliceOf(stringType)], stringType, (sep, ...s) => s.map(text).join(text(sep)), true),
    vany: fn([sliceOf(anyType)], stringType, (...a) => sprint(a), true),
    sum: fn([sliceOf(intType)], intType, (...n) => n.reduce((t, i) => t + (i.v as bigint), 0n), true),
    fail: { type: funcOf([], [stringType, errorType]), call: () => fails('it failed') },
    failp: { type: funcOf([stringType], [stringType, errorType]), call: ([s]) => fails(`100% failed ${text(s!)}`) },
    ok2: { type: funcOf([], [intType, errorType]), call: () => new Value(intType, 2n) },
    boom: fn([], stringType, panics('boom value', 'value')),
    boomerr: fn([], stringType, panics('boom error', 'error')),
    boomint: fn([], stringType, panics('42', 'value')),
    boomrt: fn([], stringType, nilDereference),
    pid: fn([pID], stringType, (p) => (p.v === null ? 'nil id' : field(deref(p.v), 1))),
    vid: fn([ID], stringType, (i) => `v${field(i.v, 1) as string}`),
    ints: fn([sliceOf(intType)], intType, (i) => BigInt(i.length)),
    smap: fn([mapOf(stringType, intType)], intType, (m) => BigInt(m.length)),
    stringer: fn([stringer], stringType, (s) => (s.kind === 'interface' ? 'nil stringer' : callMethod(s, 'String'))),
    errf: fn([errorType], stringType, (e) => (e.kind === 'interface' ? 'nil error' : callMethod(e, 'Error'))),
    shape: fn([Shape], float64Type, (s) => callMethod(s, 'Area')),
    nilptr: fn([], pPtr, () => null),
    nilany: fn([], anyType, () => null),
    nilerr: fn([], errorType, () => null),
    mkptr: fn([intType], pPtr, (i) => ({ value: ptr(i.v as bigint) })),
    mkid: fn([stringType, stringType], ID, (a, b) => [a.v, b.v]),
    mkfn: fn([], func([intType], [intType]), () => (i: Raw) => [(i as bigint) + 1n]),
    mkmap: fn([], anyMap, () =>
      map(
        stringType,
        anyType,
        ['x', dynamic(intType, 1n)],
        ['y', dynamic(anyMap, map(stringType, anyType, ['z', dynamic(intType, 2n)]))],
      ),
    ),
    pint: fn([pointerTo(intType)], intType, (p) => (p.v === null ? -1n : deref(p.v))),
    runef: fn([int32Type], stringType, (r) => ((r.v as bigint) < 0n ? '\ufffd' : String.fromCodePoint(Number(r.v)))),
    bytef: fn([uint8Type], stringType, (b) => sprint([b])),
    bytesf: fn([sliceOf(uint8Type)], stringType, (b) => {
      const list = Array.from({ length: b.length }, (_, i) => Number(b.index(i).v as bigint));
      return decodeUtf8(Uint8Array.from(list));
    }),
    fnarg: fn([func([intType], [intType])], intType, (f) => (f.v === null ? -1n : f.call([10n])[0]!)),
    fixed2v: fn(
      [intType, stringType, sliceOf(float64Type)],
      stringType,
      (a, b, ...c) =>
        sprint([a, b, new Value(sliceOf(float64Type), c.length === 0 ? null : rawSlice(c.map((x) => x.v)))]),
      true,
    ),
    zero: fn([], stringType, () => ''),
    seqn: fn([intType], intSeq, (n) => iterate(countTo(n.v as bigint))),
    arr3: fn([arrayOf(3, intType)], intType, (a) => (a.v as bigint[]).reduce((t, i) => t + i, 0n)),
    anon: fn([anon], intType, (a) => field(a.v, 0)),
    uptr: fn([uintptrType], uintptrType, (u) => u.v),
    chanf: fn([chanOf('both', intType)], intType, () => 1n),
    any2: fn([anyType, anyType], stringType, (a, b) => sprintf('%v|%v', [a, b])),
    cut: fn([stringType, intType], stringType, (s, n) => {
      const { length } = text(s);
      if ((n.v as bigint) > BigInt(length)) {
        throw new GoPanic(`slice bounds out of range [:${decimal(n.v)}] with length ${String(length)}`, 'runtime');
      }
      return text(s).slice(0, Number(n.v));
    }),
  }),
);
