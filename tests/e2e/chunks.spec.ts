import type { Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** The page as if it never had a moment to spare: nothing is fetched before somebody asks. */
async function openBusy(page: Page, hash = ''): Promise<PlaygroundPage> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const playground = new PlaygroundPage(page);
  await playground.open(hash);
  return playground;
}

/** Has requests for a file fail, or be answered otherwise, until the returned function is called. */
async function spoil(page: Page, file: RegExp, how: 'away' | 'gone' | 'page' | 'error'): Promise<() => Promise<void>> {
  await page.route(file, async (route) => {
    if (how === 'away') await route.abort('connectionrefused');
    else if (how === 'gone') await route.fulfill({ status: 404, body: 'not found' });
    else if (how === 'error') await route.fulfill({ status: 503, body: 'busy' });
    else await route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>a page</title>' });
  });
  return () => page.unroute(file);
}

/** Browsers write a line of their own for each request that fails. */
const failed = /Failed to load resource/;

test('nothing but the first scripts is fetched until the page is idle', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openBusy(page);
  await page.waitForLoadState('networkidle');
  const scripts = asked
    .filter((path) => path.endsWith('.js'))
    .map((path) => /^\/assets\/([\w-]+?)-[\w-]{8}\.js$/.exec(path)?.[1]);
  expect(new Set(scripts)).toEqual(
    new Set([
      ...['libraries', 'engine', 'page', 'payload-language'],
      // The workers': what renders, with the rules of the platform that is shown, and what looks for mistakes.
      ...['entry', 'reading', 'telegram-judge', 'analysing'],
      // Of which there is one.
      'diagnosing',
    ]),
  );
});

// What renders is the worker's, which a service worker keeps: tests/e2e/offline.spec.ts.
test('when the page is idle all of it is fetched, so that it works when the server is away', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  const listed = page.waitForResponse(/\/chunks\.json$/);
  await playground.open();
  const { modules } = (await (await listed).json()) as { readonly modules: readonly string[] };
  expect(modules.length).toBeGreaterThan(60);
  const known = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]'), ({ href }) => href),
    );
  await expect.poll(async () => (await known()).length).toBeGreaterThanOrEqual(modules.length);
  await page.waitForLoadState('networkidle');
  await page.route(/\/assets\//, (route) => route.abort('connectionrefused'));
  await playground.preset('Microsoft Teams', 'robust');
  expect(await playground.text(playground.template)).toContain('AdaptiveCard');
  await playground.tab('Set up');
  await expect(playground.result).toContainText('Create a workflow');
  await playground.share();
});

test('not where the browser saves data', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await new PlaygroundPage(page).open();
  await page.waitForTimeout(1500);
  expect(asked.filter((url) => url.endsWith('/chunks.json'))).toEqual([]);
});

for (const how of ['away', 'error'] as const) {
  test(`a dialog that cannot be fetched says so, and comes with Try again (${how})`, async ({ page, complaints }) => {
    complaints.expect(failed);
    const playground = await openBusy(page);
    await playground.fill(playground.template, 'typed before');
    const mend = await spoil(page, /GalleryDialog/, how);
    await page.getByRole('button', { name: /^Preset:/ }).click();
    const { dialog } = playground;
    await expect(dialog.getByRole('alert')).toContainText('The gallery could not be fetched');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The gallery could not be fetched');
    await mend();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog.getByRole('searchbox', { name: 'Search presets' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: /^Preset:/ })).toBeFocused();
    expect(await playground.text(playground.template)).toBe('typed before');
  });
}

test('what several parts share may fail too', async ({ page, complaints }) => {
  complaints.expect(failed);
  const playground = await openBusy(page);
  const mend = await spoil(page, /\/kit-/, 'away');
  await playground.tab('Test send');
  await expect(playground.result.getByRole('alert')).toContainText('The form for test sends could not be fetched');
  await mend();
  await playground.result.getByRole('button', { name: 'Try again' }).click();
  await expect(playground.result.getByRole('textbox', { name: 'Webhook URL' })).toBeVisible();
});

test('a preset whose templates cannot be fetched changes nothing until it is tried again', async ({
  page,
  complaints,
}) => {
  complaints.expect(failed);
  const playground = await openBusy(page);
  await playground.fill(playground.template, 'typed before');
  const mend = await spoil(page, /slack-presets/, 'away');
  await page.getByRole('button', { name: /^Preset:/ }).click();
  await playground.dialog.getByRole('button', { name: 'Slack, robust' }).click();
  const notice = playground.notice('The templates for Slack could not be fetched');
  await expect(notice).toBeVisible();
  expect(await playground.text(playground.template)).toBe('typed before');
  await mend();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(playground.notice('Loaded Slack, robust')).toBeVisible();
  expect(await playground.text(playground.template)).toContain('attachments');
});

test('a platform whose rules cannot be fetched is neither shown nor judged until they are there', async ({
  page,
  complaints,
}) => {
  complaints.expect(failed);
  const playground = await openBusy(page);
  await playground.tab('Preview');
  const mend = await spoil(page, /discord-judge/, 'away');
  await playground.result.getByRole('combobox', { name: 'Platform' }).selectOption('discord');
  const notice = playground.notice('The rules and the preview of Discord could not be fetched.');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('group', { name: 'Discord preview' })).toHaveCount(0);
  await expect(playground.result).not.toContainText('Discord accepts');
  await mend();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('group', { name: 'Discord preview' })).toBeVisible();
});

test('what finds mistakes is asked again, once it can be fetched', async ({ page, complaints }) => {
  complaints.expect(failed);
  const mend = await spoil(page, /\/analysing-/, 'away');
  const playground = await openBusy(page);
  await playground.fill(playground.template, 'fine {{ .Status }} and {{ .Statu }}');
  const notice = playground.notice('What finds mistakes in templates could not be fetched.');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write .Status' })).toHaveCount(0);
  await mend();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Write .Status' }).first()).toBeVisible();
  expect(await playground.text(playground.template)).toBe('fine {{ .Status }} and {{ .Statu }}');
});

for (const how of ['gone', 'page'] as const) {
  test(`a page that outlives a deployment offers to reload, and the work is kept (${how})`, async ({
    page,
    complaints,
  }) => {
    complaints.expect(failed);
    const playground = await openBusy(page);
    const mend = await spoil(page, /GalleryDialog/, how);
    await playground.fill(playground.template, 'typed before');
    await page.getByRole('button', { name: /^Preset:/ }).click();
    await expect(playground.dialog.getByRole('alert')).toContainText(
      'the server has a newer release of this page by now',
    );
    await mend();
    await playground.dialog.getByRole('button', { name: 'Reload' }).click();
    await page.waitForEvent('load');
    await expect(playground.template).toBeVisible();
    expect(await playground.text(playground.template)).toBe('typed before');
  });
}

test('a link that cannot be read yet stays in the address, and opens with Try again', async ({ page, complaints }) => {
  complaints.expect(failed);
  const hash = encode({
    kind: 'incident',
    version: 'documented',
    preset: null,
    templates: { incident: 'a shared template', deployment: '', alert: '' },
    payloads: { incident: '{}', deployment: '{}', alert: '{}' },
    customFields: [],
  });
  const mend = await spoil(page, /\/codec-/, 'away');
  const playground = await openBusy(page, hash);
  const notice = playground.notice('What reads and makes links could not be fetched');
  await expect(notice).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
  await mend();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => playground.text(playground.template)).toBe('a shared template');
});

test('what takes a while is called loading, quietly', async ({ page }) => {
  const playground = await openBusy(page);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/SetupPanel/, async (route) => {
    await held;
    await route.continue();
  });
  await playground.tab('Set up');
  await expect(playground.result.getByRole('status')).toHaveText('Loading …');
  answer();
  await expect(playground.result).toContainText('Create a bot');
});
