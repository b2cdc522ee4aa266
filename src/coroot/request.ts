/**
 * The HTTP request Coroot makes of a body. How Go's client writes headers was seen by recording what Coroot 1.24.0 sends:
 * names in canonical form and sorted, values of one name in the order they were added. https://pkg.go.dev/net/http#Header
 */
import { encodeUtf8, quote } from '../go';

/** A webhook integration's settings, as far as they shape the request. */
export interface WebhookSettings {
  readonly url: string;
  /** Used only when neither part is empty. */
  readonly basicAuth: { readonly user: string; readonly password: string } | null;
  /** Coroot's custom headers, as typed. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What goes over the wire, with remarks on what a person would not expect; a `problem` means that nothing is sent. */
export interface CorootRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly notes: readonly string[];
  readonly problem: string | null;
}

/** How Coroot delivers: it follows redirects, gives up on an answer after 30 seconds, and tries again for an hour. */
export const deliveryFacts = {
  timeoutSeconds: 30,
  retryEverySeconds: 60,
  retryForSeconds: 3600,
  /** Answers from this status on count as failures, all others as delivered, whatever the answer's text says. */
  failsFromStatus: 400,
  notes: [
    'Coroot follows redirects. After a 301, 302 or 303 Go repeats the request as a GET without the body, so the message is lost.',
    'Only a status of 400 or more is a failure. A platform that answers 200 and reports the failure in its answer looks like success.',
    'A failed incident or alert is tried again every minute for an hour; other notifications of the project wait behind it.',
    'A failed deployment is tried again at every check until it is a day old.',
    'An alert whose template is empty is not sent; an incident or deployment is, without a body.',
  ],
} as const;

/** The client's own lines, which no custom header changes. */
const writtenByGo: ReadonlySet<string> = new Set(['Host', 'Content-Length', 'Transfer-Encoding', 'Trailer']);

/** The request for a rendered body. Header values are Go strings: they are sent as the bytes of their UTF-8. */
export function corootRequest(settings: WebhookSettings, body: string): CorootRequest {
  const bytes = encodeUtf8(body);
  const notes: string[] = [];
  const added: (readonly [string, string])[] = [];
  const auth = authorization(settings.basicAuth);
  if (auth !== null) added.push(['Authorization', auth]);
  else if (settings.basicAuth !== null && (settings.basicAuth.user !== '') !== (settings.basicAuth.password !== '')) {
    notes.push('Basic authentication is sent only when both user and password are filled in.');
  }
  added.push(['Content-Type', 'application/json']);
  let problem: string | null = null;
  for (const [name, value] of settings.headers) {
    const fault = headerFault(name, value);
    if (fault !== null) {
      problem ??= fault;
      continue;
    }
    const canonical = canonicalName(name);
    if (writtenByGo.has(canonical)) {
      notes.push(`A custom ${canonical} header has no effect: Go writes it itself.`);
      continue;
    }
    if (canonical === 'Content-Type' || (canonical === 'Authorization' && auth !== null)) {
      notes.push(`Two ${canonical} headers are sent: Coroot adds the custom one and keeps its own.`);
    }
    added.push([canonical, value]);
  }
  return { method: 'POST', url: settings.url, headers: onTheWire(added, bytes.length), body: bytes, notes, problem };
}

/** The order of Go's client: its own lines, the rest by name, and its wish for compression last. Values lose the space around. */
function onTheWire(
  added: readonly (readonly [string, string])[],
  length: number,
): readonly (readonly [string, string])[] {
  const agents = added.filter(([name]) => name === 'User-Agent');
  const agent = agents[0]?.[1] ?? 'Go-http-client/1.1';
  const rest = added.filter(([name]) => name !== 'User-Agent').sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const lines: readonly (readonly [string, string])[] = [
    ...(agent === '' ? [] : [['User-Agent', agent] as const]),
    ['Content-Length', String(length)],
    ...rest,
    ...(asksForCompression(rest) ? [['Accept-Encoding', 'gzip'] as const] : []),
  ];
  return lines.map(([name, value]) => [name, value.replace(/^[ \t]+|[ \t]+$/g, '')]);
}

/** Go asks for compression where the first header of either name is empty or missing. https://pkg.go.dev/net/http#Transport */
function asksForCompression(headers: readonly (readonly [string, string])[]): boolean {
  return ['Accept-Encoding', 'Range'].every((name) => (headers.find(([n]) => n === name)?.[1] ?? '') === '');
}

function authorization(basicAuth: WebhookSettings['basicAuth']): string | null {
  if (basicAuth === null || basicAuth.user === '' || basicAuth.password === '') return null;
  const bytes = encodeUtf8(`${basicAuth.user}:${basicAuth.password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Go's message for a header it refuses, together with the whole request; null when it is fine. */
function headerFault(name: string, value: string): string | null {
  if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name)) return `net/http: invalid header field name ${quote(name)}`;
  const control = [...value].some((c) => (c < ' ' && c !== '\t') || c === '\u007f');
  return control ? `net/http: invalid header field value for ${quote(canonicalName(name))}` : null;
}

/** `textproto.CanonicalMIMEHeaderKey` of a valid name: https://pkg.go.dev/net/textproto#CanonicalMIMEHeaderKey */
function canonicalName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
