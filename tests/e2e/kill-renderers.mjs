/**
 * `npm run kill -- --n 200`: types steadily, kills the renderer at a random moment, opens the page again, and counts
 * how much of what was typed is gone. Build first (`npm run build`). Prints a line for each loss and a summary; ends
 * with 1 when anything older than 300 ms was lost.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';

const { values } = parseArgs({ options: { n: { type: 'string', default: '200' } } });
const rounds = Number(values.n);
/** How much may be lost, in milliseconds. */
const allowed = 300;

const load = async (file) =>
  (await runnerImport(fileURLToPath(new URL(file, import.meta.url)), { configFile: false, logLevel: 'error' })).module;
const { chromiumArgs, findChromium } = await load('./chromium.ts');
const { killRenderers } = await load('./killing.ts');

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const address = server.resolvedUrls.local[0];
const { executablePath, env } = findChromium();
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs], env: { ...process.env, ...env } });
const context = await browser.newContext();

async function open() {
  const page = await context.newPage();
  await page.goto(address);
  const editor = page.getByRole('textbox', { name: /template$/ });
  await editor.waitFor();
  return { page, editor };
}

let whole = 0;
let late = 0;
let worst = 0;
let characters = 0;
for (let round = 0; round < rounds; round++) {
  const { page, editor } = await open();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  let text = `round ${round} `;
  await page.keyboard.insertText(text);
  const typed = [];
  const end = Date.now() + 300 + Math.random() * 2000;
  while (Date.now() < end) {
    await page.keyboard.insertText('a');
    text += 'a';
    typed.push({ at: Date.now(), length: text.length });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
  }
  const killed = Date.now();
  await killRenderers(browser);
  await page.close().catch(() => undefined);
  const next = await open();
  const kept = await next.editor.textContent();
  await next.page.close();
  if (kept === text) {
    whole++;
    continue;
  }
  const oldest = text.startsWith(kept) ? typed.find(({ length }) => length > kept.length) : undefined;
  const lost = killed - (oldest?.at ?? 0);
  worst = Math.max(worst, lost);
  characters = Math.max(characters, text.length - kept.length);
  if (lost > allowed) late++;
  console.log(`round ${round}: ${text.length - kept.length} characters lost, typed in the last ${lost} ms`);
}
await browser.close();
await server.close();
console.log(
  `${rounds} renderers killed: ${whole} lost nothing; at worst ${characters} characters, ${worst} ms; ${late} lost more than ${allowed} ms`,
);
process.exitCode = late > 0 ? 1 : 0;
