import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('the theme follows the system until somebody chooses, and the choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const root = page.locator('html');
  const toggle = page.getByRole('button', { name: /^Theme/ });
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
  const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();

  await toggle.click();
  await expect(toggle).toHaveAccessibleName('Theme: light');
  await toggle.click();
  await expect(toggle).toHaveAccessibleName('Theme: dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(toggle).toHaveAccessibleName('Theme: dark');

  await toggle.click();
  await expect(toggle).toHaveAccessibleName(/system/);
  await expect(root).toHaveAttribute('data-theme', 'light');
});
