/**
 * `npm test`: runs every stage, whatever the ones before it said, and ends with one line `N passed, N failed`.
 * A check without tests of its own counts as one; test runners are counted from their JSON reports. A skipped test counts
 * as failed. `npm test -- lint unit` runs only those stages.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const stages = [
  { name: 'types', command: 'tsc --noEmit -p .' },
  { name: 'components', command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings' },
  { name: 'lint', command: 'eslint -c tests/eslint.config.js --max-warnings 0 src tests vite.config.ts' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'dead-code', command: 'knip' },
  {
    name: 'unit',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`,
    count: countUnit,
  },
  { name: 'build', command: 'vite build' },
  {
    name: 'browser',
    command: 'playwright test -c tests/e2e/playwright.config.ts --reporter=list,json',
    needs: 'build',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: countBrowser,
  },
];

/** Runs a command line without a shell, its output streaming through; resolves to whether it succeeded. */
function run(command, env) {
  const [program, ...args] = command.split(' ');
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: path },
    })
      .on('error', (error) => {
        console.log(error.message);
        resolve(false);
      })
      .on('close', (code) => resolve(code === 0));
  });
}

/** Runs one stage and says how many of its tests passed and failed. */
async function measure(stage) {
  const succeeded = await run(stage.command, stage.env);
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
const total = { passed: 0, failed: unknown.length };
for (const name of unknown) console.log(`there is no stage ${name}; there are ${stages.map((s) => s.name).join(', ')}`);
const rows = [];
const failedStages = new Set();
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(3, 70 - stage.name.length))}`);
  const started = Date.now();
  let counts = { passed: 0, failed: 1 };
  if (failedStages.has(stage.needs)) console.log(`not run: ${stage.needs} failed`);
  else counts = await measure(stage);
  if (counts.failed > 0) failedStages.add(stage.name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  rows.push(
    `${counts.failed > 0 ? '✘' : '✔'} ${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${rows.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
