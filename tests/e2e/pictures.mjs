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
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs], env: { ...process.env, ...env } });

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
async function photograph(file, viewport) {
  const context = await browser.newContext({
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.getByRole('tab', { name: /^Preview/ }).click();
  await page.getByRole('button', { name: /^Preset:/ }).click();
  await page.getByRole('button', { name: 'Telegram, robust', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('group', { name: 'Telegram preview' }).waitFor();
  // Loading a preset says so for a while, at the bottom of the page.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.screenshot({ path: path(file) });
  await context.close();
}

await photograph(linkPicture.file, { width: linkPicture.width, height: linkPicture.height });
await photograph('screenshot.png', { width: 1440, height: 860 });
await server.close();
await browser.close();
