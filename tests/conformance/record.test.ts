import { expect, test } from 'vitest';
import { newestVersion } from '../../src/coroot/versions';
import { formatCases, parseCases } from './case-file';
import { recordAll } from './record';

const text = `=== sent
--- template
hi
--- kind
alert
--- version
1.20
--- payload
{}
--- webhook
{}
--- output
hi
--- headers
Content-Length: 2

=== not yet asked
--- template
hi
--- kind
alert
--- version
1.24.0
--- payload
{}

`;
const { comment, cases } = parseCases(text);
const before = new Map(cases.map((c) => [c.name, c]));

test('where Coroot cannot be asked its cases stay as they are, byte for byte', async () => {
  const after = await recordAll(cases, before, { ask: () => Promise.resolve(null) });
  expect(formatCases({ comment, cases: after })).toBe(text);
});

test('where it can it is asked as the newest release, and the case says so', async () => {
  const answer = { output: '', body: '', error: null, headers: null };
  const versions: string[] = [];
  const after = await recordAll(cases, before, {
    ask: (_, request) => {
      if (request.mode === 'coroot') versions.push(request.version);
      return Promise.resolve({ answer, older: [] });
    },
  });
  expect(versions).toEqual([newestVersion.id, newestVersion.id]);
  const again = parseCases(formatCases({ comment, cases: after })).cases;
  expect(again).toEqual(after);
  expect(again.map((c) => [c.recorded, c.answer])).toEqual([
    [true, answer],
    [true, answer],
  ]);
});
