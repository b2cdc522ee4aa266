import type { Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';
import type { ReceivedRequest, Receiver } from './server';

/** Opens the send form with a target typed in. */
async function aim(playground: PlaygroundPage, url: string): Promise<void> {
  await playground.tab('Test send');
  await playground.page.getByRole('textbox', { name: 'Webhook URL' }).fill(url);
}

async function addHeader(page: Page, n: number, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByRole('textbox', { name: `Header ${String(n)} name` }).fill(name);
  await page.getByRole('textbox', { name: `Header ${String(n)} value` }).fill(value);
}

async function click(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send to/ }).click();
}

/** The requests but for the browser's questions whether it may make them. */
function messages(receiver: Receiver): readonly ReceivedRequest[] {
  return receiver.requests.filter(({ method }) => method !== 'OPTIONS');
}

test('one click sends one POST with the bytes, headers and credentials on view', async ({ page, receiver }) => {
  Object.assign(receiver.behaviour, {
    body: '{"ok":true, "description":"delivered"}',
    headers: { 'X-Answer': 'forty-two', 'Access-Control-Expose-Headers': 'X-Answer' },
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(
    playground.template,
    '{"text": "{{ .Status }} 漢字 🎉 \\\\ {{ range .Reports }}{{ .Name }}\n{{ end }}"}\n',
  );
  const body = await playground.copied('Rendered body');
  expect(body).toBe('{"text": "WARNING 漢字 🎉 \\\\ SLO\\nNet\\n"}\n');
  await aim(playground, `${receiver.origin}/hook?token=a%20b`);
  await page.getByText('Basic authentication and headers').click();
  await page.getByRole('textbox', { name: 'User' }).fill('somebody');
  await page.getByLabel('Password').fill('pässword');
  await addHeader(page, 1, 'X-Team', 'SRE');
  await addHeader(page, 2, 'X-Other', 'two words');
  await click(page);

  await expect(playground.result).toContainText('200 OK');
  await expect(playground.result).toContainText(/in [\d,]+ ms/);
  await expect(playground.result).toContainText(new URL(receiver.origin).host);
  await expect(playground.result).toContainText('Coroot would count this as delivered');
  await expect(playground.result.locator('pre')).toHaveText('{"ok":true, "description":"delivered"}');
  await page.getByText(/Answer headers the browser lets a page read/).click();
  await expect(playground.result.getByRole('term').filter({ hasText: 'x-answer' })).toBeVisible();
  await expect(playground.result.getByRole('definition').filter({ hasText: 'forty-two' })).toBeVisible();

  expect(messages(receiver)).toHaveLength(1);
  const [sent] = messages(receiver);
  expect(sent!.method).toBe('POST');
  expect(sent!.url).toBe('/hook?token=a%20b');
  expect(sent!.body.equals(Buffer.from(body))).toBe(true);
  expect(sent!.headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    authorization: `Basic ${Buffer.from('somebody:pässword').toString('base64')}`,
    'x-team': 'SRE',
    'x-other': 'two words',
  });
  expect(sent!.headers).not.toHaveProperty('cookie');
  expect(sent!.headers).not.toHaveProperty('referer');
});

test('the body that is sent is that of the kind on view', async ({ page, receiver }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.kind('Deployment');
  await playground.fill(playground.template, 'first {{ .Version }}');
  await playground.fill(playground.template, 'then {{ .Version }}');
  await aim(playground, receiver.origin);
  await click(page);
  await expect(playground.result).toContainText('200 OK');
  expect(messages(receiver).map(({ body }) => body.toString())).toEqual(['then 123ab456: app:v1.8.2']);
});

test('an answer that refuses the message is shown whole', async ({ page, receiver, complaints }) => {
  complaints.expect(/Failed to load resource: the server responded with a status of 500/);
  Object.assign(receiver.behaviour, { status: 500, body: 'invalid <b>payload</b>' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await aim(playground, receiver.origin);
  await click(page);
  await expect(playground.result).toContainText('500 Internal Server Error');
  await expect(playground.result).toContainText('Coroot counts a status of 400 or more as failed');
  await expect(playground.result.locator('pre')).toHaveText('invalid <b>payload</b>');
  expect(messages(receiver)).toHaveLength(1);
});

test('a target without CORS is explained, and curl is offered', async ({ page, receiver, complaints }) => {
  complaints.expect(/blocked by CORS policy/);
  complaints.expect(/Failed to load resource: net::ERR_FAILED/);
  receiver.behaviour.cors = 'deny';
  const playground = new PlaygroundPage(page);
  await playground.open();
  const body = await playground.copied('Rendered body');
  await aim(playground, `${receiver.origin}/hook`);
  await click(page);
  await expect(playground.error).toContainText('does not say why');
  await expect(playground.error).toContainText('CORS preflight');
  await expect(playground.error).toContainText('Cannot be known');
  expect(messages(receiver)).toEqual([]);
  const curl = await playground.clipboardAfter(() =>
    playground.error.getByRole('button', { name: 'Copy as curl' }).click(),
  );
  expect(curl).toContain(`--url '${receiver.origin}/hook'`);
  // The form and the work are as they were, and a second try is possible.
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveValue(`${receiver.origin}/hook`);
  Object.assign(receiver.behaviour, { cors: 'allow' });
  await click(page);
  await expect(playground.result).toContainText('200 OK');
  expect(messages(receiver).map((request) => request.body.toString())).toEqual([body]);
});

test('a connection that breaks off is explained', async ({ page, receiver, complaints }) => {
  complaints.expect(/Failed to load resource|CORS policy/);
  receiver.behaviour.cors = 'drop';
  const playground = new PlaygroundPage(page);
  await playground.open();
  await aim(playground, receiver.origin);
  await click(page);
  await expect(playground.error).toContainText('does not say why');
  await expect(playground.error).toContainText('Whether the message arrived');
});

test('a send that takes long can be stopped', async ({ page, receiver }) => {
  receiver.behaviour.delay = 600_000;
  const playground = new PlaygroundPage(page);
  await playground.open();
  await aim(playground, receiver.origin);
  await click(page);
  await expect(playground.result).toContainText(`Sending to ${new URL(receiver.origin).host}`);
  await expect.poll(() => receiver.requests.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(playground.result).toContainText('The send was stopped before an answer came');
  Object.assign(receiver.behaviour, { delay: 0 });
  await click(page);
  await expect(playground.result).toContainText('200 OK');
});

test('nothing is sent without a click', async ({ page, receiver }) => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await aim(playground, `${receiver.origin}/hook`);
  await page.getByRole('checkbox', { name: /^Remember/ }).check();
  for (const tab of ['Body', 'Raw', 'Set up', 'Test send'] as const) await playground.tab(tab);
  await playground.preset('JSON');
  await playground.fill(playground.template, '{{ .Status }}');
  await playground.copied('curl command');
  const link = await playground.share();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(link);
  await page.goto(
    `./${encode({
      kind: 'incident',
      version: 'documented',
      preset: 'telegram',
      templates: { incident: `${receiver.origin}/from-a-link`, deployment: '', alert: '' },
      payloads: { incident: `{"url": "${receiver.origin}/from-a-payload"}`, deployment: '{}', alert: '{}' },
      customFields: [['url', `${receiver.origin}/from-a-field`]],
    })}`,
  );
  await expect(playground.template).toHaveText(`${receiver.origin}/from-a-link`);
  await playground.tab('Test send');
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveValue(`${receiver.origin}/hook`);
  expect([...origins]).toEqual([new URL(page.url()).origin]);
  expect(receiver.requests).toEqual([]);
});

test('a text that is no address cannot be sent to, and the form says why', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page.getByRole('button', { name: /^Send to/ })).toHaveCount(0);
  await aim(playground, 'example.com/hook');
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveAccessibleDescription(/https:\/\//);
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
});
