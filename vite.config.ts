/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin, defineConfig } from 'vite';
import type { TestSequencer, TestSpecification } from 'vitest/node';
import { components, firstSight } from './build/first-sight.ts';

/** Lets CodeMirror add its style sheet under the policy; the page finds it in `<meta property="csp-nonce">`. */
const styleNonce = 'playground';

/**
 * The page's content security policy. Test sends may go to any address: on one's own network chat servers often speak
 * plain http, and a page that came over https is kept from those by the browser anyway. Everything else is the page's
 * own. No markup is made from strings: `svelte-trusted-html` is Svelte's own policy for its templates.
 */
const policy = (inline: readonly string[]): string =>
  [
    `default-src 'none'`,
    ["script-src 'self'", ...inline.map((hash) => `'sha256-${hash}'`)].join(' '),
    `style-src 'self' 'nonce-${styleNonce}'`,
    // Chromium itself puts style attributes into text that is typed over a selection in an editor.
    `style-src-attr 'unsafe-inline'`,
    // No pictures from elsewhere: the address of one in a message would carry what the payload says to whoever wrote
    // the template.
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' http: https:`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    // The renderer of Adaptive Cards asks for three policies; it is given no Markdown, so it makes no HTML with them.
    [
      'trusted-types svelte-trusted-html',
      ...['deprecatedExportedFunction', 'markdownPassthrough', 'restoreContents'].map(
        (n) => `adaptivecards#${n}Policy`,
      ),
    ].join(' '),
  ].join('; ');

/** The licences of what is bundled, which travel with the page. */
const licences = 'licenses.md';

/**
 * Adds what belongs to no package: the page's own licence, and the notice of the icons, whose outlines are copied into
 * `icons.ts`.
 */
function ownLicences(): Plugin {
  const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').replace(/^\n+|\s+$/g, '');
  return {
    name: 'own-licences',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const file = bundle[licences];
        if (file?.type !== 'asset') throw new Error(`the build has no ${licences}`);
        file.source = [
          String(file.source).trim(),
          `## Icons: Lucide (https://lucide.dev)\n\n${text('src/ui/kit/icons-licence.txt')}`,
          `## The page itself\n\n${text('LICENSE')}\n`,
        ].join('\n\n');
      },
    },
  };
}

/** The hashes of the scripts that stand in a page. */
function inlineScripts(html: string): readonly string[] {
  return Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, code = '']) =>
    createHash('sha256').update(code).digest('base64'),
  );
}

/**
 * Writes the policy into the built page, after all else: it allows the inline scripts by their hashes. The development
 * server needs inline scripts and goes without.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const content = policy(inlineScripts(html));
        return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }];
      },
    },
  };
}

/**
 * Starts the long tests of robust presets first, so that all cores get done together. On a fresh clone Vitest goes by
 * the size of files, and these are the smallest.
 */
class LongestFirst implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[] {
    const short = ({ moduleId }: TestSpecification): number =>
      /\/platforms\/(?:robust-|largest)/.test(moduleId) ? 0 : 1;
    return files.toSorted((a, b) => short(a) - short(b));
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

export default defineConfig({
  base: './',
  plugins: [svelte(components), firstSight(styleNonce), contentSecurityPolicy(), ownLicences()],
  html: { cspNonce: styleNonce },
  build: {
    target: 'es2022',
    sourcemap: true,
    license: { fileName: licences },
    // One script: a first visit needs the editor, the engine and the page at once. In kB, not compressed.
    chunkSizeWarningLimit: 1000,
  },
  // Served under any name: there is nothing here that another site could not fetch as well.
  preview: { port: 4173, allowedHosts: true },
  test: {
    allowOnly: false,
    // Far beyond any test: a slow machine is no failure.
    testTimeout: 600_000,
    // Vitest would leave one core to itself, which on two cores is half of them, and has little to do meanwhile.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/app/**'] } },
      {
        // State is tested as the browser runs it: in Svelte's server build, which Node would get, runes do not react.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'app', include: ['tests/app/**/*.test.ts'], environment: './tests/environment.ts' },
      },
    ],
  },
});
