import { expect, test } from 'vitest';
import { newestGo } from '../../src/go/version';
import { sprintf } from '../../src/go/fmt/print';
import { marshal } from '../../src/go/json/encode';
import { Meter, OverBudget } from '../../src/go/meter';
import { sliceOf, stringType } from '../../src/go/reflect/type';
import { Value, rawSlice, stringValue } from '../../src/go/reflect/value';
import { builtins } from '../../src/go/template/funcs';

/** The steps that some work is charged, to the nearest power of two. */
function charged(work: (meter: Meter) => unknown): number {
  for (let steps = 1; ; steps *= 2) {
    try {
      work(new Meter({ steps, outputBytes: Infinity, heldBytes: Infinity }));
      return steps;
    } catch (e) {
      if (!(e instanceof OverBudget)) throw e;
    }
  }
}

const list = (n: number): Value => new Value(sliceOf(stringType), rawSlice(new Array<string>(n).fill('abc')));
const call =
  (name: string, ...args: readonly Value[]) =>
  (meter: Meter): unknown =>
    builtins.get(name)?.call(args, meter, newestGo);

test.each(['%.1s', '%.0s', '%.1x', '%.1q', '%.0v', '%d', '%T%[1]v'])(
  'a list under %s costs what it has elements',
  (verb) => {
    const small = charged((meter) => sprintf(verb, [list(1000)], meter));
    const large = charged((meter) => sprintf(verb, [list(16_000)], meter));
    expect(small).toBeGreaterThanOrEqual(1000);
    expect(large / small).toBe(16);
  },
);

test('what is cut off a text costs nothing', () => {
  const long = stringValue('é'.repeat(100_000));
  for (const verb of ['%.1s', '%.1x', '%.1q'])
    expect(charged((meter) => sprintf(verb, [long], meter))).toBeLessThan(64);
});

test.each([
  { name: 'json', work: (v: Value) => (meter: Meter) => marshal(v, meter) },
  { name: 'print', work: (v: Value) => call('print', v, stringValue('')) },
  { name: 'html', work: (v: Value) => call('html', v) },
  { name: 'js', work: (v: Value) => call('js', v) },
  { name: 'urlquery', work: (v: Value) => call('urlquery', v) },
  { name: 'len', work: (v: Value) => call('len', v) },
  { name: 'lt', work: (v: Value) => call('lt', v, stringValue(`${v.v as string}x`)) },
  { name: 'eq', work: (v: Value) => call('eq', v, stringValue(v.v as string)) },
])('$name costs in proportion to the text', ({ work }) => {
  const text = (n: number): Value => stringValue('<é"'.repeat(n));
  const small = charged(work(text(10_000)));
  expect(charged(work(text(160_000))) / small).toBeGreaterThanOrEqual(8);
  expect(charged(work(text(160_000))) / small).toBeLessThanOrEqual(32);
});
