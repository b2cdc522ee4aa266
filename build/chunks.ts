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

/** What the page needs only where workers cannot start: they have files of their own. */
const inPlaceOfWorker = /\/src\/(?:platforms\/each\/[\w-]+\/judge|pipeline\/index)\.ts$/;

/** Writes `chunks.json`, the list of what a page that has started does not have yet; `app/prefetch.ts` reads it. */
export function chunkList(): Plugin {
  return {
    name: 'chunk-list',
    apply: 'build',
    generateBundle: {
      // Before Vite takes away a first script that only imports others.
      order: 'pre',
      handler(_, bundle) {
        const chunks = new Map<string, Rollup.OutputChunk>();
        for (const output of Object.values(bundle)) if (output.type === 'chunk') chunks.set(output.fileName, output);
        const scripts = Object.keys(bundle).filter((name) => name.startsWith('assets/') && name.endsWith('.js'));
        const workers = scripts.filter((name) => !chunks.has(name));
        const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
        if (entries.length === 0) throw new Error('the build has no first script');
        const first = reached(chunks, entries, ({ imports }) => imports);
        const all = reached(chunks, entries, ({ imports, dynamicImports }) => [
          ...imports,
          ...dynamicImports.filter(
            (name) => workers.length === 0 || !inPlaceOfWorker.test(chunks.get(name)?.facadeModuleId ?? ''),
          ),
        ]);
        const modules = [...all].filter((name) => !first.has(name)).sort();
        this.emitFile({
          type: 'asset',
          fileName: 'chunks.json',
          source: `${JSON.stringify({ modules, scripts: workers.sort() })}\n`,
        });
      },
    },
  };
}

/** The names of these chunks and of all that `next` leads to. */
function reached(
  chunks: ReadonlyMap<string, Rollup.OutputChunk>,
  from: readonly Rollup.OutputChunk[],
  next: (chunk: Rollup.OutputChunk) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (chunk: Rollup.OutputChunk | undefined): void => {
    if (chunk === undefined || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of next(chunk)) visit(chunks.get(name));
  };
  from.forEach(visit);
  return found;
}

/** A chunk's name: a platform's parts are named after it, since all are called alike. */
export function chunkName({ facadeModuleId, name }: { facadeModuleId?: string | null; name: string }): string {
  const part = /\/platforms\/each\/([\w-]+)\/(judge|guide|presets)\.ts$/.exec(facadeModuleId ?? '');
  return part === null ? 'assets/[name]-[hash].js' : `assets/${part[1] ?? ''}-${part[2] ?? basename(name)}-[hash].js`;
}

/** What changes only when we say so, and stays in caches over many releases of the page. */
const libraries = /\/node_modules\/(?:@codemirror|@lezer|codemirror|crelt|style-mod|w3c-keyname|svelte|esm-env|clsx)\//;

/** What knows Markdown's blocks: most platforms do without, and its lexer is larger than all of them need else. */
const markdown =
  /\/node_modules\/marked\/|\/src\/platforms\/markup\/(?:bounded-markdown|markdown|markdown-losses)\.ts$/;

/**
 * Files that are put together, so that a page begins with few and no piece of shared code is one. Whatever is in none
 * of these is cut where what is fetched on demand begins.
 */
export const groups: readonly Rollup.CodeSplittingGroup[] = [
  { name: 'libraries', test: libraries, tags: ['$initial'], priority: 4 },
  { name: 'engine', test: /\/src\/(?:go|analysis)\//, tags: ['$initial'], priority: 3 },
  { name: 'page', test: /\/src\//, tags: ['$initial'], priority: 2 },
  ...shared(),
  { name: 'kit', test: /\/src\/ui\/kit\//, priority: 0 },
];

/** The same of a worker, which has files of its own. */
export const workerGroups: readonly Rollup.CodeSplittingGroup[] = [
  // Else the first that needs a piece of it would take it along.
  {
    name: 'engine',
    test: /\/src\/(?:(?:go|coroot)\/|platforms\/presets\/presets\.ts$)/,
    tags: ['$initial'],
    priority: 3,
  },
  ...shared(),
];

/** What several platforms share. */
function shared(): readonly Rollup.CodeSplittingGroup[] {
  return [
    // Before Markdown, which else would take along what it needs of these.
    { name: 'reading', test: isReading, priority: 1 },
    { name: 'markdown', test: markdown, priority: 0 },
    { name: 'templates', test: /\/src\/platforms\/presets\//, priority: 0 },
  ];
}

/** What reads a body and draws it, for whichever platform. */
function isReading(id: string): boolean {
  return (
    /\/src\/platforms\/(?:(?:body|markup|preview|foreign)\/|each\/[\w-]+\/placeholder\.ts$)/.test(id) &&
    !markdown.test(id)
  );
}
