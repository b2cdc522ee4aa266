import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { platforms } from './all';
import { previewText } from '../../src/platforms/preview/preview';
import { type BodyFile, parseBodyFile } from './body-file';
import { previewOf, verdictOn } from './received';

const root = fileURLToPath(new URL('bodies/', import.meta.url));

interface Row {
  readonly name: string;
  readonly file: BodyFile;
}

function filesOf(id: string): readonly Row[] {
  const folder = `${root}${id}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: parseBodyFile(readFileSync(`${folder}/${name}`, 'utf8')) }));
}

test('every folder belongs to a platform, and every file is accepted or refused', () => {
  for (const id of readdirSync(root)) {
    expect(platforms.map((p) => p.id)).toContain(id);
    for (const { name } of filesOf(id)) expect(name).toMatch(/^[yn]_[\w-]+\.txt$/);
  }
});

test.each(
  'alertmanager discord github goalert google-chat gotify incident-io lark mattermost ntfy opsgenie pagerduty rocket-chat slack teams telegram wecom zulip'.split(
    ' ',
  ),
)('%s has ten bodies and more', (id) => {
  expect(filesOf(id).length).toBeGreaterThanOrEqual(10);
});

describe.each(platforms.filter(({ id }) => filesOf(id).length > 0))('$name', (platform) => {
  test.each(filesOf(platform.id))('$name', ({ name, file }) => {
    const { findings } = verdictOn(platform, file.body);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (name.startsWith('y_')) expect(errors).toEqual([]);
    else {
      expect(file.finds.map(({ severity }) => severity)).toContain('error');
      expect(errors).not.toEqual([]);
    }
    for (const finding of findings) {
      expect(finding.from).toBeGreaterThanOrEqual(0);
      expect(finding.to).toBeGreaterThanOrEqual(finding.from);
      expect(finding.to).toBeLessThanOrEqual(file.body.length);
    }
    for (const { severity, code, answer, at } of file.finds) {
      const found = findings.find((f) => f.severity === severity && f.code === code);
      if (found === undefined) throw new Error(`no ${severity} ${code} among ${JSON.stringify(findings)}`);
      if (answer !== null) expect(found.answer).toBe(answer);
      if (at !== null) expect(file.body.slice(found.from, found.to)).toBe(at);
    }
    const shown = previewText(previewOf(platform, file.body));
    for (const text of file.shows) expect(shown).toContain(text);
  });
});
