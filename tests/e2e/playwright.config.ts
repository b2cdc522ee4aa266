import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './chromium';

const { executablePath, env } = findChromium();

/** Browser tests: real Chromium against the built page. Build first; `npm test` and `npm run test:e2e` do. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Far beyond what any test needs: a slow machine is no failure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  webServer: {
    // Port 0 is any free one; Vite prints which, and the named group puts it into this environment variable.
    command: 'node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port 0',
    cwd: '../..',
    env: { NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<e2e_port>\d+)\// },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env['E2E_PORT'] ?? ''}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'retain-on-failure',
    // Each test has a fresh browser, and would fetch the whole page once more. `offline.spec.ts` allows them.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath,
      // A name that makes no secure context, as a host on somebody's own network has.
      args: [...chromiumArgs, '--host-resolver-rules=MAP playground.test 127.0.0.1'],
      env: { ...process.env, ...env },
    },
  },
});
