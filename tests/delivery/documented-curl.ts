/**
 * What curl sends for the options of our commands, by its manual: https://curl.se/docs/manpage.html. It stands in where
 * curl is missing; where there is one, the tests hold this against it.
 */
import type { HeaderPair } from '../../src/coroot';
import type { Handed } from './shell';
import type { WireRequest } from './socket';

const flags = ['--http1.1', '--include', '--globoff', '--location', '--compressed'];
const options = ['--max-time', '--header', '--data-binary', '--url'];

/** Throws an Error for an option or a header whose meaning it does not know. */
export function documentedCurl({ args, input }: Handed): WireRequest {
  const given: HeaderPair[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (options.includes(word)) given.push([word, args[++i] ?? '']);
    else if (flags.includes(word)) given.push([word, '']);
    else throw new Error(`unknown option ${word}`);
  }
  const valuesOf = (option: string): string[] => given.filter(([name]) => name === option).map(([, value]) => value);
  if (valuesOf('--data-binary').join() !== '@-') throw new Error('no body from standard input');
  const { host, pathname, search } = new URL(valuesOf('--url').join(' '));

  const custom = valuesOf('--header').map(readHeader);
  // "If you send the custom header with no-value then its header must be terminated with a semicolon"; "remove an
  // internal header by giving a replacement without content on the right side of the colon".
  const sent = custom.flatMap(({ name, value }): HeaderPair[] => (value === null ? [] : [[name, value]]));
  const unlessGiven = (name: string, value: string): HeaderPair[] =>
    custom.some((header) => header.name.toLowerCase() === name.toLowerCase()) ? [] : [[name, value]];
  const headers: readonly HeaderPair[] = [
    ['Host', host],
    ...unlessGiven('User-Agent', 'curl'),
    ...unlessGiven('Accept', '*/*'),
    ...(valuesOf('--compressed').length > 0 ? unlessGiven('Accept-Encoding', 'deflate, gzip') : []),
    ...sent,
    ['Content-Length', String(input.length)],
    ...unlessGiven('Content-Type', 'application/x-www-form-urlencoded'),
    ...(input.length > 1024 * 1024 ? unlessGiven('Expect', '100-continue') : []),
  ];
  return { line: `POST ${pathname}${search} HTTP/1.1`, headers, body: input };
}

/** A header option; `value` is null where it takes a header of curl's own away. */
function readHeader(line: string): { readonly name: string; readonly value: string | null } {
  const [, name = '', separator, value = ''] = /^([^:;]+)([:;])(.*)$/s.exec(line) ?? [];
  if (/^(?:|@.*|host|content-length|transfer-encoding)$/i.test(name)) throw new Error(`header ${line}`);
  if (separator === ';') return { name, value: '' };
  return { name, value: value.trim() === '' ? null : value.replace(/^ /, '') };
}
