import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('what is typed into the template is in the output', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'It is ');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('{{ .Status ');
  await expect(playground.template).toHaveText('It is {{ .Status }}');
  await expect(playground.output).toHaveText('It is WARNING');
});

test('what is typed into the payload is in the output', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{{ .Status }} {{ .Application.Name }}');
  await playground.fill(playground.payload, '{"status": "OK", "application": "shop:Deployment:checkout"}');
  await expect(playground.output).toHaveText('OK checkout');
});

test('each kind has its own template and payload', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'incident {{ .Status }}');
  await playground.kind('Deployment');
  await playground.fill(playground.template, 'deployment {{ .Version }}');
  await expect(playground.output).toHaveText('deployment 123ab456: app:v1.8.2');
  await playground.kind('Alert');
  await playground.fill(playground.template, 'alert {{ .RuleName }}');
  await expect(playground.output).toHaveText('alert Low disk space');
  await playground.kind('Incident');
  await expect(playground.template).toHaveText('incident {{ .Status }}');
  await expect(playground.output).toHaveText('incident WARNING');
});

test('Raw has the line breaks that Body has escaped', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{"text": "{{ range .Reports }}{{ .Name }}\n{{ end }}"}');
  await expect(playground.output).toHaveText('{"text": "SLO\\nNet\\n"}');
  await expect(playground.result).toContainText('Valid JSON');
  await expect(playground.result).toContainText('2 line breaks escaped');
  expect(await playground.text(playground.output)).toBe('{"text": "SLO\\nNet\\n"}');
  await playground.tab('Raw');
  await expect(playground.result).toContainText('Coroot escapes 2 line breaks');
  expect(await playground.text(playground.output)).toBe('{"text": "SLO\nNet\n"}');
});

test('the verdict on broken JSON has its place, and a click selects it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{\n  "status": {{ .Status }}\n}');
  // The message is that of Go's encoding/json for this text.
  const verdict = page.getByRole('button', {
    name: "The body is not valid JSON at 2:13: invalid character 'W' looking for beginning of value",
  });
  await expect(verdict).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Body has a warning' })).toBeVisible();
  await expect(playground.underlined(playground.output)).toHaveText(/^W/);
  await verdict.click();
  expect(await playground.selected(playground.output)).toMatch(/^W/);
});

test('a body that is not meant to be JSON is not called broken', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'just text');
  await expect(playground.result).toContainText('Plain text, not JSON');
  await expect(playground.underlined(playground.output)).toHaveCount(0);
});

test('the output cannot be typed into', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'mine');
  await expect(playground.output).toHaveText('mine');
  await playground.output.click();
  await page.keyboard.type('x');
  await page.keyboard.press('Delete');
  await expect(playground.output).toHaveText('mine');
});

test('fields and functions are suggested, and one can be taken', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'of ');
  await page.keyboard.type('{{ .Appl');
  await page.getByRole('option', { name: /^Application/ }).click();
  await expect(playground.template).toHaveText('of {{ .Application }}');
  await page.keyboard.type('.Nam');
  await expect(page.getByRole('option', { name: /^Namespace/ })).toBeVisible();
  await page.keyboard.type('e');
  await expect(playground.output).toHaveText('of app1');
  await page.keyboard.type(' | js');
  await expect(page.getByRole('option', { name: /^json/ })).toBeVisible();
});

test('typing over the whole payload breaks no rule of the content security policy', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.payload.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('{"status": "OK"');
  await expect(playground.payload).toContainText('"OK"');
});
