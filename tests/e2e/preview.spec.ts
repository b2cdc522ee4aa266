import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** Every drawn platform, with a text that its preview of the first incident sample must show. */
const drawn = ['Telegram', 'Discord', 'Mattermost', 'Slack', 'Microsoft Teams', 'Google Chat', 'ntfy', 'PagerDuty'];

test.describe('the preview', () => {
  for (const name of drawn) {
    test(`shows the robust ${name} message, in both themes`, async ({ page }) => {
      const playground = new PlaygroundPage(page);
      await playground.open();
      await playground.tab('Preview');
      await playground.preset(name, 'robust');
      const surface = page.getByRole('group', { name: `${name} preview` });
      await expect(surface).toContainText('high network latency to 2 upstream services');
      await expect(page.getByText(`${name} accepts this message`, { exact: true })).toBeVisible();
      const light = await surface.evaluate((element) => getComputedStyle(element).backgroundColor);
      await playground.result.getByRole('tab', { name: 'Dark' }).click();
      await expect(surface).toHaveAttribute('data-theme', 'dark');
      expect(await surface.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(light);
      // The page itself has a theme of its own.
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    });
  }

  test('says what Telegram would answer, and leads to the field that is to blame', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.preset('Telegram');
    await playground.fill(
      playground.payload,
      '{"status": "CRITICAL", "application": "default:Deployment:app1", "reports": [{"name": "Logs", "check": "Errors", "message": "my_app failed"}]}',
    );
    await playground.tab('Preview');
    const finding = playground.result.getByRole('listitem').filter({ hasText: 'entities' }).first();
    await expect(finding).toContainText("Can't find end of the entity starting at byte offset");
    await finding.getByRole('button', { name: 'payload' }).click();
    expect(await playground.selected(playground.payload)).toBe('"my_app failed"');
    await finding.getByRole('button', { name: 'template' }).click();
    expect(await playground.selected(playground.template)).toBe('{{ .Message }}');
    await finding.getByRole('button', { name: 'body' }).click();
    // The editor of the body only appears with the click.
    await expect.poll(() => playground.selected(playground.output)).toBe('_');
  });

  test('another platform can be chosen for the same template', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.tab('Preview');
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('discord');
    await expect(page.getByText('Discord would refuse')).toBeVisible();
  });

  test('draws the beginning of a message that is far too long', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.preset('Slack', 'robust');
    const tens = (name: string, inner: string) => `{{ define "${name}" }}${inner.repeat(10)}{{ end }}`;
    const block = '{"type": "section", "text": {"type": "mrkdwn", "text": "a *b* c"}},';
    const more = ['b', 'c'].map((name, i) => tens(name, `{{ template "${'ab'.charAt(i)}" }}`)).join('');
    const blocks = `${tens('a', block)}${more}${'{{ template "c" }}'.repeat(2)}{"type": "divider"}`;
    await playground.fill(playground.template, `{"blocks": [${blocks}]}`);
    await playground.tab('Preview');
    const surface = page.getByRole('group', { name: 'Slack preview' });
    await expect(surface).toContainText(/… and 1,[89]\d\d more parts that are not drawn here\./);
    expect(await surface.locator('*').count()).toBeLessThan(2000);
  });

  test('keeps the last message while the template is broken', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.tab('Preview');
    const surface = page.getByRole('group', { name: 'Telegram preview' });
    await expect(surface).toContainText('app1');
    await playground.fill(playground.template, '{{ .Nope }}');
    await expect(playground.error).toContainText("can't evaluate field Nope");
    await expect(surface).toContainText('app1');
  });
});

test.describe('the grid', () => {
  test('shows what breaks, and opens it', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.tab('Checks');
    await playground.result.getByRole('button', { name: /^Fail: Quotes, alert/ }).click();
    await expect(page.getByRole('tab', { name: 'Alert', exact: true })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText('Telegram would refuse')).toBeVisible();
    expect(await playground.text(playground.payload)).toContain('the \\"worker\\" can');
    await playground
      .notice(/Opened the payload/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(page.getByRole('tab', { name: 'Incident', exact: true })).toHaveAttribute('aria-selected', 'true');
  });

  test('is all green for a robust preset', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.preset('Telegram', 'robust');
    await playground.tab('Checks');
    await expect(playground.result.getByText(/All \d+ pass/)).toBeVisible();
  });

  test('has the payloads that a person kept', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.fill(playground.payload, '{"status": "INFO"}');
    await page.getByRole('button', { name: 'Keep this payload' }).click();
    await playground.dialog.getByRole('textbox').fill('ours');
    await playground.dialog.getByRole('button', { name: 'Keep' }).click();
    await playground.tab('Checks');
    await expect(playground.result.getByRole('button', { name: /: ours, incident/ })).toBeVisible();
    await page.reload();
    await page.getByRole('combobox', { name: 'Sample payload' }).selectOption({ label: 'ours' });
    expect(await playground.text(playground.payload)).toBe('{"status": "INFO"}');
  });
});

test('the templates on every release: where one fails, and one click to it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'cause: {{ .RCASummary }}');
  await playground.tab('Checks');
  await playground.result.getByRole('button', { name: 'On every release' }).click();
  const row = playground.result
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: '1.18', exact: true }) });
  await expect(row).toContainText("can't evaluate field RCASummary");
  await row.getByRole('button').click();
  await expect(page.getByRole('button', { name: /^Coroot 1\.18/ })).toBeVisible();
  await playground.tab('Body');
  await expect(playground.error).toContainText("can't evaluate field RCASummary");
});

test('several platforms side by side', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.tab('Preview');
  await page.getByRole('button', { name: 'Side by side' }).click();
  const columns = playground.dialog.getByRole('region');
  await expect(columns).toHaveCount(3);
  await playground.dialog.getByRole('button', { name: 'ntfy' }).click();
  await expect(columns).toHaveCount(4);
  for (let i = 0; i < 4; i++) await expect(columns.nth(i)).toContainText('app1');
});
