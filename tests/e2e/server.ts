/** A webhook receiver on this machine: what a test send reaches, and how it answers. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived, its body not decoded. Preflights are recorded too, with method `OPTIONS`. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How the receiver answers; change it at any time, the next request sees it. */
export interface ReceiverBehaviour {
  /**
   * `allow` answers preflights and lets the page read the answer; `simple` lets it read the answer but refuses
   * preflights; `deny` sends no CORS header at all, as chat platforms do; `drop` closes the connection without an
   * answer.
   */
  cors: 'allow' | 'simple' | 'deny' | 'drop';
  /** Status of every answer but a preflight's. */
  status: number;
  /** Headers of every answer but a preflight's; a page can read those named in `Access-Control-Expose-Headers`. */
  headers: Readonly<Record<string, string>>;
  /** Body of every answer but a preflight's. */
  body: string;
  /** Milliseconds to wait before answering. */
  delay: number;
}

/** A running receiver. */
export interface Receiver {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  readonly behaviour: ReceiverBehaviour;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function answer(request: IncomingMessage, response: ServerResponse, behaviour: Readonly<ReceiverBehaviour>): void {
  const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (behaviour.cors === 'drop') {
    request.socket.destroy();
    return;
  }
  if (behaviour.cors === 'allow' || (behaviour.cors === 'simple' && !preflight)) {
    response.setHeader('Access-Control-Allow-Origin', '*');
  }
  if (preflight) {
    if (behaviour.cors === 'allow') {
      response.setHeader('Access-Control-Allow-Methods', request.headers['access-control-request-method'] ?? '');
      response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '');
      // Else a browser remembers for five seconds, and a changed behaviour would not be seen.
      response.setHeader('Access-Control-Max-Age', '0');
    }
    response.writeHead(behaviour.cors === 'allow' ? 204 : 405).end();
    return;
  }
  response.writeHead(behaviour.status, { 'Content-Type': 'text/plain; charset=utf-8', ...behaviour.headers });
  response.end(behaviour.body);
}

/** Starts a receiver on a free loopback port that allows every origin and answers 200 `ok` until told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const behaviour: ReceiverBehaviour = { cors: 'allow', status: 200, headers: {}, body: 'ok', delay: 0 };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await readBody(request);
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      if (behaviour.delay > 0) await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
      answer(request, response, behaviour);
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port.toString()}`,
    requests,
    behaviour,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
