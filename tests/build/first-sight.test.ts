import { expect, test } from 'vitest';
import { drawFirstSight, firstSight } from '../../build/first-sight';
import { checksum, keepNothing } from '../../src/app';
import { defaultProject } from '../../src/app/defaults';

const drawn = await drawFirstSight();

/** The lines of a drawn editor, as text. */
function lines(html: string, editor: string): readonly string[] {
  const [, content = ''] = new RegExp(`data-text="${editor}">(.*?</div>)</div></div></div>`, 's').exec(html) ?? [];
  return Array.from(content.matchAll(/<div class="cm-line">(.*?)<\/div>/gs), ([, line = '']) =>
    line
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

test('the drawn editors hold the default project, line by line', () => {
  const project = defaultProject();
  expect(lines(drawn.html, 'template').join('\n')).toBe(project.templates.incident);
  expect(lines(drawn.html, 'payload').join('\n')).toBe(project.payloads.incident);
  expect(drawn.checksum).toBe(checksum(JSON.stringify(project)));
});

test('the message is drawn, and nothing says that work is not kept', () => {
  expect(drawn.html.includes('is not meeting its SLOs')).toBe(true);
  expect(drawn.html.includes('aria-label="Telegram preview"')).toBe(true);
  expect(drawn.html.includes('does not keep')).toBe(false);
  expect(drawn.html.includes('role="dialog"')).toBe(false);
});

test('drawing it again gives the same', async () => {
  const again = await drawFirstSight();
  expect(again.html === drawn.html).toBe(true);
  expect(again.css === drawn.css).toBe(true);
});

test('the page gets it, with the early script ahead of it and the style sheet behind', async () => {
  const { transformIndexHtml } = firstSight('n0nce');
  if (typeof transformIndexHtml !== 'object') throw new Error('the plugin has another form');
  const page = `<head><link rel="icon" href="./i.svg"><link rel="stylesheet" href="./a.css"></head><body><div id="app"></div></body>`;
  const source = `:root[data-theme=dark] { --bg: black } .note { color: red } .nowhere { color: blue }`;
  const bundle = { 'a.css': { type: 'asset', fileName: 'a.css', source } };
  const built: unknown = await Reflect.apply(transformIndexHtml.handler, undefined, [page, { bundle }]);
  if (typeof built !== 'string') throw new Error('the plugin gives no page');
  expect(built).toContain(
    `<div id="app" class="first-sight">${drawn.html}</div><link media="print" rel="stylesheet" href="./a.css">`,
  );
  expect(built.match(/rel="stylesheet"/g)).toHaveLength(1);
  expect(built.indexOf('<script>')).toBeLessThan(built.indexOf('<link rel="icon"'));
  expect(built.includes(String(drawn.checksum))).toBe(true);
  expect(built.includes('@media (prefers-color-scheme: dark){:root:not([data-theme]){ --bg: black }}')).toBe(true);
  expect(built.includes('.nowhere')).toBe(false);
  expect(built.match(/<style nonce="n0nce">/g)).toHaveLength(2);
});

test('nothing is kept and nothing is missed after keepNothing', async () => {
  const { readText, storage, storedKeys, writeText } = await import('../../src/app/persisted.svelte');
  keepNothing();
  expect(writeText('draft.a', 'text')).toBe(true);
  expect(readText('draft.a')).toBe(null);
  expect(storedKeys('')).toEqual([]);
  expect(storage.failing).toBe(false);
});
