import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/pipeline';
import { corootVersions, findVersion, notificationKinds, rootFields } from '../../src/coroot';
import { parseCases } from './case-file';

// What Go says of a field that the selected version lacks stands in the file.
const { cases } = parseCases(readFileSync(new URL('cases/coroot-lacking.txt', import.meta.url), 'utf8'));
const newest = findVersion('1.19.2');
const custom = [['team', 'SRE']] as const;

function names(kind: (typeof notificationKinds)[number], version: typeof newest): readonly string[] {
  if (!version.kinds.includes(kind)) return [];
  const roots = rootFields(kind, version, custom).map((f) => f.name);
  return version.clusters && roots.includes('Application') ? [...roots, 'Application.ClusterId'] : roots;
}

describe.each(corootVersions)('$id', (version) => {
  test.each(notificationKinds)('every field of an %s that it lacks was given to Go', (kind) => {
    const has = names(kind, version);
    const lacks = names(kind, newest).filter((name) => !has.includes(name));
    const recorded = cases.map((c) => c.name);
    expect(recorded).toEqual(expect.arrayContaining(lacks.map((name) => `${version.id} ${kind} .${name}`)));
  });
});

test.each(cases)('the page says of $name what Go says', ({ request, answer }) => {
  if (request.mode !== 'coroot' || request.template === undefined) throw new Error('no case of Coroot');
  const { template, version, payload, customFields = [] } = request;
  const kind = notificationKinds.find((k) => k === request.kind);
  if (kind === undefined) throw new Error('no kind');
  const { rendered } = inspect({ kind, version, template, payload, customFields }, null);
  const got = rendered.ok ? { body: rendered.body, error: null } : { body: '', error: rendered.message };
  if (findVersion(version).kinds.includes(kind)) expect(got).toEqual({ body: answer.body, error: answer.error });
  else expect(got.error).toContain(`sends no ${kind}s`);
});
