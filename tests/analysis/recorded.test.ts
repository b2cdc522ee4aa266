import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis';
import { type NotificationKind, decodePayload, findVersion, notificationKinds, render } from '../../src/coroot';
import { type TemplateError, stoppedByPlayground } from '../../src/go';
import { environmentOf } from '../../src/pipeline';
import { answerOf, parseCases } from '../conformance/case-file';
import { templateText } from '../conformance/subject';

/** An error that Go recorded of a template over Coroot's types. */
interface Recorded {
  readonly name: string;
  readonly template: string;
  readonly kind: NotificationKind;
  readonly version: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly error: TemplateError;
}

/** Cases in which the analysis rightly does not say what Go said of that one notification, with the reason. */
const exceptions: Readonly<Record<string, string>> = {};

const folder = fileURLToPath(new URL('../conformance/cases/', import.meta.url));

/** What Go answers stands in the files; our engine, which answers the same, knows the place and the code as well. */
function recordedErrors(): readonly Recorded[] {
  const cases = readdirSync(folder).flatMap((file) => parseCases(readFileSync(folder + file, 'utf8')).cases);
  return cases.flatMap((recorded): readonly Recorded[] => {
    const { name, request } = recorded;
    if (request.mode !== 'coroot') return [];
    const version = findVersion(request.version);
    const { error: said } = answerOf(recorded, version.go);
    const kind = notificationKinds.find((k) => k === request.kind);
    if (said === null || kind === undefined || !said.startsWith(`invalid ${kind} template: `)) return [];
    const fields = request.customFields ?? [];
    const decoded = decodePayload(request.payload, kind, version, fields);
    if (!decoded.ok) throw new Error(`${name}: ${JSON.stringify(decoded.problems)}`);
    const template = templateText(request);
    const rendered = render({ kind, template, value: decoded.value, go: version.go });
    if (rendered.ok) throw new Error(`${name} renders`);
    if (stoppedByPlayground(rendered.error.code)) return [];
    expect(rendered.message, name).toBe(said);
    return [{ name, template, kind, version: request.version, fields, error: rendered.error }];
  });
}

const all = recordedErrors();

test('there are enough of them', () => {
  expect(all.filter(({ error }) => error.phase === 'parse').length).toBeGreaterThan(20);
  expect(all.filter(({ error }) => error.phase === 'exec').length).toBeGreaterThan(40);
});

test('exceptions are cases', () => {
  const names = all.map(({ name }) => name);
  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
});

test.for(all)('$name: $error.detail', ({ name, template, kind, version, fields, error }) => {
  const { diagnostics } = analyse(template, environmentOf({ kind, version, customFields: fields, expectsJson: null }));
  // The text may hold a value of that one notification; then the kind of error has to be the same.
  const found = diagnostics.find(
    (d) =>
      d.from === error.from &&
      d.to === error.to &&
      (d.message === error.detail || (error.phase === 'exec' && d.code === error.code)),
  );
  const complaint =
    found === undefined
      ? `only ${diagnostics.map((d) => `${d.message} @${String(d.from)}-${String(d.to)}`).join(', ')}`
      : found.message === error.detail && found.go !== null && found.go !== error.message
        ? `says ${found.go}`
        : null;
  if (name in exceptions) expect(complaint, 'is no exception any more').not.toBeNull();
  else expect(complaint, `${error.message} @${String(error.from)}-${String(error.to)}`).toBeNull();
});
