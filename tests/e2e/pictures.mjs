/**
 * `npm run pictures`: makes the icons from their SVG sources, and the pictures of the page for links and for the README
 * from the built page, with the browser that the tests use. Build first (`npm run build`). They go into `public/`, and
 * are committed.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';

const path = (file) => fileURLToPath(new URL(`../../public/${file}`, import.meta.url));
const load = async (file) =>
  (await runnerImport(fileURLToPath(new URL(file, import.meta.url)), { configFile: false, logLevel: 'error' })).module;
const { chromiumArgs, findChromium } = await load('./chromium.ts');
const { linkPicture } = await load('../../build/link-tags.ts');

/** Each icon: its source, and how many pixels wide and high it is. Apple rounds corners itself, as masks do. */
const icons = [
  ['icon-192.png', 'favicon.svg', 192],
  ['icon-512.png', 'favicon.svg', 512],
  ['maskable-192.png', 'icons/maskable.svg', 192],
  ['maskable-512.png', 'icons/maskable.svg', 512],
  ['apple-touch-icon.png', 'icons/maskable.svg', 180],
];

const { executablePath, env } = findChromium();
// Fonts of one's own come before those of the browser that ships inside a dependency, which has no emoji.
const fonts = process.env.FONTCONFIG_FILE === undefined ? {} : { FONTCONFIG_FILE: process.env.FONTCONFIG_FILE };
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumArgs],
  env: { ...process.env, ...env, ...fonts },
});

/** Whether there is a font with emoji: a square in the place of each would be in the pictures otherwise. */
async function hasEmoji() {
  const page = await browser.newPage();
  const colored = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '32px sans-serif';
    context.fillText('🔴', 0, 32);
    const { data } = context.getImageData(0, 0, 48, 48);
    return data.some((value, at) => at % 4 === 0 && Math.abs(value - data[at + 1]) > 40);
  });
  await page.close();
  return colored;
}
if (!(await hasEmoji())) {
  await browser.close();
  throw new Error('The pictures need a font with emoji. Debian has one in the package fonts-noto-color-emoji.');
}

for (const [file, source, size] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = Buffer.from(readFileSync(path(source))).toString('base64');
  const style = 'display:block;width:100vw;height:100vh';
  await page.setContent(`<body style="margin:0"><img style="${style}" src="data:image/svg+xml;base64,${svg}">`);
  await page.screenshot({ path: path(`icons/${file}`), omitBackground: true });
  await page.close();
}

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });

/** Opens the page with a preset and photographs it, its preview beside the template. */
async function photograph(file, viewport, deviceScaleFactor = 1) {
  const look = { colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-US', serviceWorkers: 'block' };
  const context = await browser.newContext({ viewport, deviceScaleFactor, ...look });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.getByRole('tab', { name: /^Preview/ }).click();
  await page.getByRole('button', { name: /^Preset:/ }).click();
  await page.getByRole('button', { name: 'Telegram, robust', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('group', { name: 'Telegram preview' }).waitFor();
  // Loading a preset says so for a while, at the bottom of the page.
  await page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'hidden' });
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path: path(file) });
  await context.close();
}

// A wide window, made smaller: in a narrow one not all tabs are in sight.
const scale = linkPicture.width / 1440;
await photograph(linkPicture.file, { width: 1440, height: linkPicture.height / scale }, scale);
await photograph('screenshot.png', { width: 1440, height: 860 });
await server.close();
await browser.close();
