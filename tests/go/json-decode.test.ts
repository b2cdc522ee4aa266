import { describe, expect, test } from 'vitest';
import { unmarshal } from '../../src/go/json/decode';
import { marshal } from '../../src/go/json/encode';
import { type JsonField, jsonFields } from '../../src/go/json/fields';
import type { JsonMember, JsonNode } from '../../src/go/json/node';
import type { JsonPath, Reading } from '../../src/go/json/reading';
import { maxNestingDepth, parseJson } from '../../src/go/json/scan';
import {
  type Dynamic,
  type Field,
  type Raw,
  type RawSlice,
  type Type,
  anyType,
  arrayOf,
  basicType,
  boolType,
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
import { Value } from '../../src/go/reflect/value';

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

const emb = defineType('main.Emb', struct(['X', intType, 'json:"x"'], ['Y', stringType]));
const hidden = defineType('main.hidden', struct(['Z', intType]));
const report = defineType(
  'main.Report',
  struct(['Name', intType, 'json:"name"'], ['Tags', sliceOf(stringType)], ['Sub', pointerTo(emb)]),
);
const float32Type = basicType('float32');
const int8Type = basicType('int8');
const printable: readonly FieldRow[] = [
  ['A', intType],
  ['Reports', sliceOf(report)],
  ['Emb', emb],
  ['P', pointerTo(emb)],
  ['M', mapOf(stringType, int8Type)],
  ['Any', anyType],
  ['Arr', arrayOf(2, intType)],
  ['B', sliceOf(uint8Type)],
  ['F32', float32Type],
  ['F64', float64Type],
  ['U8', uint8Type],
  ['Ok', boolType],
  ['S', stringType],
  ['Kelvin', intType],
  ['Straße', intType],
  ['Keys', mapOf(int8Type, stringType)],
  ['Uint', mapOf(basicType('uint'), boolType)],
  ['PP', pointerTo(pointerTo(intType))],
];
/** What of a `t` JSON can show, so that rows can say what was decoded in JSON. */
const view = struct(...printable);
const tags: Readonly<Record<string, string>> = { A: 'json:"a"', Reports: 'json:"reports"', P: 'json:"p"' };
const t = defineType(
  'main.T',
  struct(
    ...printable.map(([name, type]): FieldRow => [name === 'Emb' ? '^Emb' : name, type, tags[name] ?? '']),
    ['Bools', mapOf(boolType, intType)],
    ['Fn', funcOf([], [])],
    ['E', errorType],
  ),
);
const hiddenPointer = defineType('main.HP', struct(['^hidden', pointerTo(hidden)], ['Q', intType]));
const embeddedPointer = defineType('main.EP', struct(['^Emb', pointerTo(emb)], ['Q', intType]));
const q = defineType(
  'main.Q',
  struct(
    ['I', intType, 'json:",string"'],
    ['B', boolType, 'json:",string"'],
    ['F', float32Type, 'json:",string"'],
    ['S', stringType, 'json:",string"'],
    ['P', pointerTo(intType), 'json:",string"'],
  ),
);

interface Case {
  readonly name: string;
  readonly type: Type;
  /** The JSON text; `«»` surround what the first error must point at, and are not part of it. */
  readonly text: string;
  /** What json.Unmarshal of Go 1.26 made of it, marshaled again, or `error: ` and its error. */
  readonly want: string;
}

const cases: readonly Case[] = [
  { name: 'nothing', type: anyType, text: '', want: 'error: unexpected end of JSON input' },
  { name: 'only spaces', type: anyType, text: ' \n', want: 'error: unexpected end of JSON input' },
  {
    name: 'half a literal',
    type: anyType,
    text: 'tru',
    want: "error: invalid character ' ' in literal true (expecting 'e')",
  },
  {
    name: 'half a number',
    type: anyType,
    text: '1.',
    want: "error: invalid character ' ' after decimal point in numeric literal",
  },
  { name: 'a bare minus', type: anyType, text: '[-«]»', want: "error: invalid character ']' in numeric literal" },
  {
    name: 'no exponent',
    type: anyType,
    text: '1e«]»',
    want: "error: invalid character ']' in exponent of numeric literal",
  },
  { name: 'open string', type: anyType, text: '"abc', want: 'error: unexpected end of JSON input' },
  { name: 'open escape', type: anyType, text: '"ab\\', want: "error: invalid character ' ' in string escape code" },
  { name: 'bad escape', type: anyType, text: '"a\\«x»"', want: "error: invalid character 'x' in string escape code" },
  {
    name: 'bad hex',
    type: anyType,
    text: '"\\u00«g»0"',
    want: "error: invalid character 'g' in \\u hexadecimal character escape",
  },
  { name: 'raw newline', type: anyType, text: '"a«\n»b"', want: "error: invalid character '\\n' in string literal" },
  { name: 'raw tab', type: anyType, text: '"«\t»"', want: "error: invalid character '\\t' in string literal" },
  {
    name: 'typographic quotes',
    type: anyType,
    text: '{«“»a”: 1}',
    want: "error: invalid character 'â' looking for beginning of object key string",
  },
  {
    name: 'byte order mark',
    type: anyType,
    text: '«\ufeff»1',
    want: "error: invalid character 'ï' looking for beginning of value",
  },
  {
    name: 'non-breaking space',
    type: anyType,
    text: '[1,«\u00a0»2]',
    want: "error: invalid character 'Â' looking for beginning of value",
  },
  {
    name: 'apostrophes',
    type: anyType,
    text: '{"a": «\'»x\'}',
    want: "error: invalid character '\\'' looking for beginning of value",
  },
  {
    name: 'control character',
    type: anyType,
    text: '«\x01»',
    want: "error: invalid character '\\x01' looking for beginning of value",
  },
  {
    name: 'backslash',
    type: anyType,
    text: '[«\\»]',
    want: "error: invalid character '\\\\' looking for beginning of value",
  },
  { name: 'emoji', type: anyType, text: '[«😀»]', want: "error: invalid character 'ð' looking for beginning of value" },
  {
    name: 'trailing comma in object',
    type: anyType,
    text: '{"a":1,«}»',
    want: "error: invalid character '}' looking for beginning of object key string",
  },
  {
    name: 'trailing comma in array',
    type: anyType,
    text: '[1,«]»',
    want: "error: invalid character ']' looking for beginning of value",
  },
  {
    name: 'missing comma',
    type: anyType,
    text: '{"a":1\n «"»b":2}',
    want: "error: invalid character '\"' after object key:value pair",
  },
  {
    name: 'missing comma in array',
    type: anyType,
    text: '[1 «2»]',
    want: "error: invalid character '2' after array element",
  },
  { name: 'missing colon', type: anyType, text: '{"a" «1»}', want: "error: invalid character '1' after object key" },
  {
    name: 'key without quotes',
    type: anyType,
    text: '{«a»: 1}',
    want: "error: invalid character 'a' looking for beginning of object key string",
  },
  {
    name: 'after the value',
    type: anyType,
    text: '{} «x»',
    want: "error: invalid character 'x' after top-level value",
  },
  { name: 'leading zero', type: anyType, text: '[0«1»]', want: "error: invalid character '1' after array element" },
  { name: 'comment', type: anyType, text: '[1 «/»/ one', want: "error: invalid character '/' after array element" },
  {
    name: 'misspelt literal',
    type: anyType,
    text: '[nul«]»',
    want: "error: invalid character ']' in literal null (expecting 'l')",
  },
  {
    name: 'literal in upper case',
    type: anyType,
    text: '[«T»rue]',
    want: "error: invalid character 'T' looking for beginning of value",
  },
  {
    name: 'scalars into any',
    type: anyType,
    text: '[0,-0,1.5,1e2,"x",true,false,null,{},[]]',
    want: '[0,-0,1.5,100,"x",true,false,null,{},[]]',
  },
  {
    name: 'escapes',
    type: anyType,
    text: '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"',
    want: '"\\"\\\\/\\b\\f\\n\\r\\té😀"',
  },
  { name: 'lone surrogates', type: anyType, text: '"\\ud83dx\\ude00\\ud83d\\ud83d\\ude00"', want: '"�x��😀"' },
  {
    name: 'duplicate keys in a map',
    type: anyType,
    text: '{"a":{"x":1},"b":2,"a":{"y":3}}',
    want: '{"a":{"y":3},"b":2}',
  },
  { name: 'white space', type: anyType, text: '\t\r\n [ 1 , { "a" : 2 } ] \n', want: '[1,{"a":2}]' },
  {
    name: 'number too large',
    type: anyType,
    text: '{"a":[«1e400»,2]}',
    want: 'error: json: cannot unmarshal number 1e400 into Go value of type float64',
  },
  { name: 'number too small', type: anyType, text: '1e-400', want: '0' },
  {
    name: 'struct',
    type: t,
    text: '{"a":1,"reports":[{"name":2,"Tags":["x"],"Sub":{"x":3}}],"x":4,"Y":"y","p":{"x":5},"M":{"k":6},"Any":{"z":[7]},"Arr":[8,9],"B":"AAEC","F32":0.1,"F64":0.1,"U8":255,"Ok":true,"S":"s","Keys":{"-8":"e"},"Uint":{"1":true},"PP":10}',
    want: '{"A":1,"Reports":[{"name":2,"Tags":["x"],"Sub":{"x":3,"Y":""}}],"Emb":{"x":4,"Y":"y"},"P":{"x":5,"Y":""},"M":{"k":6},"Any":{"z":[7]},"Arr":[8,9],"B":"AAEC","F32":0.1,"F64":0.1,"U8":255,"Ok":true,"S":"s","Kelvin":0,"Straße":0,"Keys":{"-8":"e"},"Uint":{"1":true},"PP":10}',
  },
  {
    name: 'ignoring case',
    type: t,
    text: '{"REPORTS":[{"NAME":1,"tags":["a"]}],"s":"x","OK":true,"\\u212aelvin":5,"STRASSE":1,"STRAẞE":6}',
    want: '{"A":0,"Reports":[{"name":1,"Tags":["a"],"Sub":null}],"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":true,"S":"x","Kelvin":5,"Straße":6,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'the exact name wins',
    type: t,
    text: '{"A":1,"a":2,"S":"x","s":"y"}',
    want: '{"A":2,"Reports":null,"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"y","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'nulls',
    type: t,
    text: '{"a":null,"reports":null,"x":null,"p":null,"M":null,"Any":null,"Arr":null,"B":null,"S":null,"E":null,"Fn":null,"PP":null}',
    want: '{"A":0,"Reports":null,"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'null resets',
    type: t,
    text: '{"a":1,"a":null,"reports":[{}],"reports":null,"Any":1,"Any":null,"p":{"x":1},"p":null}',
    want: '{"A":1,"Reports":null,"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'duplicate keys decode over',
    type: t,
    text: '{"reports":[{"name":1,"Tags":["a","b"]},{"name":2}],"reports":[{"Tags":["c"]}],"p":{"x":1},"p":{"Y":"y"},"M":{"a":1},"M":{"b":2},"Any":{"a":1},"Any":{"b":2},"Arr":[1,2],"Arr":[3]}',
    want: '{"A":0,"Reports":[{"name":1,"Tags":["c"],"Sub":null}],"Emb":{"x":0,"Y":""},"P":{"x":1,"Y":"y"},"M":{"a":1,"b":2},"Any":{"b":2},"Arr":[3,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'an earlier array shows through',
    type: t,
    text: '{"reports":[{"name":1},{"name":2}],"reports":[{}],"reports":[{},{}]}',
    want: '{"A":0,"Reports":[{"name":1,"Tags":null,"Sub":null},{"name":2,"Tags":null,"Sub":null}],"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'array too long',
    type: t,
    text: '{"Arr":[1,2,"x",{}]}',
    want: '{"A":0,"Reports":null,"Emb":{"x":0,"Y":""},"P":null,"M":null,"Any":null,"Arr":[1,2],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'empty array',
    type: t,
    text: '{"reports":[],"Arr":[],"M":{}}',
    want: '{"A":0,"Reports":[],"Emb":{"x":0,"Y":""},"P":null,"M":{},"Any":null,"Arr":[0,0],"B":null,"F32":0,"F64":0,"U8":0,"Ok":false,"S":"","Kelvin":0,"Straße":0,"Keys":null,"Uint":null,"PP":null}',
  },
  {
    name: 'string into int',
    type: t,
    text: '{"a":«"x"»}',
    want: 'error: json: cannot unmarshal string into Go struct field T.a of type int',
  },
  {
    name: 'fraction into int',
    type: t,
    text: '{"a":«1.5»}',
    want: 'error: json: cannot unmarshal number 1.5 into Go struct field T.a of type int',
  },
  {
    name: 'too large for int8',
    type: t,
    text: '{"M":{"a":«128»}}',
    want: 'error: json: cannot unmarshal number 128 into Go struct field T.M of type int8',
  },
  {
    name: 'negative into uint',
    type: t,
    text: '{"U8":«-1»}',
    want: 'error: json: cannot unmarshal number -1 into Go struct field T.U8 of type uint8',
  },
  {
    name: 'too large for float32',
    type: t,
    text: '{"F32":«1e39»}',
    want: 'error: json: cannot unmarshal number 1e39 into Go struct field T.F32 of type float32',
  },
  {
    name: 'bool into string',
    type: t,
    text: '{"S":«true»}',
    want: 'error: json: cannot unmarshal bool into Go struct field T.S of type string',
  },
  {
    name: 'number into string',
    type: t,
    text: '{"S":«12»}',
    want: 'error: json: cannot unmarshal number into Go struct field T.S of type string',
  },
  {
    name: 'number into bool',
    type: t,
    text: '{"Ok":«0»}',
    want: 'error: json: cannot unmarshal number into Go struct field T.Ok of type bool',
  },
  {
    name: 'string into a field of a slice',
    type: t,
    text: '{\n  "reports": [\n    {"name": «"x"»}\n  ]\n}',
    want: 'error: json: cannot unmarshal string into Go struct field Report.reports.name of type int',
  },
  {
    name: 'string into a deep field',
    type: t,
    text: '{"reports":[{"Sub":{"x":«"x"»}}]}',
    want: 'error: json: cannot unmarshal string into Go struct field Emb.reports.Sub.x of type int',
  },
  {
    name: 'string into an embedded field',
    type: t,
    text: '{"x":«"x"»}',
    want: 'error: json: cannot unmarshal string into Go struct field T.Emb.x of type int',
  },
  {
    name: 'array into a field behind a pointer',
    type: t,
    text: '{"p":{"x":«[1]»}}',
    want: 'error: json: cannot unmarshal array into Go struct field Emb.p.x of type int',
  },
  {
    name: 'object into slice',
    type: t,
    text: '{"reports":«{"name":1}»}',
    want: 'error: json: cannot unmarshal object into Go struct field T.reports of type []main.Report',
  },
  {
    name: 'string into slice',
    type: t,
    text: '{"reports":«"x"»}',
    want: 'error: json: cannot unmarshal string into Go struct field T.reports of type []main.Report',
  },
  {
    name: 'array into struct',
    type: t,
    text: '«[{}]»',
    want: 'error: json: cannot unmarshal array into Go value of type main.T',
  },
  {
    name: 'string into struct',
    type: t,
    text: '{"p":«"x"»}',
    want: 'error: json: cannot unmarshal string into Go struct field T.p of type main.Emb',
  },
  {
    name: 'array into map',
    type: t,
    text: '{"M":«[]»}',
    want: 'error: json: cannot unmarshal array into Go struct field T.M of type map[string]int8',
  },
  {
    name: 'number into slice element',
    type: t,
    text: '{"reports":[{"Tags":["a",«1»]}]}',
    want: 'error: json: cannot unmarshal number into Go struct field Report.reports.Tags of type string',
  },
  {
    name: 'too large inside any',
    type: t,
    text: '{"Any":{"a":«1e999»}}',
    want: 'error: json: cannot unmarshal number 1e999 into Go struct field T.Any of type float64',
  },
  {
    name: 'bad map key',
    type: t,
    text: '{"Keys":{«"x"»:"a"}}',
    want: 'error: json: cannot unmarshal number x into Go struct field T.Keys of type int8',
  },
  {
    name: 'map key too large',
    type: t,
    text: '{"Keys":{«"128"»:"a"}}',
    want: 'error: json: cannot unmarshal number 128 into Go struct field T.Keys of type int8',
  },
  {
    name: 'negative uint key',
    type: t,
    text: '{"Uint":{«"-1"»:true}}',
    want: 'error: json: cannot unmarshal number -1 into Go struct field T.Uint of type uint',
  },
  {
    name: 'map with bool keys',
    type: t,
    text: '{"Bools":«{"true":1}»}',
    want: 'error: json: cannot unmarshal object into Go struct field T.Bools of type map[bool]int',
  },
  {
    name: 'into a func',
    type: t,
    text: '{"Fn":«1»}',
    want: 'error: json: cannot unmarshal number into Go struct field T.Fn of type func()',
  },
  {
    name: 'into an interface with methods',
    type: t,
    text: '{"E":«"x"»}',
    want: 'error: json: cannot unmarshal string into Go struct field T.E of type error',
  },
  { name: 'bad base64', type: t, text: '{"B":«"A!=="»}', want: 'error: illegal base64 data at input byte 1' },
  {
    name: 'several mistakes',
    type: t,
    text: '{"a":«"x"»,"S":1,"reports":[{"name":true}]}',
    want: 'error: json: cannot unmarshal string into Go struct field T.a of type int',
  },
  {
    name: 'a root that is no struct',
    type: sliceOf(intType),
    text: '[1,«"x"»]',
    want: 'error: json: cannot unmarshal string into Go value of type int',
  },
  {
    name: 'struct in a map in a slice',
    type: sliceOf(mapOf(stringType, emb)),
    text: '[{"k":{"x":«{}»}}]',
    want: 'error: json: cannot unmarshal object into Go struct field Emb.x of type int',
  },
  {
    name: 'unexported embedded pointer',
    type: hiddenPointer,
    text: '{"Z":«1»}',
    want: 'error: json: cannot set embedded pointer to unexported struct: main.hidden',
  },
  { name: 'embedded pointer is made', type: embeddedPointer, text: '{"x":1}', want: '{"x":1,"Y":"","Q":0}' },
  {
    name: 'embedded pointer, mistake',
    type: embeddedPointer,
    text: '{"x":«"1"»}',
    want: 'error: json: cannot unmarshal string into Go struct field EP.Emb.x of type int',
  },
  {
    name: 'anonymous struct',
    type: struct(['A', intType]),
    text: '{"A":«"1"»}',
    want: 'error: json: cannot unmarshal string into Go struct field .A of type int',
  },
  {
    name: 'string option',
    type: q,
    text: '{"I":"1","B":"true","F":"1.5","S":"\\"x\\"","P":"2"}',
    want: '{"I":"1","B":"true","F":"1.5","S":"\\"x\\"","P":"2"}',
  },
  {
    name: 'string option, nulls',
    type: q,
    text: '{"I":null,"B":"null","P":"null"}',
    want: '{"I":"0","B":"false","F":"0","S":"\\"\\"","P":null}',
  },
  {
    name: 'string option without quotes',
    type: q,
    text: '{"I":«1»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal unquoted value into int',
  },
  {
    name: 'string option without quotes, pointer',
    type: q,
    text: '{"P":«[]»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal unquoted value into *int',
  },
  {
    name: 'string option, not a number',
    type: q,
    text: '{"I":«"x"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "x" into int',
  },
  {
    name: 'string option, empty',
    type: q,
    text: '{"B":«""»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "" into bool',
  },
  {
    name: 'string option, string in string',
    type: q,
    text: '{"S":«"x"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "x" into string',
  },
  {
    name: 'string option, number into string',
    type: q,
    text: '{"S":«"1"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "1" into string',
  },
  {
    name: 'string option, string into number',
    type: q,
    text: '{"I":«"\\"1\\""»}',
    want: 'error: json: cannot unmarshal string into Go struct field Q.I of type int',
  },
  {
    name: 'string option, number into bool',
    type: q,
    text: '{"B":«"1"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "1" into bool',
  },
  {
    name: 'string option, bool into number',
    type: q,
    text: '{"F":«"true"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "true" into float32',
  },
  {
    name: 'string option, half a null',
    type: q,
    text: '{"P":«"nul"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "nul" into *int',
  },
  {
    name: 'string option, fraction',
    type: q,
    text: '{"P":«"1.5"»}',
    want: 'error: json: cannot unmarshal number 1.5 into Go struct field Q.P of type int',
  },
  {
    name: 'string option, escaped apostrophe',
    type: q,
    text: '{"S":"\\"\\\\\'\\""}',
    want: '{"I":"0","B":"false","F":"0","S":"\\"\'\\"","P":null}',
  },
  {
    name: 'an error that ends decoding goes first',
    type: q,
    text: '{"I":1,"S":«"1"»}',
    want: 'error: json: invalid use of ,string struct tag, trying to unmarshal "1" into string',
  },
  {
    name: 'string option, number out of range',
    type: q,
    text: '{"I":«1e400»}',
    want: 'error: json: cannot unmarshal number 1e400 into Go struct field Q.I of type float64',
  },
];

function shown(value: Value): string {
  return marshal(value.type === t ? new Value(view, (value.v as readonly Raw[]).slice(0, printable.length)) : value);
}

describe('unmarshal', () => {
  test.each(cases)('$name', ({ type, text, want }) => {
    const from = text.indexOf('«');
    const to = text.indexOf('»') - 1;
    const result = unmarshal(text.replace(/[«»]/g, ''), type);
    if (result.ok) expect(shown(result.value)).toBe(want);
    else {
      const [first] = result.errors;
      expect(`error: ${first!.message}`).toBe(want);
      const end = text.length;
      expect([first!.from, first!.to]).toEqual(from < 0 ? [end, end] : [from, to]);
    }
  });

  test('every mistake is reported with its line and column, counted in characters', () => {
    const text = '{\n  "S": "😀", "a": "x",\n  "reports": [{"name": true},\n {"Tags": [1, "é", 2]}]\n}';
    const result = unmarshal(text, t);
    expect(result.ok ? [] : result.errors.map((e) => [e.line, e.column, text.slice(e.from, e.to), e.message])).toEqual([
      [2, 18, '"x"', 'json: cannot unmarshal string into Go struct field T.a of type int'],
      [3, 24, 'true', 'json: cannot unmarshal bool into Go struct field Report.reports.name of type int'],
      [4, 12, '1', 'json: cannot unmarshal number into Go struct field Report.reports.Tags of type string'],
      [4, 20, '2', 'json: cannot unmarshal number into Go struct field Report.reports.Tags of type string'],
    ]);
  });

  // Capacities printed by Go: `slice` in a template may reach that far.
  test.each([
    { type: sliceOf(anyType), n: 3, want: 4 },
    { type: sliceOf(anyType), n: 33, want: 71 },
    { type: sliceOf(anyType), n: 600, want: 1023 },
    { type: sliceOf(intType), n: 257, want: 512 },
    { type: sliceOf(intType), n: 513, want: 848 },
    { type: sliceOf(uint8Type), n: 1, want: 8 },
    { type: sliceOf(int8Type), n: 9, want: 16 },
    { type: sliceOf(basicType('int16')), n: 513, want: 896 },
    { type: sliceOf(struct(['A', pointerTo(intType)], ['B', boolType])), n: 33, want: 71 },
    { type: sliceOf(struct()), n: 5, want: 5 },
  ])('$n elements of $type have capacity $want', ({ type, n, want }) => {
    const element = type.elem.kind === 'struct' ? '{}' : '1';
    const result = unmarshal(`[${Array(n).fill(element).join()}]`, type);
    const slice = result.ok ? (result.value.v as RawSlice) : null;
    expect([slice?.length, slice?.capacity, slice?.array.length]).toEqual([n, want, want]);
  });

  const nested = (open: string, close: string, n: number): string => `${open.repeat(n)}0${close.repeat(n)}`;

  test.each([
    { name: 'arrays', open: '[', close: ']', why: "invalid character '[' exceeded max depth" },
    { name: 'objects', open: '{"a":', close: '}', why: "invalid character '{' exceeded max depth" },
  ])('$name nest as deep as Go lets them and no deeper', ({ open, close, why }) => {
    const deepest = nested(open, close, maxNestingDepth);
    const result = unmarshal(deepest, anyType);
    expect(result.ok && marshal(result.value) === deepest).toBe(true);
    const deeper = unmarshal(nested(open, close, maxNestingDepth + 1), anyType);
    expect(deeper.ok ? [] : deeper.errors.map((e) => [e.message, e.from])).toEqual([
      [why, open.length * maxNestingDepth],
    ]);
  });

  test('mistakes without end are cut off', () => {
    const result = unmarshal(`[${Array(1000).fill('"x"').join()}]`, sliceOf(intType));
    expect(result.ok ? 0 : result.errors.length).toBe(100);
  });
});

describe("unmarshal by another reading than Go's", () => {
  const id = defineType('model.ApplicationId', struct(['Namespace', stringType], ['Name', stringType]));
  const item = struct(['Size', intType, 'json:"size"'], ['On', boolType]);
  const root = struct(['App', id], ['Others', sliceOf(id)], ['Maybe', pointerTo(id)], ['Items', sliceOf(item)]);

  /** Takes keys backwards and ids as texts, and writes down all it is told. */
  class Backwards implements Reading {
    readonly told: string[] = [];

    constructor(private readonly text: string) {}

    private tell(what: string, { from, to }: { from: number; to: number }, path: JsonPath): void {
      this.told.push(`${what} ${this.text.slice(from, to)} at ${path.join('/')}`);
    }

    custom(node: JsonNode, type: Type, path: JsonPath): Raw | undefined {
      if (type !== id) return undefined;
      if (node.kind === 'string') return node.value.split(':');
      this.tell('custom', node, path);
      return ['', ''];
    }

    field(type: Type, key: string): JsonField | null {
      return jsonFields(type).find((f) => f.name === [...key].reverse().join('')) ?? null;
    }

    unknown({ keyFrom, keyTo }: JsonMember, type: Type, path: JsonPath): void {
      this.tell(type === root ? 'unknown to the root:' : 'unknown:', { from: keyFrom, to: keyTo }, path);
    }

    again({ keyFrom, keyTo }: JsonMember, path: JsonPath): void {
      this.tell('again', { from: keyFrom, to: keyTo }, path);
    }

    mismatch(node: JsonNode, type: Type, path: JsonPath): void {
      this.tell(`no ${type.toString()}:`, node, path);
    }
  }

  const read = (text: string): { readonly json: string; readonly told: readonly string[] } => {
    const reading = new Backwards(text);
    const result = unmarshal(text, root, reading);
    return { json: result.ok ? marshal(result.value) : 'failed', told: reading.told };
  };

  test('it decides what keys mean and how a type is read, behind pointers and in slices too', () => {
    expect(read('{"ppA":"a:b","srehtO":["c:d","e:f"],"ebyaM":"g:h","smetI":[{"ezis":1,"nO":true}]}')).toEqual({
      json: '{"App":{"Namespace":"a","Name":"b"},"Others":[{"Namespace":"c","Name":"d"},{"Namespace":"e","Name":"f"}],"Maybe":{"Namespace":"g","Name":"h"},"Items":[{"size":1,"On":true}]}',
      told: [],
    });
  });

  test('it is told of keys, of values that do not fit, and where they stand', () => {
    expect(read('{"App":"a:b","ppA":1,"smetI":[{},{"size":1,"nO":2,"ezis":"x"}],"srehtO":{"x":1}}').told).toEqual([
      'unknown to the root: "App" at ',
      'custom 1 at ppA',
      'unknown: "size" at smetI/1',
      'no bool: 2 at smetI/1/nO',
      'no int: "x" at smetI/1/ezis',
      'no []model.ApplicationId: {"x":1} at srehtO',
    ]);
  });

  test('a value takes the place of an earlier one, of which nothing shows through', () => {
    const text = '{"smetI":[{"ezis":1},{"ezis":2},{"ezis":3}],"smetI":[{"nO":true}],"ebyaM":"a:b","ebyaM":null}';
    const { json, told } = read(text);
    expect(json).toContain('"Maybe":null,"Items":[{"size":0,"On":true}]');
    // A null makes a pointer nil before the type behind it is asked.
    expect(told).toEqual(['again "smetI" at smetI', 'again "ebyaM" at ebyaM']);
    const result = unmarshal('{"smetI":[{},{},{}]}', root, new Backwards(''));
    expect(result.ok ? (result.value.v as readonly Raw[])[3] : result).toMatchObject({ length: 3, capacity: 3 });
  });
});

describe('unmarshal of a part', () => {
  test('of a parsed text: errors keep their place in the whole', () => {
    const text = '{\n "inner": {"Any": 1, "a": "broken"}}';
    const parsed = parseJson(text);
    if (!parsed.ok || parsed.node.kind !== 'object') throw new Error('the text is an object');
    const result = unmarshal({ text, node: parsed.node.members[0]!.value }, t);
    expect(result.ok ? [] : result.errors.map((e) => [e.line, e.column])).toEqual([[2, 27]]);
  });
});

describe('parseJson', () => {
  test('tells where every value and key stands', () => {
    const text = ' {"a\\n": [1.50, "😀", true], "b":null , "c": {} } ';
    const seen: string[] = [];
    const walk = (node: JsonNode): void => {
      seen.push(`${node.kind} ${text.slice(node.from, node.to)}`);
      if (node.kind === 'array') node.elements.forEach(walk);
      if (node.kind !== 'object') return;
      for (const m of node.members) {
        seen.push(`key ${text.slice(m.keyFrom, m.keyTo)}`);
        walk(m.value);
      }
    };
    const parsed = parseJson(text);
    if (parsed.ok) walk(parsed.node);
    expect(seen).toEqual([
      'object {"a\\n": [1.50, "😀", true], "b":null , "c": {} }',
      'key "a\\n"',
      'array [1.50, "😀", true]',
      'number 1.50',
      'string "😀"',
      'boolean true',
      'key "b"',
      'null null',
      'key "c"',
      'object {}',
    ]);
  });

  test('keeps duplicate keys and the text of numbers', () => {
    const parsed = parseJson('{"a":1e+05,"a":2}');
    expect(parsed.ok && parsed.node.kind === 'object' && parsed.node.members).toMatchObject([
      { key: 'a', value: { kind: 'number', text: '1e+05' } },
      { key: 'a', value: { kind: 'number', text: '2' } },
    ]);
  });

  test('an open text of a million brackets ends in an error', () => {
    const parsed = parseJson('['.repeat(1_000_000));
    expect(parsed.ok ? '' : parsed.error.message).toBe("invalid character '[' exceeded max depth");
  });

  test('decoded any values are what Go makes: float64, string, bool, []interface {}, map[string]interface {}', () => {
    const result = unmarshal('[1,"x",true,[],{}]', anyType);
    const held = result.ok ? (result.value.v as Dynamic) : null;
    const types = (held?.v as RawSlice).array.slice(0, 5).map((e) => (e as Dynamic).type.toString());
    expect([held?.type.toString(), ...types]).toEqual([
      '[]interface {}',
      'float64',
      'string',
      'bool',
      '[]interface {}',
      'map[string]interface {}',
    ]);
  });
});
