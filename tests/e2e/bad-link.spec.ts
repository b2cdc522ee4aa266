import { encode } from '../../src/share/codec';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const good = encode({
  kind: 'incident',
  version: 'documented',
  preset: null,
  templates: { incident: 'a template that was shared, long enough to be cut', deployment: '', alert: '' },
  payloads: { incident: '{}', deployment: '{}', alert: '{}' },
  customFields: [],
});

const middle = Math.floor(good.length / 2);
const other = good[middle] === 'A' ? 'B' : 'A';

const rows = [
  { name: 'with a wrong character', hash: good.slice(0, middle) + other + good.slice(middle + 1), says: /altered/ },
  { name: 'cut short', hash: good.slice(0, -12), says: /incomplete/ },
  { name: 'of a newer release', hash: '#v9.xxx', says: /newer release/ },
  { name: 'that is none', hash: '#something-else', says: /not a link of the playground/ },
];

for (const { name, hash, says } of rows) {
  test(`a link ${name} is explained and leaves my work alone`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    const { dialog } = playground;
    await playground.open();
    await playground.fill(playground.template, 'my own work');
    await playground.kept('my own work');

    await page.goto(`./${hash}`);
    await expect(dialog).toHaveAccessibleName('This link could not be opened');
    await expect(dialog.getByRole('alert')).toHaveText(says);
    await expect(dialog).toContainText(hash);
    await page.reload();
    await expect(dialog.getByRole('alert')).toHaveText(says);

    await dialog.getByRole('button', { name: 'Go on with my work' }).click();
    await expect(dialog).toBeHidden();
    await expect(playground.output).toHaveText('my own work');
    await expect(page).not.toHaveURL(/#/);
    await page.reload();
    await expect(playground.output).toHaveText('my own work');
    await expect(dialog).toHaveCount(0);
  });
}

test('a bad link on a first visit leads to a page that works', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('#v1.broken');
  await expect(playground.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.dialog).toBeHidden();
  await expect(page).not.toHaveURL(/#/);
  await playground.fill(playground.template, 'it works');
  await expect(playground.output).toHaveText('it works');
});

test('what can be read of a link that was cut short can be copied', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open(good.slice(0, -12));
  const button = playground.dialog.getByRole('button', { name: 'Copy what could be read' });
  expect(await playground.clipboardAfter(() => button.click())).toContain('a template that was shared');
});

test('“Start fresh” in place of a bad link keeps my work in the history', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'my own work');
  await page.goto('./#v1.broken');
  await playground.dialog.getByRole('button', { name: 'Start fresh' }).click();
  await expect(playground.result).toContainText('Valid JSON');
  await playground.more('History');
  await expect(playground.dialog.getByRole('listitem').filter({ hasText: 'my own work' })).toBeVisible();
});
