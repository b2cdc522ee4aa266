/** In what a send from the browser differs from the request Coroot makes. */
import { type CorootRequest, corootRequest, deliveryFacts, goUserAgents } from '../coroot';
import { type HeaderDifference, browserHeaders } from './browser-headers';
import { goDiffers } from './go-url';
import type { SendRequest } from './request';

/** One difference, as a full sentence. */
export interface SendDifference {
  readonly kind: HeaderDifference['kind'] | 'url' | 'own-headers' | 'permission' | 'once';
  readonly text: string;
}

/** What every browser writes into a page's POST. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const writtenByBrowsers = ['User-Agent', 'Accept', 'Accept-Encoding', 'Origin'];

function enumerated(parts: readonly string[]): string {
  return parts.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** The browser's own headers beside what Coroot's request has of them; those of the settings are told one by one. */
function ownHeaders({ url, headers }: CorootRequest): string {
  const own = writtenByBrowsers.filter((name) => headers.every((line) => line.name !== name || line.from === 'go'));
  if (own.length === 0) return 'The browser adds headers of its own.';
  const go = headers.filter((line) => own.includes(line.name)).map(({ name, value }) => `${name}: ${value}`);
  const none = own.filter((name) => headers.every((line) => line.name !== name)).map((name) => `no ${name}`);
  const isGos = go.includes(`User-Agent: ${goUserAgents.http1}`) && /^https:/i.test(url);
  const http2 = isGos ? ` Over HTTP/2 it is User-Agent: ${goUserAgents.http2}.` : '';
  const sent = enumerated([...go, ...none]);
  return `The browser adds headers of its own, ${enumerated(own)} among them. Coroot sends ${sent}.${http2}`;
}

/**
 * Everything a person should know who takes a successful send from the browser as a test of Coroot: first what is
 * always so, then what this request's headers bring about.
 */
export function sendDifferences(request: SendRequest): readonly SendDifference[] {
  const url = goDiffers(request.url);
  const coroot = corootRequest(request, request.body);
  return [
    ...(url === null ? [] : [{ kind: 'url' as const, text: url }]),
    { kind: 'own-headers', text: ownHeaders(coroot) },
    {
      kind: 'permission',
      text: 'To another origin, the browser sends JSON only after the target permitted it (a CORS preflight). Coroot needs no permission.',
    },
    { kind: 'once', text: `The playground sends once. ${deliveryFacts.repeats}` },
    ...browserHeaders(coroot).differences,
  ];
}
