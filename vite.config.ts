/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import type { TestSequencer, TestSpecification } from 'vitest/node';
import { bringing, chunkList, chunkName, filesOf, groups, workerGroups } from './build/chunks.ts';
import { components, firstSight } from './build/first-sight.ts';
import { licences, ownLicences } from './build/licences.ts';
import { linkTagsPlugin } from './build/link-tags.ts';
import { contentSecurityPolicy, styleNonce } from './build/policy.ts';
import { precache } from './build/precache.ts';
import { inOneFile } from './build/single-file.ts';

/**
 * Modules of these layers only define things, but for the worker's entry: what nobody uses of them nobody fetches.
 * https://rollupjs.org/configuration-options/#treeshake-modulesideeffects
 */
const pure = /\/src\/(?:go|analysis|coroot|platforms|pipeline|worker(?!\/entry\.ts)|editor|share|delivery)\//;
const treeshake = { moduleSideEffects: (id: string): boolean => !pure.test(id) };

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
  // The policy names the scripts that stand in the page, and the list of files to keep offline is made of what the
  // others have written.
  plugins: [
    svelte(components),
    bringing(),
    firstSight(styleNonce),
    linkTagsPlugin(),
    contentSecurityPolicy(),
    ownLicences(),
    chunkList(),
    inOneFile(),
    precache(),
  ],
  html: { cspNonce: styleNonce },
  build: {
    target: 'es2022',
    sourcemap: true,
    license: { fileName: licences },
    // In kB, not compressed; `tests/sizes.mjs` holds the budgets.
    chunkSizeWarningLimit: 500,
    // One sheet: it is small, and what is fetched later is then one file each.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: filesOf },
    rolldownOptions: { treeshake, output: { chunkFileNames: chunkName, codeSplitting: { groups: [...groups] } } },
  },
  worker: {
    // A module, so that it can fetch what it needs on demand.
    format: 'es',
    rolldownOptions: { treeshake, output: { chunkFileNames: chunkName, codeSplitting: { groups: [...workerGroups] } } },
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
