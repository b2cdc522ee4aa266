import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('Ctrl+K finds a command and Enter runs it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.template.focus();
  await page.keyboard.press('Control+K');
  await expect(playground.dialog).toHaveAccessibleName('Commands');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('histo');
  await expect(playground.dialog.getByRole('option')).toHaveText(['History']);
  await page.keyboard.press('Enter');
  await expect(playground.dialog).toHaveAccessibleName('History');
});

test('the palette loads presets and samples, and arrow keys choose', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('preset: ');
  const options = playground.dialog.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const chosen = (await options.nth(1).innerText()).replace('Preset: ', '');
  await page.keyboard.press('Enter');
  await expect(playground.dialog).toBeHidden();
  await expect(page.getByRole('button', { name: `Preset: ${chosen.trim()}` })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('sample: critical');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Sample payload' })).toHaveValue('incident-critical');
});

test('the palette says when nothing is found, and Escape closes it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('xyzzy');
  await expect(playground.dialog).toContainText('No command is called that');
  await page.keyboard.press('Enter');
  await expect(playground.dialog).toBeVisible();
  // The first Escape empties a search field, in every browser's own.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(playground.dialog).toBeHidden();
});

test('Ctrl+Enter in an editor opens the send form and adds no line', async ({ page, receiver }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  for (const editor of [playground.template, playground.payload]) {
    const before = await playground.text(editor);
    await playground.tab('Body');
    await editor.focus();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('tab', { name: 'Test send' })).toHaveAttribute('aria-selected', 'true');
    expect(await playground.text(editor)).toBe(before);
  }
  expect(receiver.requests).toEqual([]);
});

test('Tab indents for somebody who works in the editor; Escape, then Tab, leaves it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'x');
  await playground.template.click();
  await page.keyboard.press('Tab');
  await expect(playground.template).toBeFocused();
  expect(await playground.text(playground.template)).toBe('  x');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(playground.template).not.toBeFocused();
});

test('Tab alone passes through every part of the page', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const passed = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    passed.add(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
      }),
    );
  }
  for (const name of ['Incident template', 'Incident payload', 'Body that is sent', 'Body', 'Share', 'Incident']) {
    expect([...passed]).toContain(name);
  }
});

test('the separators move by arrow keys, and Enter puts them back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  for (const { label, more, less, size } of [
    { label: 'Width of the editors', more: 'ArrowRight', less: 'ArrowLeft', size: 'width' },
    { label: 'Height of the template', more: 'ArrowDown', less: 'ArrowUp', size: 'height' },
  ] as const) {
    const bar = page.getByRole('separator', { name: label });
    const pane = page.getByRole('region', { name: 'Template', exact: true });
    const extent = async (): Promise<number> => (await pane.boundingBox())![size];
    const initial = Number(await bar.getAttribute('aria-valuenow'));
    const before = await extent();
    await bar.focus();
    await page.keyboard.press(more);
    await expect(bar).toHaveAttribute('aria-valuenow', String(initial + 2));
    expect(await extent()).toBeGreaterThan(before);
    await page.keyboard.press(less);
    await page.keyboard.press(less);
    await expect(bar).toHaveAttribute('aria-valuenow', String(initial - 2));
    expect(await extent()).toBeLessThan(before);
    await page.keyboard.press('Enter');
    await expect(bar).toHaveAttribute('aria-valuenow', String(initial));
    await page.keyboard.press('End');
    await expect(bar).toHaveAttribute('aria-valuenow', '85');
  }
  await page.reload();
  await expect(page.getByRole('separator', { name: 'Width of the editors' })).toHaveAttribute('aria-valuenow', '85');
});

test('a separator can be dragged', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const bar = page.getByRole('separator', { name: 'Width of the editors' });
  const { x, y, width, height } = (await bar.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 300, y + height / 2, { steps: 5 });
  await page.mouse.up();
  const moved = (await bar.boundingBox())!;
  expect(Math.abs(moved.x - (x - 300))).toBeLessThan(20);
  await page.mouse.move(x, y);
  expect((await bar.boundingBox())!.x).toBe(moved.x);
});

test('tabs are chosen by arrow keys, Home and End', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const selected = (name: string | RegExp) => expect(page.getByRole('tab', { name, selected: true })).toBeFocused();
  await page.getByRole('tab', { name: 'Body' }).focus();
  await page.keyboard.press('ArrowRight');
  await selected('Raw');
  await page.keyboard.press('End');
  await selected('Set up');
  await page.keyboard.press('ArrowRight');
  await selected(/^Preview/);
  await page.keyboard.press('ArrowLeft');
  await selected('Set up');
  await page.keyboard.press('Home');
  await selected(/^Preview/);
  await page.getByRole('tab', { name: 'Incident', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await selected('Deployment');
  await expect(page.getByRole('textbox', { name: 'Deployment template' })).toBeVisible();
});

test('a menu opens by keyboard, its items by arrow keys, and Escape closes it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const more = page.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menu', { name: 'More' }).getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(items.first()).toBeHidden();
  await expect(more).toBeFocused();
});

test('a dialog keeps the focus inside and gives it back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.focus();
  await page.keyboard.press('Enter');
  await expect(playground.dialog).toBeVisible();
  await expect(playground.dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(playground.dialog).toBeHidden();
  await expect(share).toBeFocused();
});
