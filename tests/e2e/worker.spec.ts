/**
 * Nothing that is typed blocks the page: what takes long is stopped, what never answers is replaced, the grid waits for
 * nobody, and where no worker can start the page works and says what is lost.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** The address of the worker's script, whatever the build calls it. */
const script = /\/assets\/entry-[\w-]+\.js$/;

/** Spends every step that the engine allows, many times as long as anybody waits. */
const endless = '{{ range 1000000000 }}{{ end }}';

/**
 * Types keys and measures each in the page: from the key to the frame that shows it in the editor, in milliseconds. The
 * text has to be in the editor by then.
 */
async function typed({ page, template }: PlaygroundPage, text: string): Promise<readonly number[]> {
  await template.focus();
  const times = await page.evaluateHandle(() => {
    const measured: number[] = [];
    const listening = new AbortController();
    window.addEventListener('measured', () => {
      listening.abort();
    });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const editor = document.activeElement;
        const before = editor?.textContent ?? '';
        requestAnimationFrame(() => {
          const isThere = editor?.textContent !== before;
          // What is drawn in this frame is on the screen when the next task begins.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => measured.push(isThere ? performance.now() - timeStamp : Infinity);
          port2.postMessage(null);
        });
      },
      { capture: true, signal: listening.signal },
    );
    return measured;
  });
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(60);
  }
  await page.evaluate(() => window.dispatchEvent(new Event('measured')));
  return times.jsonValue();
}

/** The key in the middle of those measured, in milliseconds. */
function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Infinity;
}

/** How long a key takes on this machine just now, with nothing else to do, in milliseconds. */
async function atRest(playground: PlaygroundPage): Promise<number> {
  await playground.fill(playground.template, 'at rest ');
  await expect(playground.output).toHaveText(/^at rest/);
  return middle(await typed(playground, 'nothing to do'));
}

/**
 * A key stays below 50 ms; on a machine that others keep busy it takes no longer than one at rest. None waits for the
 * work, which takes a second and more.
 */
function expectQuick(times: readonly number[], rest: number, name: string): void {
  const [key, worst] = [middle(times), Math.max(...times)];
  console.log(`${name}: ${key.toFixed(0)} ms a key, at worst ${worst.toFixed(0)}; at rest ${rest.toFixed(0)} ms`);
  expect(key).toBeLessThan(Math.max(50, 1.5 * rest));
  expect(worst).toBeLessThan(700);
}

/** Serves the worker's script as `text` until the returned function is called, and as it is from then on. */
async function scriptIs(page: Page, text: string): Promise<() => void> {
  let isOther = true;
  await page.route(script, async (route) => {
    if (isOther) await route.fulfill({ contentType: 'text/javascript', body: text });
    else await route.continue();
  });
  return () => {
    isOther = false;
  };
}

test('a template that spends everything: typing goes on, it is said, and the next good template renders', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const rest = await atRest(playground);
  await playground.fill(playground.template, 'last good output');
  await expect(playground.output).toHaveText('last good output');
  await playground.fill(playground.template, `${endless} `);
  // While it is rendered, again with each key.
  expectQuick(await typed(playground, 'nothing of this waits'), rest, 'a template that spends everything');
  await expect(playground.error).toContainText('The playground stopped this template after a second');
  await expect(playground.error).toContainText('Coroot would go on');
  await expect(playground.error).not.toContainText('invalid incident template');
  await expect(playground.output).toHaveText('last good output');
  await playground.fill(playground.template, 'good again');
  await expect(playground.output).toHaveText('good again');
  await expect(playground.error).toHaveCount(0);
});

test('a body that nobody has yet cannot be taken away: copying waits for it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.fill(playground.template, '{{ range 300000 }}{{ end }}counted');
  expect(await playground.copied('Rendered body')).toBe('counted');
});

test('a worker that never answers: typing goes on, it is said, and the next good template renders', async ({
  page,
}) => {
  // Begins with whatever it is asked, and is never heard of again.
  const hangs = `addEventListener('message', ({ data }) => {
    postMessage({ kind: 'begun', id: data.id });
  });
  postMessage({ kind: 'ready' });`;
  const asItIs = await scriptIs(page, hangs);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.error).toContainText('The playground stopped this template after a second');
  const hung = await typed(playground, 'nothing of this waits');
  await expect(playground.error).toContainText('The playground stopped this template after a second');
  asItIs();
  await playground.fill(playground.template, 'good again');
  await expect(playground.output).toHaveText('good again');
  expectQuick(hung, await atRest(playground), 'a worker that never answers');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot start' })).toHaveCount(0);
});

test('a worker that never says that it is there is given up after ten seconds, and the page does its work', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.Worker = class extends EventTarget {
      postMessage(): void {
        // Never says that it is there.
      }
      terminate(): void {
        // Nothing runs.
      }
    } as unknown as typeof Worker;
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.result).toContainText('Rendering …');
  await playground.fill(playground.template, 'typed meanwhile ');
  const hung = await typed(playground, 'abcdefgh');
  await expect(playground.output).toHaveText('typed meanwhile abcdefgh');
  expectQuick(hung, await atRest(playground), 'a worker that never starts');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot start' })).toContainText('holds the whole page up');
});

test.describe('without workers', () => {
  async function works(playground: PlaygroundPage): Promise<void> {
    const { page } = playground;
    const note = page.getByRole('alert').filter({ hasText: 'cannot start' });
    await expect(note).toContainText('holds the whole page up');
    await playground.fill(playground.template, '{{ .Status }}');
    await expect(playground.output).toHaveText('WARNING');
    await playground.fill(playground.template, '{{ .Statu }}');
    await expect(playground.error).toContainText("can't evaluate field Statu");
    await playground.error.getByRole('button', { name: /^Fix/ }).click();
    await expect(playground.output).toHaveText('WARNING');
    await playground.tab('Checks');
    await expect(playground.result).toContainText(/pass|fail/);
    await note.getByRole('button', { name: 'Dismiss' }).click();
    await expect(note).toHaveCount(0);
    await playground.tab('Body');
    await playground.fill(playground.template, endless);
    await expect(playground.error).toContainText('Coroot would go on');
  }

  test('because the browser has none: everything works, and the page says what is lost', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'Worker');
    });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await works(playground);
  });

  test('because none starts: everything works, and the page says what is lost', async ({ page }) => {
    await page.addInitScript(() => {
      window.Worker = class extends EventTarget {
        constructor() {
          super();
          setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })));
        }
        postMessage(): void {
          // Nobody is there.
        }
        terminate(): void {
          // Nothing runs.
        }
      } as unknown as typeof Worker;
    });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await works(playground);
  });

  test('at first: trying again starts them', async ({ page, complaints }) => {
    complaints.expect(/Failed to load resource/);
    let aborts = true;
    await page.route(script, (route) => (aborts ? route.abort() : route.continue()));
    const playground = new PlaygroundPage(page);
    await playground.open();
    const note = page.getByRole('alert').filter({ hasText: 'cannot start' });
    aborts = false;
    await note.getByRole('button', { name: 'Try again' }).click();
    await expect(note).toHaveCount(0);
    await playground.fill(playground.template, endless);
    await expect(playground.error).toContainText('stopped this template after a second');
  });
});

test('the grid goes on beside what is typed, says how far it is, and can be stopped', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const rest = await atRest(playground);
  // Every cell takes a while.
  await playground.fill(playground.template, '{{ range 1500000 }}{{ end }}{{ .Status }} ');
  await playground.tab('Checks');
  const running = playground.result.getByText(/Rendering … \d+ of \d+/);
  await expect(running).toBeVisible();
  await expect(playground.result.getByText(/Rendering … [1-9]\d* of \d+/)).toBeVisible();
  expectQuick(await typed(playground, 'not behind the grid'), rest, 'beside the grid');
  await expect(running).toBeVisible();
  await playground.result.getByRole('button', { name: 'Stop' }).click();
  await expect(playground.result).toContainText(/You stopped this after \d+ of \d+/);
  await playground.fill(playground.template, '{"text": {{ json .Status }}}');
  await expect(playground.result.getByRole('button', { name: 'Go on' })).toBeVisible();
  await playground.result.getByRole('button', { name: 'Go on' }).click();
  await expect(playground.result).toContainText(/All \d+ pass|\d+ pass/);
  await expect(running).toHaveCount(0);
});

test('Rocket.Chat’s parser that does not load is said, and trying again shows the markup', async ({
  page,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  let aborts = true;
  await page.route(/messageParser/, (route) => (aborts ? route.abort() : route.continue()));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Rocket.Chat', 'robust');
  await playground.fill(playground.template, '{"text": "a *bold* word"}');
  await playground.tab('Preview');
  const surface = page.getByRole('group', { name: 'Rocket.Chat preview' });
  await expect(surface).toContainText('a *bold* word');
  const notice = playground.notice('The parser of Rocket.Chat could not be fetched');
  aborts = false;
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(surface.locator('strong').filter({ hasText: 'bold' })).toHaveText('bold');
});
