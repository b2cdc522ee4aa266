import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';
import { difference } from './pictures';

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const screens = { desktop, phone };

/** What the build draws of the default project, in the words of the page. */
const drawn = {
  template: '"chat_id": "-123456789",',
  payload: '"message": "error budget burn rate is 20x within 1 hour"',
  message: 'WARNING app1@default is not meeting its SLOs',
};

/** Holds back every script of the page until the returned function is called. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    letGo();
    await arrived(page);
  };
}

/** Waits until the page has taken over. */
async function arrived(page: Page): Promise<void> {
  await expect(page.locator('.first-sight')).toHaveCount(0);
  await expect(page.locator('.cm-editor').first()).toBeAttached();
}

/** Opens the page and waits for what the build drew; the page's own script is held back by `holdScripts`. */
async function look(page: Page, address = './'): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('.first-sight .page')).toBeAttached();
  await page.waitForFunction(() => document.readyState !== 'loading');
}

const background = (page: Page): Promise<string> =>
  page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('all of it can be read, and a sentence says what is missing', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText(drawn.template)).toBeVisible();
    await expect(page.getByText(drawn.payload)).toBeVisible();
    await expect(page.getByRole('group', { name: 'Telegram preview' })).toContainText(drawn.message);
    await expect(page.locator('.scriptless')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Checks' })).toBeVisible();
  });

  test('the theme is that of the system', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    expect(await background(page)).toBe('rgb(243, 245, 247)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(13, 17, 23)');
  });

  test.describe('on a phone', () => {
    test.use(phone);

    test('template, payload and message stand one below the other', async ({ page }) => {
      await page.goto('./');
      const places: number[] = [];
      for (const text of [
        page.getByText(drawn.template),
        page.getByText(drawn.payload),
        page.getByRole('group', { name: 'Telegram preview' }).getByText('is not meeting its SLOs'),
      ]) {
        await text.scrollIntoViewIfNeeded();
        await expect(text).toBeInViewport();
        places.push(await text.evaluate((element) => element.getBoundingClientRect().top + window.scrollY));
      }
      expect(places).toEqual([...places].sort((a, b) => a - b));
      await expect(page.locator('.scriptless')).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
  });
});

for (const [name, screen] of Object.entries(screens)) {
  test.describe(`on a ${name}`, () => {
    test.use(screen);

    for (const scheme of ['light', 'dark'] as const) {
      test(`without scripts it looks as with them, ${scheme}`, async ({ browser, page, context }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto('./');
        await arrived(page);
        const scriptless = await browser.newContext({ ...screen, javaScriptEnabled: false, colorScheme: scheme });
        const other = await scriptless.newPage();
        await other.goto(page.url());
        const without = await other.screenshot();
        const sentence = (await other.locator('.scriptless').boundingBox())!;
        await scriptless.close();
        await page.mouse.move(0, 0);
        const { within } = await difference(context, without, await page.screenshot(), 40);
        // On a phone the parts stand below each other: the first is the same down to where its text ends.
        if (name === 'phone') expect(within[1]).toBeGreaterThan(520);
        else {
          expect(within[0]).toBeGreaterThan(sentence.x - 24);
          expect(within[1]).toBeGreaterThan(sentence.y - 24);
          expect(within[2]).toBeLessThan(sentence.x + sentence.width + 24);
        }
      });

      test(`nothing moves and nothing changes when the scripts come, ${scheme}`, async ({ page, context }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.addInitScript(() => {
          const shifts: number[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
          Object.assign(window, { shifts });
        });
        const letGo = await holdScripts(page);
        await look(page);
        const before = await page.screenshot();
        await letGo();
        // What follows the output comes within this, were it not there already.
        await page.waitForTimeout(600);
        const after = await page.screenshot();
        // The rounded corner of a pane is smoothed otherwise where what it cuts is a layer of its own.
        expect(await difference(context, before, after, 40)).toEqual({ dots: 0, most: 0, within: expect.anything() });
        expect(await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts)).toEqual([]);
      });
    }

    test('the marks beside lines that are scrolled to are the same', async ({ page, context }) => {
      const letGo = await holdScripts(page);
      await look(page);
      const scroller = page.locator('.cm-scroller').first();
      const scrolled = await scroller.evaluate((element) => (element.scrollTop = 60));
      const before = await page.screenshot();
      await letGo();
      expect(await scroller.evaluate((element) => element.scrollTop)).toBe(scrolled);
      expect((await difference(context, before, await page.screenshot(), 40)).dots).toBe(0);
    });
  });
}

test.describe('before the scripts come', () => {
  test('what is typed is seen at once, and becomes an edit of the page that can be undone', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page);
    const template = page.getByRole('textbox', { name: 'Incident template' });
    const original = await template.locator('.cm-line').allTextContents();
    await template.getByText(drawn.template).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' // early');
    await expect(template).toContainText('"-123456789", // early');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and a line');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await letGo();
    await expect(template).toBeFocused();
    await page.keyboard.type('!');
    const lines = template.locator('.cm-line');
    const typed = original.toSpliced(1, 1, '  "chat_id": "-123456789", // early', 'and a line!');
    await expect(lines).toHaveText(typed);
    await new PlaygroundPage(page).kept('and a line!');
    await page.keyboard.press('ControlOrMeta+Z');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(lines).toHaveText(original);
  });

  test('what is typed into the payload is in the message', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page);
    await page.getByRole('textbox', { name: 'Incident payload' }).getByText('"SLO"').dblclick();
    await page.keyboard.type('Early');
    await letGo();
    await expect(page.getByRole('group', { name: 'Telegram preview' })).toContainText('Early / Latency');
  });

  test('everything can be replaced, and nothing is left', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page);
    const template = page.getByRole('textbox', { name: 'Incident template' });
    await template.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type('a');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('b {{ .Status }}');
    await letGo();
    await expect(template.locator('.cm-line')).toHaveText(['a', '', 'b {{ .Status }}']);
    expect(await new PlaygroundPage(page).text(template)).toBe('a\n\nb {{ .Status }}');
  });

  test('the last button that was clicked is clicked again, and a choice stays', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page);
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('menuitem').first()).toBeHidden();
    await page.getByRole('combobox', { name: 'Platform' }).selectOption({ label: 'ntfy' });
    await page.getByText('How sure this is').click();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await letGo();
    await expect(page.getByRole('dialog')).toContainText('Share a link');
    await expect(page.getByRole('combobox', { name: 'Platform' })).toHaveValue('ntfy');
    await expect(page.locator('details')).toHaveAttribute('open');
  });

  test('the focus stays where it is', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page);
    await page.getByRole('combobox', { name: 'Sample payload' }).focus();
    await letGo();
    await expect(page.getByRole('combobox', { name: 'Sample payload' })).toBeFocused();
  });
});

test.describe('who was here before', () => {
  test('never sees another template than the own one, and keeps it', async ({ page }) => {
    await page.goto('./');
    await arrived(page);
    const playground = new PlaygroundPage(page);
    await playground.fill(playground.template, 'mine {{ .Status }}');
    await playground.kept('mine');
    const letGo = await holdScripts(page);
    await look(page);
    await expect(page.getByText(drawn.template)).toBeHidden();
    await expect(page.getByText(drawn.payload)).toBeHidden();
    await expect(page.getByRole('group', { name: 'Telegram preview' })).toBeHidden();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await letGo();
    await expect(playground.template).toHaveText('mine {{ .Status }}');
  });

  test('sees the drawn project where nothing was changed', async ({ page }) => {
    await page.goto('./');
    await arrived(page);
    await new PlaygroundPage(page).kept('"retired":false'.replaceAll('"', '\\"'));
    const letGo = await holdScripts(page);
    await look(page);
    await expect(page.getByText(drawn.template)).toBeVisible();
    await letGo();
    await expect(page.getByText(drawn.template)).toBeVisible();
  });

  test('sees nothing of the drawn project when a link is opened', async ({ page }) => {
    const letGo = await holdScripts(page);
    await look(page, './#v1.broken');
    await expect(page.getByText(drawn.template)).toBeHidden();
    await letGo();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('has the chosen theme and sizes before any script', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => {
      localStorage.setItem('coroot-playground.theme', '"dark"');
      localStorage.setItem('coroot-playground.layout.columns', '30');
    });
    const letGo = await holdScripts(page);
    await look(page);
    expect(await background(page)).toBe('rgb(13, 17, 23)');
    const width = (): Promise<number | undefined> =>
      page
        .getByRole('region', { name: 'Template', exact: true })
        .boundingBox()
        .then((box) => box?.width);
    const before = await width();
    expect(before).toBeLessThan(450);
    // The drawn button would name another choice.
    await expect(page.getByRole('button', { name: /^Theme/ })).toBeHidden();
    await letGo();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    expect(await width()).toBe(before);
  });
});

test.describe('when the page does not come', () => {
  test('it says that the script could not be fetched; trying again helps, and nothing stored is lost', async ({
    page,
    complaints,
  }) => {
    complaints.expect(/Failed to load resource|net::ERR/);
    await page.addInitScript(() => {
      localStorage.setItem('coroot-playground.send', '{"kept":true}');
    });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    await expect(page.getByText(drawn.template)).toBeVisible();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'coroot-playground.send': '{"kept":true}' });
    const template = page.getByRole('textbox', { name: 'Incident template' });
    await template.getByText(drawn.template).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('typed meanwhile');
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    await expect(template).toContainText('typed meanwhile');
    await page.unroute('**/*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await arrived(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(template.locator('.cm-line').nth(1)).toHaveText('  "chat_id": "-123456789",');
    await expect(template.locator('.cm-line').nth(2)).toHaveText('');
    await expect(template.locator('.cm-line').nth(3)).toHaveText('typed meanwhile');
    await new PlaygroundPage(page).kept('typed meanwhile');
    expect(await page.evaluate(() => window.history.state as unknown)).toBe(null);
  });

  test('it says what the script complained of', async ({ page, complaints }) => {
    complaints.expect(/too old a browser/);
    await page.route('**/assets/page-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("too old a browser")' }),
    );
    await page.goto('./');
    await expect(page.getByRole('alert')).toContainText('could not start: Uncaught Error: too old a browser.');
    await expect(page.getByText(drawn.template)).toBeVisible();
  });
});

test('without storage the early script lets people type all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage'] as const)
      Object.defineProperty(window, name, { get: blocked });
  });
  const letGo = await holdScripts(page);
  await look(page);
  const template = page.getByRole('textbox', { name: 'Incident template' });
  await template.getByText(drawn.template).click();
  await page.keyboard.type('early');
  await letGo();
  await expect(template).toContainText('early');
});
