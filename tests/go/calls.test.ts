import { describe, expect, it } from 'vitest';
import { newestGo } from '../../src/go/version';
import { sprintf } from '../../src/go/fmt/print';
import {
  type Method,
  type Raw,
  type RawPointer,
  type Type,
  basicType,
  boolType,
  defineMethods,
  defineType,
  errorType,
  funcOf,
  intType,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
} from '../../src/go/reflect/type';
import { Value, rawSlice, stringValue, zeroValue } from '../../src/go/reflect/value';
import { executeTemplate } from '../../src/go/template/exec';
import type { FunctionTable } from '../../src/go/template/function';
import { PlainSink } from '../../src/go/template/sink';
import { Template, parseTemplate } from '../../src/go/template/template';

const method = (name: string, type: Type, call: Method['call'], pointer = false): Method => ({
  name,
  type,
  call,
  pointer,
});

const text = funcOf([], [stringType]);
const ints = sliceOf(intType);
const Name = defineType('main.Name', stringType);
defineMethods(Name, [method('String', text, (n) => [`name ${n as string}`])]);
const PName = defineType('main.PName', stringType);
defineMethods(PName, [method('String', text, (p) => [`pname ${(p as RawPointer).value as string}`], true)]);
const Odd = defineType('main.Odd', structOf([{ name: 'X', type: intType }]));
defineMethods(Odd, [
  method('Three', funcOf([], [intType, errorType, intType]), () => [1n, null, 2n]),
  method('Rest', funcOf([ints], [boolType], true), (_, [xs = null]) => [xs === null]),
]);

const data = structOf([
  { name: 'F', type: funcOf([ints], [boolType], true) },
  { name: 'O', type: Odd },
  { name: 'N', type: Name },
  { name: 'P', type: pointerTo(PName) },
  { name: 'Names', type: sliceOf(PName) },
]);
const value = new Value(data, [(xs: Raw) => [xs === null], [0n], 'a', { value: 'b' }, rawSlice(['c'])]);

const signed = ['int', 'int8', 'int16', 'int32', 'int64'] as const;
const unsigned = ['uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr'] as const;
const functions: FunctionTable = new Map(
  [...signed, ...unsigned].map((kind) => [
    `f${kind}`,
    {
      type: funcOf([basicType(kind)], [stringType]),
      call: ([n = zeroValue]) => stringValue(sprintf('%T %v', [n, n])),
    },
  ]),
);

/** What Go 1.26 makes of a template with the same functions and data: its output and its error. */
const rows: readonly (readonly [template: string, output: string, error: string])[] = [
  ['{{call .F}} {{call .F 1}} {{.O.Rest}} {{.O.Rest 1}}', 'false false false false', ''],
  [
    '{{.O.Three}}',
    '',
    'template: t:1:4: executing "t" at <.O.Three>: function Three has 3 return values; should be 1 or 2',
  ],
  ['{{.N}} {{html .N}} {{print .N}} {{len .N}}', 'name a name a name a 1', ''],
  ['{{.P}} {{html .P}} {{range .Names}}{{.}} {{html .}}{{end}}', 'pname b pname b pname c c', ''],
  ['{{fint 3}} {{fint 40000}} {{fint 5000000000}}', 'int 3 int 40000 int 5000000000', ''],
  ['{{fint8 3}} {{fint8 40000}} {{fint8 5000000000}}', 'int8 3 int8 64 int8 0', ''],
  ['{{fint16 3}} {{fint16 40000}} {{fint16 5000000000}}', 'int16 3 int16 -25536 int16 -3584', ''],
  ['{{fint32 3}} {{fint32 40000}} {{fint32 5000000000}}', 'int32 3 int32 40000 int32 705032704', ''],
  ['{{fint64 3}} {{fint64 40000}} {{fint64 5000000000}}', 'int64 3 int64 40000 int64 5000000000', ''],
  ['{{fuint 3}} {{fuint 40000}} {{fuint 5000000000}}', 'uint 3 uint 40000 uint 5000000000', ''],
  ['{{fuint8 3}} {{fuint8 40000}} {{fuint8 5000000000}}', 'uint8 3 uint8 64 uint8 0', ''],
  ['{{fuint16 3}} {{fuint16 40000}} {{fuint16 5000000000}}', 'uint16 3 uint16 40000 uint16 61952', ''],
  ['{{fuint32 3}} {{fuint32 40000}} {{fuint32 5000000000}}', 'uint32 3 uint32 40000 uint32 705032704', ''],
  ['{{fuint64 3}} {{fuint64 40000}} {{fuint64 5000000000}}', 'uint64 3 uint64 40000 uint64 5000000000', ''],
  ['{{fuintptr 3}} {{fuintptr 40000}} {{fuintptr 5000000000}}', 'uintptr 3 uintptr 40000 uintptr 5000000000', ''],
];

describe('Go code is called as Go calls it', () => {
  it.each(rows.map(([template, output, error]) => ({ template, output, error })))('$template', (row) => {
    const parsed = parseTemplate('t', row.template, functions);
    if (!parsed.ok) throw parsed.error;
    const sink = new PlainSink();
    const result = executeTemplate(parsed.template, value, sink);
    expect({ output: sink.output, error: result.ok ? '' : result.error.message }).toEqual({
      output: row.output,
      error: row.error,
    });
  });
});

it('a function that the template lost after it was parsed is missed when it is called', () => {
  const gone = new Map([['gone', { type: funcOf([intType], [intType]), call: () => zeroValue }]]);
  const parsed = parseTemplate('t', 'a{{gone 1}}', gone);
  if (!parsed.ok) throw parsed.error;
  const sink = new PlainSink();
  const result = executeTemplate(new Template('t', parsed.template.trees, functions, newestGo), value, sink);
  expect(sink.output).toBe('a');
  expect(result).toMatchObject({
    ok: false,
    error: {
      code: 'undefined-function',
      message: 'template: t:1:3: executing "t" at <gone>: "gone" is not a defined function',
    },
  });
});
