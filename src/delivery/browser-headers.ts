/** Which headers of Coroot's request a browser sends when a page asks for them. */
import type { CorootRequest, HeaderPair } from '../coroot';

/** What becomes of one header of Coroot's request, or of the settings, in a browser. */
export interface HeaderDifference {
  readonly kind: 'ineffective' | 'withheld' | 'second' | 'joined' | 'user-agent';
  /** As a full sentence. */
  readonly text: string;
}

/** The headers of a request as a browser is asked to send them, and what was left out or changed. */
export interface BrowserHeaders {
  /** Values hold one character for each byte, as `fetch` wants them. */
  readonly headers: readonly HeaderPair[];
  readonly differences: readonly HeaderDifference[];
}

/**
 * The headers to hand to `fetch`: Coroot's, but for those that are Go's own, as a browser has its own, and those that
 * are not a page's to set. Where Coroot sends a header a second time and a browser would join both into one value
 * nobody understands, the first stays alone.
 */
export function browserHeaders({ headers: lines, ignored }: CorootRequest): BrowserHeaders {
  const headers: HeaderPair[] = [];
  const differences: HeaderDifference[] = ignored.map((name) => {
    const isSecond = lines.some((line) => line.name === name && line.from === 'settings');
    const text = isSecond
      ? `Of several ${name} headers only the first is sent, here and by Coroot.`
      : `A custom ${name} header has no effect, here or in Coroot.`;
    return { kind: 'ineffective', text };
  });
  for (const { name, value, from } of lines) {
    if (from === 'go') continue;
    const repeated = headers.some(([other]) => other === name);
    if (isForbiddenInBrowsers(name, value)) {
      differences.push({ kind: 'withheld', text: `Browsers do not let a page set ${name}. Coroot sends it.` });
    } else if (repeated && (name === 'Content-Type' || name === 'Authorization')) {
      const text = `Coroot sends ${name} twice, the custom one second. A browser cannot: only the first is sent.`;
      differences.push({ kind: 'second', text });
    } else {
      headers.push([name, byteString(value)]);
      if (repeated) {
        const text = `Coroot sends ${name} on several lines, a browser as one joined by commas.`;
        differences.push({ kind: 'joined', text });
      }
      if (name === 'User-Agent') {
        const text = `Some browsers keep their own ${name}. Coroot sends the custom one.`;
        differences.push({ kind: 'user-agent', text });
      }
    }
  }
  return { headers, differences };
}

/** Text as one character for each byte of its UTF-8. */
function byteString(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
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
function isForbiddenInBrowsers(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  if (!['x-http-method', 'x-http-method-override', 'x-method-override'].includes(lower)) return false;
  return value.split(',').some((method) => ['CONNECT', 'TRACE', 'TRACK'].includes(method.trim().toUpperCase()));
}
