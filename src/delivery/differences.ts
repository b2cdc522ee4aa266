/** In what a send from the browser differs from the request Coroot makes. */
import { goDiffers } from './go-url';
import { type HeaderPair, type SendRequest, basicAuthorization, byteString } from './request';
import { isForbiddenInBrowsers, isIgnoredByGo } from './request';

/** One difference, as a full sentence. */
export interface SendDifference {
  readonly kind:
    'url' | 'own-headers' | 'permission' | 'once' | 'withheld' | 'ineffective' | 'second' | 'joined' | 'user-agent';
  readonly text: string;
}

/** The headers of a request as a browser is asked to send them, and what was left out or changed. */
export interface BrowserHeaders {
  /** Values hold one character for each byte, as `fetch` wants them. */
  readonly headers: readonly HeaderPair[];
  readonly differences: readonly SendDifference[];
}

/**
 * The headers to hand to `fetch`: Content-Type, basic authorization, then the custom headers in order. Where Coroot
 * sends a header a second time and a browser would join both into one value nobody understands, the first stays alone.
 */
export function browserHeaders(request: SendRequest): BrowserHeaders {
  const headers: HeaderPair[] = [['Content-Type', 'application/json']];
  const differences: SendDifference[] = [];
  const authorization = basicAuthorization(request);
  if (authorization !== null) headers.push(['Authorization', authorization]);
  for (const header of request.headers) {
    const [name, value] = header;
    const lower = name.toLowerCase();
    const repeated = headers.some(([other]) => other.toLowerCase() === lower);
    if (isIgnoredByGo(name)) {
      differences.push({ kind: 'ineffective', text: `A custom ${name} header has no effect, here or in Coroot.` });
    } else if (isForbiddenInBrowsers(header)) {
      differences.push({ kind: 'withheld', text: `Browsers do not let a page set ${name}. Coroot sends it.` });
    } else if (repeated && (lower === 'content-type' || lower === 'authorization')) {
      const text = `Coroot sends ${name} twice, the custom one second. A browser cannot: only the first is sent.`;
      differences.push({ kind: 'second', text });
    } else {
      headers.push([name, byteString(value)]);
      if (repeated) {
        differences.push({
          kind: 'joined',
          text: `Coroot sends ${name} on several lines, a browser as one joined by commas.`,
        });
      }
      if (lower === 'user-agent') {
        differences.push({
          kind: 'user-agent',
          text: `Some browsers keep their own ${name}. Coroot sends the custom one.`,
        });
      }
    }
  }
  return { headers, differences };
}

/**
 * Everything a person should know who takes a successful send from the browser as a test of Coroot: first what is
 * always so, then what this request's headers bring about.
 */
export function sendDifferences(request: SendRequest): readonly SendDifference[] {
  const url = goDiffers(request.url);
  return [
    ...(url === null ? [] : [{ kind: 'url' as const, text: url }]),
    {
      kind: 'own-headers',
      text: 'The browser adds headers of its own, Origin and User-Agent among them. Coroot sends User-Agent: Go-http-client and no Origin.',
    },
    {
      kind: 'permission',
      text: 'To another origin, the browser sends JSON only after the target permitted it (a CORS preflight). Coroot needs no permission.',
    },
    {
      kind: 'once',
      text: 'The playground sends once. Coroot repeats a failed incident or alert every minute for up to an hour.',
    },
    ...browserHeaders(request).differences,
  ];
}
