import { describe, expect, test } from 'vitest';
import { corootFunctions } from '../../src/coroot/funcs';
import { applicationType, structType } from '../../src/coroot/types';
import { newestVersion } from '../../src/coroot/versions';
import { builtins } from '../../src/go/template/funcs';
import { minimise } from './fuzz/minimise';
import { Random } from './fuzz/random';
import { functionNames } from './fuzz/grammar';
import { members, randomRequest } from './fuzz/requests';
import { goWholeWay, randomInput } from './fuzz/whole-way';
import { type Request, answerLine } from './subject';

const requests = (from: number, count: number): readonly Request[] =>
  Array.from({ length: count }, (_, i) => randomRequest(new Random(from + i)));

describe('random requests', () => {
  test('a seed repeats them', () => {
    expect(requests(7, 50)).toEqual(requests(7, 50));
    expect(requests(7, 50)).not.toEqual(requests(1007, 50));
  });

  test('call every function, and ask for every member of what templates get', () => {
    expect(new Set(functionNames)).toEqual(new Set([...builtins.keys(), ...corootFunctions.keys()]));
    const application = applicationType(newestVersion);
    const items = newestVersion.kinds
      .flatMap((kind) => structType(kind, newestVersion).fields)
      .flatMap(({ type }) => (type.kind === 'slice' ? type.elem.fields : []));
    const names = [...application.methods.keys(), ...[...application.fields, ...items].map(({ name }) => name)];
    expect(new Set(members)).toEqual(new Set(names));
  });

  // Whether the answers are right, only Go knows; but nothing may escape from the engine.
  test('the engine answers every one', () => {
    const faults = requests(50_000, 1500)
      .map((request) => ({ request, answer: JSON.parse(answerLine(JSON.stringify(request))) as { fault?: string } }))
      .filter(({ answer }) => answer.fault !== undefined && !answer.fault.startsWith('limit'));
    expect(faults).toEqual([]);
  });

  test('some render and some fail', () => {
    const errors = requests(60_000, 300).map(
      (request) => (JSON.parse(answerLine(JSON.stringify(request))) as { error: string | null }).error,
    );
    expect(errors.filter((error) => error === null).length).toBeGreaterThan(60);
    expect(errors.filter((error) => error !== null).length).toBeGreaterThan(60);
  });
});

describe('the whole way', () => {
  // `npm run robust` is the same for a million.
  test('takes any text whatever', () => {
    for (let i = 0; i < 2000; i++) {
      const input = randomInput(new Random(70_000 + i));
      expect(() => goWholeWay(input), JSON.stringify(input)).not.toThrow();
    }
  });

  test('sees what is not as it should be', () => {
    const input = randomInput(new Random(1));
    const request: Request = { mode: 'any', data: { $nonsense: 1 } };
    expect(() => goWholeWay({ ...input, template: '{{.}}', request })).toThrow('no notation $nonsense');
  });
});

describe('minimise', () => {
  test('leaves what shows the difference, of the template and of the data', async () => {
    const request: Request = {
      mode: 'any',
      template: 'before {{ if .a }}{{ html .b.c }}{{ end }} after',
      data: { a: 1, b: { c: { $value: ['[]int', ['1', '2', '3']] }, d: 'x' } },
    };
    const shows = (r: Request): Promise<boolean> =>
      Promise.resolve(r.template?.includes('html') === true && JSON.stringify(r).includes('"3"'));
    expect(await minimise(request, shows)).toEqual({ mode: 'any', template: 'html', data: '3' });
  });

  test('cuts bytes that are not UTF-8', async () => {
    const request: Request = { mode: 'any', templateBase64: Buffer.from('a\xffb', 'latin1').toString('base64') };
    const shows = (r: Request): Promise<boolean> =>
      Promise.resolve(Buffer.from(r.templateBase64 ?? '', 'base64').includes(0xff));
    const got = await minimise(request, shows);
    expect(Buffer.from(got.templateBase64 ?? '', 'base64').toString('latin1')).toBe('\xff');
  });
});
