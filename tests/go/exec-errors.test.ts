import { describe, expect, it } from 'vitest';
import { executeTemplate } from '../../src/go/template/exec';
import { PlainSink } from '../../src/go/template/sink';
import { parseTemplate } from '../../src/go/template/template';
import { fixture, functions } from './fixtures';

/** What a person should look at stands between « and »; `detail` is Go's message without the position. */
const cases: readonly { template: string; code: string; detail: string; data?: string }[] = [
  { template: '{{.«Nope»}}', code: 'no-such-field', detail: "can't evaluate field Nope in type main.Big" },
  { template: '{{.ID.«Nope»}}', code: 'no-such-field', detail: "can't evaluate field Nope in type main.ID" },
  { template: '{{.ID.«Nope».More.Still}}', code: 'no-such-field', detail: "can't evaluate field Nope in type main.ID" },
  { template: '{{$.ID.«Nope».X}}', code: 'no-such-field', detail: "can't evaluate field Nope in type main.ID" },
  { template: '{{(.ID).«Nope».X}}', code: 'no-such-field', detail: "can't evaluate field Nope in type main.ID" },
  { template: 'é😀\n{{.ID.«Ünï».X}}', code: 'no-such-field', detail: "can't evaluate field Ünï in type main.ID" },
  {
    template: '{{range .IDs}}{{.«Foo»}}{{end}}',
    code: 'no-such-field',
    detail: "can't evaluate field Foo in type main.ID",
  },
  {
    template: '{{.«private»}}',
    code: 'unexported-field',
    detail: 'private is an unexported field of struct type main.Big',
  },
  { template: '{{.NilPID.«NS»}}', code: 'nil-pointer', detail: 'nil pointer evaluating *main.ID.NS' },
  { template: '{{.NilAny.«X».Y}}', code: 'nil-pointer', detail: 'nil pointer evaluating interface {}.X' },
  {
    template: '{{.EmbedNil.«BaseName»}}',
    code: 'nil-pointer',
    detail: 'reflect: indirection through nil pointer to embedded struct field Base',
  },
  {
    template: '{{.«I» 2}}',
    code: 'field-with-arguments',
    detail: 'I has arguments but cannot be invoked as function',
  },
  { template: '{{.SMap.«a» 1}}', code: 'key-with-arguments', detail: 'a is not a method but has arguments' },
  { template: '{{«1» 2}}', code: 'not-a-function', detail: "can't give argument to non-function 1" },
  { template: '{{1 | «$»}}', code: 'not-a-function', detail: "can't give argument to non-function $" },
  { template: '{{«nil»}}', code: 'nil-command', detail: 'nil is not a command' },
  { template: '{{«$x» = 1}}', code: 'undefined-variable', detail: 'undefined variable: $x' },
  { template: '{{and false ($x := 1)}}{{«$x».Y}}', code: 'undefined-variable', detail: 'undefined variable: $x' },
  { template: '{{«add» 1}}', code: 'argument-count', detail: 'wrong number of args for add: want 2 got 1' },
  { template: '{{«join»}}', code: 'argument-count', detail: 'wrong number of args for join: want at least 1 got 0' },
  { template: '{{add 1 «"a"»}}', code: 'wrong-type', detail: 'expected integer; found "a"' },
  { template: '{{add 1 «.Str»}}', code: 'wrong-type', detail: 'wrong type for value; expected int; got string' },
  { template: '{{add 1 «nil»}}', code: 'nil-argument', detail: 'cannot assign nil to int' },
  { template: '{{pid «1»}}', code: 'wrong-type', detail: "can't handle 1 for arg of type *main.ID" },
  { template: '{{add 1 «.NilPInt»}}', code: 'nil-pointer', detail: 'dereference of nil pointer of type int' },
  {
    template: '{{«18446744073709551615»}}',
    code: 'constant-overflow',
    detail: '18446744073709551615 overflows int',
  },
  { template: '{{range «.ID»}}{{end}}', code: 'not-iterable', detail: "range can't iterate over ns:name" },
  {
    template: '{{range $a, $b := «3»}}{{end}}',
    code: 'range-variables',
    detail: "can't use 3 to iterate over more than one variable",
  },
  { template: '«{{.Ch}}»', code: 'not-printable', detail: "can't print {{.Ch}} of type chan int" },
  { template: '{{«fail»}}', code: 'function-error', detail: 'error calling fail: it failed' },
  { template: '{{«index .Ints 9»}}', code: 'index-range', detail: 'error calling index: index out of range: 9' },
  { template: '{{«boom»}}', code: 'function-panic', detail: 'error calling boom: boom value' },
  {
    template: '{{«eq 1 "a"»}}',
    code: 'incompatible-types',
    detail: 'error calling eq: incompatible types for comparison: int and string',
  },
  { template: '{{«eq 1»}}', code: 'argument-count', detail: 'error calling eq: missing argument for comparison' },
  {
    template: '{{«eq .Ints .Ints»}}',
    code: 'not-comparable',
    detail: 'error calling eq: non-comparable type [%!s(int=3) %!s(int=1) %!s(int=2)]: []int',
  },
  {
    template: '{{«eq .Ints .ID»}}',
    code: 'not-comparable',
    detail: 'error calling eq: non-comparable types [%!s(int=3) %!s(int=1) %!s(int=2)]: []int, main.ID: ns:name',
  },
  {
    template: '{{«lt true false»}}',
    code: 'incompatible-types',
    detail: 'error calling lt: invalid type for comparison',
  },
  { template: '{{«call nil»}}', code: 'nil-function', detail: 'error calling call: call of nil' },
  { template: '{{«call .I»}}', code: 'not-a-function', detail: 'error calling call: non-function .I of type int' },
  {
    template: '{{«call .FnThree»}}',
    code: 'function-results',
    detail: 'error calling call: function .FnThree has 3 return values; should be 1 or 2',
  },
  {
    template: '{{«call .Fn»}}',
    code: 'argument-count',
    detail: 'error calling call: wrong number of args for .Fn: got 0 want 1',
  },
  {
    template: '{{«call .Fn nil»}}',
    code: 'nil-argument',
    detail: 'error calling call: arg 0: value is nil; should be of type int',
  },
  {
    template: '{{«call .Fn true»}}',
    code: 'wrong-type',
    detail: 'error calling call: arg 0: value has type bool; should be int',
  },
  { template: '{{«call .FnErr»}}', code: 'function-error', detail: 'error calling call: fn failed' },
  {
    template: '{{«index .Ints nil»}}',
    code: 'index-type',
    detail: 'error calling index: cannot index slice/array with nil',
  },
  {
    template: '{{«index .Ints true»}}',
    code: 'index-type',
    detail: 'error calling index: cannot index slice/array with type bool',
  },
  {
    template: '{{«index .Ints 3»}}',
    code: 'index-range',
    detail: 'error calling index: reflect: slice index out of range',
  },
  { template: '{{«index .Str 99»}}', code: 'index-range', detail: 'error calling index: index out of range: 99' },
  { template: '{{«index .I 1»}}', code: 'not-indexable', detail: "error calling index: can't index item of type int" },
  { template: '{{«index nil 1»}}', code: 'nil-index', detail: 'error calling index: index of untyped nil' },
  { template: '{{«index .NilPInt 1»}}', code: 'nil-index', detail: 'error calling index: index of nil pointer' },
  {
    template: '{{«index .SMap 1»}}',
    code: 'wrong-type',
    detail: 'error calling index: value has type int; should be string',
  },
  { template: '{{«slice nil 1»}}', code: 'nil-index', detail: 'error calling slice: slice of untyped nil' },
  { template: '{{«slice .NilPInt 1»}}', code: 'nil-index', detail: 'error calling slice: slice of nil pointer' },
  { template: '{{«slice .I 1»}}', code: 'not-indexable', detail: "error calling slice: can't slice item of type int" },
  {
    template: '{{«slice .Str 1 2 3»}}',
    code: 'argument-count',
    detail: 'error calling slice: cannot 3-index slice a string',
  },
  {
    template: '{{«slice .Str 1 2 3 4»}}',
    code: 'argument-count',
    detail: 'error calling slice: too many slice indexes: 4',
  },
  { template: '{{«slice .Ints 2 1»}}', code: 'index-range', detail: 'error calling slice: invalid slice index: 2 > 1' },
  {
    template: '{{«slice .Ints 1 3 2»}}',
    code: 'index-range',
    detail: 'error calling slice: invalid slice index: 3 > 2',
  },
  {
    template: '{{«slice .Arr 1»}}',
    code: 'not-addressable',
    detail: 'error calling slice: reflect.Value.Slice: slice of unaddressable array',
  },
  {
    template: '{{«len nil»}}',
    code: 'no-length',
    detail: 'error calling len: reflect: call of reflect.Value.Type on zero Value',
  },
  { template: '{{«len .I»}}', code: 'no-length', detail: 'error calling len: len of type int' },
  { template: '{{«len .NilPInt»}}', code: 'no-length', detail: 'error calling len: len of nil pointer' },
  { template: '{{range «.SendCh»}}{{end}}', code: 'not-iterable', detail: 'range over send-only channel 0xc000012345' },
  {
    template: '{{range $a, $b := «.Seq»}}{{end}}',
    code: 'range-variables',
    detail: "can't use 0xc000012345 iterate over more than one variable",
  },
  {
    template: '{{«.ID.Three»}}',
    code: 'function-results',
    detail: 'function Three has 3 return values; should be 1 or 2',
  },
  { template: '«{{template "nope"}}»', code: 'undefined-template', detail: 'template "nope" not defined' },
  {
    template: '{{define "a"}}«{{template "a"}}»{{end}}{{template "a"}}',
    code: 'template-depth',
    detail: 'exceeded maximum template depth (100000)',
  },
];

describe('an execution error says what is wrong and where to look', () => {
  it.each(cases)('$template', ({ template, code, detail, data = 'big' }) => {
    const from = template.indexOf('«');
    const to = template.indexOf('»') - 1;
    const text = template.replace(/[«»]/g, '');
    const parsed = parseTemplate('t', text, functions);
    if (!parsed.ok) throw parsed.error;
    const result = executeTemplate(parsed.template, fixture(data), new PlainSink());
    const error = result.ok ? null : result.error;
    expect(error).toMatchObject({ phase: 'exec', code, detail });
    expect(text.slice(error?.from, error?.to)).toBe(text.slice(from, to));
    expect([error?.from, error?.to]).toEqual([from, to]);
    expect(error?.message.endsWith(`: ${detail}`)).toBe(true);
  });
});

describe('an error inside a template', () => {
  it('leaves what was written before it in the sink', () => {
    const parsed = parseTemplate('t', 'a{{.I}}b{{.Nope}}c', functions);
    if (!parsed.ok) throw parsed.error;
    const sink = new PlainSink();
    expect(executeTemplate(parsed.template, fixture('big'), sink).ok).toBe(false);
    expect(sink.output).toBe('a-17b');
  });
});
