/** What is loaded in place of the work: presets for the release that is chosen, and what was filled into them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultProject } from '../../src/app/defaults';
import { Dialogs } from '../../src/app/dialogs.svelte';
import type { Drafts } from '../../src/app/drafts.svelte';
import { Fetching } from '../../src/app/fetching';
import { Loader } from '../../src/app/loader';
import { Notices } from '../../src/app/notices.svelte';
import { PlatformChoice } from '../../src/app/platform-choice.svelte';
import type { Saving } from '../../src/app/saving';
import { Workspace } from '../../src/app/workspace.svelte';
import {
  type CorootVersion,
  corootVersions,
  defaultVersion,
  findVersion,
  lackingFields,
  notificationKinds,
  samplesFor,
} from '../../src/coroot';
import { type Preset, findPreset } from '../platforms/all';
import type { Project } from '../../src/share';
import { decode } from '../../src/share/codec';
import links from '../share/links.jsonl?raw';
import { asker } from './asking';

const older = corootVersions.find((version) => lackingFields('incident', version).length > 0)!;
const map = corootVersions.find(({ data }) => data === 'map')!;
const robust = findPreset('telegram.robust')!;
const documented = findPreset('telegram')!;

let work: Workspace;
let kept: string[];
let notices: Notices;
let load: Loader;

/** A tab with a preset, for a version. */
function open(preset: Preset, version: CorootVersion): void {
  work.update({ version: version.id, preset: preset.id, templates: preset.templatesFor(version) });
}

beforeEach(() => {
  kept = [];
  const drafts = { snapshot: (reason: string) => kept.push(reason) > 0 } as unknown as Drafts;
  work = new Workspace(
    defaultProject(),
    false,
    () => undefined,
    () => null,
    asker(),
  );
  notices = new Notices();
  const fetching = new Fetching(notices, () => undefined);
  load = new Loader(work, drafts, {} as unknown as Saving, new PlatformChoice(work), new Dialogs(), notices, fetching);
});

describe('a preset', () => {
  test.each([defaultVersion, older, map])('has its texts for $id', async (version) => {
    work.update({ version: version.id });
    await load.preset(robust);
    expect(work.project).toMatchObject({ preset: robust.id, templates: robust.templatesFor(version) });
  });

  test('gets what was filled into another of its platform, each kind its own, else that of another kind', async () => {
    open(documented, defaultVersion);
    const chat = (text: string, id: string): string => text.replace('-123456789', id);
    const { incident, deployment, alert } = work.templates;
    work.update({ templates: { incident: chat(incident, '-1') + '{{ .URL }}', deployment, alert: chat(alert, '-3') } });
    await load.preset(robust);
    const texts = robust.templatesFor(defaultVersion);
    expect(work.templates).toEqual({
      incident: chat(texts.incident, '-1'),
      deployment: chat(texts.deployment, '-1'),
      alert: chat(texts.alert, '-3'),
    });
  });

  test('gets nothing from another platform', async () => {
    open(findPreset('slack.robust')!, defaultVersion);
    work.setTemplate('incident', '{"chat_id": "-1"}');
    await load.preset(robust);
    expect(work.templates).toEqual(robust.templatesFor(defaultVersion));
  });
});

describe('a release, over payloads of one’s own,', () => {
  beforeEach(() => {
    work.update({ payloads: { incident: '{}', deployment: '{}', alert: '{}' } });
  });

  test('adapts a preset that nobody edited, and Undo takes that back', async () => {
    open(robust, defaultVersion);
    const before = work.project;
    await load.release(older.id);
    expect(work.project).toEqual({ ...before, version: older.id, templates: robust.templatesFor(older) });
    expect(work.templates.incident).not.toBe(before.templates.incident);
    expect(kept).toEqual([`Before: Adapted the templates to Coroot ${older.name}`]);
    notices.current?.action?.run();
    expect(work.project).toEqual(before);
  });

  test('and adapts it back', async () => {
    open(robust, defaultVersion);
    const { templates } = work;
    await load.release(map.id);
    await load.release(older.id);
    await load.release(defaultVersion.id);
    expect(work.templates).toEqual(templates);
  });

  test('keeps what was filled in, each kind its own', async () => {
    open(robust, defaultVersion);
    const chat = (text: string): string => text.replace('"-123456789"', '-42');
    work.setTemplate('incident', chat(work.templates.incident));
    await load.release(older.id);
    const texts = robust.templatesFor(older);
    expect(work.templates).toEqual({ ...texts, incident: chat(texts.incident) });
  });

  test('leaves a text that was edited, and adapts the others', async () => {
    open(robust, defaultVersion);
    work.setTemplate('incident', `${work.templates.incident} `);
    const { incident } = work.templates;
    await load.release(map.id);
    expect(work.templates).toEqual({ ...robust.templatesFor(map), incident });
  });

  test('adapts the preset’s text for another release than was chosen', async () => {
    open(robust, defaultVersion);
    work.update({ version: older.id });
    await load.release(older.id);
    expect(work.templates).toEqual(robust.templatesFor(older));
  });

  test.each([
    { name: 'templates of no preset', preset: null },
    { name: 'a documented preset', preset: documented },
  ])('leaves $name', async ({ preset }) => {
    open(preset ?? robust, defaultVersion);
    if (preset === null) work.update({ preset: null });
    const { templates } = work;
    await load.release(older.id);
    expect(work.project).toMatchObject({ version: older.id });
    expect(work.templates).toEqual(templates);
    expect(kept).toEqual([]);
    expect(notices.current).toBeNull();
  });
});

describe('a release, over samples,', () => {
  const newest = findVersion('1.24.0');

  test('takes its own, says so, and Undo takes that back', async () => {
    work.update({ preset: null });
    const before = work.project;
    await load.release(newest.id);
    const [incident, deployment, alert] = notificationKinds.map((kind) => work.payloads[kind]);
    expect(samplesFor('incident', newest).map(({ payload }) => payload)).toContain(incident);
    expect(samplesFor('deployment', newest).map(({ payload }) => payload)).toContain(deployment);
    expect(samplesFor('alert', newest).map(({ payload }) => payload)).toContain(alert);
    expect(work.templates).toEqual(before.templates);
    expect(kept).toEqual(['Before: Adapted the samples to Coroot 1.24 and later']);
    notices.current?.action?.run();
    expect(work.project).toEqual(before);
  });

  test('and adapts a preset with them', async () => {
    open(robust, defaultVersion);
    await load.release(older.id);
    expect(work.templates).toEqual(robust.templatesFor(older));
    expect(kept).toEqual([`Before: Adapted the templates and the samples to Coroot ${older.name}`]);
  });

  test('leaves a payload that was edited', async () => {
    const incident = `${work.payloads.incident} `;
    work.update({ payloads: { ...work.payloads, incident } });
    await load.release(newest.id);
    expect(work.payloads.incident).toBe(incident);
    expect(work.payloads.deployment).not.toBe(defaultProject().payloads.deployment);
  });

  test('says nothing where the releases send the same', async () => {
    await load.release(newest.id);
    const { payloads } = work;
    kept = [];
    await load.release('next');
    expect(work.project).toMatchObject({ version: 'next', payloads });
    expect(kept).toEqual([]);
  });
});

describe('what an earlier build made of robust presets', () => {
  const rows = links
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly name: string; readonly link: string });
  const earlier = rows.filter(({ name }) => name.includes(', robust'));

  function opened(link: string): Project {
    const decoded = decode(link);
    if (!decoded.ok) throw new Error(decoded.message);
    return decoded.project;
  }

  test('is in links', () => {
    expect(earlier.length).toBeGreaterThan(9);
  });

  test.each(earlier)('$name: is a text of its own, which no release replaces', async ({ link }) => {
    const { templates, ...project } = opened(link);
    const preset = findPreset(project.preset ?? '')!;
    expect(Object.values(preset.templatesFor(findVersion(project.version)))).not.toContain(templates.incident);
    work.update({ ...project, templates });
    for (const version of corootVersions) await load.release(version.id);
    expect(work.templates).toEqual(templates);
  });

  test('keeps what was filled in when the preset is loaded anew', async () => {
    const { link } = earlier.find(({ name }) => name === 'telegram, robust, with a chat id')!;
    const project = opened(link);
    const chat = /"chat_id": ("-?\d+")/.exec(project.templates.incident)![1]!;
    expect(chat).not.toBe('"-123456789"');
    work.update(project);
    await load.preset(robust);
    const { incident } = robust.templatesFor(findVersion(project.version));
    expect(work.templates.incident).toBe(incident.replace('"-123456789"', chat));
  });
});
