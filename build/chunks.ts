/** What of the page becomes a file of its own, what those are called, and how they are fetched. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rollup } from 'vite';

/** Vite's module that is put around every `import()` of the page. */
const viteHelper = '\0vite/preload-helper.js';

/** Puts our `bring` there: it tells why a file does not come, and a second try asks again. */
export function bringing(): Plugin {
  const ours = fileURLToPath(new URL('../src/app/bring.ts', import.meta.url));
  return {
    name: 'bringing',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === viteHelper ? `export { bring as __vitePreload } from ${JSON.stringify(ours)};` : null),
  };
}

/** Has `bring` told of a module's own file, too, where Vite would name only those that it imports. */
export function filesOf(file: string, others: readonly string[], { hostType }: { hostType: 'html' | 'js' }): string[] {
  return hostType === 'js' ? [file, ...others.filter((other) => other !== file)] : [...others];
}

/** Writes `chunks.json`, the list of what a page that has started does not have yet; `app/prefetch.ts` reads it. */
export function chunkList(): Plugin {
  return {
    name: 'chunk-list',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = new Map<string, Rollup.OutputChunk>();
        for (const output of Object.values(bundle)) if (output.type === 'chunk') chunks.set(output.fileName, output);
        const first = new Set<string>();
        const visit = (name: string): void => {
          const chunk = chunks.get(name);
          if (chunk === undefined || first.has(name)) return;
          first.add(name);
          chunk.imports.forEach(visit);
        };
        for (const { isEntry, fileName } of chunks.values()) if (isEntry) visit(fileName);
        const modules = [...chunks.keys()].filter((name) => !first.has(name)).sort();
        const scripts = Object.keys(bundle).filter((name) => name.endsWith('.js') && !chunks.has(name));
        this.emitFile({
          type: 'asset',
          fileName: 'chunks.json',
          source: `${JSON.stringify({ modules, scripts: scripts.sort() })}\n`,
        });
      },
    },
  };
}

/** A chunk's name: a platform's parts are named after it, since all are called alike. */
export function chunkName({ facadeModuleId, name }: { facadeModuleId?: string | null; name: string }): string {
  const part = /\/platforms\/each\/([\w-]+)\/(judge|guide|presets)\.ts$/.exec(facadeModuleId ?? '');
  return part === null ? 'assets/[name]-[hash].js' : `assets/${part[1] ?? ''}-${part[2] ?? basename(name)}-[hash].js`;
}

/** What changes only when we say so, and stays in caches over many releases of the page. */
const libraries = /\/node_modules\/(?:@codemirror|@lezer|codemirror|crelt|style-mod|w3c-keyname|svelte|esm-env|clsx)\//;

/**
 * Files that are put together, so that a page begins with few and no piece of shared code is one. Whatever is in none of
 * these is cut where what is fetched on demand begins.
 */
export const groups: readonly Rollup.CodeSplittingGroup[] = [
  { name: 'libraries', test: libraries, tags: ['$initial'], priority: 4 },
  { name: 'engine', test: /\/src\/(?:go|analysis)\//, tags: ['$initial'], priority: 3 },
  { name: 'page', test: /\/src\//, tags: ['$initial'], priority: 2 },
  // What several platforms, or several dialogs and panels, share.
  { name: 'templates', test: /\/src\/platforms\/presets\//, priority: 1 },
  {
    name: 'markdown',
    test: /\/node_modules\/marked\/|\/src\/platforms\/markup\/(?:bounded-)?markdown\.ts$/,
    priority: 1,
  },
  { name: 'reading', test: /\/src\/platforms\/(?:body|markup|preview|foreign)\//, priority: 0 },
  { name: 'kit', test: /\/src\/ui\/kit\//, priority: 0 },
];
