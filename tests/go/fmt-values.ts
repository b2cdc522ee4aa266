/** The operands of the fmt tests by name: what the Go program that printed `fmt-cases.json` calls by the same names. */
import { GoPanic } from '../../src/go/errors';
import type { Kind } from '../../src/go/reflect/kind';
import { byteSlice } from '../../src/go/reflect/bytes';
import { GoMap } from '../../src/go/reflect/map';
import {
  type Dynamic,
  type Field,
  type Raw,
  type RawPointer,
  type Type,
  anyType,
  arrayOf,
  basicType,
  chanOf,
  defineMethods,
  defineType,
  errorType,
  funcOf,
  interfaceOf,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
} from '../../src/go/reflect/type';
import { Value, rawSlice, zeroRaw, zeroValue } from '../../src/go/reflect/value';
import { encodeUtf8 } from '../../src/go/utf8';
import { errorStringType, newError } from './error-values';

const basic = (kind: Kind): Type => basicType(kind);
const bool = basic('bool');
const int = basic('int');
const uint8 = basic('uint8');
const float64 = basic('float64');
const complex128 = basic('complex128');
const bytes = sliceOf(uint8);
const strings = sliceOf(stringType);
const anys = sliceOf(anyType);

type Fields = readonly (Pick<Field, 'name' | 'type'> & Partial<Field>)[];

/** A defined type with methods that return a string, by name; a name that starts with `*` has a pointer receiver. */
function define(
  name: string,
  underlying: Type,
  methods: Readonly<Record<string, (receiver: Raw) => string>> = {},
): Type {
  const type = defineType(`main.${name}`, underlying);
  defineMethods(
    type,
    Object.entries(methods).map(([method, body]) => ({
      name: method.replace('*', ''),
      type: funcOf([], [stringType]),
      pointer: method.startsWith('*'),
      call: (receiver) => [body(receiver)],
    })),
  );
  return type;
}

function panic(message: string, source: GoPanic['source'] = 'value'): never {
  throw new GoPanic(message, source);
}

function fieldOf(receiver: Raw, i: number): Raw {
  return (receiver as readonly Raw[])[i] ?? null;
}

function numberOf(v: Raw): string {
  return (v as bigint).toString();
}

const one = structOf([{ name: 'N', type: int }]);
const MyInt = define('MyInt', int);
const MyUint8 = define('MyUint8', uint8);
const MyStr = define('MyStr', stringType);
const MyBytes = define('MyBytes', bytes);
const MyFloat = define('MyFloat', basic('float32'));
const MyBool = define('MyBool', bool);
const MyMap = define('MyMap', mapOf(stringType, int));
const MySlice = define('MySlice', sliceOf(int));
const MyComplex = define('MyComplex', basic('complex64'));
const Str = define('Str', stringType, { String: (r) => `Str<${r as string}>` });
const ValStr = define('ValStr', one, { String: (r) => `ValStr:${numberOf(fieldOf(r, 0))}` });
const PtrStr = define('PtrStr', one, {
  '*String': (r) => {
    if (r === null) panic('invalid memory address or nil pointer dereference', 'runtime');
    return `PtrStr:${numberOf(fieldOf((r as RawPointer).value, 0))}`;
  },
});
const Err = define('Err', structOf([{ name: 'Msg', type: stringType }]), {
  Error: (r) => `Err:${fieldOf(r, 0) as string}`,
});
const Both = define('Both', one, { Error: () => 'as error', String: () => 'as string' });
const GoStr = define('GoStr', one, { GoString: () => 'GoStr(é)', String: () => 'plain' });
const Panicker = define('Panicker', int, { String: () => panic('boom') });
const PanicErr = define('PanicErr', structOf([]), { Error: () => panic('bad error', 'error') });
const PanicGo = define('PanicGo', structOf([]), { GoString: () => panic('no go') });
const PtrPanic = define('PtrPanic', one, { '*String': () => panic('ptr boom') });
const NilDeref = define('NilDeref', structOf([{ name: 'P', type: pointerTo(int) }]), {
  String: () => panic('invalid memory address or nil pointer dereference', 'runtime'),
});
const WrongSig = defineType('main.WrongSig', one);
defineMethods(WrongSig, [{ name: 'String', type: funcOf([], [int]), pointer: false, call: () => [1n] }]);
const MyByteStr = define('MyByteStr', uint8, { String: () => 'byte!' });
const KeyStr = define('KeyStr', int, { String: (r) => `key${numberOf(r)}` });
const P2 = define(
  'P2',
  structOf([
    { name: 'X', type: int },
    { name: 'Y', type: int },
  ]),
);
const Inner = define(
  'Inner',
  structOf([
    { name: 'A', type: int },
    { name: 'b', type: stringType },
  ]),
);
const Outer = define(
  'Outer',
  structOf([
    { name: 'Inner', type: Inner, embedded: true },
    { name: 'C', type: pointerTo(Inner) },
    { name: 'D', type: anyType },
    { name: 'e', type: ValStr },
    { name: 'F', type: ValStr },
    { name: 'G', type: bytes },
    { name: 'H', type: mapOf(stringType, int) },
    { name: 'I', type: arrayOf(2, bool) },
    { name: 'J', type: errorType },
    { name: 'k', type: anyType },
    { name: 'L', type: pointerTo(PtrStr) },
  ]),
);
const inner2 = define(
  'inner2',
  structOf([
    { name: 'S', type: ValStr },
    { name: 's', type: ValStr },
  ]),
);
const Wrap = define(
  'Wrap',
  structOf([
    { name: 'inner2', type: inner2, embedded: true },
    { name: 'X', type: int },
  ]),
);
const EmbStr = define(
  'EmbStr',
  structOf([
    { name: 'ValStr', type: ValStr, embedded: true },
    { name: 'X', type: int },
  ]),
);
const EmbErr = define('EmbErr', structOf([{ name: 'error', type: errorType, embedded: true }]));
const Empty = define('Empty', structOf([]));
const stringer = defineType('fmt.Stringer', interfaceOf([{ name: 'String', type: funcOf([], [stringType]) }]));

function dyn(type: Type, v: Raw): Dynamic {
  return { type, v };
}

function slice(elem: Type, ...elements: readonly Raw[]): Value {
  return new Value(sliceOf(elem), rawSlice(elements));
}

function ptr(elem: Type, v: Raw): Value {
  return new Value(pointerTo(elem), { value: v });
}

function nil(type: Type): Value {
  return new Value(type, null);
}

function map(key: Type, elem: Type, ...entries: readonly (readonly [Raw, Raw])[]): Value {
  const type = mapOf(key, elem);
  return new Value(type, new GoMap(type, entries));
}

function of(type: Type, v: Raw): Value {
  return new Value(type, v);
}

function text(s: string): Raw {
  return byteSlice(encodeUtf8(s));
}

function number(kind: Kind, n: bigint | number): Value {
  return new Value(basicType(kind), n);
}

function struct(...fields: readonly (readonly [name: string, type: Type, v: Raw, tag?: string])[]): Value {
  const type: Fields = fields.map(([name, t, , tag]) => ({ name, type: t, tag: tag ?? '' }));
  return new Value(
    structOf(type),
    fields.map(([, , v]) => v),
  );
}

let leaf: Dynamic = dyn(stringType, 'leaf');
for (let i = 0; i < 50; i++) leaf = dyn(anys, rawSlice([leaf]));

const five = dyn(int, 5n);
const ps: RawPointer = { value: [7n] };
const s = (v: string): Dynamic => dyn(stringType, v);
const str = (...list: readonly string[]): Value => slice(stringType, ...list);
const nestedMap = mapOf(stringType, anyType);

/** The operands, in the order of the Go program. */
export const operands: Readonly<Record<string, Value>> = {
  nil: zeroValue,
  true: of(bool, true),
  false: of(bool, false),
  MyBool: of(MyBool, true),
  '0': number('int', 0n),
  '1': number('int', 1n),
  '-1': number('int', -1n),
  '42': number('int', 42n),
  '-1234567': number('int', -1234567n),
  int8min: number('int8', -128n),
  int16: number('int16', -300n),
  int32rune: number('int32', 0xe9n),
  rune_emoji: number('int32', 0x1f600n),
  rune_quote: number('int32', 0x27n),
  rune_nl: number('int32', 10n),
  rune_bad: number('int32', 0x110000n),
  rune_sur: number('int32', 0xd800n),
  int64min: number('int64', -(2n ** 63n)),
  int64max: number('int64', 2n ** 63n - 1n),
  uint: number('uint', 7n),
  uint0: number('uint', 0n),
  uint8: number('uint8', 200n),
  uint16: number('uint16', 65n),
  uint32: number('uint32', 0xfffdn),
  uint64max: number('uint64', 2n ** 64n - 1n),
  uintptr: number('uintptr', 0xabcn),
  MyInt: of(MyInt, -5n),
  MyUint8: of(MyUint8, 9n),
  int0x1ffffff: number('int', 0x1ffffffn),
  '0.0': number('float64', 0),
  '-0.0': number('float64', -0),
  '1.0': number('float64', 1),
  '-1.5': number('float64', -1.5),
  '3.14159265': number('float64', 3.14159265),
  '1e6': number('float64', 1e6),
  '123456789.0': number('float64', 123456789),
  '1e21': number('float64', 1e21),
  '1e-7': number('float64', 1e-7),
  '1e100': number('float64', 1e100),
  '2.5': number('float64', 2.5),
  '0.125': number('float64', 0.125),
  '100000.0': number('float64', 100000),
  nan: number('float64', NaN),
  inf: number('float64', Infinity),
  '-inf': number('float64', -Infinity),
  'f32_0.1': number('float32', Math.fround(0.1)),
  f32_16777216: number('float32', 16777216),
  MyFloat: of(MyFloat, -2.75),
  '5e-324': number('float64', 5e-324),
  '999999.5': number('float64', 999999.5),
  c128: of(complex128, { re: 1, im: -2 }),
  c64: of(basic('complex64'), { re: -0.5, im: 3.25 }),
  cnan: of(complex128, { re: NaN, im: Infinity }),
  MyComplex: of(MyComplex, { re: 1, im: 1 }),
  c0: of(complex128, { re: 0, im: -0 }),
  empty: of(stringType, ''),
  a: of(stringType, 'a'),
  hello: of(stringType, 'hello'),
  quoted: of(stringType, 'say "hi" \\ `x`'),
  'é世😀': of(stringType, 'é世😀'),
  nl: of(stringType, 'a\nb\tc\x00\x7f'),
  bad: of(stringType, 'a\udcffb\udce2\udc82'),
  nonprint: of(stringType, '\u00ad\u200b\ufeff'),
  tab: of(stringType, 'x\ty'),
  MyStr: of(MyStr, 'my'),
  percent: of(stringType, '%d%'),
  Str: of(Str, 'x'),
  ValStr: of(ValStr, [3n]),
  '*ValStr': ptr(ValStr, [4n]),
  'nil*ValStr': nil(pointerTo(ValStr)),
  PtrStr: of(PtrStr, [5n]),
  '*PtrStr': of(pointerTo(PtrStr), ps),
  'nil*PtrStr': nil(pointerTo(PtrStr)),
  Err: of(Err, ['oops']),
  '*Err': ptr(Err, ['p']),
  'errors.New': of(errorStringType, newError('plain error').v),
  Both: of(Both, [1n]),
  GoStr: of(GoStr, [1n]),
  '*GoStr': ptr(GoStr, [1n]),
  Panicker: of(Panicker, 3n),
  PanicErr: of(PanicErr, []),
  PanicGo: of(PanicGo, []),
  '*PtrPanic': ptr(PtrPanic, [1n]),
  'nil*PtrPanic': nil(pointerTo(PtrPanic)),
  NilDeref: of(NilDeref, [null]),
  '*NilDeref': ptr(NilDeref, [null]),
  WrongSig: of(WrongSig, [1n]),
  bytes: of(bytes, text('hé\udcff')),
  bytes_empty: of(bytes, text('')),
  bytes_nil: nil(bytes),
  bytes123: of(bytes, text('\x01\x02\x03')),
  '[3]byte': of(arrayOf(3, uint8), [65n, 66n, 0n]),
  '*[3]byte': ptr(arrayOf(3, uint8), [65n, 66n, 0n]),
  MyBytes: of(MyBytes, text('my')),
  MyBytes_nil: nil(MyBytes),
  '[]MyUint8': slice(MyUint8, 1n, 255n),
  '[]MyByteStr': slice(MyByteStr, 65n, 66n),
  '[][]byte': slice(bytes, text('x'), null, text('yz')),
  runes: slice(basic('int32'), 0x68n, 0xe9n),
  '*bytes': ptr(bytes, text('\x01\x02')),
  '[]int': slice(int, 1n, -2n, 3n),
  '[]int_nil': nil(sliceOf(int)),
  MySlice: of(MySlice, rawSlice([1n, 2n])),
  '[]string': str('a', 'b c', ''),
  '[]string_nil': nil(strings),
  '[]MyStr': slice(MyStr, 'q', 'w'),
  '[2]int': of(arrayOf(2, int), [4n, 5n]),
  '[0]int': of(arrayOf(0, int), []),
  '[][]int': slice(sliceOf(int), rawSlice([1n]), rawSlice([]), null),
  '[]any': slice(
    anyType,
    dyn(int, 1n),
    s('two'),
    dyn(float64, 3.5),
    null,
    dyn(bytes, text('four')),
    dyn(ValStr, [5n]),
    dyn(Err, ['e']),
  ),
  '[]any_empty': slice(anyType),
  '[]error': slice(errorType, newError('e1'), null, dyn(Err, ['e2'])),
  '[]Stringer': slice(stringer, dyn(ValStr, [1n]), null, dyn(pointerTo(PtrStr), ps)),
  '[]ValStr': slice(ValStr, [1n], [2n]),
  '[]PtrStr': slice(PtrStr, [1n]),
  '[]Panicker': slice(Panicker, 1n, 2n),
  '[]float': slice(float64, 1, 2.5, NaN),
  '[]bool': slice(bool, true, false),
  '[]uint': slice(basic('uint'), 1n, 2n),
  '[]complex': slice(complex128, { re: 0, im: 1 }),
  '[]*int_nil': slice(pointerTo(int), null),
  deep: of(leaf.type, leaf.v),
  map_si: map(stringType, int, ['b', 2n], ['a', 1n], ['é', 3n], ['', 0n]),
  map_nil: nil(mapOf(stringType, int)),
  map_empty: map(stringType, int),
  MyMap: of(
    MyMap,
    new GoMap(MyMap, [
      ['z', 1n],
      ['y', 2n],
    ]),
  ),
  map_is: map(int, stringType, [3n, 'c'], [-1n, 'n'], [2n, 'b']),
  map_fs: map(float64, stringType, [1.5, 'x'], [NaN, 'nan'], [-Infinity, 'i'], [-0, 'z']),
  map_bs: map(bool, int, [true, 1n], [false, 0n]),
  map_uint8: map(uint8, bool, [200n, true], [3n, false]),
  map_arr: map(arrayOf(2, int), stringType, [[2n, 1n], 'b'], [[1n, 9n], 'a']),
  map_struct: map(P2, int, [[2n, 1n], 1n], [[1n, 5n], 2n], [[1n, 2n], 3n]),
  map_any: map(anyType, int, [null, 0n], [dyn(int, 2n), 2n], [dyn(int, 1n), 1n]),
  map_anys: map(anyType, anyType, [s('b'), null], [s('a'), dyn(sliceOf(int), rawSlice([1n]))]),
  map_cplx: map(complex128, int, [{ re: 2, im: 1 }, 1n], [{ re: 1, im: 5 }, 2n], [{ re: 1, im: 2 }, 3n]),
  map_key: map(KeyStr, ValStr, [2n, [2n]], [1n, [1n]]),
  map_sur: map(stringType, int, ['😀', 1n], ['\uffee', 2n], ['\udcf0', 3n], ['a\udcff', 4n], ['a😀', 5n]),
  '*map': ptr(mapOf(stringType, int), map(stringType, int, ['k', 1n]).v),
  map_map: map(
    stringType,
    nestedMap,
    ['o', map(stringType, anyType, ['i', dyn(anys, rawSlice([null, dyn(int, 1n)]))]).v],
    ['n', null],
  ),
  Inner: of(Inner, [1n, 'x']),
  '*Inner': ptr(Inner, [2n, 'y"']),
  Outer: of(Outer, [
    [1n, 'b'],
    null,
    dyn(ValStr, [1n]),
    [2n],
    [3n],
    text('g'),
    map(stringType, int, ['h', 1n]).v,
    [true, false],
    dyn(Err, ['j']),
    dyn(ValStr, [9n]),
    null,
  ]),
  '*Outer': ptr(Outer, zeroRaw(Outer)),
  Wrap: of(Wrap, [[[1n], [2n]], 3n]),
  EmbStr: of(EmbStr, [[1n], 2n]),
  EmbErr: of(EmbErr, [dyn(Err, ['in'])]),
  EmbErr_nil: of(EmbErr, [null]),
  Empty: of(Empty, []),
  '*Empty': ptr(Empty, []),
  anon: struct(['A', int, 1n], ['B', stringType, '2', 'json:"b"']),
  anon_any: struct(['A', anyType, null], ['b', anyType, null], ['c', anyType, five]),
  '[]Inner': slice(Inner, [1n, 'a']),
  '*[]Inner': ptr(sliceOf(Inner), rawSlice([[1n, 'a']])),
  struct_ptrs: struct(
    ['P', pointerTo(Inner), null],
    ['q', pointerTo(int), null],
    ['R', bytes, null],
    ['s', bytes, null],
    ['T', arrayOf(2, uint8), [1n, 2n]],
  ),
  '*int_nil': nil(pointerTo(int)),
  '*int': ptr(int, 5n),
  '*string': ptr(stringType, 's'),
  '*any': ptr(anyType, five),
  '**int': ptr(pointerTo(int), { value: 1n }),
  struct_withptr: struct(['P', pointerTo(int), { value: 3n }]),
  '[]*Inner': slice(pointerTo(Inner), { value: [1n, 'a'] }),
  map_ptr: map(stringType, pointerTo(PtrStr), ['a', ps]),
  chan: of(chanOf('both', int), { queue: [], closed: false }),
  chan_nil: nil(chanOf('both', int)),
  recvchan_nil: nil(chanOf('recv', stringType)),
  func_nil: nil(funcOf([], [])),
  '[]func_nil': slice(funcOf([int, strings], [bool, errorType], true), null),
};
