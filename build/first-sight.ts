/**
 * Writes the first sight of the page into index.html: the default project, drawn by the page's own components, the
 * rules of the style sheet that it uses, and the early script. Node alone does it; no browser is needed.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin, build, createServer } from 'vite';
import type * as drawing from '../src/first-sight';
import { usedRules } from './used-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const early = fileURLToPath(new URL('../src/app/handover/early.ts', import.meta.url));

/** A style sheet of the build's own, without what only people read. */
function ownRules(name: string): string {
  const css = readFileSync(new URL(name, import.meta.url), 'utf8');
  return css.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
}

/** How the page's components are compiled, here and for the page: the classes of their styles are to be the same. */
export const components = {
  configFile: false,
  compilerOptions: { cssHash: ({ hash, filename }: CssHash): string => `svelte-${hash(filename.replace(root, ''))}` },
} as const;

interface CssHash {
  readonly hash: (text: string) => string;
  readonly filename: string;
}

/** Draws the first sight. */
export async function drawFirstSight(): Promise<drawing.FirstSight> {
  const server = await createServer({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      svelte({
        ...components,
        // Nothing is written into node_modules, and NODE_ENV, which tests set, changes nothing.
        prebundleSvelteLibraries: false,
        compilerOptions: { ...components.compilerOptions, dev: false },
      }),
    ],
  });
  try {
    const { firstSight } = (await server.ssrLoadModule('/src/first-sight.ts')) as typeof drawing;
    return await firstSight();
  } finally {
    await server.close();
  }
}

/** The early script, compiled to what stands in the page. */
async function compileEarlyScript(drawnProject: number): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { drawnProject: String(drawnProject) },
    build: { write: false, target: 'es2022', rolldownOptions: { input: early, output: { format: 'iife' } } },
  });
  const [output] = [result].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('the early script did not compile');
  if (chunk.code.includes('</')) throw new Error('the early script would end where it holds "</"');
  return chunk.code.trim();
}

/** The rules of the dark theme, for who has chosen none and whose system is dark. */
function darkBySystem(css: string): string {
  const [, rules] = /:root\[data-theme=["']?dark["']?\]\s*\{([^}]*)\}/.exec(css) ?? [];
  if (rules === undefined) throw new Error('app.css has no rules for :root[data-theme=dark]');
  return `@media (prefers-color-scheme: dark){:root:not([data-theme]){${rules}}}`;
}

/** Puts the first sight into the built page. `nonce` is the one that the policy allows style elements by. */
export function firstSight(nonce: string): Plugin {
  return {
    name: 'first-sight',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(page, { bundle = {} }) {
        const sheet = Object.values(bundle).find((file) => file.fileName.endsWith('.css'));
        const css = sheet?.type === 'asset' ? String(sheet.source) : '';
        const { html, css: editors, checksum } = await drawFirstSight();
        const link = /\s*<link rel="stylesheet"[^>]*>/.exec(page)?.[0] ?? '';
        const waiting = link.replace('<link ', '<link media="print" ');
        const app = `<div id="app" class="first-sight">${html}</div>`;
        const used = usedRules(css + editors, page.replace('<div id="app"></div>', app));
        const rules = used + darkBySystem(css) + ownRules('./first-sight.css');
        const style = (text: string): string => `<style nonce="${nonce}">${text}</style>`;
        const scriptless = `<noscript>${style(ownRules('./scriptless.css'))}</noscript>`;
        const head = `<script>${await compileEarlyScript(checksum)}</script>${style(rules)}${scriptless}`;
        return (
          page
            .replace(link, '')
            // Ahead of what is fetched: it tells when that fails.
            .replace(/(?=<link rel="icon")/, () => head)
            // The whole sheet holds no painting up, and the page's script puts it into force.
            .replace('<div id="app"></div>', () => app + waiting)
        );
      },
    },
  };
}
