/** The grid as a long run: cell by cell, stopped and gone on with, and never of an older project. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultProject } from '../../src/app/defaults';
import { Grid, type GridGroup } from '../../src/app/grid.svelte';
import { OwnPayloads } from '../../src/app/own-payloads.svelte';
import { findVersion, hostileSamples, samplesFor } from '../../src/coroot';
import type { Project } from '../../src/share';
import { FakeStorage } from './browser';
import { LateAnswers } from './late-answers';

const project: Project = { ...defaultProject(), templates: { incident: 'i', deployment: 'd', alert: 'a' } };
const version = findVersion(project.version);
/** How many cells there are: every sample of every kind the release sends. */
const count = version.kinds.flatMap((kind) => [
  ...samplesFor(kind, version),
  ...samplesFor(kind, version, hostileSamples),
]).length;

let answers: LateAnswers;
let paused: boolean;
let grid: Grid;

beforeEach(() => {
  vi.stubGlobal('localStorage', new FakeStorage());
  answers = new LateAnswers();
  paused = false;
  grid = new Grid(new OwnPayloads(), () => paused, answers.ask);
});

const cells = (groups: readonly GridGroup[]): number =>
  groups.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells).filter((cell) => cell !== null))).length;

/** Answers so many cells. */
async function answer(some: number): Promise<void> {
  for (let i = 0; i < some; i++) await answers.first('fare').reply();
}

test('one cell is asked at a time, and how far it is can be seen', async () => {
  void grid.run(project, null);
  expect(grid.progress).toMatchObject({ running: true, done: 0, total: count });
  expect(answers.open).toHaveLength(1);
  await answer(3);
  expect(grid.progress.done).toBe(3);
  expect(answers.open).toHaveLength(1);
  expect(grid.fresh).toBe(false);
  await answer(count - 3);
  expect(grid.fresh).toBe(true);
  expect(grid.progress.running).toBe(false);
  expect(cells(grid.groups)).toBe(count);
});

test('a cell that was stopped fails, with the reason, and the others go on', async () => {
  void grid.run(project, null);
  await answers.first('fare').reply({ kind: 'stopped', after: 10_000 });
  await answer(count - 1);
  expect(grid.totals).toEqual({ pass: count - 1, warn: 0, fail: 1 });
  const failed = grid.groups.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  expect(failed.find((cell) => cell?.outcome === 'fail')?.reason).toBe(
    'The playground stopped this template after 10 seconds; Coroot would go on.',
  );
});

describe('a person', () => {
  test('stops it, sees what there is, and goes on where it was', async () => {
    void grid.run(project, null);
    await answer(5);
    grid.halt();
    expect(grid.progress).toMatchObject({ running: false, halted: true, done: 5 });
    expect(cells(grid.groups)).toBe(5);
    expect(grid.fresh).toBe(false);
    await answers.all();
    expect(grid.progress.done).toBe(5);
    void grid.goOn();
    expect(grid.progress.halted).toBe(false);
    while (!grid.fresh) await answer(1);
    expect(cells(grid.groups)).toBe(count);
  });

  test('who stopped it is not overruled by what is typed: it begins anew when asked', async () => {
    void grid.run(project, null);
    await answer(5);
    grid.halt();
    await answers.all();
    await grid.run({ ...project, templates: { ...project.templates, incident: '{{ .Nope }}' } }, null);
    expect(answers.open).toHaveLength(0);
    void grid.goOn();
    expect(grid.progress.done).toBe(0);
    await answers.all();
    await vi.waitFor(() => {
      expect(grid.fresh).toBe(true);
    });
    expect(grid.totals.fail).toBeGreaterThan(0);
  });
});

test('a newer run ends an older one, and a late answer to that is in no cell', async () => {
  void grid.run({ ...project, templates: { ...project.templates, incident: '{{ .Nope }}' } }, null);
  const late = answers.first('fare');
  void grid.run(project, null);
  await late.reply();
  await answers.all();
  await vi.waitFor(() => {
    expect(grid.fresh).toBe(true);
  });
  expect(grid.totals).toEqual({ pass: count, warn: 0, fail: 0 });
});

test('nothing is rendered while rendering is paused', async () => {
  paused = true;
  await grid.run(project, null);
  await grid.goOn();
  expect(answers.open).toEqual([]);
});

test('what fails is offered the fix that mends it', async () => {
  void grid.run({ ...project, templates: { ...project.templates, incident: '{{ .Statu }}' } }, null);
  await answers.all();
  await vi.waitFor(async () => {
    await answers.all();
    expect(grid.repairs.size).toBeGreaterThan(0);
  });
  expect([...grid.repairs.values()][0]).toMatchObject({ kind: 'incident', fix: { title: 'Write `.Status`' } });
});
