import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sprint, sprintf, sprintln } from '../../src/go/fmt/print';
import { type Dynamic, anyType, sliceOf, stringType } from '../../src/go/reflect/type';
import { Value, intValue, rawSlice, stringValue } from '../../src/go/reflect/value';
import { operands } from './fmt-values';

/**
 * What Go 1.26's fmt printed: function, format, the names of the operands, text. The address of everything that has one
 * is 0xc000012345, which is the only change made to what Go printed.
 */
type Row = readonly ['Sprintf' | 'Sprint' | 'Sprintln', string, readonly string[], string];

const rows = JSON.parse(readFileSync(new URL('fmt-cases.json', import.meta.url), 'utf8')) as readonly Row[];

function operand(name: string): Value {
  const value = operands[name];
  if (value === undefined) throw new Error(`no operand ${name}`);
  return value;
}

/** The value as an `interface {}` holds it; the zero Value is a nil one. */
function inInterface(value: Value): Value {
  if (value.kind === 'interface') return value;
  return new Value(anyType, value.isValid ? { type: value.type, v: value.v } : null);
}

describe('fmt prints as Go', () => {
  it.each(rows.map((row) => ({ name: JSON.stringify(row), row })))('$name', ({ row: [func, format, names, want] }) => {
    const args = names.map(operand);
    const got = func === 'Sprintf' ? sprintf(format, args) : func === 'Sprint' ? sprint(args) : sprintln(args);
    expect(got).toBe(want);
  });

  it.each(Object.keys(operands))('the value %s is the same inside an interface', (name) => {
    const boxed = inInterface(operand(name));
    expect(sprintf('%v|%#v|%d', [boxed, boxed, boxed])).toBe(
      sprintf('%v|%#v|%d', [operand(name), operand(name), operand(name)]),
    );
  });
});

describe('bytes that meet', () => {
  const strings = (...list: readonly string[]): readonly Value[] => list.map(stringValue);
  const cases: readonly { readonly name: string; readonly got: () => string; readonly want: string }[] = [
    {
      name: 'make a rune in Sprintf',
      got: () => sprintf('%s%s|%s', strings('\udce2\udc82', '\udcac', '\udcf0\udc9f')),
      want: '€|\udcf0\udc9f',
    },
    {
      name: 'make a rune in Sprint',
      got: () =>
        sprint([...strings('\udce2', '\udc82\udcac'), intValue(1), intValue(2), stringValue('a'), intValue(3)]),
      want: '€1 2a3',
    },
  ];
  it.each(cases)('$name', ({ got, want }) => {
    expect(got()).toBe(want);
  });
});

it('prints lists 20000 deep, as Go does', () => {
  const anys = sliceOf(anyType);
  let inner: Dynamic = { type: stringType, v: 'x' };
  for (let i = 0; i < 20000; i++) inner = { type: anys, v: rawSlice([inner]) };
  expect(sprint([new Value(anyType, inner)])).toBe(`${'['.repeat(20000)}x${']'.repeat(20000)}`);
});
