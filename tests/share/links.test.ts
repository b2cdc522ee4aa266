/** Links made by the build of 30 November 2026 (1ffeda0) open to the texts that they held then, for ever. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corootVersions, notificationKinds } from '../../src/coroot';
import { findPreset } from '../platforms/all';
import type { Project } from '../../src/share';
import { decode } from '../../src/share/codec';

interface Row {
  readonly name: string;
  readonly link: string;
  readonly project: Pick<Project, 'kind' | 'version' | 'preset' | 'customFields'>;
  readonly sha256: Readonly<Record<string, string>>;
}

const rows = readFileSync(new URL('links.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('there are twenty', () => {
  expect(rows).toHaveLength(20);
});

describe.each(rows)('$name', ({ link, project, sha256: recorded }) => {
  test('opens to its texts', () => {
    const decoded = decode(link);
    if (!decoded.ok) throw new Error(decoded.message);
    const { templates, payloads, ...rest } = decoded.project;
    expect(rest).toEqual(project);
    const hashes = notificationKinds.flatMap((kind) => [
      [`${kind} template`, sha256(templates[kind])],
      [`${kind} payload`, sha256(payloads[kind])],
    ]);
    expect(Object.fromEntries(hashes)).toEqual(recorded);
  });

  test('names a version and a preset that are still there', () => {
    expect(corootVersions.map(({ id }) => id)).toContain(project.version);
    if (project.preset !== null) expect(findPreset(project.preset)).not.toBeNull();
  });
});
