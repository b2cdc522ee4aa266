import { afterEach, describe, expect, test } from 'vitest';
import type { HeaderPair } from '../../src/coroot';
import { type Failure, type SendRequest, requestProblems, send, sendDifferences } from '../../src/delivery';
import { type Page, blockedPorts } from '../../src/delivery/failure';
import { type SendOptions, maxAnswer } from '../../src/delivery/send';
import { decodeUtf8 } from '../../src/go';
import { type Recorder, startRecorder } from './server';

const running: Recorder[] = [];

async function recorder(...[answer]: Parameters<typeof startRecorder>): Promise<Recorder> {
  const server = await startRecorder(answer);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const plain: SendRequest = { url: 'https://example.com/hook', body: '{}', headers: [], basicAuth: null };

/** The header lines with these names, in the order they arrived. */
function linesOf(server: Recorder, ...names: readonly string[]): readonly HeaderPair[] {
  return server.received[0]!.headers.filter(([name]) => names.includes(name));
}

describe('what arrives', () => {
  const bodies: readonly {
    readonly name: string;
    readonly body: string;
    readonly want: readonly number[];
  }[] = [
    { name: 'text', body: '{"a":\n"é🎉"}', want: [...Buffer.from('{"a":\n"é🎉"}')] },
    { name: 'nothing', body: '', want: [] },
    {
      name: 'every byte',
      body: decodeUtf8(Uint8Array.from({ length: 256 }, (_, i) => i)),
      want: Array.from({ length: 256 }, (_, i) => i),
    },
    { name: 'text with bytes that are not UTF-8', body: 'a\udc80é\udcff', want: [0x61, 0x80, 0xc3, 0xa9, 0xff] },
    {
      name: 'text with other halves of characters',
      body: '\ud800x\udc7f',
      want: [0xef, 0xbf, 0xbd, 0x78, 0xef, 0xbf, 0xbd],
    },
    { name: 'text with a byte order mark', body: '\ufeff{}', want: [0xef, 0xbb, 0xbf, 0x7b, 0x7d] },
  ];

  test.each(bodies)('exactly the bytes: $name', async ({ body, want }) => {
    const server = await recorder((response) => response.end());
    expect(await send({ ...plain, url: `${server.url}/hook?a=1#part`, body })).toMatchObject({ ok: true, status: 200 });
    expect(server.received).toMatchObject([{ method: 'POST', path: '/hook?a=1' }]);
    expect([...server.received[0]!.body]).toEqual(want);
    expect(linesOf(server, 'content-type', 'content-length')).toEqual([
      ['content-type', 'application/json'],
      ['content-length', String(want.length)],
    ]);
  });

  const headers: readonly {
    readonly name: string;
    readonly request: Partial<SendRequest>;
    readonly want: readonly HeaderPair[];
    readonly differences: readonly string[];
  }[] = [
    { name: 'none', request: {}, want: [['content-type', 'application/json']], differences: [] },
    {
      // As Go 1.26 sends the user "u:1" and the password "pé".
      name: 'basic authentication',
      request: { basicAuth: { user: 'u:1', password: 'pé' } },
      want: [
        ['authorization', 'Basic dToxOnDDqQ=='],
        ['content-type', 'application/json'],
      ],
      differences: [],
    },
    {
      name: 'a user alone',
      request: { basicAuth: { user: 'u', password: '' } },
      want: [['content-type', 'application/json']],
      differences: [],
    },
    {
      name: 'a password alone',
      request: { basicAuth: { user: '', password: 'p' } },
      want: [['content-type', 'application/json']],
      differences: [],
    },
    {
      name: 'custom headers, one empty, one in Cyrillic, one padded',
      request: {
        headers: [
          ['X-One', 'a b'],
          ['X-Two', ''],
          ['X-Three', 'два'],
          ['X-Four', '  x \t'],
        ],
      },
      want: [
        ['content-type', 'application/json'],
        ['x-four', 'x'],
        ['x-one', 'a b'],
        ['x-three', Buffer.from('два').toString('latin1')],
        ['x-two', ''],
      ],
      differences: [],
    },
    {
      name: 'a second Content-Type and Authorization',
      request: {
        basicAuth: { user: 'us', password: 'pw' },
        headers: [
          ['content-type', 'text/plain'],
          ['Authorization', 'Bearer x'],
        ],
      },
      want: [
        ['authorization', 'Basic dXM6cHc='],
        ['content-type', 'application/json'],
      ],
      differences: [
        'Coroot sends Authorization twice, the custom one second. A browser cannot: only the first is sent.',
        'Coroot sends Content-Type twice, the custom one second. A browser cannot: only the first is sent.',
      ],
    },
    {
      name: 'a custom Authorization alone',
      request: { headers: [['Authorization', 'Bearer x']] },
      want: [
        ['authorization', 'Bearer x'],
        ['content-type', 'application/json'],
      ],
      differences: [],
    },
    {
      name: 'a header twice',
      request: {
        headers: [
          ['X-One', '1'],
          ['x-one', '2'],
        ],
      },
      want: [
        ['content-type', 'application/json'],
        ['x-one', '1, 2'],
      ],
      differences: ['Coroot sends X-One on several lines, a browser as one joined by commas.'],
    },
    {
      name: 'headers that are not a page’s to set',
      request: {
        headers: [
          ['Cookie', 'a=b'],
          ['Sec-Anything', '1'],
          ['proxy-authorization', 'x'],
          ['Host', 'other.example'],
          ['X-HTTP-Method-Override', 'PUT, trace'],
          ['X-One', '1'],
        ],
      },
      want: [
        ['content-type', 'application/json'],
        ['x-one', '1'],
      ],
      differences: [
        'A custom Host header has no effect, here or in Coroot.',
        'Browsers do not let a page set Cookie. Coroot sends it.',
        'Browsers do not let a page set Proxy-Authorization. Coroot sends it.',
        'Browsers do not let a page set Sec-Anything. Coroot sends it.',
        'Browsers do not let a page set X-Http-Method-Override. Coroot sends it.',
      ],
    },
    {
      name: 'a method override and a user agent a page may set',
      request: {
        headers: [
          ['X-HTTP-Method-Override', 'PUT'],
          ['User-Agent', 'me'],
        ],
      },
      want: [
        ['user-agent', 'me'],
        ['content-type', 'application/json'],
        ['x-http-method-override', 'PUT'],
      ],
      differences: ['Some browsers keep their own User-Agent. Coroot sends the custom one.'],
    },
    {
      name: 'two user agents',
      request: {
        headers: [
          ['User-Agent', 'me'],
          ['user-agent', 'you'],
        ],
      },
      want: [
        ['user-agent', 'me'],
        ['content-type', 'application/json'],
      ],
      differences: [
        'Of several User-Agent headers only the first is sent, here and by Coroot.',
        'Some browsers keep their own User-Agent. Coroot sends the custom one.',
      ],
    },
    {
      name: 'a user agent without a value, which Coroot does not send, and the wish for another compression',
      request: {
        headers: [
          ['User-Agent', ''],
          ['Accept-Encoding', 'br'],
        ],
      },
      want: [['content-type', 'application/json']],
      differences: ['Browsers do not let a page set Accept-Encoding. Coroot sends it.'],
    },
  ];

  test.each(headers)('headers: $name', async ({ request, want, differences }) => {
    const server = await recorder((response) => response.end());
    await send({ ...plain, ...request, url: server.url });
    // What Node's own client adds, as a browser adds its own.
    const added = [
      'host',
      'connection',
      'accept',
      'accept-language',
      'accept-encoding',
      'sec-fetch-mode',
      'content-length',
    ];
    if (!want.some(([name]) => name === 'user-agent')) added.push('user-agent');
    added.push('cache-control', 'pragma');
    expect(server.received[0]!.headers.filter(([name]) => !added.includes(name))).toEqual(want);
    expect(
      sendDifferences({ ...plain, ...request })
        .slice(3)
        .map(({ text }) => text),
    ).toEqual(differences);
  });

  const added = (names: string, coroot: string): string =>
    `The browser adds headers of its own, ${names} among them. Coroot sends ${coroot}.`;
  const own: readonly { readonly name: string; readonly request: Partial<SendRequest>; readonly want: string }[] = [
    {
      name: 'none',
      request: { url: 'http://example.com/hook' },
      want: added(
        'User-Agent, Accept, Accept-Encoding and Origin',
        'User-Agent: Go-http-client/1.1, Accept-Encoding: gzip, no Accept and no Origin',
      ),
    },
    {
      // What Go 1.26 sends where the target offers HTTP/2.
      name: 'none, to a target that may speak HTTP/2',
      request: {},
      want: `${added(
        'User-Agent, Accept, Accept-Encoding and Origin',
        'User-Agent: Go-http-client/1.1, Accept-Encoding: gzip, no Accept and no Origin',
      )} Over HTTP/2 it is User-Agent: Go-http-client/2.0.`,
    },
    {
      name: 'no user agent, a range',
      request: {
        headers: [
          ['user-agent', ''],
          ['range', 'bytes=0-1'],
        ],
      },
      want: added(
        'User-Agent, Accept, Accept-Encoding and Origin',
        'no User-Agent, no Accept, no Accept-Encoding and no Origin',
      ),
    },
    {
      name: 'headers that are told one by one',
      request: {
        headers: [
          ['user-agent', 'me'],
          ['accept', 'x'],
          ['accept-encoding', 'br'],
        ],
      },
      want: added('Origin', 'no Origin'),
    },
    {
      name: 'all of them',
      request: { headers: ['User-Agent', 'Accept', 'Accept-Encoding', 'Origin'].map((name) => [name, 'x']) },
      want: 'The browser adds headers of its own.',
    },
  ];

  test.each(own)('the browser’s own headers beside Coroot’s: $name', ({ request, want }) => {
    expect(sendDifferences({ ...plain, ...request })[0]).toEqual({ kind: 'own-headers', text: want });
  });

  test('a failed send is not repeated', async () => {
    const server = await recorder((response) => response.socket?.destroy());
    expect(await send({ ...plain, url: server.url })).toMatchObject({ ok: false, reason: 'blocked' });
    expect(server.received).toHaveLength(1);
  });

  test('fetch is told to keep credentials, caches and the referrer out of it', async () => {
    const calls: Parameters<typeof fetch>[] = [];
    const fake: typeof fetch = (...call) => {
      calls.push(call);
      return Promise.resolve(new Response('ok'));
    };
    await send({ ...plain, url: 'https://EXAMPLE.com/hook' }, { fetch: fake });
    expect(calls).toHaveLength(1);
    expect(calls[0]![0]).toBe('https://example.com/hook');
    expect(calls[0]![1]).toMatchObject({
      method: 'POST',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'follow',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });
});

describe('the answer', () => {
  const statuses = [
    { status: 200, accepted: true },
    { status: 204, accepted: true },
    { status: 304, accepted: true },
    { status: 399, accepted: true },
    { status: 400, accepted: false },
    { status: 404, accepted: false },
    { status: 500, accepted: false },
    { status: 599, accepted: false },
  ];

  test.each(statuses)('status $status: accepted $accepted', async ({ status, accepted }) => {
    const body = status === 204 || status === 304 ? '' : '{"problem":"é"}';
    const server = await recorder((response) => {
      response.writeHead(status, 'Just So', { 'X-Answer': 'yes' }).end(body);
    });
    const result = await send({ ...plain, url: server.url });
    expect(result).toMatchObject({
      ok: true,
      status,
      statusText: 'Just So',
      body,
      truncated: false,
      accepted,
      redirected: false,
    });
    expect(result.ok && result.headers).toContainEqual(['x-answer', 'yes']);
    expect(Number.isInteger(result.ms) && result.ms >= 0).toBe(true);
  });

  test('exactly as much as is kept', async () => {
    const server = await recorder((response) => response.end('x'.repeat(maxAnswer)));
    const result = await send({ ...plain, url: server.url });
    expect(result).toMatchObject({ ok: true, truncated: false });
    expect(result.ok && result.body.length).toBe(maxAnswer);
  });

  test('one byte more than is kept, inside a character', async () => {
    const server = await recorder((response) => response.end(`${'x'.repeat(maxAnswer - 1)}é`));
    const result = await send({ ...plain, url: server.url });
    expect(result).toMatchObject({ ok: true, truncated: true, body: 'x'.repeat(maxAnswer - 1) });
  });

  test('a body without end is cut and the connection given up', async () => {
    let closed: (() => void) | null = null;
    const connectionClosed = new Promise<void>((resolve) => (closed = resolve));
    const server = await recorder((response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('y'.repeat(10_000)));
      };
      response.on('drain', more);
      response.on('close', () => closed?.());
      more();
    });
    const result = await send({ ...plain, url: server.url });
    expect(result).toMatchObject({ ok: true, status: 200, truncated: true, body: 'y'.repeat(maxAnswer) });
    await connectionClosed;
  });

  test('a body that breaks off is an answer all the same', async () => {
    const server = await recorder((response) => {
      response.writeHead(400, { 'Content-Length': '100' });
      response.write('half', () => response.socket?.destroy());
    });
    expect(await send({ ...plain, url: server.url })).toMatchObject({
      ok: true,
      status: 400,
      truncated: true,
      accepted: false,
    });
  });

  test('a body that never comes ends with the time limit; the status has arrived', async () => {
    const server = await recorder((response) => {
      response.writeHead(202);
      response.flushHeaders();
    });
    expect(await send({ ...plain, url: server.url }, { timeoutMs: 200 })).toMatchObject({
      ok: true,
      status: 202,
      body: '',
      truncated: true,
      accepted: true,
    });
  });

  const redirects = [
    { status: 301, method: 'GET', body: '' },
    { status: 302, method: 'GET', body: '' },
    { status: 303, method: 'GET', body: '' },
    { status: 307, method: 'POST', body: '{}' },
    { status: 308, method: 'POST', body: '{}' },
  ];

  test.each(redirects)('a redirect with $status is followed as $method', async ({ status, method, body }) => {
    const server = await recorder((response, request) => {
      if (request.url === '/end') response.end('there');
      else response.writeHead(status, { Location: '/end' }).end();
    });
    expect(await send({ ...plain, url: `${server.url}/start` })).toMatchObject({
      ok: true,
      body: 'there',
      redirected: true,
    });
    expect(server.received.map((r) => [r.path, r.method, r.body.toString()])).toEqual([
      ['/start', 'POST', '{}'],
      ['/end', method, body],
    ]);
  });
});

describe('stopped', () => {
  test('by the time limit', async () => {
    const server = await recorder(() => undefined);
    expect(await send({ ...plain, url: server.url }, { timeoutMs: 50 })).toMatchObject({
      ok: false,
      reason: 'timeout',
      explanation: 'No answer came within 0.05 seconds.',
      unknown: ['Whether the message arrived. Look at the target before you send again.'],
    });
  });

  test('by a person while the server holds the answer', async () => {
    const controller = new AbortController();
    const server = await recorder(() => {
      controller.abort();
    });
    expect(await send({ ...plain, url: server.url }, { signal: controller.signal })).toMatchObject({
      ok: false,
      reason: 'aborted',
      explanation: 'The send was stopped before an answer came.',
      unknown: ['Whether the message arrived. Look at the target before you send again.'],
    });
    expect(server.received).toHaveLength(1);
  });

  test('before it began', async () => {
    const server = await recorder((response) => response.end());
    expect(await send({ ...plain, url: server.url }, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      reason: 'aborted',
      known: ['Nothing was sent.'],
      unknown: [],
    });
    expect(server.received).toHaveLength(0);
  });

  test('after the answer: nothing happens, nothing is left listening', async () => {
    const controller = new AbortController();
    const listeners: string[] = [];
    const { signal } = controller;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners.push(`+${args[0]}`);
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners.push(`-${args[0]}`);
      removeEventListener.apply(signal, args);
    };
    const server = await recorder((response) => response.end('ok'));
    const result = await send({ ...plain, url: server.url }, { signal });
    controller.abort();
    expect(result).toMatchObject({ ok: true, body: 'ok' });
    expect(listeners).toEqual(['+abort', '-abort']);
  });
});

const noUrl = 'There is no URL to send to.';
const incomplete = 'The URL must be complete: it starts with https:// or http://.';
const spaced = 'There is white space around the URL. Coroot does not take it off.';
const credentials =
  'Browsers refuse a URL with a user or password in it. Coroot sends them as basic authentication: use those fields instead.';

const impossible: readonly {
  readonly name: string;
  readonly request: Partial<SendRequest>;
  readonly reason: string;
  readonly want: string;
}[] = [
  { name: 'no URL', request: { url: '' }, reason: 'invalid-url', want: noUrl },
  { name: 'a blank URL', request: { url: ' \n' }, reason: 'invalid-url', want: noUrl },
  { name: 'a bare host', request: { url: 'example.com/hook' }, reason: 'invalid-url', want: incomplete },
  { name: 'a path', request: { url: '/hook' }, reason: 'invalid-url', want: incomplete },
  {
    name: 'no host',
    request: { url: 'https://' },
    reason: 'invalid-url',
    want: 'Coroot cannot send to this URL: http: no Host in request URL.',
  },
  {
    name: 'a bad port',
    request: { url: 'https://example.com:99999' },
    reason: 'invalid-url',
    want: 'Coroot cannot send to this URL: dial tcp: address 99999: invalid port.',
  },
  { name: 'a space before', request: { url: ' https://example.com' }, reason: 'invalid-url', want: spaced },
  { name: 'a newline after', request: { url: 'https://example.com\n' }, reason: 'invalid-url', want: spaced },
  {
    name: 'a newline inside',
    request: { url: 'https://example\n.com' },
    reason: 'invalid-url',
    want: 'Coroot cannot send to this URL: net/url: invalid control character in URL.',
  },
  {
    name: 'another scheme',
    request: { url: 'ftp://example.com' },
    reason: 'invalid-url',
    want: 'The URL must start with https:// or http://, not with ftp:',
  },
  {
    name: 'a script',
    request: { url: 'javascript:alert(1)' },
    reason: 'invalid-url',
    want: 'The URL must start with https:// or http://, not with javascript:',
  },
  { name: 'a user in the URL', request: { url: 'https://me@example.com' }, reason: 'invalid-url', want: credentials },
  {
    name: 'a password in the URL',
    request: { url: 'https://:pw@example.com' },
    reason: 'invalid-url',
    want: credentials,
  },
  {
    name: 'a header name with a space',
    request: { headers: [['bad name', 'x']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the header name "bad name". Coroot sends nothing at all then.',
  },
  {
    name: 'a header without a name',
    request: { headers: [['', 'x']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the header name "". Coroot sends nothing at all then.',
  },
  {
    name: 'a header name in Cyrillic',
    request: { headers: [['Имя', 'x']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the header name "Имя". Coroot sends nothing at all then.',
  },
  {
    name: 'a header with a line break',
    request: { headers: [['X-Nl', 'a\r\nX-Injected: b']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the value of the header X-Nl: it holds a line break. Coroot sends nothing at all then.',
  },
  {
    name: 'a header with a control character',
    request: { headers: [['X-Del', 'a\x7fb']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the value of the header X-Del: it holds a control character. Coroot sends nothing at all then.',
  },
  {
    name: 'a forbidden header with a line break',
    request: { headers: [['Host', 'a\n']] },
    reason: 'invalid-header',
    want: 'HTTP cannot carry the value of the header Host: it holds a line break. Coroot sends nothing at all then.',
  },
  {
    name: 'two things at once',
    request: { url: '', headers: [['', 'x']] },
    reason: 'invalid-url',
    want: `${noUrl} HTTP cannot carry the header name "". Coroot sends nothing at all then.`,
  },
];

test.each(impossible)('never sent: $name', async ({ request, reason, want }) => {
  let calls = 0;
  const fake: typeof fetch = () => {
    calls++;
    return Promise.resolve(new Response('ok'));
  };
  const result = await send({ ...plain, ...request }, { fetch: fake });
  expect(result).toMatchObject({ ok: false, reason, explanation: want, known: ['Nothing was sent.'], unknown: [] });
  expect(calls).toBe(0);
  expect(
    requestProblems({ ...plain, ...request })
      .map(({ text }) => text)
      .join(' '),
  ).toBe(want);
});

test('a request that can be tried has no problems', () => {
  expect(
    requestProblems({
      ...plain,
      url: 'http://localhost:8080/a b?[x]{y}',
      headers: [["!#$%&'*+.^_`|~-", '\té \u0085']],
    }),
  ).toEqual([]);
});

describe('no answer', () => {
  const words = "The browser's own words: Failed to fetch";
  const cors = (origin: string): string =>
    `The target (${origin}) is another origin than this page, so the browser first asks it for permission to send JSON (a CORS preflight). ` +
    'Without the permission the message is not sent.';
  const asked = (names: string): string => `The permission must name these headers: ${names}.`;
  const mixed =
    'This page came over https and the target is plain http. Browsers block that as mixed content, whatever the target permits.';
  const privateNetwork = 'The target is in a private network. Some browsers ask before a page may reach it, or refuse.';
  const thisComputer = 'The target is this computer. Some browsers ask before a page may reach it, or refuse.';
  const offline = 'The browser reports that this device is offline.';
  const https = { origin: 'https://play.example', online: true };
  const http = { origin: 'http://localhost:4173', online: true };
  const noReason = 'The browser got no answer it may show, and does not say why.';
  const delivered = 'Whether the message arrived. Look at the target before you send again.';

  const failures: readonly {
    readonly name: string;
    readonly url: string;
    readonly headers?: readonly HeaderPair[];
    readonly page: Page;
    readonly reason: string;
    readonly known: readonly string[];
  }[] = [
    {
      name: 'https to https',
      url: 'https://a.example/x',
      page: https,
      reason: 'blocked',
      known: [words, cors('https://a.example'), asked('content-type')],
    },
    { name: 'the page’s own origin', url: 'https://play.example/x', page: https, reason: 'blocked', known: [words] },
    {
      name: 'a page from a file',
      url: 'https://a.example/x',
      page: { origin: 'null', online: true },
      reason: 'blocked',
      known: [words, cors('https://a.example'), asked('content-type')],
    },
    {
      name: 'no page at all',
      url: 'https://a.example/x',
      page: { origin: null, online: true },
      reason: 'blocked',
      known: [words],
    },
    {
      name: 'custom headers',
      url: 'https://a.example/x',
      headers: [
        ['X-B', '1'],
        ['x-b', '2'],
        ['Accept', '*/*'],
        ['Cookie', 'a'],
        ['Authorization', 'x'],
      ],
      page: https,
      reason: 'blocked',
      known: [words, cors('https://a.example'), asked('authorization, content-type, x-b')],
    },
    {
      name: 'https to http',
      url: 'http://a.example/x',
      page: https,
      reason: 'mixed-content',
      known: [words, mixed, cors('http://a.example'), asked('content-type')],
    },
    {
      name: 'https to http in a private network',
      url: 'http://192.168.1.5:8065/x',
      page: https,
      reason: 'mixed-content',
      known: [words, mixed, cors('http://192.168.1.5:8065'), asked('content-type'), privateNetwork],
    },
    {
      name: 'https to http on this computer',
      url: 'http://127.0.0.1:8065/x',
      page: https,
      reason: 'blocked',
      known: [words, cors('http://127.0.0.1:8065'), asked('content-type'), thisComputer],
    },
    {
      name: 'http to http',
      url: 'http://a.example/x',
      page: http,
      reason: 'blocked',
      known: [words, cors('http://a.example'), asked('content-type')],
    },
    {
      name: 'offline',
      url: 'https://a.example/x',
      page: { ...https, online: false },
      reason: 'offline',
      known: [words, offline],
    },
    {
      name: 'offline, this computer',
      url: 'http://localhost:1234/x',
      page: { ...http, online: false },
      reason: 'blocked',
      known: [words, cors('http://localhost:1234'), asked('content-type'), thisComputer],
    },
    {
      name: 'a blocked port',
      url: 'http://127.0.0.1:6000/x',
      page: http,
      reason: 'blocked',
      known: [words, 'Browsers never contact port 6000, so nothing was sent. Coroot can.'],
    },
  ];

  test.each(failures)('$name', async ({ url, headers = [], page, reason, known }) => {
    const fake: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const result = (await send({ ...plain, url, headers }, { fetch: fake, page })) as Failure;
    expect(result).toMatchObject({ ok: false, reason, known });
    if (reason === 'blocked' && !url.includes(':6000')) {
      expect(result.explanation).toBe(noReason);
      expect(result.unknown[1]).toBe(delivered);
    }
  });

  const networks = [
    {
      known: privateNetwork,
      hosts: [
        '10.0.0.1',
        '172.16.0.1',
        '172.31.255.1',
        '192.168.0.1',
        '169.254.1.1',
        'printer.local',
        '[fd00::1]',
        '[fe80::1]',
      ],
    },
    { known: thisComputer, hosts: ['localhost', 'app.localhost', 'localhost.', '127.1.2.3', '[::1]', '2130706433'] },
    {
      known: null,
      hosts: [
        'example.com',
        '172.32.0.1',
        '172.15.0.1',
        '192.169.0.1',
        '11.0.0.1',
        '[2001:db8::1]',
        'local.example',
        'fd.example',
      ],
    },
  ];

  test.each(networks.flatMap(({ known, hosts }) => hosts.map((host) => ({ known, host }))))(
    '$host',
    async ({ known, host }) => {
      const fake: typeof fetch = () => Promise.reject(new TypeError(''));
      const result = (await send({ ...plain, url: `https://${host}/` }, { fetch: fake, page: https })) as Failure;
      expect(result.known.filter((text) => text === privateNetwork || text === thisComputer)).toEqual(
        known === null ? [] : [known],
      );
    },
  );

  test('a server that is not there', async () => {
    const server = await startRecorder((response) => response.end());
    await server.close();
    expect(await send({ ...plain, url: server.url })).toMatchObject({
      ok: false,
      reason: 'blocked',
      explanation: noReason,
      unknown: [expect.stringContaining('CORS'), delivered],
    });
  });

  test('something that is not an error, and a fetch that throws at once', async () => {
    const throws: SendOptions['fetch'][] = [
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      () => Promise.reject('no'),
      () => {
        throw new TypeError('');
      },
    ];
    for (const fake of throws)
      expect(await send(plain, { fetch: fake!, page: https })).toMatchObject({ ok: false, reason: 'blocked' });
  });

  // Node's fetch keeps the same list of ports and says so before it connects.
  test.each(blockedPorts.map((port) => ({ port })))('port $port is one fetch refuses', async ({ port }) => {
    const error: unknown = await fetch(`http://127.0.0.1:${String(port)}/`).catch((e: unknown) => e);
    expect((error as { cause?: Error }).cause?.message).toBe('bad port');
  });
});
