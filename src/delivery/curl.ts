/**
 * The request as a shell command, for targets a browser may not reach and for trying things by hand. The command is
 * for any POSIX shell (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02); the
 * body goes through `printf` into curl's standard input, because an argument can be neither of any length nor of any
 * bytes.
 */
import { type CorootRequest, type HeaderPair, corootRequest, deliveryFacts } from '../coroot';
import type { SendRequest } from './request';

/** How to write the command. */
export interface CurlOptions {
  /** Puts placeholders where secrets are likely, so that the command can be shown to others; see `curlCommand`. */
  readonly redact?: boolean;
}

/** One shell word that stands for exactly `text`. A NUL, which no argument can hold, is left out. */
function shellQuote(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}

/** What a terminal may act on while the command is pasted: controls except the newline, and direction marks. */
// eslint-disable-next-line no-control-regex
const unsafeToPaste = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** A command that prints exactly these bytes. Bytes that cannot be pasted as text are written as octal escapes. */
function printCommand(bytes: Uint8Array): string {
  let text: string | null;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    text = null;
  }
  if (text !== null && !unsafeToPaste.test(text)) return `printf '%s' ${shellQuote(text)}`;
  const format = Array.from(bytes, (byte, i) => {
    const character = String.fromCharCode(byte);
    if (character === '%') return '%%';
    if (character === '\\') return '\\\\';
    // A format that began with a hyphen would be taken for an option.
    const plain = byte === 0x0a || (byte >= 0x20 && byte < 0x7f && !(i === 0 && character === '-'));
    return plain ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `printf ${shellQuote(format.join(''))}`;
}

const secretMember =
  /("(?:[\w-]*(?:token|secret|passw(?:or)?d|(?:api|access|routing|service|integration)[_-]?key)|key|auth|authorization)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;

function redacted(request: SendRequest): SendRequest {
  let url = 'WEBHOOK_URL';
  try {
    const { origin, pathname, search } = new URL(request.url);
    if (origin !== 'null') url = pathname === '/' && search === '' ? `${origin}/` : `${origin}/WEBHOOK_PATH`;
  } catch {
    // What is not a URL may be half a secret: nothing of it is shown.
  }
  const harmless = ['accept', 'content-type', 'user-agent'];
  const headers = request.headers.map(([name, value]): HeaderPair => {
    return [name, harmless.includes(name.toLowerCase()) ? value : 'REDACTED'];
  });
  const { user = '', password = '' } = request.basicAuth ?? {};
  // Half of it is not sent: it stays half.
  const basicAuth = { user: user && 'USER', password: password && 'PASSWORD' };
  return { url, headers, basicAuth, body: request.body.replace(secretMember, '$1"REDACTED"') };
}

/**
 * The header lines as options. curl has lines of its own, which it leaves out for a name with nothing after the colon;
 * a semicolon makes it send an empty one. It counts the body itself and writes Content-Length last.
 * https://curl.se/docs/manpage.html#-H
 */
function headerOptions({ headers, body }: CorootRequest): readonly string[] {
  // Before a long body, curl asks whether to go on: from 1 MB on, in older releases from 1,025 bytes on.
  const own = ['User-Agent', 'Accept', ...(body.length > 1024 ? ['Expect'] : [])];
  const suppressed = own.filter((name) => !headers.some((line) => line.name === name)).map((name) => `${name}:`);
  const sent = headers
    .filter(({ name }) => name !== 'Content-Length')
    .map(({ name, value }) => (value === '' ? `${name};` : `${name}: ${value}`));
  return [...sent, ...suppressed].map((line) => `--header ${shellQuote(line)}`);
}

/**
 * The URL as browsers read it, so that the command does what the test send does: curl itself encodes nothing and
 * refuses spaces. Where Go does something else, `goDiffers` says so. What is no URL for browsers stays as it is.
 */
function encodedUrl(url: string): string {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : url;
  } catch {
    return url;
  }
}

/**
 * A command that sends Coroot's request, header by header, as it is over HTTP/1.1, with all but Content-Length in the
 * order of Coroot; it follows redirects as Coroot does and gives up when Coroot does. The answer can be read: what
 * comes compressed, as Coroot allows it, is printed as it was before. Without the custom headers that keep Coroot from
 * sending anything; of a URL that Go reads otherwise, `goDiffers` tells. With `redact`, the URL's path and query, the
 * credentials, the values of custom headers and JSON members of the body that are named like secrets become
 * placeholders; a secret in any other place of the body cannot be recognised.
 */
export function curlCommand(request: SendRequest, { redact = false }: CurlOptions = {}): string {
  const shown = redact ? redacted(request) : request;
  const coroot = corootRequest(shown, shown.body);
  // curl then decodes the answer. What it asks for is still what the header says.
  const decodes = coroot.headers.some(({ name }) => name === 'Accept-Encoding') ? ' --compressed' : '';
  const words = [
    `curl --http1.1 --include --globoff --location --max-time ${String(deliveryFacts.timeoutSeconds)}${decodes}`,
    ...headerOptions(coroot),
    '--data-binary @-',
    `--url ${shellQuote(encodedUrl(coroot.url))}`,
  ];
  return `${printCommand(coroot.body)} |\n  ${words.join(' \\\n    ')}`;
}
