import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const secrets = ['https://example.com/url-secret', 'user-secret', 'password-secret', 'header-secret'] as const;

async function type(playground: PlaygroundPage): Promise<void> {
  const { page } = playground;
  await playground.tab('Test send');
  await page.getByRole('textbox', { name: 'Webhook URL' }).fill(secrets[0]);
  await page.getByText('Basic authentication and headers').click();
  await page.getByRole('textbox', { name: 'User' }).fill(secrets[1]);
  await page.getByLabel('Password').fill(secrets[2]);
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByRole('textbox', { name: 'Header 1 name' }).fill('X-Key');
  await page.getByRole('textbox', { name: 'Header 1 value' }).fill(secrets[3]);
}

/** An edit after which everything that is going to be stored is stored. */
async function settle(playground: PlaygroundPage, text: string): Promise<void> {
  await playground.fill(playground.template, text);
  await playground.kept(text);
}

test('what is typed into the send form is not stored, and a reload forgets it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await type(playground);
  await settle(playground, 'stored');
  expect(await playground.stored()).not.toContain('secret');
  await page.reload();
  await playground.tab('Test send');
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: /^Remember/ })).not.toBeChecked();
  await page.getByText('Basic authentication and headers').click();
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expect(page.getByRole('textbox', { name: /^Header/ })).toHaveCount(0);
});

test('“Remember” stores it, also what is typed later, and a reload brings it back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.tab('Test send');
  await page.getByRole('checkbox', { name: /^Remember/ }).check();
  await type(playground);
  const stored = await playground.stored();
  expect(secrets.filter((secret) => !stored.includes(secret))).toEqual([]);
  await page.reload();
  await playground.tab('Test send');
  await expect(page.getByRole('checkbox', { name: /^Remember/ })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveValue(secrets[0]);
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue(secrets[1]);
  await expect(page.getByLabel('Password')).toHaveValue(secrets[2]);
  await expect(page.getByRole('textbox', { name: 'Header 1 value' })).toHaveValue(secrets[3]);
});

test('taking the tick away removes it at once', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await type(playground);
  await page.getByRole('checkbox', { name: /^Remember/ }).check();
  expect(await playground.stored()).toContain('password-secret');
  await page.getByRole('checkbox', { name: /^Remember/ }).uncheck();
  expect(await playground.stored()).not.toContain('secret');
  await expect(page.getByLabel('Password')).toHaveValue(secrets[2]);
  await settle(playground, 'stored');
  expect(await playground.stored()).not.toContain('secret');
});
