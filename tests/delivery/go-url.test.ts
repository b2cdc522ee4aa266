import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goDiffers, requestProblems, sendDifferences } from '../../src/delivery';

/** What Go 1.25.5 did with a URL: the request line and Host it wrote, or its error. Recorded by `go-urls/main.go`. */
interface Recorded {
  readonly url: string;
  readonly line?: string;
  readonly host?: string;
  readonly error?: string;
}

const file = new URL('./go-urls/recorded.jsonl', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** The request line and host of a browser, or null for a URL that it does not take. https://url.spec.whatwg.org/ */
function inBrowser(url: string): { readonly line: string; readonly host: string } | null {
  if (!URL.canParse(url)) return null;
  const { href, origin, hostname } = new URL(url);
  return { line: `POST ${href.slice(origin.length).replace(/#.*$/s, '')} HTTP/1.1`, host: hostname };
}

const problemsOf = (url: string): readonly string[] =>
  requestProblems({ url, body: '', headers: [], basicAuth: null }).map(({ text }) => text);

describe('what Go makes of a URL', () => {
  test.each(rows)('$url', ({ url, line, host, error }) => {
    const browser = inBrowser(url);
    const problems = problemsOf(url);
    if (error !== undefined) {
      expect(problems).toHaveLength(1);
      return;
    }
    // What a browser does not take cannot be sent from the page, and says so.
    if (problems.length > 0) {
      const refused = browser === null || new URL(url).username !== '' || url !== url.trim();
      expect(refused, problems.join('\n')).toBe(true);
      return;
    }
    // Names beyond ASCII are turned into Punycode by both; ports that are the default one go without saying.
    const sameHost = browser?.host === host?.replace(/:\d+$/, '').toLowerCase() || !/^[\x21-\x7e]*$/.test(url);
    const same = browser?.line === line && sameHost;
    expect(goDiffers(url) === null, String(goDiffers(url))).toBe(same);
    if (!same && !goDiffers(url)!.includes('The query has a space')) {
      const asked = browser?.line === line ? host : line!.slice(5, -9);
      expect(goDiffers(url)).toContain(`Coroot asks ${browser?.line === line ? 'the host' : 'for'} ${asked ?? ''}, a`);
    }
  });

  test('a space in the query is said before a send, and after it', () => {
    const url = 'https://chat.example/hook?text=a b';
    expect(goDiffers(url)).toMatch(
      /^The query has a space\. Coroot sends it as it is, and servers refuse such a request/,
    );
    const texts = sendDifferences({ url, body: '', headers: [], basicAuth: null }).map(({ text }) => text);
    expect(texts[0]).toBe(goDiffers(url));
  });
});
