import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('a field is written into the template at the cursor', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'of !');
  await page.keyboard.press('ArrowLeft');
  await playground.tab('Fields');
  await playground.result.getByRole('button', { name: /^\.Status\b/ }).click();
  expect(await playground.copied('Template')).toBe('of {{ .Status }}!');
  expect(await playground.copied('Rendered body')).toBe('of WARNING!');
});

test('each kind has its own fields', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.tab('Fields');
  const ruleName = playground.result.getByRole('button', { name: /^\.RuleName\b/ });
  await expect(ruleName).toHaveCount(0);
  await playground.kind('Alert');
  await expect(ruleName).toBeVisible();
});
