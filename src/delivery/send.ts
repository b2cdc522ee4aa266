/**
 * One POST of the exact bytes on view, from the browser. Nothing is ever sent to find something out: a webhook delivers
 * whatever it gets. https://fetch.spec.whatwg.org/
 */
import { type HeaderPair, corootRequest, deliveryFacts } from '../coroot';
import { browserHeaders } from './browser-headers';
import { type Explanation, type Page, currentPage, explainFailure, explainInvalid, explainStopped } from './failure';
import { type SendRequest, parseTarget, requestProblems } from './request';

/** How much of an answer's body is kept, in bytes. */
export const maxAnswer = 65_536;

/** How a request is to be sent. */
export interface SendOptions {
  /** Milliseconds until the send is given up; as long as Coroot waits unless told. */
  readonly timeoutMs?: number;
  /** Gives the send up when it fires. */
  readonly signal?: AbortSignal | undefined;
  /** What to send with; the browser's `fetch` unless told. */
  readonly fetch?: typeof fetch;
  /** The page the send comes from, for explanations; the current one unless told. */
  readonly page?: Page;
}

/** An answer, whatever its status. */
export interface Answer {
  readonly ok: true;
  readonly status: number;
  /** The reason phrase; empty over HTTP/2. */
  readonly statusText: string;
  /** From the call to the end of the answer, in milliseconds. */
  readonly ms: number;
  /** The headers the browser shows a page: of another origin's answer only those the target exposes. */
  readonly headers: readonly HeaderPair[];
  /** The body as text, at most `maxAnswer` bytes of it. */
  readonly body: string;
  /** Whether the body was longer than what is kept, or broke off. */
  readonly truncated: boolean;
  /** Whether Coroot would count the notification as delivered: it looks at nothing but the status. */
  readonly accepted: boolean;
  /** Whether it comes from where a redirect led. A 301, 302 or 303 turns the POST into a GET and loses the message. */
  readonly redirected: boolean;
}

/** No answer. `ms` is the time from the call until that was clear, in milliseconds. */
export interface Failure extends Explanation {
  readonly ok: false;
  readonly ms: number;
}

/** What came of one POST. */
export type SendResult = Answer | Failure;

/** Reads an answer's body up to the cap. A body that breaks off is cut, not an error: the status has arrived. */
async function readBody(response: Response): Promise<{ readonly body: string; readonly truncated: boolean }> {
  const decoder = new TextDecoder();
  let body = '';
  let room = maxAnswer;
  const reader = response.body?.getReader();
  if (reader === undefined) return { body, truncated: false };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { body: body + decoder.decode(), truncated: false };
      body += decoder.decode(value.subarray(0, room), { stream: true });
      room -= value.length;
      if (room >= 0) continue;
      // The rest may never end, so nobody waits for the cancellation.
      reader.cancel().catch(() => undefined);
      return { body, truncated: true };
    }
  } catch {
    return { body, truncated: true };
  }
}

/** Header names that need no mention in the target's permission beside Content-Type, which always does. */
function askedNames(headers: readonly HeaderPair[]): readonly string[] {
  const common = ['accept', 'accept-language', 'content-language'];
  const names = headers.map(([name]) => name.toLowerCase()).filter((name) => !common.includes(name));
  return [...new Set(names)];
}

/**
 * POSTs the request once and waits for the answer. Never rejects. Credentials of the browser, referrer and caches stay
 * out of it, redirects are followed as Coroot follows them. A request that Go or the browser would refuse is not sent.
 */
export async function send(request: SendRequest, options: SendOptions = {}): Promise<SendResult> {
  const { timeoutMs = deliveryFacts.timeoutSeconds * 1000, signal, page = currentPage() } = options;
  const start = performance.now();
  const failed = (explanation: Explanation): Failure => {
    return { ok: false, ms: Math.round(performance.now() - start), ...explanation };
  };

  const target = parseTarget(request.url);
  const problems = requestProblems(request);
  const [first] = problems;
  if (first !== undefined || !(target instanceof URL)) {
    return failed(
      explainInvalid(
        first?.part ?? 'url',
        problems.map(({ text }) => text),
      ),
    );
  }
  if (signal?.aborted === true) {
    return failed({ ...explainStopped('aborted', timeoutMs), known: ['Nothing was sent.'], unknown: [] });
  }

  const coroot = corootRequest(request, request.body);
  const { headers } = browserHeaders(coroot);
  const controller = new AbortController();
  let stopped = null as 'aborted' | 'timeout' | null;
  const stop = (reason: 'aborted' | 'timeout'): void => {
    stopped ??= reason;
    controller.abort();
  };
  const onAbort = (): void => {
    stop('aborted');
  };
  signal?.addEventListener('abort', onAbort);
  const timer = setTimeout(() => {
    stop('timeout');
  }, timeoutMs);

  try {
    const response = await (options.fetch ?? globalThis.fetch)(target.href, {
      method: coroot.method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      // A Blob, unlike a buffer, is still whole everywhere when a redirect asks for the body again.
      body: new Blob([coroot.body]),
      mode: 'cors',
      credentials: 'omit',
      redirect: 'follow',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    const { body, truncated } = await readBody(response);
    return {
      ok: true,
      status: response.status,
      statusText: response.statusText,
      ms: Math.round(performance.now() - start),
      headers: [...response.headers],
      body,
      truncated,
      accepted: response.status < deliveryFacts.failsFromStatus,
      redirected: response.redirected,
    };
  } catch (error) {
    if (stopped !== null) return failed(explainStopped(stopped, timeoutMs));
    return failed(explainFailure(target, page, askedNames(headers), error instanceof Error ? error.message : ''));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
