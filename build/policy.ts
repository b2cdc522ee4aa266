/** The page's content security policy, in one place: for its meta tag, for `_headers` and for the single file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Lets CodeMirror add its style sheet under the policy; the page finds it in `<meta property="csp-nonce">`. */
export const styleNonce = 'playground';

/** What a page may be that is no set of files on a server. */
interface Exceptions {
  /** Instead of `'self'`: the hashes of inline scripts. */
  readonly scripts?: string;
  /** Instead of `'self'`: where workers come from. */
  readonly workers?: string;
}

/** The names of the trusted types policies that may be made, each by whoever its comment names. */
const trustedTypes = [
  // Svelte's own, for the templates it compiled: no markup is made from strings.
  'svelte-trusted-html',
  // The page's, for the address of its one worker and of its service worker.
  'playground-worker',
  'playground-service-worker',
  // The renderer of Adaptive Cards asks for three; it is given no Markdown, so it makes no HTML with them.
  ...['deprecatedExportedFunction', 'markdownPassthrough', 'restoreContents'].map((n) => `adaptivecards#${n}Policy`),
];

/**
 * The policy. Test sends may go to any address: on one's own network chat servers often speak plain http, and a page
 * that came over https is kept from those by the browser anyway. Everything else is the page's own.
 */
export function policyWith({ scripts = `'self'`, workers = `'self'` }: Exceptions = {}): string {
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `style-src 'self' 'nonce-${styleNonce}'`,
    // Chromium itself puts style attributes into text that is typed over a selection in an editor.
    `style-src-attr 'unsafe-inline'`,
    // No pictures from elsewhere: the address of one in a message would carry what the payload says to whoever wrote
    // the template.
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' http: https:`,
    `manifest-src 'self'`,
    `worker-src ${workers}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes.join(' ')}`,
  ].join('; ');
}

/** The policy of the page that a server has: its own files, and the scripts that stand in it, `inline`, as they are. */
export function policyOf(inline: readonly string[]): string {
  return policyWith({ scripts: [`'self'`, ...inline.map(sourceHash)].join(' ') });
}

/** The scripts that stand in a page. */
function inlineScripts(html: string): readonly string[] {
  return Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, code = '']) => code);
}

/** The source expression of an inline script or style: the hash of exactly what stands between its tags. */
export function sourceHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

/** What says how a page's bytes are to be read; browsers look for it in the first 1024 of them. */
const charset = '<meta charset="utf-8" />';

/** A page with a policy, before anything it is about. `more` comes after it. Throws when the page names no charset. */
export function withPolicy(html: string, text: string, more: readonly string[] = []): string {
  if (!html.includes(charset)) throw new Error(`the page has no ${charset}`);
  const tags = [charset, `<meta http-equiv="Content-Security-Policy" content="${text}" />`, ...more];
  return html.replace(charset, () => tags.join('\n    '));
}

/** What `public/_headers` has where the policy belongs. */
const place = '{policy}';

/** The text of `_headers` with a policy in it. Throws when it has no place for it. */
export function headersWith(text: string, policy: string): string {
  if (!text.includes(place)) throw new Error(`public/_headers has no ${place}`);
  return text.replaceAll(place, () => policy);
}

/**
 * Writes the policy into the built page, and into `_headers` beside it. The development server needs inline scripts
 * and goes without.
 */
export function contentSecurityPolicy(): Plugin {
  let folder = '';
  let policy = '';
  return {
    name: 'content-security-policy',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'single',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        policy = policyOf(inlineScripts(html));
        return withPolicy(html, policy);
      },
    },
    writeBundle: () => {
      const file = join(folder, '_headers');
      if (existsSync(file)) writeFileSync(file, headersWith(readFileSync(file, 'utf8'), policy));
    },
  };
}
