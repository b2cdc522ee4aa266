import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const broken = [
  { name: 'a stray comma', payload: '{\n  "status": "OK",\n  }', place: { line: 3, column: 3 } },
  { name: 'text without quotes', payload: '{\n  "status": OK\n}', place: { line: 2, column: 13 } },
  { name: 'a list for text', payload: '{"status":\n ["OK"]}', place: { line: 2, column: 2 } },
  { name: 'text for a list', payload: '{"status": "OK",\n "reports": "none"}', place: { line: 2, column: 13 } },
];

for (const { name, payload, place } of broken) {
  test(`${name} is an error with line and column`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.fill(playground.template, 'last good output');
    await playground.fill(playground.payload, payload);
    const pane = page.getByRole('region', { name: 'Payload' });
    const remark = pane.getByRole('button', { name: `Line ${String(place.line)}, column ${String(place.column)}:` });
    await expect(remark).toBeVisible();
    await expect(playground.error).toContainText('The payload cannot be read');
    await expect(playground.error).toContainText(`line ${String(place.line)}, column ${String(place.column)}:`);
    await expect(playground.output).toHaveText('last good output');
    await expect(playground.underlined(playground.payload)).not.toHaveCount(0);

    // A click selects the place: the text before it tells where that is.
    await remark.click();
    await playground.payload.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ControlOrMeta+Home');
    const before = await playground.selected(playground.payload);
    const lines = before.split('\n');
    expect({ line: lines.length, column: lines.at(-1)!.length + 1 }).toEqual(place);
  });
}

test('a key that Coroot does not send is only a warning', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, 'it is {{ .Status }}');
  await playground.fill(playground.payload, '{"status": "OK",\n "flavour": "vanilla"}');
  await expect(page.getByRole('button', { name: /^Line 2, column 2: .*flavour/ })).toBeVisible();
  await expect(playground.output).toHaveText('it is OK');
  await expect(playground.error).toHaveCount(0);
});

test('of several remarks the first is shown, errors before warnings, and how many more there are', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.payload, '{"flavour": "vanilla",\n "status": 5,\n "colour": "red"}');
  await expect(page.getByRole('button', { name: /^Line 2, column 12: .* \(and 2 more\)$/ })).toBeVisible();
});

test("keys as in Coroot's JSON and as in templates mean the same", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(
    playground.template,
    '{{ .Status }}|{{ .Application.Namespace }}/{{ .Application.Name }}|{{ range .Reports }}{{ .Check }}{{ end }}|{{ .URL }}|{{ .RCASummary }}',
  );
  const want = 'OK|shop/cart|Latency|http://coroot/x|because';
  await playground.fill(
    playground.payload,
    '{"status": "OK", "application": "shop:Deployment:cart", "reports": [{"check": "Latency"}], "url": "http://coroot/x", "rca_summary": "because"}',
  );
  await expect(playground.output).toHaveText(want);
  await playground.fill(playground.payload, '{}');
  await expect(playground.output).not.toHaveText(want);
  await playground.fill(
    playground.payload,
    '{"Status": "OK", "Application": {"Namespace": "shop", "Kind": "Deployment", "Name": "cart"}, "Reports": [{"Check": "Latency"}], "URL": "http://coroot/x", "RCASummary": "because"}',
  );
  await expect(playground.output).toHaveText(want);
  await expect(page.getByRole('region', { name: 'Payload' }).getByRole('button', { name: /^Line/ })).toHaveCount(0);
});

test('a template that cannot be parsed is told before the payload', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.payload, '{');
  await playground.fill(playground.template, '{{ if .Status }}x');
  await expect(playground.error.locator('pre')).toHaveText(
    'invalid incident template: template: incidentTemplate:1: unexpected EOF',
  );
});
