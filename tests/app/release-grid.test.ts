import { describe, expect, test } from 'vitest';
import { defaultProject } from '../../src/app/defaults';
import { inputOf } from '../../src/app/input';
import { ReleaseGrid } from '../../src/app/release-grid.svelte';
import { type CorootVersion, type NotificationKind, corootVersions, findVersion } from '../../src/coroot';
import { fareOn as fareOnRelease } from '../../src/pipeline/on-release';
import type { Project } from '../../src/share';
import { asker } from './asking';

/** A project of plain texts with one incident template, shown as the documentation has it. */
const withTemplate = (incident: string, more: Partial<Project> = {}): Project => {
  const project = defaultProject();
  return { ...project, templates: { incident, deployment: 'd', alert: 'a' }, ...more };
};

/** How a project's template of a kind fares on a release. */
const fareOn = (project: Project, platform: null, version: CorootVersion, kind: NotificationKind) =>
  fareOnRelease(inputOf(project, kind), platform, version);

describe('a template on a release', () => {
  test('fails where a field is missing, with the words of that release and the payload that shows it', () => {
    const cell = fareOn(withTemplate('{{ .RCASummary }}'), null, findVersion('1.18'), 'incident');
    expect(cell).toMatchObject({ outcome: 'fail', differs: false });
    expect(cell.reason).toContain("can't evaluate field RCASummary in type notifications.IncidentTemplateValues");
    expect(cell.payload).not.toBe('');
    expect(fareOn(withTemplate('{{ .RCASummary }}'), null, findVersion('1.19.2'), 'incident').outcome).toBe('pass');
  });

  test('works on the release it is shown on, and its output does not differ from itself', () => {
    const cell = fareOn(withTemplate('{{ .Status }}'), null, findVersion('documented'), 'incident');
    expect(cell).toEqual({ outcome: 'pass', reason: '', payload: '', differs: false });
  });

  test('says where its output differs: applications carry a cluster since 1.17', () => {
    const payload = '{"status": "OK", "application": {"Namespace": "n", "Kind": "k", "Name": "a"}, "url": "u"}';
    const project = withTemplate('{{ .Application }}', {
      version: '1.0',
      payloads: { ...defaultProject().payloads, incident: payload },
    });
    expect(fareOn(project, null, findVersion('1.0'), 'incident').differs).toBe(false);
    expect(fareOn(project, null, findVersion('1.17'), 'incident').differs).toBe(true);
    expect(
      fareOn(
        { ...project, templates: { ...project.templates, incident: 'same' } },
        null,
        findVersion('1.17'),
        'incident',
      ).differs,
    ).toBe(false);
  });

  test('is not blamed for a payload that the release does not read', () => {
    const project = withTemplate('{{ .Status }}', {
      payloads: { ...defaultProject().payloads, incident: '{"status": 1}' },
    });
    expect(fareOn(project, null, findVersion('1.18'), 'incident').outcome).toBe('pass');
  });
});

test('the grid has every release, and no cell for what one does not send', async () => {
  const grid = new ReleaseGrid(() => false, asker());
  await grid.run(withTemplate('{{ .Status }}'), null);
  expect(grid.fresh).toBe(true);
  expect(grid.rows.map(({ version }) => version.id)).toEqual(corootVersions.map(({ id }) => id));
  for (const { version, cells } of grid.rows) {
    for (const kind of ['incident', 'deployment', 'alert'] as const) {
      expect(cells[kind] !== null).toBe(version.kinds.includes(kind));
    }
  }
});

test('nothing is rendered while rendering is paused, and a newer run ends an older one', async () => {
  const paused = new ReleaseGrid(() => true, asker());
  await paused.run(withTemplate('x'), null);
  expect(paused.rows).toEqual([]);
  const grid = new ReleaseGrid(() => false, asker());
  const older = grid.run(withTemplate('{{ .Nope }}'), null);
  await grid.run(withTemplate('x'), null);
  await older;
  expect(grid.rows.every(({ cells }) => cells.incident?.outcome === 'pass')).toBe(true);
});
