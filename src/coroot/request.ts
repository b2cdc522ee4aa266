/**
 * The HTTP request Coroot makes of a body: the one place that knows what becomes of configured headers. How Go's client
 * writes headers was seen by recording what Coroot 1.24.0 sends: names in canonical form and sorted, values of one name
 * in the order they were added. https://pkg.go.dev/net/http#Header
 *
 * It is the request over HTTP/1.1. To a target that offers HTTP/2 over https, Coroot speaks that, unless it skips the
 * verification of certificates: then User-Agent is another, names are in small letters, Connection: close and
 * Keep-Alive are not sent, and with Upgrade nothing is. Seen with Go 1.26.8.
 */
import { encodeUtf8, quote } from '../go';

/** A header as it is configured or sent. */
export type HeaderPair = readonly [name: string, value: string];

/** A webhook integration's settings, as far as they shape the request. */
export interface WebhookSettings {
  readonly url: string;
  /** Used only when neither part is empty. */
  readonly basicAuth: { readonly user: string; readonly password: string } | null;
  /** Coroot's custom headers, as typed. */
  readonly headers: readonly HeaderPair[];
}

/** A header line as it is sent, and who wanted it: Go's client, Coroot, or the custom headers of the settings. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
  readonly from: 'go' | 'coroot' | 'settings';
}

/** What goes over the wire. */
export interface CorootRequest {
  readonly method: 'POST';
  readonly url: string;
  /** In the order of the wire; Host, which Go makes of the URL and writes first, is left out. */
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** Canonical names of custom headers that are not sent: Go writes these itself, or has sent the first one. */
  readonly ignored: readonly string[];
  /** Why nothing is sent at all, in Go's words, or null. The rest is then without the custom headers to blame. */
  readonly problem: string | null;
}

/** What Go's client calls itself where no custom header does, over HTTP/1.1 and over HTTP/2. */
export const goUserAgents = { http1: 'Go-http-client/1.1', http2: 'Go-http-client/2.0' } as const;

const repeats = 'Coroot repeats a failed incident or alert every minute for up to an hour.';

/** How Coroot delivers: it follows redirects, gives up on an answer after 30 seconds, and tries again for an hour. */
export const deliveryFacts = {
  timeoutSeconds: 30,
  retryEverySeconds: 60,
  retryForSeconds: 3600,
  /** Answers from this status on count as failures, all others as delivered, whatever the answer's text says. */
  failsFromStatus: 400,
  repeats,
  notes: [
    'Coroot follows redirects. After a 301, 302 or 303 Go repeats the request as a GET without the body, so the message is lost.',
    'Only a status of 400 or more is a failure. A platform that answers 200 and reports the failure in its answer looks like success.',
    `${repeats} Other notifications of the project wait behind it.`,
    'A failed deployment is tried again at every check until it is a day old.',
    'An alert whose template is empty is not sent; an incident or deployment is, without a body.',
  ],
} as const;

/** The client's own lines, which no custom header changes. */
const writtenByGo: ReadonlySet<string> = new Set(['Host', 'Content-Length', 'Transfer-Encoding', 'Trailer']);

/** The request for a rendered body. Header values are Go strings: they are sent as the bytes of their UTF-8. */
export function corootRequest({ url, basicAuth, headers }: WebhookSettings, body: string): CorootRequest {
  const bytes = encodeUtf8(body);
  const custom = headers
    .filter(([name, value]) => headerFault(name, value) === null)
    .map(([name, value]): HeaderLine => ({ name: canonicalName(name), value, from: 'settings' }));
  const auth = authorization(basicAuth);
  const agents = custom.filter(({ name }) => name === 'User-Agent');
  const added: readonly HeaderLine[] = [
    ...(auth === null ? [] : [{ name: 'Authorization', value: auth, from: 'coroot' } as const]),
    { name: 'Content-Type', value: 'application/json', from: 'coroot' },
    ...custom.filter(({ name }) => name !== 'User-Agent' && !writtenByGo.has(name)),
  ];
  const fault = headers.find(([name, value]) => headerFault(name, value) !== null);
  return {
    method: 'POST',
    url,
    headers: onTheWire(agents[0], added, bytes.length),
    body: bytes,
    ignored: [...custom.filter(({ name }) => writtenByGo.has(name)), ...agents.slice(1)].map(({ name }) => name),
    problem: fault === undefined ? null : refusal(fault),
  };
}

/** In the order of Go's client: its own lines, the rest by name, its wish for compression. Values lose outer space. */
function onTheWire(agent: HeaderLine | undefined, added: readonly HeaderLine[], length: number): readonly HeaderLine[] {
  const { name, value, from }: HeaderLine = agent ?? { name: 'User-Agent', value: goUserAgents.http1, from: 'go' };
  const sorted = [...added].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const lines: readonly HeaderLine[] = [
    ...(value === '' ? [] : [{ name, value, from }]),
    { name: 'Content-Length', value: String(length), from: 'go' },
    ...sorted,
    ...(asksForCompression(sorted) ? [{ name: 'Accept-Encoding', value: 'gzip', from: 'go' } as const] : []),
  ];
  return lines.map((line) => ({ ...line, value: line.value.replace(/^[ \t]+|[ \t]+$/g, '') }));
}

/** Go asks for compression where the first of either name is empty or missing. https://pkg.go.dev/net/http#Transport */
function asksForCompression(headers: readonly HeaderLine[]): boolean {
  return ['Accept-Encoding', 'Range'].every((name) => (headers.find((line) => line.name === name)?.value ?? '') === '');
}

function authorization(basicAuth: WebhookSettings['basicAuth']): string | null {
  if (basicAuth === null || basicAuth.user === '' || basicAuth.password === '') return null;
  const bytes = encodeUtf8(`${basicAuth.user}:${basicAuth.password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** The part of a custom header for which Go refuses the whole request; null when HTTP can carry it. */
export function headerFault(name: string, value: string): 'name' | 'value' | null {
  if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name)) return 'name';
  return [...value].some((c) => (c < ' ' && c !== '\t') || c === '\u007f') ? 'value' : null;
}

function refusal([name, value]: HeaderPair): string {
  const part = headerFault(name, value);
  return part === 'name'
    ? `net/http: invalid header field name ${quote(name)}`
    : `net/http: invalid header field value for ${quote(canonicalName(name))}`;
}

/** `textproto.CanonicalMIMEHeaderKey` of a valid name: https://pkg.go.dev/net/textproto#CanonicalMIMEHeaderKey */
function canonicalName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
