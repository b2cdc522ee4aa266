import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('the search filters, and says when nothing is left', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: /^Preset:/ }).click();
  const cards = playground.dialog.getByRole('listitem').getByRole('region');
  await expect(cards.first()).toBeVisible();
  const all = await cards.count();
  expect(all).toBeGreaterThanOrEqual(5);
  await expect(playground.dialog.getByRole('button', { pressed: true })).toHaveAccessibleName(/^Telegram/);

  const search = playground.dialog.getByRole('searchbox', { name: 'Search presets' });
  await search.fill('DISC');
  await expect(cards).toHaveCount(1);
  await expect(cards).toHaveAccessibleName('Discord');
  await search.fill('no such thing');
  await expect(cards).toHaveCount(0);
  await expect(playground.dialog).toContainText('No preset matches “no such thing”');
  await search.fill('');
  await expect(cards).toHaveCount(all);
});

test('a search is forgotten when the gallery closes', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const open = page.getByRole('button', { name: /^Preset:/ });
  await open.click();
  await playground.dialog.getByRole('searchbox').fill('no such thing');
  await playground.dialog.getByRole('button', { name: 'Close' }).click();
  await open.click();
  await expect(playground.dialog.getByRole('searchbox')).toHaveValue('');
  await expect(playground.dialog.getByRole('listitem').first()).toBeVisible();
});

test('a preset replaces the templates of all kinds and no payload', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.payload, '{"status": "mine"}');
  const templates: string[] = [];
  for (const preset of ['Discord', 'Mattermost']) {
    await playground.preset(preset);
    for (const kind of ['Deployment', 'Alert', 'Incident'] as const) {
      await playground.kind(kind);
      templates.push(await playground.text(playground.template));
    }
  }
  expect(new Set(templates).size).toBe(6);
  expect(await playground.text(playground.payload)).toBe('{"status": "mine"}');
  await page.getByRole('button', { name: /^Preset:/ }).click();
  await expect(playground.dialog.getByRole('button', { pressed: true })).toHaveAccessibleName(/^Mattermost/);
});

test('a card says which characters of a name may format in the simple templates, where any may', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: /^Preset:/ }).click();
  for (const { name, says } of [
    { name: 'Slack', says: 'Simple: * _ ~ ` < > in a name may format there, or mention somebody.' },
    { name: 'DingTalk', says: 'Simple: @ in a name may format there, or mention somebody.' },
    { name: 'Telegram', says: null },
    { name: 'PagerDuty', says: null },
  ]) {
    const card = playground.dialog.getByRole('region', { name, exact: true });
    await expect(card).toBeVisible();
    if (says === null) await expect(card).not.toContainText('may format');
    else await expect(card).toContainText(says);
  }
});
