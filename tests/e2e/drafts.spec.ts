import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage, closeTabs } from './page';

/** A second tab of the same browser. */
async function newTab(context: BrowserContext): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(await context.newPage());
  await playground.open();
  return playground;
}

test('text survives a reload that comes right after it was typed', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.kind('Alert');
  await playground.fill(playground.template, 'survives');
  await playground.fill(playground.payload, '{"status": "kept"}');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Alert', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.output).toHaveText('survives');
  expect(await playground.text(playground.payload)).toBe('{"status": "kept"}');
});

test('two tabs keep two drafts', async ({ page, context }) => {
  const first = new PlaygroundPage(page);
  await first.open();
  await first.fill(first.template, 'the first tab');
  await first.kept('the first tab');
  const second = await newTab(context);
  await expect(second.output).not.toHaveText('the first tab');
  await second.fill(second.template, 'the second tab');
  // As when a browser restores its session, both come back at once; the more often, the surer one is first.
  for (let i = 0; i < 5; i++) {
    await Promise.all([first.page.reload(), second.page.reload()]);
    await expect(first.output).toHaveText('the first tab');
    await expect(second.output).toHaveText('the second tab');
  }
});

test('a new tab goes on with the latest closed one, and the history has the others', async ({ page, context }) => {
  const first = new PlaygroundPage(page);
  await first.open();
  await first.fill(first.template, 'closed first');
  await first.kept('closed first');
  const second = await newTab(context);
  await second.fill(second.template, 'closed last');
  await second.kept('closed last');
  await closeTabs(context, first, second);

  const third = await newTab(context);
  await expect(third.output).toHaveText('closed last');
  await third.more('History');
  const entry = third.dialog.getByRole('listitem').filter({ hasText: 'closed first' });
  await expect(entry).toContainText('A tab you closed');
  await entry.getByRole('button', { name: 'Restore' }).click();
  await expect(third.output).toHaveText('closed first');
});

test('a tab beside open ones does not take their work', async ({ page, context }) => {
  const first = new PlaygroundPage(page);
  await first.open();
  await first.fill(first.template, 'still open');
  await first.kept('still open');
  const second = await newTab(context);
  await second.more('History');
  await expect(second.dialog).toContainText('Nothing yet');
});

test('a preset can be undone by its notice', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.kind('Deployment');
  await playground.fill(playground.template, 'my deployment');
  await playground.kind('Incident');
  await playground.fill(playground.template, 'my incident');
  await playground.preset('Discord');
  await expect(playground.output).not.toHaveText('my incident');
  await playground.notice('Loaded Discord').getByRole('button', { name: 'Undo' }).click();
  await expect(playground.output).toHaveText('my incident');
  await expect(page.getByRole('button', { name: 'Preset: Telegram' })).toBeVisible();
  await playground.kind('Deployment');
  await expect(playground.output).toHaveText('my deployment');
});

test('a preset can be undone and redone with the keyboard in the editor', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'my own work');
  await playground.preset('Discord');
  const preset = await playground.text(playground.template);
  expect(preset).not.toBe('my own work');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(playground.output).toHaveText('my own work');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => playground.text(playground.template)).toBe(preset);
});

test('a sample can be undone by its notice', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.payload, '{"status": "mine"}');
  await playground.sample('incident-critical');
  await playground.notice('Critical').getByRole('button', { name: 'Undo' }).click();
  expect(await playground.text(playground.payload)).toBe('{"status": "mine"}');
});

test('the history restores what a preset replaced, and keeps what the restoring replaced', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'before the preset');
  await playground.preset('JSON');
  await playground.fill(playground.template, 'after the preset');
  await page.reload();
  await playground.more('History');
  await playground.dialog
    .getByRole('listitem')
    .filter({ hasText: 'before the preset' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await expect(playground.output).toHaveText('before the preset');
  await expect(page.getByRole('button', { name: 'Preset: Telegram' })).toBeVisible();
  await playground.more('History');
  await expect(playground.dialog.getByRole('listitem').filter({ hasText: 'after the preset' })).toBeVisible();
});

test('the history can be forgotten', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'to be forgotten');
  await playground.preset('JSON');
  await playground.more('History');
  await playground.dialog.getByRole('button', { name: 'Forget all' }).click();
  await expect(playground.dialog).toContainText('Nothing yet');
  expect(await playground.stored()).not.toContain('to be forgotten');
});

test('“Start fresh” can be undone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'my own work');
  await playground.more('Start fresh');
  await expect(playground.result).toContainText('Valid JSON');
  await playground.notice('Started fresh').getByRole('button', { name: 'Undo' }).click();
  await expect(playground.output).toHaveText('my own work');
});
