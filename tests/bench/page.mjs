/**
 * `npm run bench:page`: how fast the built page is in a real browser, slowed down and not, beside the previous release.
 * `--save NAME` keeps the figures as those of a release; `--dist FOLDER` measures another build; `--loads N` says how
 * often each thing is done (5); `--only slow` or `--only fast` leaves out the other; `--keys N` times keys N times
 * over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { firstKey, keys, lineCounts, median, opened, visit } from './page/measure.mjs';
import { serve } from './page/serve.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const kept = here('page.json');

const { values } = parseArgs({
  options: {
    save: { type: 'string' },
    dist: { type: 'string', default: here('../../dist') },
    loads: { type: 'string', default: '5' },
    keys: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

/** The middle one of each figure over several runs. */
function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]));
}

async function repeated(times, what) {
  const runs = [];
  for (let i = 0; i < times; i++) runs.push(await what());
  return medians(runs);
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

async function measure(browser, server, isSlow) {
  const loads = Number(values.loads);
  note('  visits');
  const figures = {
    ...(await repeated(loads, () => visit(browser, server, isSlow))),
    ...(await repeated(loads, () => firstKey(browser, server, isSlow))),
  };
  note('  openings');
  const shown = await repeated(Math.ceil(loads / 2), () => opened(browser, server, isSlow));
  for (const [name, value] of Object.entries(shown)) figures[`open ${name}`] = value;
  for (const lines of lineCounts) {
    note(`  keys in ${lines} lines`);
    const typed = await repeated(Number(values.keys), () => keys(browser, server, isSlow, lines));
    for (const [name, value] of Object.entries(typed))
      figures[`key in ${lines.toLocaleString('en')} lines: ${name}`] = value;
  }
  return figures;
}

function written(name, value) {
  if (value === undefined || value === null) return '';
  return name === 'layout shift' ? value.toFixed(3) : value.toFixed(name.endsWith('kB') ? 1 : 0);
}

/** One table: this build, and the one before it. */
function table(title, now, before) {
  const lines = [`## ${title}`, '', `| | now | ${before.name} |`, '|---|---:|---:|'];
  for (const [name, value] of Object.entries(now)) {
    lines.push(`| ${name} | ${written(name, value)} | ${written(name, before.figures?.[name])} |`);
  }
  return `${lines.join('\n')}\n`;
}

const { module } = await runnerImport(here('../e2e/chromium.ts'), { configFile: false, logLevel: 'error' });
const { executablePath, env } = module.findChromium();
const server = await serve(values.dist);
const browser = await chromium.launch({
  executablePath,
  args: [...module.chromiumArgs],
  env: { ...process.env, ...env },
});
const version = browser.version();
const before = JSON.parse(readFileSync(kept, 'utf8'));
const [cpu, ...others] = cpus();
const hardware = `${others.length + 1} cores of ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
const modes = [
  { id: 'slow', title: 'Processor 4 times slower, 10 Mbit/s, 40 ms' },
  { id: 'fast', title: 'As the machine is' },
].filter(({ id }) => values.only === undefined || values.only === id);
const results = {};
try {
  for (const { id, title } of modes) {
    note(title);
    results[id] = await measure(browser, server, id === 'slow');
  }
} finally {
  await browser.close();
  await server.close();
}
// A load above the number of cores means that others took part of the time.
const machine = `${hardware}; Chromium ${version}; load ${loadavg()[1].toFixed(1)} over five minutes`;
console.log(`Now: ${machine}\nBefore: ${before.machine}\n`);
for (const { id, title } of modes) console.log(table(title, results[id], { name: before.name, figures: before[id] }));
if (values.save !== undefined) {
  writeFileSync(
    kept,
    `${JSON.stringify({ ...before, ...results, name: values.save, machine }, null, 2)}
`,
  );
  console.log(`Kept as the figures of ${values.save}.`);
}
