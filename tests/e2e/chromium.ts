/** Finds a Chromium that really starts on this machine, so that browser tests run everywhere and are never skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** What Playwright's `launchOptions` need to start the browser that was found. */
export interface FoundChromium {
  readonly executablePath: string;
  /** Additions to the environment: where the bundled browser finds its libraries and fonts. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Switches every browser test runs with. The sandbox cannot start as root or in most containers, and the pages under
 * test are our own. Only loopback resolves, so that no test can depend on, or reach, the internet.
 */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Installed browsers, in the order they are tried: Debian, Ubuntu, Google's own packages. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Why the browser at `path` cannot be used, or null when it starts. Being there is not enough: Ubuntu's is a stub for
 * snap.
 */
function defect(path: string, env: FoundChromium['env'] = {}): string | null {
  if (!existsSync(path)) return 'not there';
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'pipe', timeout: 60_000 });
    return null;
  } catch (error) {
    return `does not start: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

/**
 * Unpacks the headless Chromium of the npm package `@sparticuz/chromium`, once for each version, with the libraries
 * (nss, nspr, expat) and the font it brings. The package unpacks into the temporary directory, and its libraries only
 * where it believes to be on Amazon Linux: hence a child process with an environment of its own, and a rename so that
 * nobody sees half a browser.
 */
function unpackBundled(): FoundChromium {
  const manifest = readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const cache = join(root, 'node_modules/.cache');
  const target = join(cache, `chromium-${version}`);
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid.toString()}`;
    mkdirSync(partial, { recursive: true });
    const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // The package's own fonts.conf names /tmp/fonts; without a font, text has no height and clicks miss.
    writeFileSync(
      join(partial, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
        `<dir>${target}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${target}/fonts-cache</cachedir></fontconfig>`,
    );
    try {
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return {
    executablePath: join(target, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(target, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(target, 'fonts.conf'),
    },
  };
}

/**
 * The browser to test with: `CHROMIUM_PATH`, else an installed one, else Playwright's own download, else the one
 * bundled in the npm package `@sparticuz/chromium` (`CHROMIUM_PATH=bundled` asks for it outright).
 * Throws with the reason for each candidate when none starts.
 */
export function findChromium(): FoundChromium {
  const asked = process.env['CHROMIUM_PATH'] ?? '';
  const reasons: string[] = [];
  const candidates = asked === 'bundled' ? [] : asked !== '' ? [asked] : [...installed, chromium.executablePath()];
  for (const executablePath of candidates) {
    const reason = defect(executablePath);
    if (reason === null) return { executablePath, env: {} };
    reasons.push(`${executablePath}: ${reason}`);
  }
  if (asked === '' || asked === 'bundled') {
    try {
      const bundled = unpackBundled();
      const reason = defect(bundled.executablePath, bundled.env);
      if (reason === null) return bundled;
      reasons.push(`${bundled.executablePath}: ${reason}`);
    } catch (error) {
      reasons.push(`@sparticuz/chromium: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `No Chromium starts here, and the browser tests are not optional. Install Debian's package "chromium", ` +
      `run "npx playwright install chromium", or point CHROMIUM_PATH at one.\n  ${reasons.join('\n  ')}`,
  );
}
