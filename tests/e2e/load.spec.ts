import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('the page opens with its title and an editor, without complaints', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Coroot/);
  await expect(page.locator('.cm-editor').first()).toBeVisible();
});

test('a first visit shows a template, its payload and a valid body side by side', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.template).toContainText('{{');
  await expect(playground.payload).toContainText('"default:Deployment:app1"');
  await expect(playground.output).toContainText('error budget burn rate is 20x within 1 hour');
  await expect(playground.result).toContainText('Valid JSON');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const editor = (await playground.template.boundingBox())!;
  const output = (await playground.output.boundingBox())!;
  expect(output.x).toBeGreaterThanOrEqual(editor.x + editor.width);
});

test('the licences of what is in the page, the icons’ too, are a click away', async ({ page, request }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.more('Keyboard shortcuts');
  const link = playground.dialog.getByRole('link', { name: /^Licences/ });
  const answer = await request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  const text = await answer.text();
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  // What builds the page, and the entry of CodeMirror whose parts stand for themselves, are not in it.
  const inPage = Object.keys(dependencies).filter((name) => !/^(vite|@sveltejs\/.*|codemirror)$/.test(name));
  expect(inPage.filter((name) => !text.includes(`## ${name} - `))).toEqual([]);
  expect(text).toContain('ISC License\n\nCopyright (c) 2026 Lucide Icons and Contributors');
  expect(text).toContain('Copyright (c) 2013-present Cole Bemis');
  expect(text).toContain(readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8').trim());
});

test('the page works from any folder of a server', async ({ page }) => {
  await page.goto('./');
  const urls = await page
    .locator('[src], link[href]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('src') ?? node.getAttribute('href')));
  expect(urls.filter((url) => !url?.startsWith('./'))).toEqual([]);
});

test('without storage the page works and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage'] as const)
      Object.defineProperty(window, name, { get: blocked });
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page.getByRole('alert')).toContainText('does not keep your work');
  await playground.fill(playground.template, 'still {{ .Status }}');
  await playground.tab('Body');
  await expect(playground.output).toHaveText('still WARNING');
  await playground.preset('Discord');
  await expect(playground.result).toContainText('Valid JSON');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('with storage nothing is said about it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'kept');
  await playground.kept('kept');
  await expect(page.getByText('does not keep your work')).toHaveCount(0);
});

test('the content security policy refuses markup and scripts from strings', async ({ page, complaints }) => {
  complaints.expect(/require-trusted-types-for|TrustedHTML|TrustedScript|unsafe-eval/);
  await page.goto('./');
  const markup = page.evaluate(() => (document.body.innerHTML = '<p>hello</p>'));
  await expect(markup).rejects.toThrow(/TrustedHTML/);
  const script = page.evaluate(() => (document.createElement('script').text = 'alert(1)'));
  await expect(script).rejects.toThrow(/TrustedScript/);
});
