import { expect, test } from './fixtures';

test('the page opens with its title and an editor, without complaints', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Coroot/);
  await expect(page.locator('.cm-editor').first()).toBeVisible();
});

test('the page works from any folder of a server', async ({ page }) => {
  await page.goto('./');
  const urls = await page
    .locator('[src], link[href]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('src') ?? node.getAttribute('href')));
  expect(urls.filter((url) => !url?.startsWith('./'))).toEqual([]);
});

test('the content security policy refuses markup from strings and requests over plain http', async ({
  page,
  complaints,
}) => {
  complaints.expect(/require-trusted-types-for|TrustedHTML/);
  complaints.expect(/connect-src|Fetch API cannot load/);
  await page.goto('./');
  const markup = page.evaluate(() => (document.body.innerHTML = '<p>hello</p>'));
  await expect(markup).rejects.toThrow(/TrustedHTML/);
  const request = page.evaluate(() => fetch('http://example.com/'));
  await expect(request).rejects.toThrow(/Failed to fetch|violates/);
  expect(complaints.all.filter((complaint) => complaint.includes('policy violation: connect-src'))).toHaveLength(1);
});
