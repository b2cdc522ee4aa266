import { encode } from '../../src/share/codec';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const empty = { incident: '', deployment: '', alert: '' };
const names = ['Cookie', 'Host', 'Content-Type', 'User-Agent', 'X-A'];
const own = { name: 'twice', kind: 'incident', payload: '{}' };
const closed = {
  at: 1e300,
  reason: 'A tab you closed',
  project: {
    kind: 'incident',
    version: 'no such release',
    preset: 'no such preset',
    templates: empty,
    payloads: empty,
    customFields: [],
  },
};

/** What another release, or a hand, left in the browser. */
const stored = {
  payloads: [own, own, { ...own, name: '' }, { ...own, name: '' }, { ...own, kind: 'alert' }],
  history: [closed, closed, { ...closed, at: -1e300 }, { ...closed, at: 1 }, { ...closed, at: 'never' }],
  send: { url: '', user: '', password: '', headers: [...names, ...names, 'X-A', '', ''].map((name) => [name, name]) },
};

const link = encode({
  kind: 'incident',
  version: '1.18',
  preset: null,
  templates: { ...empty, incident: '{{ .Status }}' },
  payloads: { ...empty, incident: '{"status": "OK", "status": "OK", "x": 1, "x": 1}' },
  customFields: [
    ['team', 'a'],
    ['team', 'b'],
    ['Team', 'c'],
    ['', ''],
    ['', ''],
    ['a b', ''],
    ['a b', ''],
  ],
});

/** What people type, store and receive may be there twice or be odd, and the page draws it as it is. */
test('what is repeated and odd is drawn: from storage, by link and by typing', async ({ page, receiver }) => {
  const playground = new PlaygroundPage(page);
  const { dialog, result } = playground;
  await page.addInitScript(
    (texts) => {
      for (const [key, text] of texts) if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    Object.entries(stored).map(([key, value]) => [`coroot-playground.${key}`, JSON.stringify(value)] as const),
  );
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  const everyDialog = async (): Promise<void> => {
    for (const command of ['Choose a preset', 'Keyboard shortcuts', 'Share a link', 'History']) {
      await page.keyboard.press('ControlOrMeta+k');
      await dialog.getByRole('combobox').fill(command);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('heading').first()).toBeVisible();
      if (command === 'History')
        await expect(dialog.getByRole('button', { name: 'Restore' })).toHaveCount(stored.history.length);
      await close();
    }
    await page
      .getByRole('button', { name: /^Coroot / })
      .first()
      .click();
    await expect(dialog).toHaveAccessibleName('Your Coroot');
    await dialog.getByRole('button', { name: 'Add a custom field' }).click();
    await expect(dialog.getByText('has no custom fields; they came with')).toHaveCount(1);
    await close();
    await page.getByRole('button', { name: /Keep/ }).first().click();
    await expect(dialog).toHaveAccessibleName('Your payloads');
    await expect(dialog.getByRole('button', { name: /^Forget twice/ })).toHaveCount(2);
    await close();
    for (const tab of ['Preview', 'Checks', 'Body', 'Raw', 'Fields', 'Test send', 'Set up'] as const) {
      await playground.tab(tab);
      await expect(result).toBeVisible();
    }
    await expect(page.getByText('could not be drawn')).toBeHidden();
  };

  await playground.open(link);
  await everyDialog();
  await playground.tab('Test send');
  for (const name of ['Cookie', 'cookie', 'X-A', 'X-A']) {
    await page.getByRole('button', { name: 'Add a header' }).click();
    await page
      .getByRole('textbox', { name: /^Header \d+ name$/ })
      .last()
      .fill(name);
  }
  await page.getByText("What differs from Coroot's own request").click();
  await expect(result.getByText(/Browsers do not let a page set Cookie\./)).toHaveCount(1);
  await expect(result.getByText('Coroot sends X-A on several lines')).toHaveCount(1);
  receiver.behaviour.cors = 'allow';
  await page.getByLabel('Webhook URL').fill(receiver.origin);
  await page.getByRole('button', { name: /^Send to/ }).click();
  await expect(result.getByRole('heading', { name: 'Answer' })).toBeVisible();

  await page.reload();
  await everyDialog();
  await page.goto('./');
  await everyDialog();
  await page.getByRole('button', { name: 'Coroot 1.18', exact: true }).click();
  await dialog.getByRole('radio', { name: /^As documented/ }).check();
  await expect(dialog.getByText('The key "team" is there twice')).toHaveCount(1);
});
