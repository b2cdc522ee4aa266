import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/**
 * Go's words are what text/template of Go 1.26 prints for structs with Coroot's names; Coroot puts its own in front.
 */
const rows = [
  {
    name: 'an unknown field',
    template: 'one {{ .Status }} two {{ .Nope }}',
    message:
      'invalid incident template: template: incidentTemplate:1:25: executing "incidentTemplate" at <.Nope>: ' +
      "can't evaluate field Nope in type notifications.IncidentTemplateValues",
    at: /^\.?Nope$/,
  },
  {
    name: 'an index out of range',
    template: '{{ index .Reports 7 }}',
    message:
      'invalid incident template: template: incidentTemplate:1:3: executing "incidentTemplate" at <index .Reports 7>: ' +
      'error calling index: index out of range: 7',
    at: /index|7/,
  },
  {
    name: 'an unknown function',
    template: 'first\n{{ .Status | upper }}',
    message: 'invalid incident template: template: incidentTemplate:2: function "upper" not defined',
    at: /^upper$/,
  },
  {
    name: 'a block that is not closed',
    template: '{{ if .Status }}x',
    message: 'invalid incident template: template: incidentTemplate:1: unexpected EOF',
    at: /if/,
  },
];

for (const { name, template, message, at } of rows) {
  test(`${name}: Go's words, the place, and the old output`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    // It reads any text.
    await playground.preset('Plain Text', 'robust');
    await playground.fill(playground.template, 'last good output');
    await expect(playground.output).toHaveText('last good output');
    const fresh = await colour(playground);
    await playground.fill(playground.template, template);
    await expect(playground.error).toContainText('Coroot would not send this');
    await expect(playground.error.locator('pre')).toHaveText(message, { useInnerText: true });
    await expect(playground.underlined(playground.template)).toHaveText(at);
    await expect(playground.output).toHaveText('last good output');
    await expect.poll(() => colour(playground)).not.toBe(fresh);

    await playground.template.focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await playground.error.getByRole('button', { name: 'Show me where' }).click();
    expect(await playground.selected(playground.template)).toMatch(at);

    await playground.fill(playground.template, 'good again');
    await expect(playground.output).toHaveText('good again');
    await expect(playground.error).toHaveCount(0);
    await expect(playground.underlined(playground.template)).toHaveCount(0);
    await expect.poll(() => colour(playground)).toBe(fresh);
  });
}

/** The colour of the output's text: an old output has a quieter one. */
async function colour({ output }: PlaygroundPage): Promise<string> {
  return output.locator('.cm-line').evaluate((line) => getComputedStyle(line).color);
}

test('a template that never ends is stopped by the playground, which says so', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{{ range 1000000000 }}{{ end }}');
  await expect(playground.error).toContainText('The playground stopped');
  await expect(playground.error).toContainText('Coroot would go on');
  await expect(playground.error).not.toContainText('invalid incident template');
});

test('an error can be copied', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{{ if .Status }}x');
  const copied = await playground.clipboardAfter(() => playground.error.getByRole('button', { name: 'Copy' }).click());
  expect(copied).toBe('invalid incident template: template: incidentTemplate:1: unexpected EOF');
});

test('with an error there is no body to copy or send, but the template', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{{ .Nope }}');
  await expect(playground.error).toBeVisible();
  expect(await playground.copied('Template')).toBe('{{ .Nope }}');
  await page.getByRole('region', { name: 'Result' }).locator('[aria-haspopup]').click();
  for (const name of ['Rendered body', 'Rendered JSON, indented', 'curl command']) {
    await expect(page.getByRole('menuitem', { name })).toBeDisabled();
  }
  await page.keyboard.press('Escape');
  await playground.tab('Test send');
  await page.getByRole('textbox', { name: 'Webhook URL' }).fill('https://example.com/hook');
  await expect(page.getByRole('button', { name: /^Send/ })).toBeDisabled();
});

test('the card of an error comes whole: the advice is there with it, and nothing moves again', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'last good output');
  await expect(playground.output).toHaveText('last good output');
  // How high the card is, in every frame for two seconds.
  const heights = page.evaluate(async () => {
    const seen: number[] = [];
    const end = performance.now() + 2000;
    while (performance.now() < end) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const card = document.querySelector('[role="tabpanel"] [role="alert"]')?.parentElement;
      if (card !== null && card !== undefined) seen.push(Math.round(card.getBoundingClientRect().height));
    }
    return seen.filter((height, i) => height !== seen[i - 1]);
  });
  await playground.fill(playground.template, '{{ .Statu }}');
  const [before, ...after] = await heights;
  expect(before).toBe(0);
  expect(after).toHaveLength(1);
  await expect(playground.error.getByRole('button', { name: /^Fix/ })).toBeVisible();
});
