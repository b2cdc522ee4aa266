/**
 * What Go's `net/url` and `net/http` make of a webhook's URL where browsers make something else of it. Measured with Go
 * 1.25.5 against a recording socket, `tests/delivery/go-urls`; browsers follow https://url.spec.whatwg.org/.
 */

/** The parts that Go sees in a URL with `//`. */
interface GoUrl {
  readonly host: string;
  readonly path: string;
  /** With its `?`, or ''. */
  readonly query: string;
  /** Without its `#`. */
  readonly fragment: string;
}

function split(url: string): GoUrl | null {
  const [, authority = '', path = '', query = '', fragment = ''] =
    /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(?:#(.*))?$/is.exec(url) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host === '' ? null : { host, path, query, fragment };
}

/** Why Go refuses a URL that a browser takes, as the end of a sentence; null when it does not. */
export function goRefuses(url: string): string | null {
  const parts = split(url);
  if (parts === null) return 'http: no Host in request URL';
  const odd = /[^\w\-.~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.exec(parts.host)?.[0];
  if (odd !== undefined) return `invalid character ${JSON.stringify(odd)} in host name`;
  const escape =
    /%[0-7][\da-f]/i.exec(parts.host.replace(/^\[.*\]/, ''))?.[0] ??
    [parts.path, parts.fragment].map((part) => /%(?![\da-f]{2}).{0,2}/is.exec(part)?.[0]).find((e) => e !== undefined);
  return escape === undefined ? null : `invalid URL escape ${JSON.stringify(escape)}`;
}

/** The path as Go sends it: as typed where that is a valid encoding, else encoded anew. */
function goPath(path: string): string {
  if (path === '') return '/';
  if (/^[\w\-.~!$&'()*+,;=:@[\]%/]*$/.test(path)) return path;
  const bytes = new TextEncoder().encode(path);
  let decoded = '';
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 0x25 ? String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : '';
    if (hex !== '') i += 2;
    const byte = hex === '' ? (bytes[i] ?? 0) : Number.parseInt(hex, 16);
    const letter = String.fromCharCode(byte);
    decoded += /[\w\-.~$&+,/:;=@]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return decoded;
}

/** What Coroot's request asks for where a browser's asks for something else, in full sentences; null where both agree. */
export function goDiffers(url: string): string | null {
  const parts = split(url);
  if (parts === null || !URL.canParse(url)) return null;
  const browser = new URL(url);
  const asked = browser.href.slice(browser.origin.length).replace(/#.*$/s, '');
  const sent = goPath(parts.path) + parts.query;
  if (parts.query.includes(' ')) {
    return 'The query has a space. Coroot sends it as it is, and servers refuse such a request (400 Bad Request); the test send and the curl command here write %20. Write %20 in the URL.';
  }
  if (sent !== asked) {
    return `Coroot asks for ${sent}, a browser and the curl command here for ${asked}. Write what you mean, percent-encoded.`;
  }
  const goHost = parts.host.replace(/:\d*$/, '').toLowerCase();
  // Names beyond ASCII become the same name, but for rare characters.
  if (/^[\x21-\x7e]*$/.test(goHost) && goHost !== browser.hostname) {
    return `Coroot asks the host ${goHost}, a browser ${browser.hostname}.`;
  }
  return null;
}
