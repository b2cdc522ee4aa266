import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/analysis/format';
import { analyse } from '../../src/analysis';
import { suspicious } from '../../src/analysis/explain/suspicious';
import { placeIn } from '../../src/analysis/suspicious/literal';
import { environmentOf } from '../../src/pipeline';
import { PlainSink, executeTemplate, parseLoose, parseTemplate, quote } from '../../src/go';

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let x = seed; ;) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x / 2 ** 32;
  }
}

const random = numbers(7);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random.next().value * of.length)] as T;

const pieces = [
  '%',
  's',
  'd',
  'v',
  'q',
  't',
  'z',
  '%%',
  ' ',
  '5',
  '0',
  '.',
  '2',
  '*',
  '[1]',
  '[2]',
  '[3]',
  '[x]',
  '[',
  ']',
  '-',
  '+',
  '#',
  'é',
  '😀',
  'x',
  'f',
  'c',
  '\\',
  '"',
  '\n',
];
const operands = ['.Status', '.URL', '(len .Reports)', '3', '"x"', 'true', '.Application'];

describe('printf', () => {
  const environment = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: null });

  test('is suspicious exactly where the engine writes a complaint', () => {
    let complaints = 0;
    const wrong: string[] = [];
    for (let n = 0; n < 4000; n++) {
      const format = Array.from({ length: 1 + Math.floor(random.next().value * 6) }, () => pick(pieces)).join('');
      const args = Array.from({ length: Math.floor(random.next().value * 4) }, () => pick(operands));
      const template = `{{ printf ${quote(format)} ${args.join(' ')} }}`;
      const parsed = parseTemplate(environment.name, template, environment.functions, environment.go);
      if (!parsed.ok || environment.example === null) throw new Error(template);
      const sink = new PlainSink();
      const ran = executeTemplate(parsed.template, environment.example, sink);
      if (!ran.ok) throw new Error(`${template}: ${ran.error.message}`);
      // Neither formats nor operands have a `!`.
      const complains = sink.output.includes('%!');
      if (complains) complaints++;
      const found = analyse(template, environment).diagnostics.filter(({ code }) => code.startsWith('printf-'));
      for (const { message } of found) {
        const [, shown = '%!'] = / writes (%!.*)\.$/.exec(message) ?? [];
        // A long value is cut, and a width from the operands is not counted in.
        if (!shown.includes('…') && !format.includes('*') && !sink.output.replace(/\s+/g, ' ').includes(shown))
          wrong.push(`${template}: ${message}`);
      }
      if (found.length > 0 !== complains) wrong.push(`${template} writes ${sink.output}`);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toBeGreaterThan(1000);
  });
});

test('takes a format apart with the places of directives', () => {
  const { directives, leftFrom } = formatOf('a%5.2f %[2]*[1]d%% %', 3);
  expect(directives.map(({ from, to, verb, size, value, sizes }) => ({ from, to, verb, size, value, sizes }))).toEqual([
    { from: 1, to: 6, verb: 'f', size: '5.2', value: 0, sizes: [] },
    { from: 7, to: 16, verb: 'd', size: '*', value: 0, sizes: [1] },
    { from: 16, to: 18, verb: '%', size: '', value: null, sizes: [] },
    { from: 19, to: 20, verb: null, size: '', value: null, sizes: [] },
  ]);
  expect(leftFrom).toBeNull();
});

test('finds a place of a text in its source', () => {
  const cases = ['"ab%d"', '`a\\%d`', '"\\n\\x41\\u00e9\\U0001F600\\101%d"', '"é😀\\"%d"'];
  for (const source of cases) {
    const { trees } = parseLoose('t', `{{ ${source} }}`, new Set());
    const [action] = trees.get('t')?.root.nodes ?? [];
    const node = action?.kind === 'action' ? action.pipe.cmds[0]?.args[0] : undefined;
    if (node?.kind !== 'string') throw new Error(source);
    const at = node.text.indexOf('%d');
    const [from, to] = placeIn(node, at, at + 2) ?? [0, 0];
    expect(`{{ ${source} }}`.slice(from, to)).toBe('%d');
  }
});

test('every code has its text', () => {
  for (const text of Object.values(suspicious)) expect(text).toMatch(/^[^]{30,}\.$/);
});
