import { describe, expect, it } from 'vitest';
import { GoPanic } from '../../src/go/errors';
import { sprintf } from '../../src/go/fmt/print';
import { mapValue } from '../../src/go';
import {
  type Raw,
  type Type,
  anyType,
  defineMethods,
  defineType,
  funcOf,
  intType,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
} from '../../src/go/reflect/type';
import { Value, rawSlice, zeroRaw } from '../../src/go/reflect/value';

function define(name: string, underlying: Type, method: string, call: (receiver: Raw) => string): Type {
  const type = defineType(`main.${name}`, underlying);
  defineMethods(type, [{ name: method, type: funcOf([], [stringType]), pointer: false, call: (r) => [call(r)] }]);
  return type;
}

const struct = (fields: Readonly<Record<string, Type>>): Type =>
  structOf(Object.entries(fields).map(([name, type]) => ({ name, type, embedded: name === 'inner' })));

const level = define('Level', intType, 'String', (n) => `L${(n as bigint).toString()}`);
const levels = sliceOf(level);
const anys = sliceOf(anyType);
const inner = defineType('main.inner', struct({ L: level, l: level, A: anyType }));
const outer = defineType('main.outer', struct({ inner, Z: level, É: level, A: level, é: level, _a: level }));
const box = struct({ L: level, A: anyType });
const table = mapOf(level, anyType);
const fields = defineType(
  'main.fields',
  struct({
    held: anyType,
    Held: anyType,
    list: levels,
    List: levels,
    anys,
    Anys: anys,
    table,
    ptr: pointerTo(level),
    box,
  }),
);
const nilly = define('nilly', sliceOf(intType), 'String', () => {
  throw new GoPanic('no list', 'value');
});
const nilmap = define('nilmap', mapOf(stringType, intType), 'Error', () => {
  throw new GoPanic('integer divide by zero', 'runtime');
});

const held = (n: bigint): Raw => ({ type: level, v: n });
const heldLevels = (...list: readonly bigint[]): Raw => ({ type: levels, v: rawSlice(list) });
const mixed: Raw = { type: anys, v: rawSlice([held(1n), heldLevels(2n)]) };
const boxed: Raw = { type: struct({ L: level }), v: [1n] };
const rest = fields.fields.slice(2).map((f) => zeroRaw(f.type));
const outerRaw: Raw = [[1n, 2n, held(3n)], 4n, 5n, 6n, 7n, 8n];

/** What the Go program whose output is below calls by the same names. */
const values: ReadonlyMap<string, Value> = new Map([
  [
    'fields',
    new Value(fields, [
      ...[held(1n), held(2n), rawSlice([3n]), rawSlice([4n])],
      ...[rawSlice([held(5n), null]), rawSlice([held(6n), heldLevels(7n), null])],
      ...[mapValue(table, [[8n, held(9n)]]).v, null, [10n, held(11n)]],
    ]),
  ],
  ['held list', new Value(fields, [mixed, mixed, ...rest])],
  ['held struct', new Value(fields, [boxed, boxed, ...rest])],
  ['outer', new Value(outer, outerRaw)],
  ['pointer to outer', new Value(pointerTo(outer), { value: outerRaw })],
  ['nil list that panics', new Value(nilly, null)],
  ['nil map that panics', new Value(nilmap, null)],
]);

/** Printed by Go 1.26: the value, the format, the text. */
const rows: readonly (readonly [name: string, format: string, want: string])[] = [
  ['fields', '%v', '{1 L2 [3] [L4] [5 <nil>] [L6 [L7] <nil>] map[8:9] <nil> {10 11}}'],
  [
    'fields',
    '%+v',
    '{held:1 Held:L2 list:[3] List:[L4] anys:[5 <nil>] Anys:[L6 [L7] <nil>] table:map[8:9] ptr:<nil> box:{L:10 A:11}}',
  ],
  [
    'fields',
    '%#v',
    'main.fields{held:1, Held:2, list:[]main.Level{3}, List:[]main.Level{4}, anys:[]interface {}{5, interface {}(nil)}, Anys:[]interface {}{6, []main.Level{7}, interface {}(nil)}, table:map[main.Level]interface {}{8:9}, ptr:(*main.Level)(nil), box:struct { L main.Level; A interface {} }{L:10, A:11}}',
  ],
  ['fields', '%d', '{1 2 [3] [4] [5 <nil>] [6 [7] <nil>] map[8:9] 0 {10 11}}'],
  [
    'fields',
    '%s',
    '{%!s(main.Level=1) L2 [%!s(main.Level=3)] [L4] [%!s(main.Level=5) <nil>] [L6 [L7] <nil>] map[%!s(main.Level=8):%!s(main.Level=9)] %!s(*main.Level=<nil>) {%!s(main.Level=10) %!s(main.Level=11)}}',
  ],
  ['held list', '%v', '{[1 [2]] [L1 [L2]] [] [] [] [] map[] <nil> {0 <nil>}}'],
  [
    'held list',
    '%+v',
    '{held:[1 [2]] Held:[L1 [L2]] list:[] List:[] anys:[] Anys:[] table:map[] ptr:<nil> box:{L:0 A:<nil>}}',
  ],
  [
    'held list',
    '%#v',
    'main.fields{held:[]interface {}{1, []main.Level{2}}, Held:[]interface {}{1, []main.Level{2}}, list:[]main.Level(nil), List:[]main.Level(nil), anys:[]interface {}(nil), Anys:[]interface {}(nil), table:map[main.Level]interface {}(nil), ptr:(*main.Level)(nil), box:struct { L main.Level; A interface {} }{L:0, A:interface {}(nil)}}',
  ],
  ['held list', '%d', '{[1 [2]] [1 [2]] [] [] [] [] map[] 0 {0 <nil>}}'],
  [
    'held list',
    '%s',
    '{[%!s(main.Level=1) [%!s(main.Level=2)]] [L1 [L2]] [] [] [] [] map[] %!s(*main.Level=<nil>) {%!s(main.Level=0) <nil>}}',
  ],
  ['held struct', '%v', '{{1} {L1} [] [] [] [] map[] <nil> {0 <nil>}}'],
  [
    'held struct',
    '%+v',
    '{held:{L:1} Held:{L:L1} list:[] List:[] anys:[] Anys:[] table:map[] ptr:<nil> box:{L:0 A:<nil>}}',
  ],
  [
    'held struct',
    '%#v',
    'main.fields{held:struct { L main.Level }{L:1}, Held:struct { L main.Level }{L:1}, list:[]main.Level(nil), List:[]main.Level(nil), anys:[]interface {}(nil), Anys:[]interface {}(nil), table:map[main.Level]interface {}(nil), ptr:(*main.Level)(nil), box:struct { L main.Level; A interface {} }{L:0, A:interface {}(nil)}}',
  ],
  ['held struct', '%d', '{{1} {1} [] [] [] [] map[] 0 {0 <nil>}}'],
  [
    'held struct',
    '%s',
    '{{%!s(main.Level=1)} {L1} [] [] [] [] map[] %!s(*main.Level=<nil>) {%!s(main.Level=0) <nil>}}',
  ],
  ['outer', '%v', '{{L1 2 L3} L4 L5 L6 7 8}'],
  ['outer', '%+v', '{inner:{L:L1 l:2 A:L3} Z:L4 É:L5 A:L6 é:7 _a:8}'],
  ['outer', '%#v', 'main.outer{inner:main.inner{L:1, l:2, A:3}, Z:4, É:5, A:6, é:7, _a:8}'],
  ['outer', '%d', '{{1 2 3} 4 5 6 7 8}'],
  ['outer', '%s', '{{L1 %!s(main.Level=2) L3} L4 L5 L6 %!s(main.Level=7) %!s(main.Level=8)}'],
  ['nil list that panics', '%v', '%!v(PANIC=String method: no list)'],
  ['nil list that panics', '%+v', '%!v(PANIC=String method: no list)'],
  ['nil list that panics', '%#v', 'main.nilly(nil)'],
  ['nil list that panics', '%d', '[]'],
  ['nil list that panics', '%s', '%!s(PANIC=String method: no list)'],
  ['nil map that panics', '%v', '%!v(PANIC=Error method: runtime error: integer divide by zero)'],
  ['nil map that panics', '%+v', '%!v(PANIC=Error method: runtime error: integer divide by zero)'],
  ['nil map that panics', '%#v', 'main.nilmap(nil)'],
  ['nil map that panics', '%d', 'map[]'],
  ['nil map that panics', '%s', '%!s(PANIC=Error method: runtime error: integer divide by zero)'],
  ['pointer to outer', '%v', '&{{L1 2 L3} L4 L5 L6 7 8}'],
  ['pointer to outer', '%+v', '&{inner:{L:L1 l:2 A:L3} Z:L4 É:L5 A:L6 é:7 _a:8}'],
  ['pointer to outer', '%#v', '&main.outer{inner:main.inner{L:1, l:2, A:3}, Z:4, É:5, A:6, é:7, _a:8}'],
  ['pointer to outer', '%d', '&{{1 2 3} 4 5 6 7 8}'],
  ['pointer to outer', '%s', '&{{L1 %!s(main.Level=2) L3} L4 L5 L6 %!s(main.Level=7) %!s(main.Level=8)}'],
];

describe('methods are called where Go may call them: not below an unexported field', () => {
  it.each(rows.map(([name, format, want]) => ({ name, format, want })))('$name with $format', (row) => {
    expect(sprintf(row.format, [values.get(row.name)!])).toBe(row.want);
  });
});
