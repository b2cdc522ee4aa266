import { handedToCurl as run } from '../delivery/shell';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

test('the template is copied as it is', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const template = '\n  {{ .Status }}\t"漢字"\n\n';
  await playground.fill(playground.template, template);
  expect(await playground.copied('Template')).toBe(template);
  const pane = page.getByRole('region', { name: 'Template' });
  expect(await playground.clipboardAfter(() => pane.getByRole('button', { name: 'Copy' }).click())).toBe(template);
});

test('the body is copied as it is sent, not as the template wrote it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{ "text":"{{ .Status }}\n" }\n');
  await expect(playground.result).toContainText('Valid JSON');
  await playground.tab('Raw');
  expect(await playground.copied('Rendered body')).toBe('{ "text":"WARNING\\n" }\n');
});

test('JSON is copied indented, its numbers and keys as they were', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{"z":12345678901234567890,"a":[1.50,{}],"status":"{{ .Status }}"}');
  await expect(playground.result).toContainText('Valid JSON');
  // As `jq --indent 2` lays JSON out.
  expect(await playground.copied('Rendered JSON, indented')).toBe(
    ['{', '  "z": 12345678901234567890,', '  "a": [', '    1.50,', '    {}', '  ],', '  "status": "WARNING"', '}'].join(
      '\n',
    ),
  );
  await playground.fill(playground.template, 'no JSON');
  await expect(playground.result).toContainText('Plain text');
  await page.getByRole('region', { name: 'Result' }).locator('[aria-haspopup]').click();
  await expect(page.getByRole('menuitem', { name: 'Rendered JSON, indented' })).toBeDisabled();
});

test("a shell runs the copied curl command with exactly the body's bytes", async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(
    playground.template,
    `{"text": "it's {{ .Status }} \\\\ $HOME \`id\` %s 漢字 🎉 {{ range .Reports }}{{ .Name }}\n{{ end }}"}\n`,
  );
  await expect(playground.result).toContainText('Valid JSON');
  const body = await playground.copied('Rendered body');
  expect(body).toBe(`{"text": "it's WARNING \\\\ $HOME \`id\` %s 漢字 🎉 SLO\\nNet\\n"}\n`);
  await playground.tab('Test send');
  await page.getByRole('textbox', { name: 'Webhook URL' }).fill('https://example.com/hook?a=1&b=$(id)');
  await page.getByText('Basic authentication and headers').click();
  await page.getByRole('textbox', { name: 'User' }).fill('me');
  await page.getByLabel('Password').fill(`it's`);
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByRole('textbox', { name: 'Header 1 name' }).fill('X-Team');
  await page.getByRole('textbox', { name: 'Header 1 value' }).fill('"SRE"');
  const ran = run(await playground.copied('curl command'));
  expect(ran.input.toString()).toBe(body);
  // What Coroot sends in this order, and curl's own Accept taken away.
  expect(ran.args.flatMap((word, i) => (word === '--header' ? [ran.args[i + 1]] : []))).toEqual([
    'User-Agent: Go-http-client/1.1',
    `Authorization: Basic ${Buffer.from("me:it's").toString('base64')}`,
    'Content-Type: application/json',
    'X-Team: "SRE"',
    'Accept-Encoding: gzip',
    'Accept:',
  ]);
  expect(ran.args.at(-1)).toBe('https://example.com/hook?a=1&b=$(id)');
});

test('without an address the curl command names the place for one', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const ran = run(await playground.copied('curl command'));
  expect(ran.args.at(-1)).toMatch(/^https:\/\//);
  expect(ran.input.toString()).toBe(await playground.copied('Rendered body'));
});

test('a browser that does not allow copying is reported', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('region', { name: 'Template' }).getByRole('button', { name: 'Copy' }).click();
  await expect(playground.notice('did not allow copying')).toBeVisible();
});
