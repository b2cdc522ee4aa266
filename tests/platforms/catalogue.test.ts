/** A row is always there and small; the parts of a platform are fetched, and none brings another along. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  findPlatform,
  findPreset,
  firstPreset,
  loadGuide,
  loadPlatform,
  loadPresets,
  platforms,
  presetsOf,
  templatesOf,
} from '../../src/platforms';
import { defaultVersion, notificationKinds } from '../../src/coroot';

const root = fileURLToPath(new URL('../../src/platforms/', import.meta.url));

/** The files that a file imports when it starts: neither types nor what is imported on demand. */
function importedBy(file: string): readonly string[] {
  if (!file.endsWith('.ts')) return [];
  const found: string[] = [];
  for (const statement of ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest).statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue;
    if (!moduleSpecifier.text.startsWith('.') || isTypeOnly(statement)) continue;
    const path = join(dirname(file), moduleSpecifier.text.replace(/\?raw$/, ''));
    const resolved = [path, `${path}.ts`, join(path, 'index.ts')].find((at) => existsSync(at) && /\.\w+$/.test(at));
    if (resolved === undefined) throw new Error(`${file} imports ${moduleSpecifier.text}, which is not there`);
    found.push(resolved);
  }
  return found;
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const { importClause } = statement;
  if (importClause === undefined) return false;
  const { namedBindings } = importClause;
  const named = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  const isType = importClause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return isType || (importClause.name === undefined && named.length > 0 && named.every((name) => name.isTypeOnly));
}

/** Everything that a file has with it, within this layer; paths are relative to it. */
function bundleOf(file: string): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || !path.startsWith(root)) return;
    found.add(path);
    importedBy(path).forEach(visit);
  };
  visit(join(root, file));
  return [...found].map((path) => relative(root, path)).sort();
}

test('there is a row for every folder, and a folder for every row', () => {
  expect(platforms.map(({ id }) => id).sort()).toEqual(readdirSync(join(root, 'each')).sort());
});

test('the catalogue brings rows and what they are made with, and the templates of a first visit', () => {
  const files = [...bundleOf('catalogue/load.ts'), ...bundleOf('catalogue/first.ts')];
  const own = [...new Set(files)].filter((file) => !/^each\/[\w-]+\/row\.ts$/.test(file));
  expect(own.sort()).toEqual([
    'catalogue/first.ts',
    'catalogue/load.ts',
    'catalogue/platform.ts',
    'catalogue/platforms.ts',
    'each/telegram/presets/documented.ts',
    'each/telegram/presets/documented/alert.tmpl',
    'each/telegram/presets/documented/deployment.tmpl',
    'each/telegram/presets/documented/incident.tmpl',
    'presets/presets.ts',
  ]);
});

describe.each(platforms)('$id', (row) => {
  const { id } = row;

  test('its folder gives the platform of that row', async () => {
    const platform = await loadPlatform(id);
    expect(platform).toMatchObject(row);
    expect(['text', 'json', 'object']).toContain(platform.reading.reads);
    expect(platform.skin.light.page).not.toBe('');
    // The same object each time: what is derived from it rests.
    expect(await loadPlatform(id)).toBe(platform);
    expect((await loadGuide(id)).setup.length).toBeGreaterThan(0);
    const presets = await loadPresets(id);
    expect(presets.documented !== null).toBe(row.hasDocumented);
    for (const { flavour } of presetsOf(row)) {
      const texts = templatesOf(presets, flavour)(defaultVersion);
      for (const kind of notificationKinds) expect(texts[kind]).not.toBe('');
    }
  });

  test('its judge has no templates with it, and its templates and guide have no judge', () => {
    const mine = (part: string): readonly string[] => bundleOf(`each/${id}/${part}.ts`);
    expect(mine('judge').filter((file) => /\.tmpl$|(?:^|\/)(?:presets|guide)(?:\/|\.ts)/.test(file))).toEqual([]);
    expect(mine('guide').filter((file) => /^(?:body|markup|preview|foreign|presets)\//.test(file))).toEqual([]);
    expect(
      mine('presets').filter((file) => /^(?:body|markup|preview|foreign)\/|(?:rules|draw|skin)\.ts$/.test(file)),
    ).toEqual([]);
  });

  test('says that an object with a text is a message where its simple template is one', async () => {
    const { reading } = await loadPlatform(id);
    const { simple } = await loadPresets(id);
    const isText = /^\{\s*"text":/m.test(simple.templatesFor(defaultVersion).incident);
    if (reading.reads === 'object') expect(reading.takesText === true).toBe(isText);
  });
});

test('the preset of a first visit is one that can be loaded, with the same texts', async () => {
  const preset = findPreset(firstPreset.id)!;
  const presets = await loadPresets(preset.platform.id);
  expect(templatesOf(presets, preset.flavour)(defaultVersion)).toEqual(firstPreset.templates);
});

test('what is no platform is found nowhere', async () => {
  expect(findPlatform('nobody')).toBeNull();
  await expect(loadPlatform('nobody')).rejects.toThrow(RangeError);
  await expect(loadPresets('')).rejects.toThrow(RangeError);
});
