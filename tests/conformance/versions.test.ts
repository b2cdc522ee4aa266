import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corootVersions, findVersion, notificationKinds } from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { inspect } from '../../src/pipeline';
import { parseCases } from './case-file';
import { fieldLines, lackingCases, madeFiles } from './fields';
import { corootGo } from './program';
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

describe('Coroot itself, which is asked for the newest release,', () => {
  const mod = readFileSync(new URL('oracle/coroot.mod', import.meta.url), 'utf8');

  test('is pinned at that release or one after it', () => {
    const pinned = /^\tgithub\.com\/coroot\/coroot v(\d+\.\d+\.\d+)$/m.exec(mod)?.[1] ?? '';
    expect(pinned).toMatch(/^\d/);
    const age = pinned.localeCompare(newestVersion.id, 'en', { numeric: true });
    expect(
      age,
      `oracle/coroot.mod has Coroot ${pinned}, the newest row of src/coroot/versions.ts is ${newestVersion.id}`,
    ).toBeGreaterThanOrEqual(0);
  });

  test('is built with the Go of that release', () => {
    expect(newestVersion.go).toBe(corootGo);
    expect(/^go (\d+\.\d+)/m.exec(mod)?.[1]).toBe(corootGo);
  });
});
