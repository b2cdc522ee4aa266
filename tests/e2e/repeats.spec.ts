import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** What people type, store and receive may be there twice, and the page draws it as it is. */
test.describe('what is there twice', () => {
  test('headers of a test send', async ({ page, receiver }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.tab('Test send');
    await page.getByText('Basic authentication and headers').click();
    const names = ['Cookie', 'Host', 'Content-Type', 'User-Agent', 'X-A', 'X-A'].flatMap((name) => [name, name]);
    for (const [i, name] of names.entries()) {
      await page.getByRole('button', { name: 'Add a header' }).click();
      await page.getByLabel(`Header ${(i + 1).toString()} name`).fill(name);
      await page.getByLabel(`Header ${(i + 1).toString()} value`).fill('x');
    }
    await page.getByText("What differs from Coroot's own request").click();
    await expect(playground.result.getByText('Browsers do not let a page set Cookie.')).toHaveCount(1);
    await expect(playground.result.getByText('Coroot sends X-A on several lines')).toHaveCount(1);
    receiver.behaviour.cors = 'allow';
    await page.getByLabel('Webhook URL').fill(receiver.origin);
    await page.getByRole('button', { name: /^Send to/ }).click();
    await expect(playground.result.getByRole('heading', { name: 'Answer' })).toBeVisible();
  });

  test('custom fields', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.version('1.18');
    const coroot = page.getByRole('button', { name: 'Coroot 1.18', exact: true });
    for (let visit = 0; visit < 2; visit++) {
      await coroot.click();
      for (const key of ['team', 'team', 'team']) {
        await playground.dialog.getByRole('button', { name: 'Add a custom field' }).click();
        await playground.dialog
          .getByLabel(/^Custom field \d+ name$/)
          .last()
          .fill(key);
      }
      await expect(playground.dialog.getByText('has no custom fields; they came with')).toHaveCount(1);
      await playground.dialog.getByRole('button', { name: 'Close' }).click();
      await expect(playground.dialog).toBeHidden();
    }
    await coroot.click();
    await playground.dialog.getByRole('radio', { name: /^As documented/ }).check();
    await expect(playground.dialog.getByText('The key "team" is there twice')).toHaveCount(1);
  });

  test('what another release stored', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.preset('Slack', 'robust');
    await playground.preset('Discord', 'robust');
    await page.getByRole('button', { name: 'Keep this payload' }).click();
    await playground.dialog.getByRole('textbox').fill('ours');
    await playground.dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    const doubled = await page.evaluate(() => {
      const double = (name: string, change: (entry: Record<string, unknown>) => Record<string, unknown>): number => {
        const key = Object.keys(localStorage).find((k) => k.endsWith(name)) ?? '';
        const list = JSON.parse(localStorage.getItem(key) ?? '[]') as Record<string, unknown>[];
        const all = list.flatMap((entry) => [entry, entry, change(entry)]);
        localStorage.setItem(key, JSON.stringify(all).replaceAll('"never"', '1e300'));
        return all.length;
      };
      return {
        payloads: double('payloads', (entry) => entry),
        history: double('history', (entry) => ({ ...entry, at: 'never' })),
      };
    });
    expect(doubled.payloads).toBe(3);
    await page.reload();
    await page.getByRole('button', { name: 'Keep this payload' }).click();
    await expect(playground.dialog.getByRole('button', { name: /^Forget ours/ })).toHaveCount(3);
    await playground.dialog.getByRole('button', { name: 'Close' }).click();
    await playground.more('History');
    await expect(playground.dialog.getByRole('button', { name: 'Restore' })).toHaveCount(doubled.history);
    await expect(playground.dialog.getByText('could not be drawn')).toBeHidden();
  });
});
