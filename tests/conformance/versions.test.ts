import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corootVersions, findVersion, notificationKinds } from '../../src/coroot';
import { inspect } from '../../src/pipeline';
import { parseCases } from './case-file';
import { fieldLines, lackingCases, madeFiles } from './fields';
import { templateText } from './subject';

const recorded = (file: string) => parseCases(readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8')).cases;
const fields = recorded('coroot-fields.txt');
const lacking = recorded('coroot-lacking.txt');

const remedy =
  'No answer of Go is recorded for this. Tell tests/conformance/oracle/coroot.go of the new release or field, run `npm run conformance:record` and read what it writes to tests/conformance/cases.';
const stale = 'The questions have changed. Run `npm run conformance:record` and read what it writes.';

// A release or field is what Coroot has, not what we say of it, only when Go was asked.
describe('real Go was asked for', () => {
  const rows = corootVersions.flatMap((version) =>
    version.kinds.flatMap((kind) =>
      fieldLines(kind, version).map(({ path, line }) => ({
        name: `${version.id} ${kind} ${path}`,
        of: `${version.id} ${kind}`,
        line,
      })),
    ),
  );

  test.each(rows)('$name', ({ name, of, line }) => {
    const found = fields.find((c) => c.name === of);
    const lines = found === undefined ? [] : templateText(found.request).split('\n');
    expect(lines, `${name}: ${remedy}`).toContain(line);
    expect(found!.answer.error, `${of}: the types in tests/conformance/oracle/coroot are others`).toBeNull();
  });

  test.each(lackingCases)('$name, which it lacks', ({ name }) => {
    expect(
      lacking.map((c) => c.name),
      `${name}: ${remedy}`,
    ).toContain(name);
  });

  test.each([...madeFiles])('%s, nothing else', (file, { questions }) => {
    const got = recorded(file).map(({ name, request }) => ({ name, request }));
    expect(got, stale).toEqual(questions);
  });
});

test.each(lacking)('the page says of $name what Go says', ({ request, answer }) => {
  if (request.mode !== 'coroot' || request.template === undefined) throw new Error('no case of Coroot');
  const { template, version, payload, customFields = [] } = request;
  const kind = notificationKinds.find((k) => k === request.kind);
  if (kind === undefined) throw new Error('no kind');
  const { rendered } = inspect({ kind, version, template, payload, customFields }, null);
  const got = rendered.ok ? { body: rendered.body, error: null } : { body: '', error: rendered.message };
  if (findVersion(version).kinds.includes(kind)) expect(got).toEqual({ body: answer.body, error: answer.error });
  else expect(got.error).toContain(`sends no ${kind}s`);
});
