import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from './fixtures';
import { PlaygroundPage } from './page';
import { type Release, type Site, makeRelease, releaseMark, startSite } from './site';

/** A server with the page in a folder of it, which every page of the test opens, and releases that can follow. */
const test = base.extend<{ site: Site; release: (mark: string) => Release }>({
  // Playwright wants the fixtures it depends on as a destructured parameter, even when there are none.
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  // eslint-disable-next-line no-empty-pattern
  release: async ({}, use) => {
    const made: Release[] = [];
    await use((mark) => {
      const release = makeRelease(mark);
      made.push(release);
      return release;
    });
    for (const release of made) release.remove();
  },
  baseURL: async ({ site }, use) => {
    await use(site.address);
  },
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the page is answered by a service worker. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Asks for a newer version, as browsers do by themselves when a page is opened. */
async function ask(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

/** Which release a page is of; '' for the built one. */
async function releaseOf(page: Page): Promise<string> {
  const marks = page.locator(`meta[${releaseMark}]`);
  return (await marks.count()) === 0 ? '' : ((await marks.getAttribute('content')) ?? '');
}

/** Opens one more tab. */
async function openTab(context: BrowserContext): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(await context.newPage());
  await playground.open();
  return playground;
}

async function showsCard(playground: PlaygroundPage): Promise<void> {
  await playground.tab('Preview');
  await playground.preset('Microsoft Teams', 'robust');
  await expect(playground.page.getByRole('group', { name: 'Microsoft Teams preview' })).toContainText('app1');
}

const newer = 'A newer version is ready. Your work is kept.';

test('after one visit every platform is drawn without a network, from the first tab on', async ({ page, site }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  site.power(false);
  // The very tab of the visit draws what it has not loaded yet.
  await showsCard(playground);
  const open = await openTab(page.context());
  await open.tab('Preview');
  await open.page.getByRole('button', { name: /^Preset:/ }).click();
  const presets = open.dialog.getByRole('button', { name: /, robust$/ });
  const names = (await presets.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))).map(
    (label) => label.replace(/, robust$/, ''),
  );
  expect(names.length).toBeGreaterThanOrEqual(25);
  await open.page.keyboard.press('Escape');
  for (const name of names) {
    await open.preset(name, 'robust');
    await expect(open.page.getByRole('group', { name: `${name} preview` })).toContainText('app1');
  }
  await open.more('Keyboard shortcuts');
  await expect(open.dialog).toContainText('The page opens without a network, too.');
  const [licences] = await Promise.all([
    open.page.waitForEvent('popup'),
    open.dialog.getByRole('link', { name: /^Licences/ }).click(),
  ]);
  await expect(licences.locator('body')).toContainText('Apache License');
});

test('Rocket.Chat’s parser is there without a network', async ({ page, site }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  site.power(false);
  await playground.tab('Preview');
  await playground.preset('Rocket.Chat', 'robust');
  await playground.fill(playground.template, '{"text": "a *bold* word"}');
  const surface = page.getByRole('group', { name: 'Rocket.Chat preview' });
  await expect(surface.locator('strong, b').filter({ hasText: /^bold$/ })).toBeVisible();
});

test('what the page keeps is what the build wrote, and nothing else', async ({ page, site, receiver }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  await playground.tab('Test send');
  await page.getByRole('textbox', { name: 'Webhook URL' }).fill(`${receiver.origin}/hook`);
  await page.getByRole('button', { name: /^Send to/ }).click();
  await expect.poll(() => receiver.requests.length).toBeGreaterThan(0);
  const keys = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(url.replace(/\?[0-9a-f]{64}$/, ''));
    }
    return found;
  });
  const asked = new Set(site.asked.map((path) => (path === 'index.html' ? '' : path)));
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !key.startsWith(site.address) || !asked.has(key.slice(site.address.length)))).toEqual([]);
});

test('an address that is no file of the page is the server’s to answer', async ({ page, site, complaints }) => {
  complaints.expect(/404/);
  await page.goto('./');
  await kept(page);
  for (const path of ['nothing-here', 'other/app/']) {
    const answer = await page.goto(`./${path}`);
    expect(answer?.status()).toBe(404);
    expect(site.asked).toContain(path);
  }
});

test('a newer version waits until it is asked for, and leaves the text that was typed', async ({
  page,
  site,
  release,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  site.files = release('second').files;
  await ask(page);
  await expect(playground.notice(newer)).toBeVisible();
  await playground.fill(playground.template, 'mine: {{ .Status }}');
  expect(await releaseOf(page)).toBe('');
  // Whatever is said in between, the offer stands.
  await playground.copied('Template');
  await expect(playground.notice(newer)).toBeVisible();
  // Typed at the last moment, before it is saved.
  await playground.template.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' and more');
  await playground.notice(newer).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => releaseOf(page)).toBe('second');
  await expect(playground.template).toHaveText('mine: {{ .Status }} and more');
  await expect(playground.output).toHaveText('mine: WARNING and more');
  await expect(playground.notice(newer)).toBeHidden();
  // It is there offline in its turn.
  site.power(false);
  await page.reload();
  expect(await releaseOf(page)).toBe('second');
  await showsCard(playground);
});

test('a page that is in use is not replaced, and finds its own files after another tab went over', async ({
  page,
  site,
  release,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  const other = await openTab(page.context());
  await playground.fill(playground.template, 'in the middle of something');
  site.files = release('second').files;
  await ask(other.page);
  await other.notice(newer).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => releaseOf(other.page)).toBe('second');
  expect(await releaseOf(page)).toBe('');
  await expect(playground.template).toHaveText('in the middle of something');
  // The server has no file of the first release any more, and this tab has not loaded the renderer of cards yet.
  await showsCard(playground);
  await showsCard(other);
  // It takes the newer version when somebody says so, or opens it again.
  await playground.notice(newer).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => releaseOf(page)).toBe('second');
});

test('a newer version that was not asked for comes with the next visit, and the old one goes', async ({
  page,
  site,
  release,
}) => {
  const context = page.context();
  await page.goto('./');
  await kept(page);
  site.files = release('second').files;
  await ask(page);
  await expect(new PlaygroundPage(page).notice(newer)).toBeVisible();
  await page.goto('about:blank');
  await expect
    .poll(async () => {
      const next = await context.newPage();
      await next.goto('./');
      const mark = await releaseOf(next);
      const caches = await next.evaluate(async () => (await window.caches.keys()).length);
      await next.close();
      return [mark, caches];
    })
    .toEqual(['second', 1]);
});

for (const { how, content } of [
  { how: 'is missing', content: null },
  { how: 'is another', content: '<h1>Sign in to this network</h1>' },
]) {
  test(`of a newer version nothing is used when a file of it ${how}`, async ({ page, site, release, complaints }) => {
    complaints.expect(/404|not there offline/);
    const playground = new PlaygroundPage(page);
    await playground.open();
    await kept(page);
    const second = release('second');
    site.files = second.files;
    const list = readFileSync(`${second.files}/service-worker.js`, 'utf8');
    const card = /assets\/adaptivecards[^`"']+\.js/.exec(list)?.[0];
    site.instead.set(card!, content);
    await ask(page);
    await expect.poll(() => site.asked).toContain(card);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { installing, waiting } = await navigator.serviceWorker.ready;
          return [installing, waiting, (await caches.keys()).length];
        }),
      )
      .toEqual([null, null, 1]);
    await playground.more('Keyboard shortcuts');
    await expect(playground.dialog).toContainText('not all of a newer version could be fetched');
    await page.keyboard.press('Escape');
    await expect(playground.notice(newer)).toBeHidden();
    site.power(false);
    await page.reload();
    expect(await releaseOf(page)).toBe('');
    await showsCard(playground);
    // The server is mended.
    site.power(true);
    site.instead.clear();
    await ask(page);
    await expect(playground.notice(newer)).toBeVisible();
  });
}

test('where the browser does not keep the work, a newer version does not take it', async ({ page, site, release }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  site.files = release('second').files;
  await ask(page);
  await expect(playground.notice(newer)).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await playground.fill(playground.template, 'would be lost');
  await playground.notice(newer).getByRole('button', { name: 'Reload' }).click();
  await expect(playground.notice('would be lost. Download it first.')).toBeVisible();
  expect(await releaseOf(page)).toBe('');
  await expect(playground.template).toHaveText('would be lost');
});

test('nothing is asked of another origin in a walk through every panel and dialog', async ({ page, site }) => {
  const addresses: string[] = [];
  page.context().on('request', (request) => addresses.push(request.url()));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await kept(page);
  for (const tab of ['Preview', 'Checks', 'Body', 'Raw', 'Fields', 'Test send', 'Set up'] as const) {
    await playground.tab(tab);
    await expect(playground.result).not.toBeEmpty();
  }
  await playground.tab('Preview');
  await showsCard(playground);
  await playground.preset('Rocket.Chat', 'robust');
  const dialogs: readonly (() => Promise<void>)[] = [
    () => page.getByRole('button', { name: 'Side by side' }).click(),
    () => page.getByRole('button', { name: /^Preset:/ }).click(),
    () => page.getByRole('button', { name: 'Share', exact: true }).click(),
    () => page.getByRole('button', { name: 'Keep this payload' }).click(),
    () => page.getByRole('button', { name: /^Coroot / }).click(),
    () => playground.more('History'),
    () => playground.more('Keyboard shortcuts'),
    () => page.keyboard.press('Control+K'),
  ];
  for (const open of dialogs) {
    await open();
    await expect(playground.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(playground.dialog).toBeHidden();
  }
  for (const kind of ['Deployment', 'Alert'] as const) await playground.kind(kind);
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => !address.startsWith(site.address))).toEqual([]);
});

test('the header that servers are given says what the page says, and who may frame it', () => {
  const read = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
  const meta = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read('index.html'))?.[1];
  const header = /^ +Content-Security-Policy: (.*)$/m.exec(read('_headers'))?.[1];
  // Its own files, and the early script.
  expect(meta).toMatch(/; script-src 'self' 'sha256-[\w+/]+=*'; /);
  expect(header).toBe(`${String(meta)}; frame-ancestors 'none'`);
});
