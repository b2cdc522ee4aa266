import type { Browser, BrowserContext, Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { Complaints, expect, test } from './fixtures';
import { type Kind, PlaygroundPage, closeTabs, hashOf, projectOf } from './page';

const kinds: readonly Kind[] = ['Incident', 'Deployment', 'Alert'];

/** Somebody else: another browser profile, with a page that is listened to. */
async function somebodyElse(
  browser: Browser,
): Promise<{ context: BrowserContext; page: Page; complaints: Complaints }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = new Complaints();
  await complaints.listen(page);
  return { context, page, complaints };
}

test('a link carries everything to somebody else', async ({ page, browser }) => {
  const mine = new PlaygroundPage(page);
  await mine.open();
  await mine.preset('Discord');
  await mine.version('1.19.2');
  await page.getByRole('button', { name: /^Coroot / }).click();
  await mine.dialog.getByRole('button', { name: 'Add a custom field' }).click();
  await mine.dialog.getByRole('textbox', { name: 'Custom field 1 name' }).fill('team');
  await mine.dialog.getByRole('textbox', { name: 'Custom field 1 value' }).fill('SRE & “friends”');
  await page.keyboard.press('Escape');
  const texts = new Map<Kind, { readonly template: string; readonly payload: string }>();
  for (const kind of kinds) {
    await mine.kind(kind);
    const template = `${kind} \\ "quoted" 漢字 🎉\n\t{{ .Status }} {{ .Team }}\n`;
    const payload = `{\n  "status": "${kind} status"\n}\n`;
    await mine.fill(mine.template, template);
    await mine.fill(mine.payload, payload);
    texts.set(kind, { template, payload });
  }
  const body = await mine.copied('Rendered body');
  expect(body).toBe('Alert \\ "quoted" 漢字 🎉\n\tAlert status SRE & “friends”\n');
  const link = await mine.share();

  const other = await somebodyElse(browser);
  const theirs = new PlaygroundPage(other.page);
  await theirs.open(hashOf(link));
  await expect(other.page.getByRole('tab', { name: 'Alert', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(other.page.getByRole('button', { name: 'Preset: Discord' })).toBeVisible();
  expect(await theirs.copied('Rendered body')).toBe(body);
  for (const kind of kinds) {
    await theirs.kind(kind);
    expect(await theirs.text(theirs.template)).toBe(texts.get(kind)!.template);
    expect(await theirs.text(theirs.payload)).toBe(texts.get(kind)!.payload);
  }
  await other.page.getByRole('button', { name: /^Coroot / }).click();
  await expect(theirs.dialog.getByRole('radio', { name: /^1\.19\.2/ })).toBeChecked();
  await expect(theirs.dialog.getByRole('textbox', { name: 'Custom field 1 name' })).toHaveValue('team');
  await expect(theirs.dialog.getByRole('textbox', { name: 'Custom field 1 value' })).toHaveValue('SRE & “friends”');
  expect(other.complaints.unexpected).toEqual([]);
  await other.context.close();
});

test('the link is in the address bar until the first edit after it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  expect(new URL(page.url()).hash).toBe('');
  await playground.fill(playground.template, 'shared');
  const link = await playground.share();
  await expect(page).toHaveURL(link);
  await page.reload();
  await expect(playground.template).toHaveText('shared');
  await expect(page).toHaveURL(link);
  await playground.fill(playground.template, 'edited');
  await expect(page).not.toHaveURL(/#/);
});

test('the dialog copies the link and says how long it is', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const { dialog } = playground;
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await playground.clipboardAfter(() => dialog.getByRole('button', { name: 'Copy link' }).click())).toBe(link);
  await expect(dialog).toContainText(`${link.length.toLocaleString('en-US')} characters`);
  await expect(dialog).toContainText('Fits in a chat message');
});

test('a link too long for a message says so', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  // Numbers without a pattern that compression would find.
  const noise = Array.from({ length: 3000 }, (_, i) => ((i * i * 7919) % 46_337).toString(36)).join('');
  await playground.fill(playground.template, noise);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(playground.dialog).toContainText('Too long for a Discord message');
});

test('nothing of the send form is in a link', async ({ page, receiver }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.tab('Test send');
  await page.getByRole('textbox', { name: 'Webhook URL' }).fill(`${receiver.origin}/url-secret`);
  await page.getByText('Basic authentication and headers').click();
  await page.getByRole('textbox', { name: 'User' }).fill('user-secret');
  await page.getByLabel('Password').fill('password-secret');
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByRole('textbox', { name: 'Header 1 name' }).fill('X-Name-Secret');
  await page.getByRole('textbox', { name: 'Header 1 value' }).fill('value-secret');
  await page.getByRole('checkbox', { name: /^Remember/ }).check();
  const link = await playground.share();
  expect(link).not.toMatch(/secret/i);
  const project = projectOf(link);
  expect(JSON.stringify(project)).not.toMatch(/secret/i);
  // The link is exactly that project: there is no room for anything else in it.
  expect(encode(project)).toBe(hashOf(link));
  expect(receiver.requests).toEqual([]);
});

const theirs = { incident: 'their {{ .Status }}', deployment: 'd', alert: 'a' };
const sharedHash = encode({
  kind: 'incident',
  version: 'documented',
  preset: null,
  templates: theirs,
  payloads: { incident: '{"status": "OK"}', deployment: '{}', alert: '{}' },
  customFields: [],
});

test('a link opened over my work keeps that in the history', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'my own work');
  await page.goto(`./${sharedHash}`);
  await expect(playground.output).toHaveText('their OK');
  await playground.more('History');
  const entry = playground.dialog.getByRole('listitem').filter({ hasText: 'my own work' });
  await entry.getByRole('button', { name: 'Restore' }).click();
  await expect(playground.output).toHaveText('my own work');
});

test('a link opened in a new tab keeps the work of a closed one in the history', async ({ page, context }) => {
  const before = new PlaygroundPage(page);
  await before.open();
  await before.fill(before.template, 'my own work');
  await before.kept('my own work');
  await closeTabs(context, before);
  const playground = new PlaygroundPage(await context.newPage());
  await playground.open(sharedHash);
  await expect(playground.output).toHaveText('their OK');
  await playground.more('History');
  await expect(playground.dialog.getByRole('listitem').filter({ hasText: 'my own work' })).toBeVisible();
});

test('“Back to my work” goes back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'my own work');
  await page.goto(`./${sharedHash}`);
  await expect(playground.output).toHaveText('their OK');
  await page.getByRole('button', { name: 'Back to my work' }).click();
  await expect(playground.output).toHaveText('my own work');
  await expect(page).not.toHaveURL(/#/);
  await page.reload();
  await expect(playground.output).toHaveText('my own work');
});

test('on a first visit a link replaces nothing, and says nothing of earlier work', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open(sharedHash);
  await expect(playground.output).toHaveText('their OK');
  await expect(playground.notice('Opened a shared link')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to my work' })).toHaveCount(0);
});
