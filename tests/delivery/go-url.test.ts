import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goDiffers, requestProblems, sendDifferences } from '../../src/delivery';

/** What Go 1.25.5 did with a URL: what it dialed and wrote, or its error. Recorded by `go-urls/main.go`. */
interface Recorded {
  readonly url: string;
  readonly line?: string;
  readonly host?: string;
  readonly dialed?: string;
  readonly authorization?: string;
  readonly error?: string;
}

const file = new URL('./go-urls/recorded.jsonl', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** What a browser makes of a URL, or null when it does not take it. https://url.spec.whatwg.org/ */
function inBrowser(url: string): { readonly line: string; readonly host: string; readonly user: boolean } | null {
  try {
    const { href, hostname, username, password } = new URL(url);
    const line = `POST ${href.replace(/^\w+:\/\/[^/]*|#.*$/gs, '')} HTTP/1.1`;
    return { line, host: hostname, user: username + password !== '' };
  } catch {
    return null;
  }
}

/** A host in small letters, without its port: which one is meant is left to both, for http and https alike. */
const name = (host: string): string => host.replace(/:\d*$/, '').toLowerCase();

/** What is said before a send: why there can be none, or how Coroot's would differ. */
function warning({ url }: Recorded): string | null {
  const [problem] = requestProblems({ url, body: '', headers: [], basicAuth: null });
  return problem?.text ?? goDiffers(url);
}

/** The beginning of what is to be said of a URL, or null for nothing. */
function expected({ url, line = '', host = '', dialed = '', authorization, error }: Recorded): string | null {
  if (url !== url.trim()) return 'There is white space around the URL.';
  if (error !== undefined) {
    if (error.includes('first path segment') || error.includes('scheme ""')) return 'The URL must be complete: ';
    const scheme = /unsupported protocol scheme "(.*)"/.exec(error)?.[1];
    if (scheme !== undefined) return `The URL must start with https:// or http://, not with ${scheme}:`;
    const said = error.replace(/^(?:parse|Post) ".*?[^\\]": /, '');
    // Of addresses in brackets, one thing is said.
    const bracket = said.startsWith('invalid host: ') || said === "missing ']' in host";
    return `Coroot cannot send to this URL: ${bracket ? 'invalid IP-literal' : said}.`;
  }
  const browser = inBrowser(url);
  if (browser === null) return 'Browsers do not take this URL, so it cannot be tried here. Coroot would try it.';
  if (browser.user) return 'Browsers refuse a URL with a user or password in it. Coroot sends them as basic auth';
  if (/\?.* .* HTTP/.test(line)) return 'The query has a space. Coroot sends it as it is, and servers refuse such a ';
  if (line !== browser.line) return `Coroot asks for ${line.slice(5, -9)}, a browser and the curl command here for `;
  if (name(host) !== browser.host || name(dialed) !== browser.host) return 'Coroot names the host as it is typed, a ';
  return authorization === undefined ? null : 'Coroot sends the user in the URL as basic authen';
}

describe('what Go makes of a URL', () => {
  test.each(rows)('$url', (row) => {
    const want = expected(row);
    const said = warning(row);
    if (want === null) expect(said).toBe(null);
    else expect(said?.slice(0, want.length)).toBe(want);
  });

  test('a password in the URL is not taken for its path', () => {
    expect(goDiffers('http://user:pa@h.example/x')).toBe(
      'Coroot sends the user in the URL as basic authentication, a browser does not.',
    );
  });

  test('a difference is said before a send, and after it', () => {
    const url = 'https://chat.example/hook?text=a b';
    const [first] = sendDifferences({ url, body: '', headers: [], basicAuth: null });
    expect(first?.text).toBe(goDiffers(url));
  });
});
