/**
 * `npm run hosting`: runs nginx and Caddy with the configurations of the README, and asks them for what a browser asks.
 * Build first (`npm run build`). Wants both programs, by name or where `NGINX_PATH` and `CADDY_PATH` say; Debian has
 * packages.
 * What is changed of the configurations: the folder, the port, and https, for which there is no certificate here.
 * Ends with 1 when an answer is not as it should be.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'playground-hosting-'));
const www = join(folder, 'www');
mkdirSync(www);
cpSync(join(root, 'dist'), join(www, 'playground'), { recursive: true });
const script = readdirSync(join(root, 'dist/assets')).find((name) => name.endsWith('.js'));

const load = async (file) => (await runnerImport(join(root, file), { configFile: false, logLevel: 'error' })).module;
const { chromiumArgs, findChromium } = await load('tests/e2e/chromium.ts');

/** What the README has between the fences of this language, with `changes` made, each of which has to be possible. */
function snippet(language, changes) {
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`the README has no ${language}`);
  return Object.entries(changes).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the ${language} of the README has no ${from}`);
    return result.replaceAll(from, to);
  }, text);
}

/** A port nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const servers = [
  {
    name: 'nginx',
    start: (port) => {
      const http = snippet('nginx', { 'listen 80': `listen 127.0.0.1:${port}`, '/srv/www': www });
      // What a package of nginx has around each server's file.
      const types = 'text/html html; text/css css; application/javascript js; image/svg+xml svg; image/png png;';
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${folder}/${n};`);
      const config = `user root; daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; types { ${types} } ${paths.join(' ')}\n${http}\n}\n`;
      writeFileSync(join(folder, 'nginx.conf'), config);
      return [process.env.NGINX_PATH ?? 'nginx', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
    },
  },
  {
    name: 'caddy',
    start: (port) => {
      const site = snippet('caddy', { 'example.com {': `http://127.0.0.1:${port} {`, '/srv/www': www });
      writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}\n`);
      return [
        process.env.CADDY_PATH ?? 'caddy',
        'run',
        '--adapter',
        'caddyfile',
        '--config',
        join(folder, 'Caddyfile'),
      ];
    },
  },
];

let wrong = 0;
function check(what, got, want) {
  const fine = want instanceof RegExp ? want.test(got ?? '') : got === want;
  if (!fine) wrong += 1;
  console.log(`${fine ? '✔' : '✘'} ${what}: ${got}${fine ? '' : `, not ${want}`}`);
}

/** Asks for everything by hand, and then opens the page in a browser, once with the server and once without. */
async function ask(address, stop) {
  const secure = {
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  const wanted = [
    ['', 200, /^text\/html/, 'no-cache'],
    ['index.html', 200, /^text\/html/, 'no-cache'],
    ['service-worker.js', 200, /javascript/, 'no-cache'],
    ['manifest.webmanifest', 200, /^(?:text\/plain|application\/manifest\+json)/, 'no-cache'],
    ['licenses.md', 200, /^text\//, 'no-cache'],
    ['favicon.svg', 200, /^image\/svg/, 'no-cache'],
    ['icons/icon-192.png', 200, /^image\/png/, 'no-cache'],
    [`assets/${script}`, 200, /javascript/, 'public, max-age=31536000, immutable'],
  ];
  for (const [path, status, type, cache] of wanted) {
    // `index.html` may lead to the folder.
    const answer = await fetch(address + path);
    check(`/playground/${path} status`, answer.status, status);
    check(`/playground/${path} type`, answer.headers.get('content-type'), type);
    check(`/playground/${path} cache`, answer.headers.get('cache-control'), cache);
    for (const [name, value] of Object.entries(secure)) check(`  ${name}`, answer.headers.get(name), value);
  }
  const large = await fetch(`${address}assets/${script}`, { headers: { 'Accept-Encoding': 'gzip' } });
  check('compression of scripts', large.headers.get('content-encoding'), 'gzip');
  const tag = (await fetch(`${address}service-worker.js`)).headers.get('etag');
  const again = await fetch(`${address}service-worker.js`, { headers: { 'If-None-Match': tag } });
  check('an unchanged service worker', again.status, 304);
  check('a file that is not there', (await fetch(`${address}assets/none.js`)).status, 404);
  const bare = await fetch(address.slice(0, -1), { redirect: 'manual' });
  check('the folder without its slash', bare.status, /^30[1278]$/);

  const { executablePath, env } = findChromium();
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs], env: { ...process.env, ...env } });
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  await page.locator('.cm-editor').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  check('the manifest in a browser', `${url} ${JSON.stringify(errors)}`, `${address}manifest.webmanifest []`);
  check('complaints of the browser', JSON.stringify(complaints), '[]');
  await stop();
  await page.reload();
  await page.locator('.cm-editor').first().waitFor();
  check('without the server', await page.title(), 'Coroot template playground');
  await browser.close();
}

for (const { name, start } of servers) {
  const port = await freePort();
  const [program, ...args] = start(port);
  console.log(`\n── ${name}`);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HOME: folder } });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      console.log(`✘ ${error.message}`);
      wrong += 1;
      resolve();
    });
    child.on('exit', resolve);
  });
  const address = `http://127.0.0.1:${port}/playground/`;
  let up = false;
  for (let tries = 0; tries < 50 && !up && child.exitCode === null; tries += 1) {
    up = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!up) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  check('answers', up, true);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  if (up) await ask(address, stop);
  else await stop();
}
rmSync(folder, { recursive: true });
console.log(wrong === 0 ? '\nall as it should be' : `\n${wrong} not as it should be`);
process.exitCode = wrong === 0 ? 0 : 1;
