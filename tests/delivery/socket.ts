/** A socket on this computer that keeps the bytes of HTTP/1.1 requests, as no HTTP library would show them. */
import { type AddressInfo, createServer } from 'node:net';
import type { HeaderPair } from '../../src/coroot';
import { decodeUtf8 } from '../../src/go';

/** A request as it came over the wire: names as they were written, values as Go strings. */
export interface WireRequest {
  readonly line: string;
  /** In the order of the wire, Host included. */
  readonly headers: readonly HeaderPair[];
  readonly body: Buffer;
}

/** A running socket. */
export interface RecordingSocket {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  /** Takes the requests that came since the last call, oldest first. */
  take(): readonly WireRequest[];
  /** Frees the port. */
  close(): Promise<void>;
}

/** Takes a request apart; null while it is not whole. */
function readRequest(bytes: Buffer): WireRequest | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [line = '', ...lines] = decodeUtf8(bytes.subarray(0, end)).split('\r\n');
  const headers = lines.map((header): HeaderPair => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon), header.slice(colon + 1).replace(/^ /, '')];
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const body = bytes.subarray(end + 4);
  return body.length < length ? null : { line, headers, body };
}

/** Starts a socket that gives each request `answer`, bytes of HTTP/1.1, and ends the connection. */
export async function startSocket(answer: Buffer): Promise<RecordingSocket> {
  let requests: WireRequest[] = [];
  const server = createServer((connection) => {
    let bytes: Buffer = Buffer.alloc(0);
    let asked = false;
    connection.on('error', () => undefined);
    connection.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const request = readRequest(bytes);
      if (request !== null) {
        requests.push(request);
        connection.end(answer);
      } else if (!asked && /^expect:/im.test(bytes.toString('latin1').split('\r\n\r\n')[0] ?? '')) {
        asked = true;
        connection.write('HTTP/1.1 100 Continue\r\n\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    take: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
