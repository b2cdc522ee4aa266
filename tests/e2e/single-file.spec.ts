import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { singleFile } from '../../build/single-file';
import { test as base, expect } from './fixtures';
import { PlaygroundPage } from './page';

/** The page of one file, made as `npm run build:single` makes it, once for all tests here. */
const test = base.extend<object, { file: string }>({
  file: [
    // Playwright wants the fixtures it depends on as a destructured parameter, even when there are none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'playground-single-'));
      const root = fileURLToPath(new URL('../..', import.meta.url));
      const args = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'single', '--outDir', folder, '--emptyOutDir'];
      execFileSync(process.execPath, args, {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: 'pipe',
      });
      await use(join(folder, singleFile));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ file }, use) => {
    await use(pathToFileURL(file).href);
  },
});

test('the page of one file works from a folder, and asks for nothing', async ({ page, file }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const playground = new PlaygroundPage(page);
  const address = pathToFileURL(file).href;
  await page.goto(address);
  await playground.tab('Preview');
  await expect(page.getByRole('group', { name: 'Telegram preview' })).toContainText('app1');
  // What is fetched later elsewhere is here from the start.
  await playground.preset('Microsoft Teams', 'robust');
  await expect(page.getByRole('group', { name: 'Microsoft Teams preview' })).toContainText('app1');
  await playground.preset('Rocket.Chat', 'robust');
  await expect(page.getByRole('group', { name: 'Rocket.Chat preview' })).toContainText('app1');
  await playground.template.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('typed: {{ .Status');
  await page.keyboard.type(' }}');
  await playground.tab('Raw');
  await expect(playground.output).toContainText('typed: WARNING');
  await playground.more('Keyboard shortcuts');
  const [licences] = await Promise.all([
    page.waitForEvent('download'),
    playground.dialog.getByRole('link', { name: /^Licences/ }).click(),
  ]);
  expect(licences.suggestedFilename()).toBe('licenses.md');
  await page.keyboard.press('Escape');
  // Only the file itself, and what stands in it.
  expect(asked.filter((url) => !url.startsWith(address) && !/^(?:data|blob):/.test(url))).toEqual([]);
  expect(
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistrations().then(
        (all) => all.length,
        () => 0,
      ),
    ),
  ).toBe(0);
  // Work is kept as it is on a server.
  await playground.kept('typed: {{ .Status');
  await page.reload();
  await expect(playground.template).toHaveText('typed: {{ .Status }}');
});

test('its policy refuses scripts that are not its own', async ({ page, file, complaints }) => {
  complaints.expect(/require-trusted-types-for|TrustedHTML|script-src|Content Security Policy/);
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator('.cm-editor').first()).toBeVisible();
  const markup = page.evaluate(() => (document.body.innerHTML = '<p>hello</p>'));
  await expect(markup).rejects.toThrow(/TrustedHTML/);
});
