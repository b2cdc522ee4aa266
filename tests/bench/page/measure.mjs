/** Opens the page and takes its times. Each takes a browser, an address and how much the machine is slowed down. */
import { probe } from './probe.mjs';
import { templateOf } from './templates.mjs';

/** How a machine and its network are slowed down: a middling phone on a middling network. */
const throttle = { cpu: 4, latency: 40, bitsPerSecond: 10_000_000 };

/** How many lines the templates have that keys are typed into, and how many keys. */
export const lineCounts = [13, 200, 1_000, 5_000];
const keysTyped = 50;

/** What is opened by a click, and when it is there. */
const openings = [
  {
    name: 'gallery',
    click: (page) => page.getByRole('button', { name: /^Preset:/ }),
    isShown: () => document.querySelector('dialog[open]')?.textContent.includes('PagerDuty') === true,
  },
  {
    name: 'Checks',
    click: (page) => page.getByRole('tab', { name: /^Checks/ }),
    isShown: () => document.querySelector('[role=tabpanel] td button') !== null,
  },
  {
    name: 'Side by side',
    click: (page) => page.getByRole('button', { name: 'Side by side' }),
    isShown: () => document.querySelectorAll('dialog[open] section[aria-label]').length >= 3,
  },
];

/** The middle one of some numbers. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** A page of its own, nothing stored and nothing cached. */
async function freshPage(browser, isSlow) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addInitScript(probe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (isSlow) {
    const bytesPerSecond = throttle.bitsPerSecond / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: throttle.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
  }
  return { context, page, session };
}

/** How long the page's own thread has worked so far, in milliseconds of that thread: others' work does not count. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

async function settled(page) {
  await page.waitForFunction(() => window.probe.seen.output !== undefined);
  await page.waitForTimeout(1_500);
}

/** One visit without touching anything. */
export async function visit(browser, server, isSlow) {
  const { context, page } = await freshPage(browser, isSlow);
  server.asked.length = 0;
  await page.goto(server.address);
  await settled(page);
  const { seen, tasks, shift, origin } = await page.evaluate(() => ({
    seen: window.probe.seen,
    tasks: window.probe.tasks,
    shift: window.probe.shiftSoFar(),
    origin: performance.timeOrigin,
  }));
  await context.close();
  const scripts = server.asked.filter(({ type }) => type.startsWith('text/javascript'));
  const kilobytes = (until) =>
    scripts.filter(({ at }) => at - origin <= until).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  return {
    'first paint, ms': seen.paint,
    'message seen, ms': seen.message,
    'first output with scripts behind it, ms': seen.output,
    'script before that, kB': kilobytes(seen.output),
    'script before the editor, kB': kilobytes(seen.editor),
    'longest task, ms': Math.max(0, ...tasks.map(({ took }) => took)),
    'layout shift': shift,
  };
}

/** One visit in which a key is pressed as soon as the template can be typed in: when it is echoed. */
export async function firstKey(browser, server, isSlow) {
  const { context, page } = await freshPage(browser, isSlow);
  const ready = page.waitForEvent('console', { predicate: (message) => message.text() === 'probe: typable' });
  await page.goto(server.address, { waitUntil: 'commit' });
  await ready;
  await page.evaluate(() => {
    document.querySelector('.cm-content[aria-label$="template"]').focus();
    window.probe.watchKeys();
  });
  await page.keyboard.press('x');
  await page.waitForFunction(() => window.probe.keys.length > 0);
  const echoed = await page.evaluate(() => window.probe.keys[0].to);
  await context.close();
  return { 'first key echoed, ms': echoed };
}

/** Keys typed at the end of a line in the middle of a template, each once the one before it is seen. */
export async function keys(browser, server, isSlow, lines) {
  const { context, page, session } = await freshPage(browser, isSlow);
  await page.goto(server.address);
  await settled(page);
  const editor = page.locator('.cm-content[aria-label$="template"]');
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), templateOf(lines));
  await page.keyboard.press('ControlOrMeta+V');
  await page.waitForTimeout(3_000);
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < Math.min(lines >> 1, 60); line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    window.probe.watchKeys();
    window.probe.tasks.length = 0;
  });
  const before = await worked(session);
  const words = ' and what else there is to say of it, in plain words';
  for (let i = 0; i < keysTyped; i++) {
    await page.keyboard.press(words[i % words.length]);
    await page.waitForFunction((count) => window.probe.keys.length >= count, i + 1, { polling: 50 });
    await page.waitForTimeout(90);
  }
  const work = (await worked(session)) - before;
  const took = await page.evaluate(() => window.probe.keys.map(({ from, to }) => to - from));
  const tasks = await page.evaluate(() => window.probe.tasks.map((task) => task.took));
  await context.close();
  return {
    'median, ms': median(took),
    '95th, ms': quantile(took, 0.95),
    'longest, ms': Math.max(...took),
    'longest task, ms': Math.max(0, ...tasks),
    'work of the page, ms': work / keysTyped,
  };
}

/** What is opened by a click, each for the first time. */
export async function opened(browser, server, isSlow) {
  const times = {};
  for (const { name, click, isShown } of openings) {
    const { context, page } = await freshPage(browser, isSlow);
    await page.goto(server.address);
    await settled(page);
    const shown = page.evaluate(`window.probe.afterClick(${isShown.toString()})`);
    await click(page).click();
    times[`${name}, ms`] = await shown;
    await context.close();
  }
  return times;
}
