import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** What sticks out at either side: the page itself, or a control that can be seen. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} wide`] : [];
    for (const control of document.querySelectorAll('button, select, input, a, [role="textbox"]')) {
      if (!control.checkVisibility() || control.closest('.cm-editor') !== null) continue;
      const { left, right, width } = control.getBoundingClientRect();
      // What is there for screen readers only is one pixel wide.
      if (width > 1 && (left < 0 || right > clientWidth + 0.5)) found.push(control.outerHTML.slice(0, 120));
    }
    return found;
  });
}

async function part(page: Page, name: 'Template' | 'Payload' | 'Result'): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .tap();
}

test('the three parts are reachable and nothing sticks out', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.template).toBeVisible();
  await expect(playground.payload).toBeHidden();
  expect(await overflowing(page)).toEqual([]);
  await part(page, 'Payload');
  await expect(playground.payload).toBeVisible();
  await expect(playground.template).toBeHidden();
  expect(await overflowing(page)).toEqual([]);
  await part(page, 'Result');
  await expect(playground.payload).toBeHidden();
  for (const tab of ['Preview', 'Checks', 'Body', 'Raw', 'Fields', 'Test send', 'Set up'] as const) {
    await playground.tab(tab);
    await expect(playground.result).toBeVisible();
    expect(await overflowing(page)).toEqual([]);
  }
});

test('dialogs fit', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const fits = async (): Promise<void> => {
    await expect(playground.dialog).toBeVisible();
    expect(await overflowing(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(playground.dialog).toBeHidden();
  };
  await page.getByRole('button', { name: /^Preset:/ }).tap();
  await fits();
  await page.getByRole('button', { name: 'Share', exact: true }).tap();
  await fits();
  await page.keyboard.press('Control+K');
  await fits();
  await playground.more('History');
  await fits();
  await playground.more('Keyboard shortcuts');
  await fits();
  await page.goto('./#v1.broken');
  await fits();
});

test('an edit is in the result, and an error leads back to its place', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'on the phone {{ .Status }}');
  await part(page, 'Result');
  await expect(playground.output).toHaveText('on the phone WARNING');
  await part(page, 'Template');
  await playground.fill(playground.template, 'on the phone {{ .Nope }}');
  await expect(page.getByRole('navigation').getByRole('tab', { name: 'Result has an error' })).toBeVisible();
  await part(page, 'Result');
  await playground.error.getByRole('button', { name: 'Show me where' }).tap();
  await expect(playground.template).toBeVisible();
  expect(await playground.selected(playground.template)).toMatch(/^\.?Nope$/);
});

test('turning the phone keeps text, cursor history and place', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'first');
  await playground.fill(playground.template, 'second');
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(playground.payload).toBeVisible();
  await expect(playground.output).toHaveText('second');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(playground.payload).toBeHidden();
  await expect(playground.template).toHaveText('second');
});

test('what a finger aims at is large enough, and bulbs keep away from what stands beside them', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{"text": "{{ .RCASummary }}"}');
  const bulb = page.locator('.cm-fixGutter .cm-gutterElement').filter({ has: page.locator('svg:visible') });
  const size = await bulb.last().boundingBox();
  expect(size?.width).toBeGreaterThanOrEqual(24);
  expect(size?.height).toBeGreaterThanOrEqual(24);
  await bulb.last().tap();
  await expect(page.locator('.cm-fixes')).toBeVisible();
  await part(page, 'Result');
  await playground.tab('Checks');
  const cells = page.getByRole('table').getByRole('button');
  await expect(cells.first()).toBeVisible();
  const sizes = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const { width, height } = cell.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  expect(await overflowing(page)).toEqual([]);
});
