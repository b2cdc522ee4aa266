/** Builds the service worker, with the list of what it keeps. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type Plugin, build } from 'vite';
import { workerFile } from '../src/offline/words.ts';

/** What the service worker is told of the page. */
export interface Precached {
  /** A name for this version: any change of any file is another one. */
  readonly version: string;
  /** Paths below the page's folder, '' for the page itself, with the SHA-256 of the content as hexadecimal digits. */
  readonly files: readonly (readonly [path: string, hash: string])[];
}

/**
 * What the page never asks for while somebody works with it: what developers, servers, and those read to whom somebody
 * shows a link. Icons are the system's business once the page is installed.
 */
const leftOut = [
  /\.map$/,
  /^service-worker\.js$/,
  /^_headers$/,
  /^screenshot\.png$/,
  /^link-preview\.png$/,
  /^icons\//,
];

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Lists a folder as it stands: whatever was written there belongs to the page, unless it is left out above. Throws when
 * it has no `index.html`.
 */
export function precacheOf(folder: string): Precached {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftOut.some((pattern) => pattern.test(path)))
    .toSorted()
    .map((path) => [path, sha256(readFileSync(join(folder, path)))] as const);
  if (!files.some(([path]) => path === 'index.html')) throw new Error(`${folder} has no index.html`);
  // Servers lead from `index.html` to the folder, some of them, and none the other way round.
  const listed = files.map(([path, hash]) => [path === 'index.html' ? '' : encodeURI(path), hash] as const);
  return { version: sha256(JSON.stringify(listed)).slice(0, 16), files: listed };
}

/** Writes the service worker when everything else is in the output folder. Has to be the last plugin. */
export function precache(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'precache',
    apply: (_, { command, isSsrBuild, mode }) => command === 'build' && isSsrBuild !== true && mode !== 'single',
    enforce: 'post',
    configResolved: (config) => {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        await build({
          configFile: false,
          root,
          logLevel: 'warn',
          define: { precached: JSON.stringify(precacheOf(outDir)) },
          build: {
            target: 'es2022',
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            sourcemap: true,
            lib: { entry: 'src/service-worker.ts', formats: ['iife'], name: 'playground', fileName: () => workerFile },
          },
        });
      },
    },
  };
}
