/** The parts of an editor that come later: keys wait for them, and nothing moves when they are there. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const parts = /\/assets\/(?:completing|diagnosing|searching|payload-language)-[^/]*\.js$/;

/** Holds the parts back until it is called. */
async function hold(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(parts, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('Ctrl+F that comes before search is there opens it when it is', async ({ page }) => {
  const release = await hold(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.template.focus();
  await page.keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('textbox', { name: 'Find' });
  await expect(find).toHaveCount(0);
  release();
  await expect(find).toBeFocused();
});

test('an editor can be typed in without the parts, and nothing moves when they come', async ({ page }) => {
  const release = await hold(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.template.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('{{ .Status ');
  await expect(playground.template).toHaveText('{{ .Status }}');
  await expect(playground.output).toHaveText('WARNING');
  const places = (): Promise<unknown> =>
    page
      .locator('.cm-line, .cm-lineNumbers .cm-gutterElement')
      .evaluateAll((all) => all.map((element) => JSON.stringify(element.getBoundingClientRect())));
  const before = await places();
  const all = ['completing', 'diagnosing', 'searching', 'payload-language'].map((name) =>
    page.waitForResponse((response) => response.url().includes(`/assets/${name}-`)),
  );
  release();
  await Promise.all(all);
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await places()).toEqual(before);
});
