/**
 * `npm test`: runs every stage, whatever the ones before it said, and ends with one line `N passed, N failed`.
 * A check without tests of its own counts as one, and waits for what it `needs`; test runners are counted from their
 * JSON reports. A skipped test counts as failed. `npm test -- lint unit` runs only those stages. Checks keep one core
 * busy each and run beside each other; test runners use all cores and run alone. `RANDOM_PAYLOADS=1000 npm test` is as
 * thorough as CI.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'playground-tests-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** Numbers of passed and failed tests in Vitest's report; a file that does not even load is one failure. */
function countUnit() {
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken,
  };
}

/** Numbers of passed and failed tests in Playwright's report; tests it did not get to are among the skipped. */
function countBrowser() {
  const { stats, errors } = JSON.parse(readFileSync(browserReport, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/** Checks are started in this order, the longest first, so that the cores get done together. */
const stages = [
  { name: 'lint', command: 'eslint -c tests/eslint.config.js --max-warnings 0 build src tests vite.config.ts' },
  { name: 'components', command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'types', command: 'tsc --noEmit -p .' },
  { name: 'build', command: 'vite build' },
  { name: 'dead-code', command: 'knip' },
  { name: 'sizes', command: 'node tests/sizes.mjs', needs: 'build' },
  {
    name: 'unit',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`,
    count: countUnit,
  },
  {
    name: 'browser',
    command: 'playwright test -c tests/e2e/playwright.config.ts --reporter=list,json',
    needs: 'build',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: countBrowser,
  },
];

/**
 * Runs a command line without a shell; resolves to whether it succeeded. Its output streams through where `printed` is
 * null, and is added to that list otherwise.
 */
function run(command, env, printed) {
  const [program, ...args] = command.split(' ');
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const output = printed ? 'pipe' : 'inherit';
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env, PATH: path },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    child
      .on('error', (error) => {
        console.log(error.message);
        resolve(false);
      })
      .on('close', (code) => resolve(code === 0));
  });
}

/** Runs one stage and says how many of its tests passed and failed. */
async function measure(stage, printed) {
  const succeeded = await run(stage.command, stage.env, printed);
  if (!stage.count) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  try {
    const { passed, failed } = stage.count();
    // A runner that fails without a failed test, or that finds no tests, is a failure all the same.
    return failed === 0 && (!succeeded || passed === 0) ? { passed, failed: 1 } : { passed, failed };
  } catch (error) {
    console.log(`${stage.name} left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
for (const name of unknown) console.log(`there is no stage ${name}; there are ${stages.map((s) => s.name).join(', ')}`);
const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
const results = new Map();

/** Runs one stage, prints what it says, and keeps its counts. A check's output is printed in one piece when it ends. */
async function perform(stage) {
  const title = `\n── ${stage.name} ${'─'.repeat(Math.max(3, 70 - stage.name.length))}`;
  const printed = stage.count ? null : [];
  if (!printed) console.log(title);
  const started = Date.now();
  let counts = { passed: 0, failed: 1 };
  if (results.get(stage.needs)?.failed > 0) console.log(`not run: ${stage.needs} failed`);
  else counts = await measure(stage, printed);
  if (printed) {
    console.log(title);
    process.stdout.write(Buffer.concat(printed));
  }
  results.set(stage.name, { ...counts, seconds: (Date.now() - started) / 1000 });
}

const checks = chosen.filter((stage) => !stage.count && !stage.needs);
// No more than four, because each takes up to a gigabyte.
const beside = Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
  for (let next = checks.shift(); next; next = checks.shift()) await perform(next);
});
await Promise.all(beside);
for (const stage of chosen) if (!results.has(stage.name)) await perform(stage);
rmSync(reports, { recursive: true, force: true });

const total = { passed: 0, failed: unknown.length };
const rows = chosen.map(({ name }) => {
  const { passed, failed, seconds } = results.get(name);
  total.passed += passed;
  total.failed += failed;
  return `${failed > 0 ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`;
});
console.log(`\n${rows.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
