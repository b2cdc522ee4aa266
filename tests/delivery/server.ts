/** A real HTTP server on this computer that records what it gets. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  /** Each header line that arrived, name in lower case, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

export interface Recorder {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

type Answerer = (response: ServerResponse, request: IncomingMessage) => void;

/** Starts a server that answers each request with `answer` once its body has arrived. */
export async function startRecorder(answer: Answerer): Promise<Recorder> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = request.rawHeaders;
      const headers = Array.from({ length: raw.length / 2 }, (_, i) => {
        return [raw[2 * i]!.toLowerCase(), raw[2 * i + 1]!] as const;
      });
      received.push({ method: request.method!, path: request.url!, headers, body: Buffer.concat(chunks) });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
