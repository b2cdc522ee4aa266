/**
 * `npm run lighthouse`: Lighthouse's four scores of the built page, for a desktop and a phone, and what costs points.
 * `--dist FOLDER` looks at another build. Ends with 1 unless every score is 100.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import lighthouse, { desktopConfig } from 'lighthouse';
import { runnerImport } from 'vite';
import { serve } from './page/serve.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { dist: { type: 'string', default: here('../../dist') } } });

/** Starts a browser that can be spoken to; gives the port. */
async function browserIn(folder) {
  const { module } = await runnerImport(here('../e2e/chromium.ts'), { configFile: false, logLevel: 'error' });
  const { executablePath, env } = module.findChromium();
  const args = [...module.chromiumArgs, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const child = spawn(executablePath, [...args, 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said);
      if (found !== null) resolve(Number(found[1]));
    });
    child.on('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  return { child, port };
}

/** What is not as it should be: weighs in the score, or is worth a look. */
function faults({ categories, audits }) {
  return Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .filter(
        ({ id, weight }) => (audits[id].score ?? 1) < 1 && (weight > 0 || audits[id].details?.type !== 'debugdata'),
      )
      .map(({ id, weight }) => {
        const { title: what, score, displayValue = '' } = audits[id];
        return `- ${title}: ${what} (${id}), ${Math.round(100 * score)}, weight ${weight} ${displayValue}`.trimEnd();
      }),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'playground-lighthouse-'));
const server = await serve(values.dist);
const { child, port } = await browserIn(folder);
let isPerfect = true;
try {
  const reports = [];
  for (const [device, config] of Object.entries({ desktop: desktopConfig, phone: undefined })) {
    const result = await lighthouse(server.address, { port, output: 'json', logLevel: 'error' }, config);
    if (result.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
    reports.push({ device, lhr: result.lhr });
  }
  const titles = Object.values(reports[0].lhr.categories).map(({ title }) => title);
  console.log(`Lighthouse ${reports[0].lhr.lighthouseVersion}; load ${loadavg()[1].toFixed(1)} over five minutes\n`);
  console.log(`| | ${titles.join(' | ')} |\n|---|${'---:|'.repeat(titles.length)}`);
  for (const { device, lhr } of reports) {
    const scores = Object.values(lhr.categories).map(({ score }) => Math.round(100 * (score ?? 0)));
    isPerfect &&= scores.every((score) => score === 100);
    console.log(`| ${device} | ${scores.join(' | ')} |`);
  }
  for (const { device, lhr } of reports) console.log(`\n${device}:\n${faults(lhr).join('\n') || '- nothing'}`);
} finally {
  child.removeAllListeners('exit');
  child.kill();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = isPerfect ? 0 : 1;
