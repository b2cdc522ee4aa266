/**
 * The request Coroot makes of a webhook, and which of its parts a browser can reproduce. What Go does with headers was
 * seen by running Go 1.26 against a recording server; Coroot: https://docs.coroot.com/alerting/webhook
 */
import { goRefuses } from './go-url';

/** A header as typed. */
export type HeaderPair = readonly [name: string, value: string];

/** Everything one POST is made of. */
export interface SendRequest {
  readonly url: string;
  /** The exact bytes, or text. In text, U+DC80 + n on its own stands for the byte 80 + n that is not valid UTF-8. */
  readonly body: Uint8Array | string;
  /** Coroot's custom headers, in order; they come after Content-Type. */
  readonly headers: readonly HeaderPair[];
  /** Used only when both parts are non-empty, as Coroot does. */
  readonly basicAuth: { readonly user: string; readonly password: string } | null;
}

/** What keeps a request from being made at all: `part` says where, `text` says why, in a full sentence. */
export interface RequestProblem {
  readonly part: 'url' | 'header';
  readonly text: string;
}

const encoder = new TextEncoder();

/** The bytes of a request's body. */
export function bodyBytes(body: Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (typeof body !== 'string') return Uint8Array.from(body);
  const runs = body.split(/(\p{Surrogate})/u).map((run) => {
    const byte = run.length === 1 ? run.charCodeAt(0) - 0xdc00 : 0;
    return byte >= 0x80 && byte <= 0xff ? Uint8Array.of(byte) : encoder.encode(run);
  });
  const bytes = new Uint8Array(runs.reduce((size, run) => size + run.length, 0));
  let at = 0;
  for (const run of runs) {
    bytes.set(run, at);
    at += run.length;
  }
  return bytes;
}

/** Text as one character for each byte of its UTF-8: the form `Headers` and `btoa` want bytes in. */
export function byteString(text: string): string {
  return Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The value of the Authorization header Coroot sends for basic authentication, or null when it sends none. */
export function basicAuthorization({ basicAuth }: SendRequest): string | null {
  if (basicAuth === null || basicAuth.user === '' || basicAuth.password === '') return null;
  return `Basic ${btoa(byteString(`${basicAuth.user}:${basicAuth.password}`))}`;
}

/** Custom headers Go's client never sends, whatever Coroot was configured with: it writes them itself. */
export function isIgnoredByGo(name: string): boolean {
  return ['host', 'content-length', 'transfer-encoding', 'trailer'].includes(name.toLowerCase());
}

const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Whether browsers keep a page from setting this header. https://fetch.spec.whatwg.org/#forbidden-request-header */
export function isForbiddenInBrowsers([name, value]: HeaderPair): boolean {
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  if (!['x-http-method', 'x-http-method-override', 'x-method-override'].includes(lower)) return false;
  return value.split(',').some((method) => ['CONNECT', 'TRACE', 'TRACK'].includes(method.trim().toUpperCase()));
}

/** Whether a header has a name and value HTTP can carry; with any other, Go refuses the whole request. */
export function isValidHeader([name, value]: HeaderPair): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name) && !/[\0-\x08\x0a-\x1f\x7f]/.test(value);
}

/** The target of a request, or why it is none; with a password in it, a browser refuses the URL though Go does not. */
export function parseTarget(url: string): URL | RequestProblem {
  const problem = (text: string): RequestProblem => ({ part: 'url', text });
  if (url.trim() === '') return problem('There is no URL to send to.');
  if (url !== url.trim()) return problem('There is white space around the URL. Coroot does not take it off.');
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(url) ?? [];
  if (scheme === undefined) return problem('The URL must be complete: it starts with https:// or http://.');
  if (!/^https?$/i.test(scheme)) {
    return problem(`The URL must start with https:// or http://, not with ${scheme.toLowerCase()}:`);
  }
  const refusal = goRefuses(url);
  if (refusal !== null) return problem(`Coroot cannot send to this URL: ${refusal}.`);
  let target: URL;
  try {
    target = new URL(url);
  } catch {
    return problem('Browsers do not take this URL, so it cannot be tried here. Coroot would try it.');
  }
  if (target.username !== '' || target.password !== '') {
    return problem(
      'Browsers refuse a URL with a user or password in it. Coroot sends them as basic authentication: use those fields instead.',
    );
  }
  return target;
}

/** Everything that keeps the request from being made; empty for a request that can be tried. */
export function requestProblems(request: SendRequest): readonly RequestProblem[] {
  const target = parseTarget(request.url);
  const headers = request.headers
    .filter((header) => !isValidHeader(header))
    .map(([name, value]): RequestProblem => {
      const what = isValidHeader([name, ''])
        ? `the value of the header ${name}`
        : `the header name ${JSON.stringify(name)}`;
      const why = isValidHeader([name, '']) ? (/[\r\n]/.test(value) ? 'a line break' : 'a control character') : null;
      return {
        part: 'header',
        text: `HTTP cannot carry ${what}${why === null ? '' : `: it holds ${why}`}. Coroot sends nothing at all then.`,
      };
    });
  return target instanceof URL ? headers : [target, ...headers];
}
