import { describe, expect, test } from 'vitest';
import { marshal } from '../../src/go/json/encode';
import { byteSlice } from '../../src/go/reflect/bytes';
import { GoMap } from '../../src/go/reflect/map';
import {
  type Field,
  type Raw,
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
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from '../../src/go/reflect/type';
import { Value, rawSlice, zeroValue } from '../../src/go/reflect/value';
import { GoError } from '../../src/go/errors';
import { encodeUtf8 } from '../../src/go/utf8';
import { newError } from './error-values';

/** A field as `[name, type, tag]`; a name starting with `^` is embedded. */
type FieldRow = readonly [name: string, type: Type, tag?: string];

function struct(...rows: readonly FieldRow[]): Type {
  return structOf(
    rows.map(([name, type, tag = '']): Field => {
      const embedded = name.startsWith('^');
      return { name: embedded ? name.slice(1) : name, type, tag, embedded };
    }),
  );
}

const marshalMethod = funcOf([], [sliceOf(uint8Type), errorType]);
const text = (s: string): readonly Raw[] => [byteSlice(encodeUtf8(s)), null];
const refuse = (message: string): readonly Raw[] => [null, newError(message)];

const hidden = defineType('main.hidden', struct(['Seen', intType], ['unseen', intType]));
const inner = defineType('main.Inner', struct(['X', intType, 'json:"x"'], ['Y', intType, 'json:"y"']));
const other = defineType('main.Other', struct(['Y', intType, 'json:"y"'], ['Z', intType, 'json:"z"']));
const deep = defineType('main.Deep', struct(['^Inner', inner]));
const appId = defineType('main.AppId', struct(['Namespace', stringType], ['Name', stringType]));
defineMethods(appId, [
  {
    name: 'MarshalText',
    type: marshalMethod,
    pointer: false,
    call: (id) => {
      const [namespace, name] = id as readonly string[];
      return name === '' ? refuse('no <name>') : text(`${namespace}:${name}`);
    },
  },
  {
    name: 'IsZero',
    type: funcOf([], [boolType]),
    pointer: false,
    call: (id) => [(id as readonly string[])[1] === ''],
  },
]);
const raw = defineType('main.Raw', stringType);
defineMethods(raw, [
  {
    name: 'MarshalJSON',
    type: marshalMethod,
    pointer: false,
    call: (s) => (s === 'fail' ? refuse('refused') : text(s as string)),
  },
]);
const ptr = defineType('main.Ptr', struct(['N', intType]));
defineMethods(ptr, [
  {
    name: 'MarshalJSON',
    type: marshalMethod,
    pointer: true,
    call: (p) => text(`"#${String(((p as RawPointer).value as readonly bigint[])[0])}"`),
  },
]);
const level = defineType('main.Level', intType);
defineMethods(level, [
  { name: 'MarshalText', type: marshalMethod, pointer: false, call: (n) => text(`L${(n as bigint).toString()}`) },
]);
const octet = defineType('main.Octet', uint8Type);
defineMethods(octet, [
  { name: 'MarshalText', type: marshalMethod, pointer: false, call: (n) => text(`o${(n as bigint).toString()}`) },
]);
const embeds = defineType('main.Embeds', struct(['^AppId', appId], ['Status', stringType]));
const float32Type = basicType('float32');
const anyMap = mapOf(stringType, anyType);
const str = (v: string): Raw => ({ type: stringType, v });
const int = (n: bigint): Raw => ({ type: intType, v: n });
const at = (value: Raw): RawPointer => ({ value });
const slice = (elem: Type, ...elements: Raw[]): Value => new Value(sliceOf(elem), rawSlice(elements));
const map = (type: Type, ...entries: (readonly [Raw, Raw])[]): Value => new Value(type, new GoMap(type, entries));
const of = (type: Type, v: Raw): Value => new Value(type, v);

const broken = struct(
  ['Plain', intType],
  ['Named', intType, 'json:"named"'],
  ['Skip', intType, 'json:"-"'],
  ['Dash', intType, 'json:"-,"'],
  ['Space', intType, 'json:"a b"'],
  ['Html', intType, 'json:"a<b"'],
  ['Quote', intType, 'json:"a\\"b"'],
  ['Uni', intType, 'json:"ü"'],
  ['Two', intType, 'xml:"x" json:"two"'],
  ['Broken', intType, 'json:broken'],
  ['unexported', intType],
);
const omitEmpty = 'json:",omitempty"';
const emptyFields = struct(
  ['B', boolType, omitEmpty],
  ['I', intType, omitEmpty],
  ['F', float64Type, omitEmpty],
  ['S', stringType, omitEmpty],
  ['L', sliceOf(intType), omitEmpty],
  ['M', mapOf(stringType, intType), omitEmpty],
  ['P', pointerTo(intType), omitEmpty],
  ['E', anyType, omitEmpty],
  ['A', arrayOf(0, intType), omitEmpty],
  ['St', struct(), omitEmpty],
  ['A1', arrayOf(1, intType), omitEmpty],
);
const omitZero = 'json:",omitzero"';
const zeroFields = struct(
  ['L', sliceOf(intType), omitZero],
  ['E', sliceOf(intType), omitZero],
  ['St', inner, omitZero],
  ['A', appId, omitZero],
  ['P', pointerTo(appId), omitZero],
  ['F', float64Type, omitZero],
  ['A2', arrayOf(2, intType), omitZero],
);
const quoted = 'json:",string"';
const stringFields = struct(
  ['I', intType, quoted],
  ['F', float64Type, quoted],
  ['B', boolType, quoted],
  ['S', stringType, quoted],
  ['P', pointerTo(intType), quoted],
  ['Nil', pointerTo(intType), quoted],
  ['E', anyType, quoted],
  ['L', sliceOf(intType), quoted],
);
const empty = rawSlice([]);
const float64s = [
  0,
  -0,
  1,
  -1.5,
  0.1,
  100,
  1e20,
  1e21,
  123456789012345680,
  1e-6,
  1e-7,
  1.5e-9,
  1e-10,
  1e300,
  5e-324,
  1.7976931348623157e308,
  1 / 3,
];
const float32s = [0.1, 16777216, 1e20, 1e21, 1e-6, 9.9e-7, 1e-45, 3.4028235e38, 1 / 3, 33554432].map(Math.fround);

// Each text is what json.Marshal of Go 1.26 returned for the same value, or `error: ` and its error.
const cases: readonly { name: string; value: Value; want: string }[] = [
  { name: 'nil', value: zeroValue, want: 'null' },
  { name: 'true', value: of(boolType, true), want: 'true' },
  { name: 'int64 min', value: of(basicType('int64'), -(2n ** 63n)), want: '-9223372036854775808' },
  { name: 'uint64 max', value: of(basicType('uint64'), 2n ** 64n - 1n), want: '18446744073709551615' },
  { name: 'html', value: of(stringType, '<b>&\'"/</b>'), want: '"\\u003cb\\u003e\\u0026\'\\"/\\u003c/b\\u003e"' },
  {
    name: 'controls',
    value: of(stringType, '\x00\x01\b\t\n\v\f\r\x1f\x7f\\'),
    want: '"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\\\\"',
  },
  { name: 'separators', value: of(stringType, '\u2028\u2029\u2027'), want: '"\\u2028\\u2029‧"' },
  { name: 'unicode', value: of(stringType, 'é日😀\ufffd'), want: '"é日😀�"' },
  { name: 'invalid UTF-8', value: of(stringType, 'a\udcffb\udce4\udcb8'), want: '"a\\ufffdb\\ufffd\\ufffd"' },
  { name: 'surrogate bytes', value: of(stringType, '\udced\udca0\udc80'), want: '"\\ufffd\\ufffd\\ufffd"' },
  { name: 'named string', value: of(raw, '1'), want: '1' },
  {
    name: 'float64s',
    value: slice(float64Type, ...float64s),
    want: '[0,-0,1,-1.5,0.1,100,100000000000000000000,1e+21,123456789012345680,0.000001,1e-7,1.5e-9,1e-10,1e+300,5e-324,1.7976931348623157e+308,0.3333333333333333]',
  },
  {
    name: 'float32s',
    value: slice(float32Type, ...float32s),
    want: '[0.1,16777216,100000000000000000000,1e+21,0.000001,9.9e-7,1e-45,3.4028235e+38,0.33333334,33554432]',
  },
  { name: 'NaN', value: of(float64Type, NaN), want: 'error: json: unsupported value: NaN' },
  { name: '+Inf', value: of(float64Type, Infinity), want: 'error: json: unsupported value: +Inf' },
  {
    name: '-Inf',
    value: slice(anyType, { type: float64Type, v: -Infinity }),
    want: 'error: json: unsupported value: -Inf',
  },
  { name: 'complex', value: of(complex128Type, { re: 1, im: 2 }), want: 'error: json: unsupported type: complex128' },
  {
    name: 'func',
    value: map(anyMap, ['f', { type: funcOf([], []), v: () => [] }]),
    want: 'error: json: unsupported type: func()',
  },
  {
    name: 'nil func',
    value: of(struct(['F', funcOf([intType], [stringType])]), [null]),
    want: 'error: json: unsupported type: func(int) string',
  },
  {
    name: 'chan',
    value: of(chanOf('both', intType), { queue: [], closed: false }),
    want: 'error: json: unsupported type: chan int',
  },
  { name: 'nil slice', value: of(sliceOf(intType), null), want: 'null' },
  { name: 'empty slice', value: slice(intType), want: '[]' },
  { name: 'nil map', value: of(mapOf(stringType, intType), null), want: 'null' },
  { name: 'nil pointer', value: of(pointerTo(intType), null), want: 'null' },
  { name: 'array', value: of(arrayOf(2, boolType), [true, false]), want: '[true,false]' },
  { name: 'bytes', value: of(sliceOf(uint8Type), byteSlice(Uint8Array.of(0, 254, 33, 63, 62))), want: '"AP4hPz4="' },
  { name: 'nil bytes', value: of(sliceOf(uint8Type), null), want: 'null' },
  { name: 'byte array', value: of(arrayOf(2, uint8Type), [1n, 2n]), want: '[1,2]' },
  { name: 'marshaling bytes', value: slice(octet, 1n, 2n), want: '["o1","o2"]' },
  { name: 'pointer to pointer', value: of(pointerTo(pointerTo(intType)), at(at(7n))), want: '7' },
  {
    name: 'sorted keys',
    value: map(
      anyMap,
      ['b', int(1n)],
      ['a', int(2n)],
      ['B', int(3n)],
      ['😀', int(4n)],
      ['\uffff', int(5n)],
      ['é', int(6n)],
      ['', int(7n)],
      ['a\udcff', int(8n)],
    ),
    want: '{"":7,"B":3,"a":2,"a\\ufffd":8,"b":1,"é":6,"￿":5,"😀":4}',
  },
  {
    name: 'int keys',
    value: map(mapOf(intType, stringType), [10n, 'x'], [9n, 'y'], [-1n, 'z']),
    want: '{"-1":"z","10":"x","9":"y"}',
  },
  {
    name: 'uint8 keys',
    value: map(mapOf(uint8Type, boolType), [200n, true], [3n, false]),
    want: '{"200":true,"3":false}',
  },
  {
    name: 'text keys',
    value: map(mapOf(appId, intType), [['b', 'x'], 1n], [['a', 'y'], 2n]),
    want: '{"a:y":2,"b:x":1}',
  },
  { name: 'text int keys', value: map(mapOf(level, intType), [10n, 1n], [9n, 2n]), want: '{"L10":1,"L9":2}' },
  { name: 'pointer keys', value: map(mapOf(pointerTo(appId), intType), [null, 1n]), want: '{"":1}' },
  { name: 'string kind keys ignore methods', value: map(mapOf(raw, intType), ['r', 1n]), want: '{"r":1}' },
  {
    name: 'failing key',
    value: map(mapOf(appId, intType), [['', ''], 1n]),
    want: 'error: json: encoding error for type "map[main.AppId]int": "no <name>"',
  },
  { name: 'bool keys', value: of(mapOf(boolType, intType), null), want: 'error: json: unsupported type: map[bool]int' },
  {
    name: 'float keys',
    value: map(mapOf(float64Type, intType), [1, 1n]),
    want: 'error: json: unsupported type: map[float64]int',
  },
  {
    name: 'any keys',
    value: map(mapOf(anyType, intType)),
    want: 'error: json: unsupported type: map[interface {}]int',
  },
  {
    name: 'names',
    value: of(broken, [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n, 11n]),
    want: '{"Plain":1,"named":2,"-":4,"a b":5,"a\\u003cb":6,"Quote":7,"ü":8,"two":9,"Broken":10}',
  },
  {
    name: 'omitempty',
    value: of(emptyFields, [
      false,
      0n,
      -0,
      '',
      empty,
      new GoMap(mapOf(stringType, intType), []),
      null,
      null,
      [],
      [],
      [0n],
    ]),
    want: '{"St":{},"A1":[0]}',
  },
  {
    name: 'omitzero',
    value: of(zeroFields, [null, empty, [0n, 0n], ['ns', ''], null, -0, [0n, 0n]]),
    want: '{"E":[]}',
  },
  {
    name: 'string option',
    value: of(stringFields, [1n, 2.5, true, '<x>', at(3n), null, int(4n), rawSlice([5n])]),
    want: '{"I":"1","F":"2.5","B":"true","S":"\\"\\\\u003cx\\\\u003e\\"","P":"3","Nil":null,"E":4,"L":[5]}',
  },
  {
    name: 'embedded',
    value: of(struct(['^Inner', inner], ['Z', intType]), [[1n, 2n], 3n]),
    want: '{"x":1,"y":2,"Z":3}',
  },
  {
    name: 'embedded pointer',
    value: of(struct(['^Inner', pointerTo(inner)], ['Z', intType]), [at([1n, 2n]), 3n]),
    want: '{"x":1,"y":2,"Z":3}',
  },
  {
    name: 'nil embedded pointer',
    value: of(struct(['^Inner', pointerTo(inner)], ['Z', intType]), [null, 3n]),
    want: '{"Z":3}',
  },
  {
    name: 'embedded with a name',
    value: of(struct(['^Inner', inner, 'json:"inner"']), [[0n, 0n]]),
    want: '{"inner":{"x":0,"y":0}}',
  },
  { name: 'embedded unexported', value: of(struct(['^hidden', hidden]), [[1n, 2n]]), want: '{"Seen":1}' },
  {
    name: 'ambiguous',
    value: of(struct(['^Inner', inner], ['^Other', other]), [
      [1n, 2n],
      [3n, 4n],
    ]),
    want: '{"x":1,"z":4}',
  },
  {
    name: 'shallower wins',
    value: of(struct(['^Deep', deep], ['Y', intType, 'json:"y"']), [[[1n, 2n]], 9n]),
    want: '{"x":1,"y":9}',
  },
  {
    name: 'tagged wins',
    value: of(struct(['^Inner', inner], ['Q', intType, 'json:"x"']), [[1n, 2n], 5n]),
    want: '{"y":2,"x":5}',
  },
  { name: 'embedded marshaler is promoted', value: of(embeds, [['a', 'b'], 'OK']), want: '"a:b"' },
  { name: 'text marshaler', value: of(appId, ['default', '<app>']), want: '"default:\\u003capp\\u003e"' },
  {
    name: 'text marshaler fails',
    value: slice(anyType, { type: appId, v: ['', ''] }),
    want: 'error: json: error calling MarshalText for type main.AppId: no <name>',
  },
  { name: 'nil pointer to marshaler', value: of(pointerTo(appId), null), want: 'null' },
  {
    name: 'marshaler is compacted',
    value: slice(raw, ' { "a<" : [ 1 , "\u2028 \\" &" ] } '),
    want: '[{"a\\u003c":[1,"\\u2028 \\" \\u0026"]}]',
  },
  {
    name: 'marshaler fails',
    value: of(raw, 'fail'),
    want: 'error: json: error calling MarshalJSON for type main.Raw: refused',
  },
  {
    name: 'marshaler writes rubbish',
    value: of(raw, '{a}'),
    want: "error: json: error calling MarshalJSON for type main.Raw: invalid character 'a' looking for beginning of object key string",
  },
  {
    name: 'marshaler writes nothing',
    value: of(raw, ''),
    want: 'error: json: error calling MarshalJSON for type main.Raw: unexpected end of JSON input',
  },
  { name: 'pointer receiver, not addressable', value: of(ptr, [1n]), want: '{"N":1}' },
  { name: 'pointer receiver, pointer', value: of(pointerTo(ptr), at([2n])), want: '"#2"' },
  { name: 'pointer receiver, slice element', value: slice(ptr, [3n]), want: '["#3"]' },
  { name: 'pointer receiver, array element', value: of(arrayOf(1, ptr), [[4n]]), want: '[{"N":4}]' },
  {
    name: 'pointer receiver, field behind pointer',
    value: of(pointerTo(struct(['P', ptr])), at([[5n]])),
    want: '{"P":"#5"}',
  },
  { name: 'pointer receiver, map element', value: map(mapOf(stringType, ptr), ['a', [6n]]), want: '{"a":{"N":6}}' },
  { name: 'pointer receiver, field', value: of(struct(['P', ptr]), [[7n]]), want: '{"P":{"N":7}}' },
];

function result(value: Value): string {
  try {
    return marshal(value);
  } catch (error) {
    if (error instanceof GoError) return `error: ${error.message}`;
    throw error;
  }
}

describe('marshal', () => {
  test.each(cases)('$name', ({ value, want }) => {
    expect(result(value)).toBe(want);
  });

  test('the value an interface holds is what is written', () => {
    expect(marshal(of(anyType, str('x')))).toBe('"x"');
    expect(marshal(of(anyType, null))).toBe('null');
  });

  test('a slice shows its window of the array only', () => {
    expect(marshal(of(sliceOf(intType), { array: [1n, 2n, 3n, 4n], offset: 1, length: 2, capacity: 3 }))).toBe('[2,3]');
  });

  function nested(levels: number): Value {
    let value: Raw = null;
    for (let i = 0; i < levels; i++) value = { type: sliceOf(anyType), v: rawSlice([value]) };
    return of(anyType, value);
  }

  test('nesting costs no stack and ends in an error of the playground', () => {
    expect(marshal(nested(40_000))).toBe(`${'['.repeat(40_000)}null${']'.repeat(40_000)}`);
    expect(result(nested(60_000))).toBe('error: json: the playground stopped at 100000 levels of nested values');
  });
});
