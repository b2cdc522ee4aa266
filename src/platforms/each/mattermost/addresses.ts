/**
 * Where Mattermost’s web client finds addresses and tags in a text, by the rules of its fork of marked.
 * https://github.com/mattermost/marked
 */

/** The schemes that make a link without brackets, if a server is not set otherwise. */
const linked: readonly string[] = ['http', 'https', 'ftp', 'mailto', 'tel', 'mattermost'];

/** The scheme of an address, or null. */
export function schemeOf(address: string): string | null {
  return /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** How an address begins: with a scheme, with www, or as a domain that a path follows. */
const beginnings = [
  /[a-z][a-z\d.+-]{0,31}:[\p{L}\d%/]/iuy,
  /www\d{0,3}\./uy,
  /[\p{L}\d.-]{1,255}\.\p{L}{2,4}\//uy,
] as const;

/** Ends an address wherever it stands: brackets that close, and the punctuation of East Asian texts. */
const ends = /[\s)！-／：-＠［-｀｛-･、。「-】]/;

/** Belongs to an address only where something of it follows. */
const doubtful = /[`![\]{;:'",<>?«»“”‘’]/;

/** The address that begins here without brackets, or null. Punctuation at its end belongs to the sentence. */
export function bareAddress(text: string, at: number): string | null {
  for (const beginning of beginnings) {
    beginning.lastIndex = at;
    if (!beginning.test(text)) continue;
    const from = beginning.lastIndex;
    const to = addressEnd(text, from);
    if (to === from) continue;
    const url = text.slice(at, to).replace(/[?!.,:*_~'"]+$/, '');
    const scheme = schemeOf(url);
    return scheme === null || linked.includes(scheme) ? url : null;
  }
  return null;
}

/**
 * Where an address ends that goes on at `from`; brackets in it come in pairs, and IP addresses stand in square ones.
 */
function addressEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '(') {
      const close = closing(text, at);
      if (close === null) break;
      at = close + 1;
      continue;
    }
    const number = char === '[' ? /^\[[\da-f:]+\]/.exec(text.slice(at, at + 50)) : null;
    if (number !== null) {
      at += number[0].length;
      continue;
    }
    if (ends.test(char)) break;
    if (doubtful.test(char) && /^[\s()<>]?$/.test(text.charAt(at + 1))) break;
    at++;
  }
  return at;
}

/** The bracket that closes one in an address; one more pair may stand in it, and no space. */
function closing(text: string, open: number): number | null {
  for (let at = open + 1, depth = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (/[\s<>]/.test(char) || (char === '(' && ++depth > 1)) return null;
    if (char === ')' && --depth < 0) return at;
  }
  return null;
}

/** `<address>`: one with a scheme, of the web, or of somebody’s mail. */
export function bracketedAddress(
  text: string,
  at: number,
): { readonly href: string; readonly text: string; readonly end: number } | null {
  const rule = /<([^ >]+(@|:\/)[^ >]+|www\d{0,3}\.[^ >]+)>/y;
  rule.lastIndex = at;
  const [whole = '', address = '', mark = ''] = rule.exec(text) ?? [];
  if (whole === '') return null;
  const end = at + whole.length;
  if (mark !== '@') return { href: address, text: address, end };
  const mail = address.charAt(6) === ':' ? address.slice(7) : address;
  return { href: `mailto:${mail}`, text: mail, end };
}

/** Comments, tags, instructions, declarations and sections: https://spec.commonmark.org/0.31.2/#raw-html */
const tag = new RegExp(
  [
    '<!--(?!-?>)[^]*?-->',
    '</[a-z][\\w:-]*\\s*>',
    '<[a-z][\\w-]*(?:\\s+[a-z:_][\\w.:-]*(?:\\s*=\\s*(?:"[^"]*"|\'[^\']*\'|[^\\s"\'=<>`]+))?)*\\s*/?>',
    '<\\?[^]*?\\?>',
    '<![a-z]+\\s[^]*?>',
    '<!\\[CDATA\\[[^]*?\\]\\]>',
  ].join('|'),
  'iy',
);

/** The tag of HTML that begins here, or null: it is shown as it stands, whatever marks are in it. */
export function htmlTag(text: string, at: number): string | null {
  tag.lastIndex = at;
  return tag.exec(text)?.[0] ?? null;
}
