/**
 * What Go's `net/url` and `net/http` make of a webhook's URL where browsers make something else of it. Measured with Go
 * 1.25.5 against a recording socket, `tests/delivery/go-urls`; browsers follow https://url.spec.whatwg.org/.
 */

/** The parts that Go sees in a URL with `//`. */
interface GoUrl {
  /** What stands before the last `@`, or null. */
  readonly user: string | null;
  /** With its port. */
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
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  return host === '' || host === ':'
    ? null
    : { user: at === -1 ? null : authority.slice(0, at), host, path, query, fragment };
}

/** The URL as browsers read it, or null when they do not take it. */
function inBrowser(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** A percent sign that begins no escape, with what follows. */
const badEscape = /%(?![\da-f]{2}).{0,2}/is;
/** The same in a host, where only bytes beyond ASCII and the percent sign may be escaped. */
const badHostEscape = /%(?!25|[89a-f][\da-f]).{0,2}/is;

/** What Go says of a host with its port, in its words and order; null when it takes it. */
function hostRefusal(host: string): string | null {
  const [, address, rest = host] = /^\[([^\]]*)\](.*)$/s.exec(host) ?? [];
  const [port = ''] = /:[^:]*$/s.exec(rest) ?? [address === undefined ? '' : rest];
  if (!/^(?::\d*)?$/.test(port)) return `invalid port ${JSON.stringify(port)} after host`;
  const escape = badEscape.exec(address ?? '')?.[0] ?? badHostEscape.exec(rest)?.[0];
  if (escape !== undefined) return `invalid URL escape ${JSON.stringify(escape)}`;
  const odd = /[^\w\-.~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.exec(host)?.[0];
  if (odd !== undefined) return `invalid character ${JSON.stringify(odd)} in host name`;
  // The zone of an address, which browsers do not know, may be anything.
  const [withoutZone = ''] = address?.split(/%25./s) ?? [];
  const isOpen = address === undefined && host.includes('[');
  if (isOpen || (address !== undefined && inBrowser(`http://[${withoutZone}]/`) === null)) return 'invalid IP-literal';
  return Number(port.slice(1)) > 65_535 ? `dial tcp: address ${port.slice(1)}: invalid port` : null;
}

/** Why Go refuses a URL, in its words; null when it does not. */
export function goRefuses(url: string): string | null {
  // eslint-disable-next-line no-control-regex
  if (/^[^#]*[\0-\x1f\x7f]/.test(url)) return 'net/url: invalid control character in URL';
  const parts = split(url);
  if (parts === null) return 'http: no Host in request URL';
  if (!/^[\w\-.:~!$&'()*+,;=%@]*$/.test(parts.user ?? '')) return 'net/url: invalid userinfo';
  const refusal = hostRefusal(parts.host);
  if (refusal !== null) return refusal;
  const escapes = [parts.user ?? '', parts.path, parts.fragment].map((part) => badEscape.exec(part)?.[0]);
  const escape = escapes.find((found) => found !== undefined);
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

/** A host as Go understands it, without its port and with A to Z in small letters; escapes are bytes of UTF-8. */
function goHost(host: string): string {
  const name = host.replace(/:\d*$/, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Whether Go's client names a host as a browser does. For the Host header it only encodes a name beyond ASCII;
 * browsers map it first, capitals to small letters and the like: https://www.unicode.org/reports/tr46/. Tried with the
 * 159,876 characters of Unicode 17: 218 of them, Cherokee for the most part, are judged wrongly.
 */
function isSameHost(host: string, browsers: string): boolean {
  if (/^[\0-\x7f]*$/.test(host)) return host === browsers;
  const mapped = host.toLowerCase().normalize('NFKC');
  return host === mapped && !/[\p{Default_Ignorable_Code_Point}\u3002]/u.test(host);
}

/** What Coroot asks for where a browser asks for something else, in full sentences; null where both agree. */
export function goDiffers(url: string): string | null {
  const parts = split(url);
  const browser = inBrowser(url);
  if (parts === null || browser === null) return null;
  const asked = /^\w+:\/\/[^/]*([^#]*)/.exec(browser.href)?.[1] ?? '';
  const sent = goPath(parts.path) + parts.query;
  if (parts.query.includes(' ')) {
    return 'The query has a space. Coroot sends it as it is, and servers refuse such a request (400 Bad Request); the test send and the curl command here write %20. Write %20 in the URL.';
  }
  if (sent !== asked) {
    return `Coroot asks for ${sent}, a browser and the curl command here for ${asked}. Write what you mean, percent-encoded.`;
  }
  if (!isSameHost(goHost(parts.host), browser.hostname)) {
    return `Coroot names the host as it is typed, a browser and the curl command here ${browser.hostname}. Write that.`;
  }
  return parts.user === null ? null : 'Coroot sends the user in the URL as basic authentication, a browser does not.';
}
