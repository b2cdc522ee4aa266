/**
 * The request as a shell command, for targets a browser may not reach and for trying things by hand. The command is
 * for any POSIX shell (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02); the
 * body goes through `printf` into curl's standard input, because an argument can be neither of any length nor of any
 * bytes.
 */
import {
  type HeaderPair,
  type SendRequest,
  basicAuthorization,
  bodyBytes,
  isIgnoredByGo,
  isValidHeader,
} from './request';

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
  const basicAuth = basicAuthorization(request) === null ? null : { user: 'USER', password: 'PASSWORD' };
  let { body } = request;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bodyBytes(body));
    body = text.replace(secretMember, '$1"REDACTED"');
  } catch {
    // Bytes that are not text hold no JSON members.
  }
  return { url, headers, basicAuth, body };
}

function headerArgument([name, value]: HeaderPair): string {
  // With nothing after a colon, curl would leave the header out; a semicolon makes it send an empty one.
  return `--header ${shellQuote(value.trim() === '' ? `${name};` : `${name}: ${value}`)}`;
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
 * A command that sends what Coroot would send, second Content-Type and Authorization headers included, follows
 * redirects as Coroot does and gives up after its 30 seconds. Headers that HTTP cannot carry or that Go's client
 * ignores are left out; of a URL that Go reads otherwise, `goDiffers` tells. With `redact`, the URL's path and query,
 * the credentials, the values of custom headers and JSON members of the body that are named like secrets become
 * placeholders; a secret in any other place of the body cannot be recognised.
 */
export function curlCommand(request: SendRequest, { redact = false }: CurlOptions = {}): string {
  const { url, headers, basicAuth, body } = redact ? redacted(request) : request;
  const custom = headers.filter((header) => isValidHeader(header) && !isIgnoredByGo(header[0]));
  const authorization = basicAuthorization({ url, headers, basicAuth, body });
  const words = [
    'curl --include --globoff --location --max-time 30',
    headerArgument(['Content-Type', 'application/json']),
  ];
  if (authorization !== null && basicAuth !== null) {
    // curl drops --user when there is an Authorization header, while Coroot sends both; a NUL fits into no argument.
    const user = `${basicAuth.user}:${basicAuth.password}`;
    const encoded = unsafeToPaste.test(user) || custom.some(([name]) => name.toLowerCase() === 'authorization');
    words.push(encoded ? headerArgument(['Authorization', authorization]) : `--user ${shellQuote(user)}`);
  }
  words.push(...custom.map(headerArgument), '--data-binary @-', `--url ${shellQuote(encodedUrl(url))}`);
  return `${printCommand(bodyBytes(body))} |\n  ${words.join(' \\\n    ')}`;
}
