import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findVersion } from '../../src/coroot';
import { inspect } from '../../src/pipeline';
import { answerOf, parseCases } from '../conformance/case-file';

const { cases } = parseCases(readFileSync(new URL('../conformance/cases/go-versions.txt', import.meta.url), 'utf8'));

test.each(cases)('the page says of $name what the Go of that release says', (recorded) => {
  const { request } = recorded;
  if (request.mode !== 'coroot' || request.template === undefined) throw new Error('no case of Coroot');
  const { template, version, payload } = request;
  const { rendered } = inspect({ kind: 'incident', version, template, payload, customFields: [] }, null);
  const { body, error } = answerOf(recorded, findVersion(version).go);
  if (error === null) expect(rendered).toMatchObject({ ok: true, body });
  // A panic has no words of Coroot around it.
  else if (error.startsWith('panic: ')) expect(rendered).toMatchObject({ ok: false, template: { detail: error } });
  else expect(rendered).toMatchObject({ ok: false, source: 'coroot', message: error });
});
