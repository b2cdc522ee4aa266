import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeaderPair } from '../../src/coroot';
import { type SendRequest, curlCommand } from '../../src/delivery';
import { decodeUtf8, encodeUtf8 } from '../../src/go';
import { parseCases } from '../conformance/case-file';
import { documentedCurl } from './documented-curl';
import { handedToCurl, hasCurl, printed } from './shell';
import { type RecordingSocket, type WireRequest, startSocket } from './socket';

/** What is asked, and the headers Coroot sends for it, Host left out. */
interface Row {
  readonly name: string;
  readonly request: Omit<SendRequest, 'url'>;
  readonly want: readonly HeaderPair[];
}

/** What Coroot 1.24.0 itself sent, recorded from its socket. */
const recorded = parseCases(
  readFileSync(new URL('../conformance/cases/coroot-itself.txt', import.meta.url), 'utf8'),
).cases.flatMap(({ name, request, answer: { headers, body } }): readonly Row[] => {
  if (request.mode !== 'coroot' || request.webhook === undefined || headers === null) return [];
  const [user, password] = request.webhook.basicAuth ?? ['', ''];
  const { headers: custom = [] } = request.webhook;
  return [{ name, request: { basicAuth: { user, password }, headers: custom, body: body ?? '' }, want: headers }];
});

/** Bodies that a shell, curl or a terminal might change, and the head that Coroot is recorded to send with any body. */
const bodies: readonly Row[] = (
  [
    ['nothing', ''],
    ['every byte', decodeUtf8(Uint8Array.from({ length: 256 }, (_, i) => i))],
    ['what a shell reads', `$HOME $(id) \`id\` \\ \\n !! ' " '\\'' %s %% \n\n`],
    ['what curl reads', '@/etc/hostname'],
    ['what a terminal reads', '\x1b]0;title\x07\u202e\r'],
    ['more than curl sends without asking', 'it\'s "long"\n'.repeat(100_000)],
  ] as const
).map(([name, body]) => ({
  name: `a body of ${name}`,
  request: { basicAuth: null, headers: [], body },
  want: [
    ['User-Agent', 'Go-http-client/1.1'],
    ['Content-Length', String(encodeUtf8(body).length)],
    ['Content-Type', 'application/json'],
    ['Accept-Encoding', 'gzip'],
  ],
}));

/** Those that differ in more than the body of a template. */
const settings = recorded.filter(({ name }) => name.startsWith('request: '));
const hook = '/services/T0?thread=1';

/** The same with Content-Length last: curl counts the body itself, and where it says so differs with its release. */
function lengthLast(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  const isLength = ([name]: HeaderPair): boolean => name === 'Content-Length';
  return [...headers.filter((header) => !isLength(header)), ...headers.filter(isLength)];
}

function isCoroots({ line, headers, body }: WireRequest, { request, want }: Row): void {
  expect(line).toBe(`POST ${hook} HTTP/1.1`);
  expect(headers[0]?.[0]).toBe('Host');
  expect(lengthLast(headers.slice(1))).toEqual(lengthLast(want));
  expect(body.equals(encodeUtf8(request.body))).toBe(true);
}

test('there are recordings of every setting', () => {
  expect(settings.length).toBeGreaterThan(35);
  expect(new Set(settings.flatMap(({ want }) => want.map(([name]) => name))).size).toBeGreaterThan(20);
});

describe('the copied command, by what curl documents', () => {
  test.each([...recorded, ...bodies])('$name', (row) => {
    isCoroots(documentedCurl(handedToCurl(curlCommand({ ...row.request, url: `http://h.example${hook}` }))), row);
  });
});

// On a computer without curl, what it documents has to do.
if (hasCurl) {
  const text = '{"ok":true,"description":"delivered"}';
  const packed = gzipSync(text);
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${String(packed.length)}\r\n\r\n`;
  let socket: RecordingSocket;

  beforeAll(async () => {
    socket = await startSocket(Buffer.concat([Buffer.from(head), packed]));
  });
  afterAll(() => socket.close());

  describe('the copied command, run by curl', () => {
    test.each([...settings, ...bodies])('$name', async (row) => {
      const command = curlCommand({ ...row.request, url: socket.origin + hook });
      // An answer is shown, and can be read where Coroot allows it to come compressed.
      const answer = await printed(command);
      expect(answer).toContain('200 OK');
      const isAllowed = row.want.some(([name]) => name === 'Accept-Encoding');
      if (isAllowed) expect(answer.endsWith(`\r\n\r\n${text}`)).toBe(true);
      const [sent, ...more] = socket.take();
      expect(more).toEqual([]);
      isCoroots(sent!, row);
      const documented = documentedCurl(handedToCurl(command));
      expect(lengthLast(sent!.headers)).toEqual(lengthLast(documented.headers));
    });
  });
}
