import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SendRequest, curlCommand } from '../../src/delivery';
import { decodeUtf8 } from '../../src/go';
import { handedToCurl as run } from './shell';

const plain: SendRequest = { url: 'https://example.com/hook', body: '{}', headers: [], basicAuth: null };

const options = ['--http1.1', '--include', '--globoff', '--location', '--max-time', '30', '--compressed'];

/** The arguments for these header lines, `Accept:` after them. */
function argsWith(url: string, lines: readonly string[]): string[] {
  const headers = [...lines, 'Accept:'].flatMap((line) => ['--header', line]);
  return [...options, ...headers, '--data-binary', '@-', '--url', url];
}

const agent = 'User-Agent: Go-http-client/1.1';
const json = 'Content-Type: application/json';
const gzip = 'Accept-Encoding: gzip';

/** The arguments where the settings add these lines after Content-Type. */
function argsOf(url: string, ...after: readonly string[]): string[] {
  return argsWith(url, [agent, json, ...after, gzip]);
}

test('the command as a person reads it', () => {
  const request: SendRequest = {
    url: 'https://example.com/hook?a=1&b=2',
    body: '{\n  "text": "it\'s fine"\n}',
    headers: [['X-Team', 'SRE']],
    basicAuth: { user: 'me', password: 'pass word' },
  };
  expect(curlCommand(request)).toBe(
    [
      `printf '%s' '{`,
      `  "text": "it'\\''s fine"`,
      `}' |`,
      `  curl --http1.1 --include --globoff --location --max-time 30 --compressed \\`,
      `    --header 'User-Agent: Go-http-client/1.1' \\`,
      `    --header 'Authorization: Basic bWU6cGFzcyB3b3Jk' \\`,
      `    --header 'Content-Type: application/json' \\`,
      `    --header 'X-Team: SRE' \\`,
      `    --header 'Accept-Encoding: gzip' \\`,
      `    --header 'Accept:' \\`,
      `    --data-binary @- \\`,
      `    --url 'https://example.com/hook?a=1&b=2'`,
    ].join('\n'),
  );
});

const bodies: readonly {
  readonly name: string;
  readonly body: string;
  readonly bytes?: readonly number[];
}[] = [
  { name: 'nothing', body: '' },
  { name: 'newlines at both ends', body: '\n\na\n\n' },
  { name: 'every quote', body: `'"\`'''"` },
  { name: 'expansions', body: '$HOME ${HOME} $(id) `id` \\ \\\\ \\n !! !$ ~ * ? [a] {a,b} # ; & | < >' },
  { name: 'a file name for curl', body: '@/etc/hostname' },
  { name: 'a hyphen first', body: '-n --help' },
  { name: 'a hyphen first and a control', body: '-v\t' },
  { name: 'percent signs and backslashes', body: '%s %d %% %n \\0101 \\x41 \\c' },
  { name: 'percent signs, backslashes and a control', body: '%s %d %% %n \\0101 \\x41 \\c\r7' },
  { name: 'quotes and a control before digits', body: `it's\x0012 'q'` },
  { name: 'text in many scripts', body: 'Ünïcödé 漢字 🎉 \ufeff \u2028' },
  { name: 'a byte order mark first', body: '\ufeff{}' },
  { name: 'controls a terminal would act on', body: '\x1b]0;pwned\x07\x03\x04\x7f\u009b31m\u202e' },
  {
    name: 'every byte',
    body: decodeUtf8(Uint8Array.from({ length: 256 }, (_, i) => i)),
    bytes: Array.from({ length: 256 }, (_, i) => i),
  },
  { name: 'bytes that are not UTF-8', body: 'a\udcff1\udcc3(', bytes: [0x61, 0xff, 0x31, 0xc3, 0x28] },
  { name: 'more than an argument can hold', body: 'it\'s "long"\n'.repeat(40_000) },
];

test.each(bodies)('the body arrives as it is: $name', ({ body, bytes }) => {
  const want = bytes === undefined ? Buffer.from(body) : Buffer.from(bytes);
  const ran = run(curlCommand({ ...plain, body }));
  // Of a long body, curl would ask first whether to send it.
  const asks = want.length > 1024 ? ['--header', 'Expect:'] : [];
  expect(ran.args).toEqual(argsOf(plain.url).toSpliced(-4, 0, ...asks));
  expect(ran.input.equals(want)).toBe(true);
});

test('nothing a terminal acts on is in the command, whatever the body', () => {
  // eslint-disable-next-line no-control-regex
  const unsafe = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
  fc.assert(
    fc.property(fc.uint8Array(), (body) => {
      expect(curlCommand({ ...plain, body: decodeUtf8(body) })).not.toMatch(unsafe);
    }),
  );
});

const requests: readonly {
  readonly name: string;
  readonly request: Partial<SendRequest>;
  readonly want: readonly string[];
}[] = [
  {
    // Encoded as Go encodes it, but for ' ( ) [ ] in the path and ' in the query, which mean the same either way.
    name: 'a URL with everything a shell or curl reads',
    request: { url: `https://example.com/a'b"c d/é/$(id)/{x,y}[1-3]?q=1&r=%20&s=[x]{y}#f!` },
    want: argsOf(`https://example.com/a'b%22c%20d/%C3%A9/$(id)/%7Bx,y%7D[1-3]?q=1&r=%20&s=[x]{y}#f!`),
  },
  { name: 'what is no URL', request: { url: `not a "URL" $(id) 'x'` }, want: argsOf(`not a "URL" $(id) 'x'`) },
  { name: 'another scheme', request: { url: 'mailto:a b' }, want: argsOf('mailto:a b') },
  { name: 'a URL like an option', request: { url: '-o/tmp/x' }, want: argsOf('-o/tmp/x') },
  {
    name: 'user without password',
    request: { basicAuth: { user: 'u', password: '' } },
    want: argsOf(plain.url),
  },
  {
    name: 'password without user',
    request: { basicAuth: { user: '', password: 'p' } },
    want: argsOf(plain.url),
  },
  {
    name: 'credentials with quotes and colons',
    request: { basicAuth: { user: `-u'$x`, password: `:"p!\`` } },
    // base64 of -u'$x::"p!`
    want: argsWith(plain.url, [agent, 'Authorization: Basic LXUnJHg6OiJwIWA=', json, gzip]),
  },
  {
    // The value of Authorization is what Go 1.26 sends for the user "u:1" and the password "pé".
    name: 'basic authentication beside a custom Authorization',
    request: { basicAuth: { user: 'u:1', password: 'pé' }, headers: [['authorization', 'Bearer x']] },
    want: argsWith(plain.url, [
      ...[agent, 'Authorization: Basic dToxOnDDqQ==', 'Authorization: Bearer x'],
      ...[json, gzip],
    ]),
  },
  {
    name: 'a password no argument can hold',
    request: { basicAuth: { user: 'a', password: '\0' } },
    want: argsWith(plain.url, [agent, 'Authorization: Basic YToA', json, gzip]),
  },
  {
    name: 'headers repeated, empty, quoted',
    request: {
      headers: [
        ['X-A', `it's "1"; $x`],
        ['X-Empty', ''],
        ['X-Blank', '  '],
        ['x-a', 'два'],
        ['Content-Type', 'text/plain'],
      ],
    },
    want: argsOf(plain.url, ...['Content-Type: text/plain', `X-A: it's "1"; $x`, 'X-A: два', 'X-Blank;', 'X-Empty;']),
  },
  {
    name: 'headers that Go refuses or ignores are left out',
    request: {
      headers: [
        ['@/etc/passwd', 'x'],
        ['', 'x'],
        ['bad name', 'x'],
        ['X-Nl', 'a\nb'],
        ['Host', 'other.example'],
        ['content-length', '9'],
        ['Transfer-Encoding', 'chunked'],
        ['Trailer', 'X'],
        ['X-Kept', 'a\tb'],
      ],
    },
    want: argsOf(plain.url, 'X-Kept: a\tb'),
  },
  {
    name: 'an Accept of the settings is not taken away, and a User-Agent that Coroot does not send is',
    request: {
      headers: [
        ['Accept', 'text/html'],
        ['User-Agent', ''],
      ],
    },
    want: argsWith(plain.url, ['Accept: text/html', json, gzip, 'User-Agent:']).filter(
      (word, i, all) => ![word, all[i + 1]].includes('Accept:'),
    ),
  },
];

test.each(requests)('the arguments are right: $name', ({ request, want }) => {
  expect(run(curlCommand({ ...plain, ...request })).args).toEqual(want);
});

test('any request survives the shell', () => {
  const shellish = fc.string({ unit: fc.constantFrom(...`'"\\\`$!%*?[]{}()<>|&;#~=- \t\nab1é🎉`), maxLength: 12 });
  const value = shellish.map((s) => `v${s.replace(/[\n\t]/g, '')}`);
  fc.assert(
    fc.property(shellish, fc.uint8Array(), value, value, value, (url, body, header, user, password) => {
      const basicAuth = { user, password };
      const ran = run(curlCommand({ url, body: decodeUtf8(body), headers: [['X-H', header]], basicAuth }));
      const auth = `Authorization: Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      // Go takes spaces off the ends of a value.
      expect(ran.args).toEqual(argsWith(url, [agent, auth, json, `X-H: ${header.replace(/ +$/, '')}`, gzip]));
      expect(ran.input.equals(Buffer.from(body))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe('redacted', () => {
  const secret: SendRequest = {
    url: 'https://user:SECRET@hooks.example.com/services/SECRET?token=SECRET#SECRET',
    body: '{"routing_key": "SECRET", "api-key" : "SEC\\"RET", "token":"SECRET","bot_token": "SECRET", "Password": "SECRET", "text": "token"}',
    headers: [
      ['X-Api-Key', 'SECRET'],
      ['Authorization', 'Bearer SECRET'],
      ['Accept', 'text/html'],
    ],
    basicAuth: { user: 'SECRET', password: 'SECRET' },
  };

  test('no secret is left, the rest is', () => {
    const ran = run(curlCommand(secret, { redact: true }));
    expect(ran.args).toEqual(
      argsWith('https://hooks.example.com/WEBHOOK_PATH', [
        ...[agent, 'Accept: text/html', 'Authorization: Basic VVNFUjpQQVNTV09SRA==', 'Authorization: REDACTED'],
        ...[json, 'X-Api-Key: REDACTED', gzip],
      ]).filter((word, i, all) => ![word, all[i + 1]].includes('Accept:')),
    );
    expect(ran.input.toString()).toBe(
      '{"routing_key": "REDACTED", "api-key" : "REDACTED", "token":"REDACTED","bot_token": "REDACTED", "Password": "REDACTED", "text": "token"}',
    );
  });

  const urls = [
    { url: 'https://example.com', want: 'https://example.com/' },
    { url: 'http://127.0.0.1:8080/', want: 'http://127.0.0.1:8080/' },
    { url: 'https://example.com/?key=SECRET', want: 'https://example.com/WEBHOOK_PATH' },
    { url: 'SECRET', want: 'WEBHOOK_URL' },
    { url: 'mailto:SECRET', want: 'WEBHOOK_URL' },
    { url: '', want: 'WEBHOOK_URL' },
  ];

  test.each(urls)('the URL $url becomes $want', ({ url, want }) => {
    expect(run(curlCommand({ ...plain, url }, { redact: true })).args).toEqual(argsOf(want));
  });

  test('a body of bytes is left alone', () => {
    const ran = run(curlCommand({ ...plain, body: '\udcff\0' }, { redact: true }));
    expect([...ran.input]).toEqual([0xff, 0x00]);
  });
});
