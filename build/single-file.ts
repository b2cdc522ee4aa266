/**
 * `vite build --mode single`: the page as one HTML file that works from `file://`, on networks without internet.
 * Scripts, styles, the icon and the licences stand in it, and its policy takes exactly those scripts, by their hashes.
 */
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { licences } from './licences.ts';
import { policyWith, sourceHash, styleNonce, withPolicy } from './policy.ts';

/** The file's name; it says what it is when somebody finds it in a folder. */
export const singleFile = 'coroot-template-playground.html';

/** What the build needs for a script without chunks: whatever is fetched later elsewhere is in it. */
const whole = { output: { codeSplitting: false } } as const;

/** A script's text as it may stand between tags of HTML. */
function inTags(script: string): string {
  // https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
  return script.replace(/<(?=!--)/g, '\\x3c').replace(/<(?=\/?script)/gi, '\\x3c');
}

/** Text as an expression of JavaScript. */
function literal(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

/** Where a script starts a worker as a module, up to what says so. */
const asModule = /(new Worker\([^{};]*\{[^{}]*?\btype:\s*)(?:`module`|"module"|'module')/g;

/**
 * A script in which workers start from their text, not from files, and not as modules: in a page from `file://`
 * Chromium starts no module from a text. Throws when a worker is started in a way that is not known.
 */
function withWorkers(code: string, workers: ReadonlyMap<string, string>): string {
  if (workers.size === 0) return code;
  let result = code.replace(asModule, '$1"classic"');
  if (result === code) throw new Error('no worker is started as a module with its options in place');
  for (const [file, text] of workers) {
    const name = (file.split('/').at(-1) ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const address = `new URL\\(([\`"'])(?:[^\`"']*/)?${name}\\1,\\s*(?:\`\`\\s*\\+\\s*)?import\\.meta\\.url\\)`;
    const blob = `new URL(URL.createObjectURL(new Blob([${literal(text)}],{type:"text/javascript"})))`;
    const before = result;
    result = result.replace(new RegExp(address, 'g'), () => blob);
    if (result === before) throw new Error(`the page's script does not name ${file} in a way that is known`);
  }
  return result;
}

/** An asset's text. */
function textOf({ source }: Rolldown.OutputAsset): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** Everything the build made, as one page. `icon` is the text of the SVG that stands for the page. */
function pageOf(bundle: Readonly<Rolldown.OutputBundle>, icon: string): string {
  const assets = Object.values(bundle).filter((file) => file.type === 'asset');
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const [html] = assets.filter(({ fileName }) => fileName === 'index.html');
  const [entry, ...more] = chunks;
  if (html === undefined || entry === undefined || more.length > 0)
    throw new Error('the build is no page of one script');
  const workers = new Map(
    assets.filter(({ fileName }) => fileName.endsWith('.js')).map((a) => [a.fileName, textOf(a)]),
  );
  const styles = assets.filter(({ fileName }) => fileName.endsWith('.css')).map(textOf);
  const licenceText = assets.filter(({ fileName }) => fileName === licences).map(textOf);
  // Browsers open no `data:` address in a tab of its own, but save one.
  const licenceAddress = `data:text/markdown;charset=utf-8,${encodeURIComponent(licenceText.join(''))}`;
  const code = withWorkers(
    entry.code.replaceAll(`./${licences}`, () => licenceAddress),
    workers,
  );
  const script = inTags(code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  const page = textOf(html)
    .replace(/\s*<link\b[^>]*rel="(?:stylesheet|icon|manifest|modulepreload|apple-touch-icon)"[^>]*>/g, '')
    .replace(/\s*<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, '');
  if (/<(?:script|link|img)\b[^>]*(?:src|href)="(?!data:)/.test(page)) throw new Error('the page still names a file');
  const inline = [...page.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, text]) => sourceHash(text ?? ''));
  const policy = policyWith({ scripts: [...inline, sourceHash(script)].join(' '), workers: 'blob:' });
  const head = [
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">`,
    ...styles.map((text) => `<style nonce="${styleNonce}">${text.replace(/<(?=\/style)/gi, '\\3c ')}</style>`),
  ];
  return withPolicy(page, policy, head).replace(
    '</body>',
    () => `  <script type="module">${script}</script>\n  </body>`,
  );
}

/** Leaves of the build nothing but the one file, in `dist-single/` unless another folder is asked for. */
export function inOneFile(): Plugin {
  return {
    name: 'single-file',
    apply: (_, { command, mode }) => command === 'build' && mode === 'single',
    enforce: 'post',
    config: ({ build }) => ({
      build: {
        outDir: build?.outDir ?? 'dist-single',
        sourcemap: false,
        copyPublicDir: false,
        cssCodeSplit: false,
        modulePreload: false,
        assetsInlineLimit: Number.POSITIVE_INFINITY,
        rolldownOptions: whole,
        chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      },
      worker: { format: 'iife', rolldownOptions: whole },
    }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = pageOf(bundle, readFileSync(new URL('../public/favicon.svg', import.meta.url), 'utf8'));
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
        this.emitFile({ type: 'asset', fileName: singleFile, source });
      },
    },
  };
}
