import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { GoPanic } from '../../src/go/errors';
import type { Limits } from '../../src/go/meter';
import { executeTemplate } from '../../src/go/template/exec';
import type { TemplateFunction } from '../../src/go/template/function';
import { PlainSink } from '../../src/go/template/sink';
import { parseTemplate } from '../../src/go/template/template';
import { unmarshal } from '../../src/go/json/decode';
import {
  type Raw,
  type Type,
  anyType,
  boolType,
  chanOf,
  funcOf,
  intType,
  pointerTo,
  stringType,
  structOf,
} from '../../src/go/reflect/type';
import { Value } from '../../src/go/reflect/value';
import { fixture, functions } from './fixtures';

interface Ran {
  readonly output: string;
  readonly error: string;
  readonly code: string;
}

function run(template: string, data: Value, limits?: Limits, table = functions): Ran {
  const parsed = parseTemplate('t', template, table);
  if (!parsed.ok) return { output: '', error: parsed.error.message, code: parsed.error.code };
  const sink = new PlainSink();
  const result = executeTemplate(parsed.template, data, sink, limits);
  if (result.ok) return { output: sink.output, error: '', code: '' };
  return { output: sink.output, error: result.error.message, code: result.error.code };
}

/** `head`, `n` times, around `middle`. */
const nest = (n: number, head: string, middle: string, tail: string): string =>
  head.repeat(n) + middle + tail.repeat(n);

/** Outputs and errors come from Go 1.26; the largest depths are those its parser allows. */
describe('what is nested without end runs as in Go', () => {
  it.each([
    { name: 'parentheses', template: `{{${nest(10000, '(', '1', ')')}}}`, output: '1' },
    { name: 'calls', template: `{{${nest(10000, 'not (', '1', ')')}}}`, output: 'true' },
    { name: 'lazy calls', template: `{{${nest(10000, 'and 1 (', '.', ')')}}}`, output: '5' },
    { name: 'calls before calls', template: `{{${nest(3000, 'print (print 1) (', '1', ')')} | len}}`, output: '3001' },
    { name: 'sums', template: `{{${nest(2000, 'add 2 (', '5', ')')}}}`, output: '4005' },
    {
      name: 'assignments in arguments',
      template: `{{$x := "a"}}{{${nest(400, 'print ($x = print $x "b") (', '1', ')')} | len}}{{len $x}}`,
      output: '80601401',
    },
    {
      name: 'declarations in arguments',
      template: `{{${nest(700, 'print ($x := len (print ', '1', ')) $x')}}}{{$x}}`,
      output: '3 33',
    },
    { name: 'chains', template: `{{${nest(10000, '(', 'nilany', ').x')}}}`, output: '<no value>' },
    {
      name: 'a chain that fails',
      template: `{{${nest(900, '(print (', '5', ')).x')}}}`,
      error: `template: t:1:7202: executing "t" at <5>: can't evaluate field x in type string`,
    },
    {
      name: 'an argument that fails',
      template: `{{${nest(300, 'print ($x := 1) (add $x (', '1', '))')}}}{{$x}}`,
      error: 'template: t:1:7502: executing "t" at <1>: wrong type for value; expected int; got string',
    },
    { name: 'bodies', template: nest(100000, '{{if 1}}', 'x', '{{end}}'), output: 'x' },
    { name: 'loops', template: nest(20000, '{{range 1}}', 'x', '{{end}}'), output: 'x' },
    { name: 'pipelines', template: `{{1${'|print'.repeat(50000)}}}`, output: '1' },
    {
      name: 'a template in itself',
      template: '{{define "a"}}{{if .}}x{{template "a" .}}{{end}}{{end}}{{template "a" 1}}',
      output: 'x'.repeat(100000),
      error: 'template: t:1:34: executing "a" at <{{template "a" .}}>: exceeded maximum template depth (100000)',
    },
    {
      name: 'the main template in itself',
      template: '{{template "t" 1}}',
      error: 'template: t:1:11: executing "t" at <{{template "t" 1}}>: exceeded maximum template depth (100000)',
    },
    {
      name: 'a template that counts to 99999',
      template: '{{define "a"}}{{if lt . 99999}}{{template "a" (add . 1)}}{{else}}end{{end}}{{end}}{{template "a" 1}}',
      output: 'end',
    },
  ])('$name', ({ template, output = '', error = '' }) => {
    expect(run(template, fixture('int'))).toMatchObject({ output, error });
  });

  it('data', () => {
    const text = nest(9000, '[', '', ']');
    const data = unmarshal(text, anyType);
    if (!data.ok) throw new Error(data.errors[0]?.message);
    expect(run('{{.}}', data.value).output).toBe(text);
  });
});

describe('what does not end is stopped, and the playground says that it was', () => {
  const said = (what: string): RegExp =>
    new RegExp(`executing "[ta]" at <.*>: the playground stopped this template.*${what}.*; Coroot would`, 's');
  const endless: TemplateFunction = {
    type: funcOf([], [funcOf([funcOf([intType], [boolType])], [])]),
    call: () => {
      const forever = (onYield: Raw): readonly Raw[] => {
        while ((onYield as (n: Raw) => readonly Raw[])(1n)[0] === true);
        return [];
      };
      return new Value(funcOf([funcOf([intType], [boolType])], []), forever);
    },
  };
  const table = new Map([...functions, ['endless', endless]]);
  const small: Limits = { steps: 1000, outputBytes: 1000, heldBytes: 100_000 };

  it.each([
    { template: '{{range 9223372036854775807}}{{end}}', code: 'step-limit', what: 'after 1000 steps' },
    { template: '{{range 1000000}}x{{end}}', code: 'step-limit', what: 'after 1000 steps' },
    { template: '{{range endless}}{{end}}', code: 'step-limit', what: 'after 1000 steps' },
    { template: '{{range endless}}{{if .}}{{continue}}{{end}}{{end}}', code: 'step-limit', what: 'after 1000 steps' },
    {
      template: '{{define "a"}}{{template "a" (print . "x")}}{{end}}{{template "a" "x"}}',
      code: 'step-limit',
      what: 'after 1000 steps',
    },
    { template: '{{range 400}}xxx{{end}}', code: 'output-limit', what: 'after 1000 bytes of output' },
    { template: '{{range 400}}{{"éé"}}{{end}}', code: 'output-limit', what: 'after 1000 bytes of output' },
    { template: '{{printf "%1001d" 1}}', code: 'output-limit', what: 'longer than 1000 bytes' },
    {
      template: '{{$x := "ab"}}{{range 64}}{{$x = print $x $x}}{{end}}',
      code: 'output-limit',
      what: 'longer than 1000 bytes',
    },
    {
      template: '{{$x := printf "%800d" 1}}{{range 200}}{{if eq $x "y"}}{{end}}{{end}}',
      code: 'step-limit',
      what: 'after 1000 steps',
    },
    {
      template: '{{$x := printf "%800d" 1}}{{if eq $x $x}}{{end}}',
      code: 'output-limit',
      what: 'one of its texts is longer than 1000 bytes',
    },
    {
      template: `{{range 100}}{{1 ${'| print '.repeat(20)}| len}}{{end}}`,
      code: 'step-limit',
      what: 'after 1000 steps',
    },
    {
      template: `{{range 100}}{{with (nilany)${'.x'.repeat(50)}}}{{end}}{{end}}`,
      code: 'step-limit',
      what: 'after 1000 steps',
    },
  ])('$template', ({ template, code, what }) => {
    const ran = run(template, fixture('int'), small, table);
    expect(ran.error).toMatch(said(what));
    expect(ran.code).toBe(code);
    expect(ran.output.length).toBeLessThanOrEqual(1000);
  });

  it('what is held in invocations and variables', () => {
    const template = '{{define "a"}}{{template "a" (printf "%900d%s" 1 (slice . 1))}}{{end}}{{template "a" "x"}}';
    const ran = run(template, fixture('int'), { steps: 100_000, outputBytes: 100_000, heldBytes: 8000 });
    expect(ran.error).toMatch(said('holds more than 8000 bytes in variables and invocations'));
    // What is forgotten again does not count.
    const kept = '{{$x := ""}}{{range 100}}{{$x = printf "%900d" 1}}{{end}}{{len $x}}';
    expect(run(kept, fixture('int'), { steps: 100_000, outputBytes: 100_000, heldBytes: 8000 }).output).toBe('900');
  });

  it('by default too', () => {
    expect(run('{{range 9223372036854775807}}{{end}}', fixture('int')).error).toMatch(said('after 30000000 steps'));
    expect(run('{{range 99999999}}{{printf "%9999d" 1}}{{end}}', fixture('int')).error).toMatch(
      said('after 8388608 bytes of output'),
    );
  });

  it('but not one step or byte too early', () => {
    const template = '{{range 3}}é{{end}}';
    const bytes = 6;
    const heldBytes = 1000;
    const steps = 1 + 1 + 3 + 3;
    expect(run(template, fixture('int'), { steps, outputBytes: bytes, heldBytes })).toEqual({
      output: 'ééé',
      error: '',
      code: '',
    });
    expect(run(template, fixture('int'), { steps: steps - 1, outputBytes: bytes, heldBytes }).code).toBe('step-limit');
    expect(run(template, fixture('int'), { steps, outputBytes: bytes - 1, heldBytes })).toMatchObject({
      output: 'éé',
      code: 'output-limit',
    });
  });

  it('a channel nobody closes', () => {
    const chan = new Value(chanOf('both', intType), { queue: [1n], closed: false });
    const ran = run('{{range .}}{{.}}{{end}}', chan);
    expect(ran).toMatchObject({ output: '1', code: 'blocked-channel' });
    expect(ran.error).toMatch(said('a channel that nobody closes'));
  });

  it('iterators that nest deeper than the stack', () => {
    const ran = run('{{define "a"}}{{range seqn 1}}{{template "a"}}{{end}}{{end}}{{template "a"}}', fixture('int'));
    expect(ran.code).toBe('engine-limit');
    expect(ran.error).toMatch(said('nested too deep'));
  });
});

/** Collects garbage, which Node lets programs do on request only. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // References from the current job count until it is over.
  await new Promise((resolve) => setTimeout(resolve));
  (runInNewContext('gc') as () => void)();
}

describe('memory', () => {
  it('does not keep types that nobody uses any more, such as those of a custom field being typed', async () => {
    const typed = (name: string): WeakRef<Type> => new WeakRef(pointerTo(structOf([{ name, type: stringType }])));
    const refs = ['T', 'Te', 'Tea', 'Team'].map(typed);
    const held = structOf([{ name: 'Held', type: stringType }]);
    await collectGarbage();
    expect(refs.map((ref) => ref.deref())).toEqual(refs.map(() => undefined));
    expect(structOf([{ name: 'Held', type: stringType }])).toBe(held);
  });
});

describe('exceptions never escape', () => {
  const throwing = (thrown: unknown): ReadonlyMap<string, TemplateFunction> => {
    const call = (): Value => {
      throw thrown;
    };
    return new Map([['f', { type: funcOf([], [stringType]), call }]]);
  };

  it.each([
    { thrown: new TypeError('x is undefined'), code: 'engine-limit', text: 'an internal error, x is undefined' },
    { thrown: new RangeError('Invalid string length'), code: 'engine-limit', text: 'a text too long' },
    { thrown: new RangeError('Maximum call stack size exceeded'), code: 'engine-limit', text: 'nested too deep' },
    { thrown: 'a string', code: 'engine-limit', text: 'an internal error, a string' },
    { thrown: new GoPanic('boom', 'value'), code: 'function-panic', text: 'error calling f: boom' },
  ])('$text', ({ thrown, code, text }) => {
    const ran = run('a{{f}}', fixture('int'), undefined, throwing(thrown));
    expect(ran).toMatchObject({ output: 'a', code });
    expect(ran.error).toContain(text);
    expect(ran.error).toContain('template: t:1:3: executing "t" at <f>: ');
  });

  it('a panic in an iterator, which would end Coroot', () => {
    const type = funcOf([funcOf([intType], [boolType])], []);
    const panicking = (): readonly Raw[] => {
      throw new GoPanic('no more', 'value');
    };
    expect(run('{{range .}}{{end}}', new Value(type, panicking))).toMatchObject({ code: 'go-panic' });
    expect(run('{{range .}}{{end}}', new Value(type, null))).toMatchObject({ code: 'go-panic' });
  });

  it('an iterator that goes on after a break', () => {
    const type = funcOf([funcOf([intType], [boolType])], []);
    const stubborn = (onYield: Raw): readonly Raw[] => {
      for (let i = 0n; i < 3n; i++) (onYield as (n: Raw) => unknown)(i);
      return [];
    };
    expect(run('{{range .}}{{.}}{{break}}{{end}}', new Value(type, stubborn))).toMatchObject({
      output: '0',
      code: 'go-panic',
    });
  });

  it('from any mix of words of the language', () => {
    const word = fc.constantFrom(
      ...'{{ }} {{- -}} ( ) | , . $ $x := = .Ints .ID.Name .SMap.a .Fn .NilAny .Nope "s" `r` 1 -1 1.5 \'c\' nil true if else end'.split(
        ' ',
      ),
      ...'range with define template block break continue "t" "d" len index slice print printf eq lt and or not call html'.split(
        ' ',
      ),
      ...[
        '{{if .B}}',
        '{{range .Ints}}',
        '{{with .ID}}',
        '{{end}}',
        '{{else}}',
        '{{template "d" .}}',
        'text\n',
        '%d',
        'add',
        'fail',
      ],
    );
    const small: Limits = { steps: 2000, outputBytes: 100_000, heldBytes: 100_000 };
    const template = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(template, (text) => {
        const ran = run(text, fixture('big'), small);
        return ran.error === '' || ran.error.startsWith('template: ');
      }),
      { numRuns: 3000, seed: 20 },
    );
  });
});
