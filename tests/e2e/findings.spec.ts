import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** The list under the template. */
const list = (page: Page): Locator => page.getByRole('list', { name: 'Problems', exact: true });

/** What the tooltip over a place says and offers. */
const tooltip = (page: Page): Locator => page.locator('.cm-tooltip-lint');

/** The page with a template whose receiver reads any text. */
async function opened(page: Page, template: string): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Plain Text', 'robust');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await playground.fill(playground.template, template);
  return playground;
}

test('a mistyped field: hover, fix, and the message is drawn', async ({ page }) => {
  const playground = await opened(page, 'It is {{ .status }} now');
  await playground.underlined(playground.template).hover();
  await expect(tooltip(page).locator('p').first()).toContainText('Did you mean .Status?');
  await expect(tooltip(page)).toContainText('Coroot logs:');
  await expect(tooltip(page).locator('pre')).toHaveText(
    'invalid incident template: template: incidentTemplate:1:9: executing "incidentTemplate" at <.status>: ' +
      "can't evaluate field status in type notifications.IncidentTemplateValues",
    { useInnerText: true },
  );
  await tooltip(page)
    .getByRole('button', { name: /Write \.Status/ })
    .click();
  await expect(playground.output).toHaveText('It is WARNING now');
  await expect(playground.underlined(playground.template)).toHaveCount(0);
  await expect(playground.notice('Done: Write .Status')).toBeVisible();
  await expect(playground.template).toBeFocused();

  // One step takes it back.
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await playground.text(playground.template)).toBe('It is {{ .status }} now');
});

test('what was done can be undone where there is no Ctrl+Z, and not over what was typed since', async ({ page }) => {
  const playground = await opened(page, '{{ .status }}');
  const fix = list(page).getByRole('button', { name: /^Fix.*Write \.Status/ });
  const undo = playground.notice('Done').getByRole('button', { name: 'Undo' });
  await fix.click();
  await undo.click();
  expect(await playground.text(playground.template)).toBe('{{ .status }}');
  await fix.click();
  await expect(undo).toBeVisible();
  await playground.template.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('!');
  await undo.click();
  await expect(playground.notice('was edited since then')).toBeVisible();
  expect(await playground.text(playground.template)).toBe('{{ .Status }}!');
});

test('F8 and Shift+F8 lead through the findings and say what they are', async ({ page }) => {
  const playground = await opened(page, '{{ .status }}\n{{ .url }}\n{{ .Nope }}');
  await expect(playground.underlined(playground.template)).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+Home');
  const told = await playground.listen();
  for (const [key, place] of [
    ['F8', 'status'],
    ['F8', 'url'],
    ['F8', 'Nope'],
    ['F8', 'status'],
    ['Shift+F8', 'Nope'],
    ['Shift+F8', 'url'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await playground.selected(playground.template)).toBe(place);
  }
  // Where a screen reader hears of it.
  expect((await told()).at(-1)).toContain('error: url: Did you mean .URL? Control and full stop lists the fixes.');
});

test('Ctrl+. lists the fixes at the cursor: arrows, Enter, Escape', async ({ page }) => {
  const playground = await opened(page, '{{ .status }} and {{ .status }}');
  await page.keyboard.press('ControlOrMeta+Home');
  const fixes = page.getByRole('dialog', { name: 'Fixes' });
  const one = fixes.getByRole('button', { name: 'Write .Status' }).first();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(one).toBeFocused();
  await expect(one).toHaveAccessibleDescription(/Did you mean .Status\?/);
  await page.keyboard.press('ArrowDown');
  await expect(fixes.getByRole('button', { name: 'Fix all 2 of this kind' }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fixes).toHaveCount(0);
  await expect(playground.template).toBeFocused();
  expect(await playground.text(playground.template)).toBe('{{ .status }} and {{ .status }}');

  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(one).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(fixes).toHaveCount(0);
  expect(await playground.text(playground.template)).toBe('{{ .Status }} and {{ .status }}');
});

test('Ctrl+. answers at once, also while the thought is under way', async ({ page }) => {
  const playground = await opened(page, '');
  await page.keyboard.type('{{ .status');
  await page.keyboard.press('ControlOrMeta+.');
  await page.keyboard.press('Enter');
  await expect(playground.output).toHaveText('WARNING');
});

test('a light bulb stands on lines with a fix and opens the list', async ({ page }) => {
  const playground = await opened(page, 'fine\n{{ .status }}\n{{ .Nope }}');
  const bulb = page.getByTitle('Show the fixes (Ctrl+.)').filter({ visible: true });
  await expect(playground.underlined(playground.template)).toHaveCount(2);
  await bulb.click();
  await page.getByRole('dialog', { name: 'Fixes' }).getByRole('button', { name: 'Write .Status' }).click();
  await expect(bulb).toHaveCount(0);
  expect(await playground.text(playground.template)).toBe('fine\n{{ .Status }}\n{{ .Nope }}');
});

test('the list: counts, names for a screen reader, ways to the place and out of it', async ({ page }) => {
  const playground = await opened(page, 'a\n  {{ .status }}\n{{ .url }}');
  await expect(page.getByRole('button', { name: '2 errors' })).toHaveAttribute('aria-expanded', 'true');
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  const section = page.getByRole('region', { name: 'Problems of the template' });
  await expect(section.getByRole('status')).toHaveText('2 errors');
  const row = list(page).getByRole('button', {
    name: 'Error at line 2, column 7: status: Did you mean .Status? Go there',
  });
  await row.focus();
  await page.keyboard.press('Enter');
  expect(await playground.selected(playground.template)).toBe('status');
  await list(page).getByRole('button', { name: 'Why: line 2, column 7' }).click();
  await expect(list(page)).toContainText('Coroot logs:');
  await list(page).getByRole('button', { name: 'Fix all 2 of this kind' }).click();
  await expect(section.getByRole('button')).toHaveCount(0);
  await expect(section.getByText('No problems').first()).toBeVisible();
  expect(await playground.text(playground.template)).toBe('a\n  {{ .Status }}\n{{ .URL }}');
});

test('the list can be folded away, and stays so', async ({ page }) => {
  const playground = await opened(page, '{{ .status }}');
  await page.getByRole('button', { name: '1 error' }).click();
  await expect(list(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: '1 error' })).toHaveAttribute('aria-expanded', 'false');
  await expect(playground.underlined(playground.template)).toHaveCount(1);
});

test('a half-typed action stays quiet until the cursor leaves it or a second passes', async ({ page }) => {
  const playground = await opened(page, '');
  const marks = playground.underlined(playground.template);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const mark of document.querySelectorAll('.cm-lintRange')) seen.push(mark.textContent);
    }).observe(document.body, { subtree: true, childList: true });
  });
  const seen = (): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as { seen: readonly string[] }).seen);
  await page.keyboard.type('{{ if .Stat', { delay: 120 });
  expect(await seen()).toEqual([]);
  await expect(page.getByText('No problems').first()).toBeVisible();
  await expect(marks.first()).toBeVisible();

  await playground.fill(playground.template, 'x ');
  await expect(marks).toHaveCount(0);
  await page.keyboard.type('{{ .Stat', { delay: 80 });
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(marks).toHaveText('Stat');
});

test('what is under the template does not move what is above while somebody types', async ({ page }) => {
  const playground = await opened(page, '');
  const height = async (): Promise<number | undefined> => (await list(page).locator('..').boundingBox())?.height;
  const payload = await playground.payload.boundingBox();
  await playground.fill(playground.template, '{{ .a }}');
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  const first = await height();
  await playground.fill(playground.template, '{{ .a }}\n{{ .b }}\n{{ .c }}\n{{ .d }}\n{{ .e }}\n{{ .f }}');
  await expect(list(page).getByRole('listitem')).toHaveCount(6);
  expect(await height()).toBe(first);
  expect(await playground.payload.boundingBox()).toEqual(payload);
});

test('the error card says it in plain words and mends it', async ({ page }) => {
  const playground = await opened(page, '{{ .status }}');
  await expect(playground.error).toContainText('Did you mean .Status?');
  await playground.error.getByRole('button', { name: 'Fix: Write .Status' }).click();
  await expect(playground.output).toHaveText('WARNING');
});

test('escaped quotes that are pasted: the fix is offered at once', async ({ page }) => {
  const playground = await opened(
    page,
    '{{ if eq .Status \\"OK\\" }}fine{{ else if eq .Status \\"WARNING\\" }}bad{{ end }}',
  );
  await playground.notice('have backslashes').getByRole('button', { name: 'Remove the backslashes' }).click();
  expect(await playground.text(playground.template)).toBe(
    '{{ if eq .Status "OK" }}fine{{ else if eq .Status "WARNING" }}bad{{ end }}',
  );
  await expect(playground.output).toHaveText('bad');
});

test('the documented Telegram preset is made safe, and Checks are green where they were red', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Telegram');
  await playground.tab('Checks');
  const quotes = playground.result.getByRole('button', { name: /^(?:Fail|Pass|Warn): Quotes, incident/ });
  await expect(quotes).toHaveText('Fail');
  await page
    .getByRole('region', { name: 'Problems of the template' })
    .getByRole('button', { name: 'Make this template safe' })
    .first()
    .click();
  await expect(quotes).toHaveText('Pass');
});

test('a failing cell offers the fix that makes it pass', async ({ page }) => {
  const playground = await opened(page, '{"text": {{ json .status }}}');
  await playground.tab('Checks');
  const cell = playground.result.getByRole('row').filter({ hasText: 'Quotes' }).getByRole('button');
  await expect(cell.first()).toHaveText('Fail');
  await expect(playground.result.getByRole('list', { name: 'Fixes for what fails' })).toContainText('Incident');
  await playground.result.getByRole('button', { name: 'Fix: Write .Status, for Quotes, incident' }).click();
  await expect(cell.first()).not.toHaveText('Fail');
  expect(await playground.text(playground.template)).toBe('{"text": {{ json .Status }}}');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility problem of list, tooltip and fixes, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const playground = await opened(page, '{{ .status }}\n{{ if eq .Status "Critical" }}x{{ end }}');
    const check = async (): Promise<void> => {
      // Those of the notice are cut short by the next one.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    };
    await expect(list(page).getByRole('listitem').first()).toBeVisible();
    await list(page).getByRole('button', { name: /^Why/ }).first().click();
    await check();
    await playground.underlined(playground.template).first().hover();
    await expect(tooltip(page)).toBeVisible();
    await check();
    await page.mouse.move(5, 5);
    await playground.template.focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    await expect(page.getByRole('dialog', { name: 'Fixes' })).toBeVisible();
    await check();
  });
}

test('the list is usable at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const playground = await opened(page, '{{ .status }}\n{{ if eq .Status "Critical" }}x{{ end }}');
  await expect(list(page).getByRole('listitem').first()).toBeVisible();
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('section[aria-label="Problems of the template"] button')]
      .filter((button) => button.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((button) => button.outerHTML.slice(0, 120)),
  );
  expect(wide).toEqual([]);
  await list(page)
    .getByRole('button', { name: /^Fix.*Write \.Status/ })
    .click();
  await expect(playground.template).toContainText('{{ .Status }}');
});
