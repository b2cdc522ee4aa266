/** Nothing that goes wrong around the page loses what a person typed. */
import { type Browser, type BrowserContext, type Page, chromium } from '@playwright/test';
import { deflateSync } from 'fflate';
import { armor } from '../../src/share/armor';
import { dictionary } from '../../src/share/dictionary';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixtures';
import { killRenderers } from './killing';
import { PlaygroundPage } from './page';

const empty = { incident: '', deployment: '', alert: '' };
const linked = (template: string, payload = '{}', preset: string | null = null): string =>
  encode({
    kind: 'incident',
    version: 'documented',
    preset,
    templates: { ...empty, incident: template },
    payloads: { ...empty, incident: payload },
    customFields: [],
  });

/** A template that keeps the engine busy for longer than anybody waits. */
const endless = linked(
  '{{ range 100000 }}{{ $x := printf "%.1s" $ }}{{ end }}',
  JSON.stringify({ url: 'x'.repeat(99_000) }),
);

/** Opens a page of a context and waits for its editors. */
async function visit(context: BrowserContext, address = './'): Promise<PlaygroundPage> {
  const page = await context.newPage();
  const playground = new PlaygroundPage(page);
  if (address === './') await playground.open();
  else await page.goto(address);
  return playground;
}

/** A browser of the test's own, which it may kill. */
async function alone(run: (browser: Browser, context: BrowserContext) => Promise<void>): Promise<void> {
  const { launchOptions, baseURL = '', locale = 'en-US' } = test.info().project.use;
  const browser = await chromium.launch(launchOptions);
  try {
    await run(
      browser,
      await browser.newContext({ baseURL, locale, permissions: ['clipboard-read', 'clipboard-write'] }),
    );
  } finally {
    await browser.close();
  }
}

test.describe('over plain http from another host', () => {
  /** The page's address under a name that makes no secure context. */
  const address = (): string => (test.info().project.use.baseURL ?? '').replace('127.0.0.1', 'playground.test');

  async function open(page: Page): Promise<PlaygroundPage> {
    await page.goto(address());
    await expect(page.locator('.cm-editor').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Body' }).click();
    expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'clipboard' in navigator])).toEqual([
      false,
      false,
      false,
    ]);
    return new PlaygroundPage(page);
  }

  /** Types over a text; without the clipboard nothing can be pasted. */
  async function type({ page, template }: PlaygroundPage, text: string): Promise<void> {
    await template.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }

  test('the page works, keeps what is typed and copies', async ({ page }) => {
    const playground = await open(page);
    await type(playground, 'plain http');
    await expect(playground.output).toHaveText('plain http');
    await page.getByRole('region', { name: 'Template' }).getByRole('button', { name: 'Copy', exact: true }).click();
    await playground.payload.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await expect(playground.payload).toHaveText('plain http');
    await page.reload();
    await expect(playground.template).toHaveText('plain http');
  });

  test('two tabs keep two drafts', async ({ page, context }) => {
    const first = await open(page);
    await type(first, 'the first tab');
    const second = await open(await context.newPage());
    await expect(second.template).not.toHaveText('the first tab');
    await type(second, 'the second tab');
    for (let i = 0; i < 3; i++) {
      await Promise.all([first.page.reload(), second.page.reload()]);
      await expect(first.template).toHaveText('the first tab');
      await expect(second.template).toHaveText('the second tab');
    }
  });
});

test('ten renderers killed at random moments of steady typing lose at most what the last 300 ms brought', async () => {
  await alone(async (browser, context) => {
    for (let round = 0; round < 10; round++) {
      const playground = await visit(context);
      await playground.fill(playground.template, `round ${String(round)} `);
      await playground.template.focus();
      await playground.page.keyboard.press('ControlOrMeta+End');
      const typed: { readonly at: number; readonly length: number }[] = [];
      const end = Date.now() + 400 + Math.random() * 1200;
      let text = `round ${String(round)} `;
      while (Date.now() < end) {
        await playground.page.keyboard.insertText('a');
        text += 'a';
        typed.push({ at: Date.now(), length: text.length });
      }
      const killed = Date.now();
      await killRenderers(browser);
      await playground.page.close().catch(() => undefined);
      const next = await visit(context);
      const kept = await next.text(next.template);
      expect(text.startsWith(kept)).toBe(true);
      const due = typed.filter(({ at }) => at <= killed - 300).at(-1)?.length ?? 0;
      expect(kept.length).toBeGreaterThanOrEqual(due);
      await next.page.close();
    }
  });
});

test.describe('storage', () => {
  /** Fills the storage of the page's origin to the last character. */
  async function fill(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let i = 0; i < 4; i++) localStorage.setItem(`filler ${String(size)} ${String(i)}`, 'x'.repeat(size));
        } catch {
          // The next smaller one may still fit.
        }
      }
    });
  }

  test('that is full is said, and what Start fresh replaces is still there', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await fill(page);
    const mine = `my own work ${'x'.repeat(2000)}`;
    await playground.fill(playground.template, mine);
    await expect(page.getByRole('alert').filter({ hasText: 'does not keep your work' })).toContainText('full');
    await playground.more('Start fresh');
    const notice = playground.notice('The history could not keep what you had');
    await page
      .getByRole('button', { name: /^Switch|theme/i })
      .first()
      .click();
    await expect(page.getByRole('alert').filter({ hasText: 'does not keep' }).first()).toBeVisible();
    await notice.getByRole('button', { name: 'Undo' }).click();
    await expect(playground.output).toHaveText(mine);
  });

  test('that is full does not claim to have kept a payload', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await fill(page);
    await page.getByRole('button', { name: /Keep/ }).first().click();
    await playground.dialog.getByRole('textbox').fill(`a name ${'x'.repeat(500)}`);
    await playground.dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(playground.notice('did not keep the payload')).toBeVisible();
    await expect(playground.notice('Kept the payload')).toHaveCount(0);
  });

  test('that is denied is said, and the page works', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.tab('Body');
    await playground.fill(playground.template, 'not kept');
    await expect(playground.output).toHaveText('not kept');
    await expect(page.getByRole('alert')).toContainText('does not let this page store anything');
  });

  for (const [name, text] of Object.entries({
    'that is no JSON': '{{{',
    'of another release': '{"at":1,"project":{"kind":"cron","sections":["my old work"]}}',
    'full of oddities': '[null,{"at":1e300,"project":{}},{"name":"x","kind":"incident","payload":"{}"}]',
  })) {
    test(`${name} breaks nothing and stays as it was`, async ({ page }) => {
      const playground = new PlaygroundPage(page);
      await playground.open();
      await playground.fill(playground.template, 'mine');
      await playground.kept('mine');
      const keys = await page.evaluate((value) => {
        const names = Object.keys(localStorage).filter((key) => !key.includes('layout.tab'));
        for (const key of names) localStorage.setItem(key, value);
        return names.filter((key) => key.startsWith('coroot-playground.draft.'));
      }, text);
      expect(keys).toHaveLength(1);
      await page.close();
      const next = await visit(page.context());
      await next.tab('Body');
      await next.fill(next.template, 'typed after');
      await expect(next.output).toHaveText('typed after');
      await next.more('History');
      await expect(next.dialog).toBeVisible();
      await next.page.keyboard.press('Escape');
      for (const key of keys) expect(await next.page.evaluate((k) => localStorage.getItem(k), key)).toBe(text);
    });
  }

  test('that is cleared in mid-use is filled again', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.fill(playground.template, 'before the clearing');
    await playground.kept('before the clearing');
    await page.evaluate(() => {
      localStorage.clear();
    });
    await page.reload();
    await expect(playground.template).toHaveText('before the clearing');
  });

  test('holds more than a link can, which is said where somebody shares', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.fill(playground.template, `long ${'x'.repeat(1_000_001)}`);
    await playground.kept('long xxx');
    await expect(page.getByRole('alert').filter({ hasText: 'does not keep' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(playground.notice('more than a link can hold')).toBeVisible();
    await page.reload();
    await expect(playground.template).toContainText('long xxx');
  });
});

test('three tabs on one draft lose no text of any', async ({ page, context }) => {
  const first = new PlaygroundPage(page);
  await first.open();
  await first.fill(first.template, 'shared by three');
  await first.kept('shared by three');
  const tab = await page.evaluate(() => sessionStorage.getItem('coroot-playground.tab') ?? '');
  const others: PlaygroundPage[] = [];
  for (const word of ['second', 'third']) {
    const other = new PlaygroundPage(await context.newPage());
    // As a browser does it that duplicates a tab.
    await other.page.addInitScript((id) => {
      if (sessionStorage.length === 0) sessionStorage.setItem('coroot-playground.tab', id);
    }, tab);
    await other.open();
    await expect(other.template).toHaveText('shared by three');
    await other.fill(other.template, word);
    await other.kept(word);
    others.push(other);
  }
  await first.fill(first.template, 'still the first');
  await first.kept('still the first');
  const tabs = [first, ...others];
  await Promise.all(tabs.map(async (each) => each.page.reload()));
  for (const [i, word] of ['still the first', 'second', 'third'].entries()) {
    await expect(tabs[i]!.template).toHaveText(word);
  }
});

test('payloads kept in three tabs are all kept, and seen in each', async ({ page, context }) => {
  const tabs = [
    new PlaygroundPage(page),
    new PlaygroundPage(await context.newPage()),
    new PlaygroundPage(await context.newPage()),
  ];
  for (const each of tabs) await each.open();
  for (const [i, each] of tabs.entries()) {
    await each.page.getByRole('button', { name: /Keep/ }).first().click();
    await each.dialog.getByRole('textbox').fill(`payload ${String(i)}`);
    await each.dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(each.notice('Kept the payload')).toBeVisible();
  }
  for (const { page: each } of tabs) {
    for (const i of [0, 1, 2]) await expect(each.getByRole('option', { name: `payload ${String(i)}` })).toHaveCount(1);
  }
});

test.describe('a costly link', () => {
  /**
   * How long a key takes until the page is free again, in milliseconds: of five, the one in the middle and the worst.
   */
  async function answers({ page, template }: PlaygroundPage, key: string): Promise<{ middle: number; worst: number }> {
    await template.focus();
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const started = Date.now();
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
      times.push(Date.now() - started);
    }
    times.sort((a, b) => a - b);
    return { middle: times[2] ?? Infinity, worst: times[4] ?? Infinity };
  }

  /**
   * The links that froze the page: one whose text inflates to millions of labelled lines, one with very many blocks.
   */
  const lines = new TextEncoder().encode('f\u0001\u0000'.repeat(900_000));
  const rows = {
    'of 3 million short records': `#v1.${armor(deflateSync(lines, { level: 9, mem: 8, dictionary }))}`,
    'of 50,000 blocks': linked(
      '{"blocks":[{{ range $i := 50000 }}{{ if $i }},{{ end }}{"type":"divider"}{{ end }}]}',
      '{}',
      'slack.robust',
    ),
    'of 50,000 sections': linked(
      '{"blocks":[{{ range $i := 50000 }}{{ if $i }},{{ end }}' +
        '{"type":"section","text":{"type":"mrkdwn","text":"*{{ $i }}* `x` <https://a.bc|y>"}}{{ end }}]}',
      '{}',
      'slack.robust',
    ),
  };

  for (const [name, hash] of Object.entries(rows)) {
    test(`${name} leaves the page alive`, async ({ page }) => {
      await page.goto(`./${hash}`);
      const playground = new PlaygroundPage(page);
      await expect(page.locator('.cm-editor').first()).toBeVisible();
      const { dialog } = playground;
      if (await dialog.isVisible()) {
        const file = page.waitForEvent('download');
        await dialog.getByRole('button', { name: 'Download it' }).click();
        expect((await file).suggestedFilename()).toBe('coroot-link.txt');
        await page.keyboard.press('Escape');
      }
      if (name.startsWith('of 50,000'))
        await expect(playground.result).toContainText(/more parts that are not drawn here|The playground stopped/);
      // Two seconds after it was opened the page answers.
      await page.waitForTimeout(2000);
      await playground.template.focus();
      await page.keyboard.press('ControlOrMeta+Home');
      for (const key of ['ArrowRight', 'Space']) {
        const { middle, worst } = await answers(playground, key);
        console.log(
          `${name}, ${key}: ${String(middle)} ms, at worst ${String(worst)}, the link has ${String(hash.length)}`,
        );
        expect(middle).toBeLessThan(200);
      }
    });
  }

  test('that never comes up leaves the plain address to my own work, and opens without rendering next time', async () => {
    await alone(async (browser, context) => {
      const mine = await visit(context);
      await mine.fill(mine.template, 'my own work');
      await mine.kept('my own work');
      await mine.page.close();
      const stuck = await context.newPage();
      // Says when the page begins to open the link, however slow the machine is.
      await stuck.addInitScript(() => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function store(key: string, value: string): void {
          setItem.call(this, key, value);
          if (key.includes('opening.link')) console.log('opening');
        };
      });
      const opening = stuck.waitForEvent('console', (message) => message.text() === 'opening');
      await stuck.goto(`./${endless}`, { waitUntil: 'commit' });
      await opening;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await killRenderers(browser);
      await stuck.close().catch(() => undefined);

      const back = await visit(context);
      await expect(back.output).toHaveText('my own work');
      await back.page.close();

      const again = await visit(context, `./${endless}`);
      await expect(again.page.getByRole('alert').filter({ hasText: 'did not come up last time' })).toBeVisible();
      await expect(again.template).toContainText('range 100000');
      await again.page.close();
      const plain = await visit(context);
      await expect(plain.output).toHaveText('my own work');
    });
  });
});
