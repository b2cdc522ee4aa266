import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GoError } from '../../src/go/errors';
import { executeTemplate } from '../../src/go/template/exec';
import { type FunctionTable, type TemplateFunction } from '../../src/go/template/function';
import { builtins } from '../../src/go/template/funcs';
import { PlainSink } from '../../src/go/template/sink';
import { functionNames, parseTemplate } from '../../src/go/template/template';
import { anyType, errorType, funcOf, intType, sliceOf, stringType } from '../../src/go/reflect/type';
import { intValue, stringValue, zeroValue } from '../../src/go/reflect/value';
import { fixture, functions } from './fixtures';

interface Case {
  readonly template: string;
  readonly output?: string;
  readonly error?: string;
}

function run(template: string, table: FunctionTable): { output: string; error: string } {
  const parsed = parseTemplate('t', template, table);
  if (!parsed.ok) return { output: '', error: parsed.error.message };
  const sink = new PlainSink();
  const result = executeTemplate(parsed.template, fixture('nil'), sink);
  return { output: sink.output, error: result.ok ? '' : result.error.message };
}

/** Every predefined function with every list of arguments in a set, run through Go 1.26. */
const cases = JSON.parse(readFileSync(new URL('funcs-cases.json', import.meta.url), 'utf8')) as readonly Case[];

describe('predefined functions', () => {
  it('are those Go documents', () => {
    const documented = 'and call html index slice js len not or print printf println urlquery eq ne lt le gt ge';
    expect([...builtins.keys()].sort()).toEqual(documented.split(' ').sort());
  });

  it.each(cases)('$template', ({ template, output = '', error = '' }) => {
    expect(run(template, functions)).toEqual({ output, error });
  });
});

describe('functions of the same name as predefined ones', () => {
  const own = (type: TemplateFunction['type'], call: TemplateFunction['call']): TemplateFunction => ({ type, call });
  const variadic = funcOf([sliceOf(anyType)], [stringType], true);
  const table: FunctionTable = new Map([
    ['len', own(variadic, (args) => stringValue(`mylen${String(args.length)}`))],
    ['and', own(funcOf([anyType, anyType], [stringType]), ([, b = zeroValue]) => stringValue(`myand${b.type.kind}`))],
    ['call', own(funcOf([stringType], [stringType]), ([s = zeroValue]) => stringValue(`mycall${s.v as string}`))],
    ['print', own(funcOf([], [intType]), () => intValue(7))],
    [
      'fail',
      own(funcOf([], [stringType, errorType]), () => {
        throw new GoError('failed', 'my-code');
      }),
    ],
  ]);

  it.each([
    { template: '{{len}} {{len 1 2}}', output: 'mylen0 mylen2', error: '' },
    { template: '{{and 0 1}}', output: 'myandint', error: '' },
    {
      template: '{{and 0 (fail)}}',
      output: '',
      error: 'template: t:1:9: executing "t" at <fail>: error calling fail: failed',
    },
    {
      template: '{{and 0}}',
      output: '',
      error: 'template: t:1:2: executing "t" at <and>: wrong number of args for and: want 2 got 1',
    },
    { template: '{{or 1 (fail)}}', output: '1', error: '' },
    { template: '{{call "x"}}', output: 'mycallx', error: '' },
    { template: '{{print}}', output: '7', error: '' },
    {
      template: '{{print 1}}',
      output: '',
      error: 'template: t:1:2: executing "t" at <print>: wrong number of args for print: want 0 got 1',
    },
    { template: '{{not 0}}', output: 'true', error: '' },
  ])('$template', ({ template, output, error }) => {
    expect(run(template, table)).toEqual({ output, error });
  });

  it('are among the names a template may call, once', () => {
    expect([...functionNames(table)].sort()).toEqual([...builtins.keys(), 'fail'].sort());
  });

  it('keep the code of an error they return', () => {
    const parsed = parseTemplate('t', '{{fail}}', table);
    if (!parsed.ok) throw parsed.error;
    const result = executeTemplate(parsed.template, fixture('nil'), new PlainSink());
    expect(result).toMatchObject({ ok: false, error: { code: 'my-code', phase: 'exec' } });
  });
});
