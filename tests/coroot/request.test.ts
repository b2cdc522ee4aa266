import { describe, expect, test } from 'vitest';
import { type WebhookSettings, corootRequest, deliveryFacts, headerFault } from '../../src/coroot';

/**
 * Header lines as Go 1.26 wrote them to a recording server, `Host` left out, for `SetBasicAuth`, `Header.Set`,
 * `Header.Add`.
 */
const rows: readonly {
  name: string;
  basicAuth?: WebhookSettings['basicAuth'];
  headers?: WebhookSettings['headers'];
  want: readonly string[];
  ignored?: readonly string[];
}[] = [
  {
    name: 'nothing added',
    want: [
      'User-Agent: Go-http-client/1.1',
      'Content-Length: 2',
      'Content-Type: application/json',
      'Accept-Encoding: gzip',
    ],
  },
  {
    name: 'two of each, and headers Go writes itself',
    basicAuth: { user: 'u', password: 'p' },
    headers: [
      ['x-team', 'a'],
      ['content-type', 'text/plain'],
      ['Authorization', 'Bearer t'],
      ['Host', 'evil'],
      ['User-Agent', 'me'],
      ['content-length', '99'],
      ['ACCEPT', 'x'],
      ['X-Team', '  b '],
    ],
    want: [
      'User-Agent: me',
      'Content-Length: 2',
      'Accept: x',
      'Authorization: Basic dTpw',
      'Authorization: Bearer t',
      'Content-Type: application/json',
      'Content-Type: text/plain',
      'X-Team: a',
      'X-Team: b',
      'Accept-Encoding: gzip',
    ],
    ignored: ['Host', 'Content-Length'],
  },
  {
    name: 'no user agent, own encoding',
    headers: [
      ['Accept-Encoding', 'identity'],
      ['connection', 'close'],
      ['Transfer-Encoding', 'chunked'],
      ['Trailer', 'x'],
      ['User-Agent', ''],
      ['keep-alive', '1'],
      ['Expect', '100-continue'],
    ],
    want: [
      'Content-Length: 2',
      'Accept-Encoding: identity',
      'Connection: close',
      'Content-Type: application/json',
      'Expect: 100-continue',
      'Keep-Alive: 1',
    ],
    ignored: ['Transfer-Encoding', 'Trailer'],
  },
  {
    name: 'half of the credentials',
    basicAuth: { user: 'u', password: '' },
    want: [
      'User-Agent: Go-http-client/1.1',
      'Content-Length: 2',
      'Content-Type: application/json',
      'Accept-Encoding: gzip',
    ],
  },
  {
    name: 'two user agents',
    headers: [
      ['User-Agent', 'a'],
      ['User-Agent', 'b'],
    ],
    want: ['User-Agent: a', 'Content-Length: 2', 'Content-Type: application/json', 'Accept-Encoding: gzip'],
    ignored: ['User-Agent'],
  },
  {
    name: 'credentials beyond ASCII are UTF-8',
    basicAuth: { user: 'é', password: '€' },
    want: [
      'User-Agent: Go-http-client/1.1',
      'Content-Length: 2',
      'Authorization: Basic w6k64oKs',
      'Content-Type: application/json',
      'Accept-Encoding: gzip',
    ],
  },
];

describe('corootRequest', () => {
  test.each(rows)('$name', ({ basicAuth = null, headers = [], want, ignored = [] }) => {
    const got = corootRequest({ url: 'http://example.com/', basicAuth, headers }, '{}');
    expect(got.headers.map(({ name, value }) => `${name}: ${value}`)).toEqual(want);
    expect(got.ignored).toEqual(ignored);
    expect(got.problem).toBeNull();
  });

  test.each([
    { header: ['bad name', 'a'], want: 'net/http: invalid header field name "bad name"' },
    { header: ['', 'a'], want: 'net/http: invalid header field name ""' },
    { header: ['X-É', 'a'], want: 'net/http: invalid header field name "X-É"' },
    { header: ['X', 'a\nb'], want: 'net/http: invalid header field value for "X"' },
  ] as const)('$want', ({ header, want }) => {
    expect(corootRequest({ url: '', basicAuth: null, headers: [header] }, '').problem).toBe(want);
  });

  test('the body is the bytes of the text', () => {
    const { body, headers } = corootRequest({ url: '', basicAuth: null, headers: [] }, 'é\udcff');
    expect([...body]).toEqual([0xc3, 0xa9, 0xff]);
    expect(headers).toContainEqual({ name: 'Content-Length', value: '3', from: 'go' });
  });

  test('each line says who wanted it', () => {
    const settings: WebhookSettings = {
      url: '',
      basicAuth: { user: 'u', password: 'p' },
      headers: [
        ['authorization', 'Bearer t'],
        ['User-Agent', 'me'],
        ['Accept-Encoding', ''],
      ],
    };
    expect(corootRequest(settings, '').headers.map(({ name, from }) => [name, from])).toEqual([
      ['User-Agent', 'settings'],
      ['Content-Length', 'go'],
      ['Accept-Encoding', 'settings'],
      ['Authorization', 'coroot'],
      ['Authorization', 'settings'],
      ['Content-Type', 'coroot'],
      ['Accept-Encoding', 'go'],
    ]);
  });

  test('a header that Go refuses says which part is to blame, and the rest is what would be sent without it', () => {
    expect([headerFault('a b', '\n'), headerFault('X', 'a\x7f'), headerFault('X', '\té')]).toEqual([
      'name',
      'value',
      null,
    ]);
    const headers = [
      ['X', '\n'],
      ['X-A', '1'],
      ['', ''],
    ] as const;
    const { headers: lines, problem } = corootRequest({ url: '', basicAuth: null, headers }, '');
    expect(problem).toBe('net/http: invalid header field value for "X"');
    expect(lines.filter(({ from }) => from === 'settings')).toEqual([{ name: 'X-A', value: '1', from: 'settings' }]);
  });

  test('what is said of delivery agrees with the numbers', () => {
    const said = deliveryFacts.notes.join(' ');
    expect(said).toContain(`${String(deliveryFacts.failsFromStatus)} or more`);
    expect([deliveryFacts.retryEverySeconds, deliveryFacts.retryForSeconds]).toEqual([60, 60 * 60]);
    expect(said).toContain('every minute for up to an hour');
  });
});
