import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersWith, policyOf, policyWith, sourceHash, withPolicy } from '../../build/policy';

const policy = policyOf([]);
const headers = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8');

/** The directives of a policy, by name. */
function directives(text: string): ReadonlyMap<string, readonly string[]> {
  const pairs = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(pairs.map(([name, ...values]) => [name ?? '', values]));
}

/** What `_headers` says for a path: of every block that fits, as Netlify and Cloudflare Pages read it. */
function sent(path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let fits = false;
  for (const line of headersWith(headers, policy).split('\n')) {
    if (/^(?:#|\s*$)/.test(line)) continue;
    if (!/^\s/.test(line)) {
      fits = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
      continue;
    }
    const [name = '', value = ''] = line.trim().split(/:\s(.*)/);
    if (fits) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

describe('the policy', () => {
  test('takes nothing that it does not name, and scripts from the page’s own files alone', () => {
    const rules = directives(policy);
    expect(rules.get('default-src')).toEqual([`'none'`]);
    for (const name of ['script-src', 'worker-src', 'manifest-src']) expect(rules.get(name)).toEqual([`'self'`]);
    for (const name of ['base-uri', 'form-action', 'object-src']) expect(rules.get(name)).toEqual([`'none'`]);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
  });

  test('makes markup and scripts of strings only by policies that are named', () => {
    const rules = directives(policy);
    expect(rules.get('require-trusted-types-for')).toEqual([`'script'`]);
    expect(rules.get('trusted-types')).toEqual([
      'svelte-trusted-html',
      'playground-worker',
      'playground-service-worker',
      'adaptivecards#deprecatedExportedFunctionPolicy',
      'adaptivecards#markdownPassthroughPolicy',
      'adaptivecards#restoreContentsPolicy',
    ]);
  });

  test('of a page of one file takes the scripts with its hashes, and nothing else is another', () => {
    const single = directives(policyWith({ scripts: `'sha256-x'`, workers: 'blob:' }));
    expect(single.get('script-src')).toEqual([`'sha256-x'`]);
    expect(single.get('worker-src')).toEqual(['blob:']);
    const rest = (rules: ReadonlyMap<string, unknown>): unknown =>
      [...rules].filter(([name]) => name !== 'script-src' && name !== 'worker-src');
    expect(rest(single)).toEqual(rest(directives(policy)));
  });

  test('stands after the charset, which browsers look for at the start', () => {
    const page = withPolicy('<head>\n    <meta charset="utf-8" />\n    <title>x</title>', policy);
    expect(page).toBe(
      `<head>\n    <meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <title>x</title>`,
    );
    expect(() => withPolicy('<head></head>', policy)).toThrow('charset');
  });

  // The example of https://www.w3.org/TR/CSP3/#external-hash and its like: the hash of the text between the tags.
  test('names an inline script by the hash that browsers compute', () => {
    expect(sourceHash("alert('Hello, world.');")).toBe(`'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='`);
  });
});

describe('_headers', () => {
  test('says for every path what the page says, and that nobody may frame it', () => {
    for (const path of ['/', '/index.html', '/assets/a.js', '/service-worker.js', '/anything']) {
      expect(sent(path).get('Content-Security-Policy')).toEqual([`${policy}; frame-ancestors 'none'`]);
      expect(sent(path).get('X-Content-Type-Options')).toEqual(['nosniff']);
      expect(sent(path).get('Referrer-Policy')).toEqual(['no-referrer']);
    }
  });

  test('lets browsers keep for a year what changes its name, and ask each time for what does not', () => {
    expect(sent('/assets/index-abc.js').get('Cache-Control')).toEqual(['public, max-age=31536000, immutable']);
    for (const path of ['/', '/index.html', '/service-worker.js', '/manifest.webmanifest']) {
      expect(sent(path).get('Cache-Control')).toEqual(['no-cache']);
    }
  });

  test('has a place for the policy', () => {
    expect(() => headersWith('/*\n  X-Frame-Options: DENY\n', policy)).toThrow('{policy}');
  });
});
