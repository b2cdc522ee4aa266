/** The helpers of a robust template: folded when it is loaded, and open to whoever has only a keyboard. */
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('helpers are folded, unfolded and folded again by keyboard, which is announced', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Slack', 'robust');
  const editor = playground.template;
  const whole = await playground.text(editor);
  const lines = whole.split('\n');
  const helpers = lines.findIndex((line) => line.includes('Helpers, which can be left alone.'));
  const define = lines.findIndex((line, i) => i > helpers && line.includes('define "escaped"'));
  const inside = lines[define + 1]!;
  const range = `${String(define + 1)} to ${String(lines.length)}`;

  // What is selected is whole; what is folded is not drawn.
  await page.keyboard.press('Control+End');
  await expect(editor.getByText('Helpers, which can be left alone.')).toBeVisible();
  const folded = editor.getByLabel('folded code');
  const hidden = editor.getByText(inside.slice(3, 20));
  await expect(folded).toBeVisible();
  await expect(folded).toHaveAttribute('title', /Ctrl\+Shift\+\]/);
  await expect(hidden).toHaveCount(0);

  const told = await playground.listen();
  await page.keyboard.press('Control+Shift+BracketRight');
  await expect(folded).toHaveCount(0);
  await expect(hidden).toBeVisible();
  expect(await told()).toEqual([`Unfolded lines ${range}.`]);
  await expect(editor).toBeFocused();

  // On the line where the helper begins.
  for (let line = lines.length; line > define + 1; line--) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect(folded).toBeVisible();
  await expect(hidden).toHaveCount(0);
  expect(await told()).toEqual([`Unfolded lines ${range}.`, `Folded lines ${range}.`]);
  expect(await playground.text(editor)).toBe(whole);
});

test('a person who unfolds helpers finds them open after another edit, and folded with the next preset', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Slack', 'robust');
  const editor = playground.template;
  const folded = editor.getByLabel('folded code');
  await editor.focus();
  await page.keyboard.press('Control+Alt+BracketRight');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(' ');
  await page.keyboard.press('Control+End');
  await expect(editor.getByText('define "escaped"')).toBeVisible();
  await expect(folded).toHaveCount(0);
  await playground.preset('Zulip', 'robust');
  await editor.focus();
  await page.keyboard.press('Control+End');
  await expect(folded).toHaveCount(3);
});
