/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import type { TestSequencer, TestSpecification } from 'vitest/node';
import { licences, ownLicences } from './build/licences.ts';
import { linkTagsPlugin } from './build/link-tags.ts';
import { contentSecurityPolicy, styleNonce } from './build/policy.ts';
import { precache } from './build/precache.ts';
import { inOneFile } from './build/single-file.ts';

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
  // The list of files to keep offline is made of what the others have written.
  plugins: [
    svelte({ configFile: false }),
    contentSecurityPolicy(),
    linkTagsPlugin(),
    ownLicences(),
    inOneFile(),
    precache(),
  ],
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
