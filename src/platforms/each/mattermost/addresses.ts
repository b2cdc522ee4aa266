/**
 * Where Mattermost’s web client finds addresses and tags in a text, written from the answers of its fork of marked.
 * https://github.com/mattermost/marked
 */

/** The schemes that make a link without brackets, if a server is not set otherwise. */
const linked: readonly string[] = ['http', 'https', 'ftp', 'mailto', 'tel', 'mattermost'];

/** The scheme of an address, or null. */
export function schemeOf(address: string): string | null {
  return /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? null;
}

const bare =
  /(?:[A-Za-z][A-Za-z\d.+-]{0,31}:(?:\/{1,3}|[\p{L}\d%])|www\d{0,3}[.]|[\p{L}\d.-]{1,255}[.]\p{L}{2,4}\/)(?:\[[\da-f:]+\]|[^\s`!()[\]{;:'",<>?«»“”‘’！-／：-＠［-｀｛-･、。「-】]|[`![\]{;:'",<>?«»“”‘’](?=[^\s()<>])|\((?:[^\s()<>]|\([^\s()<>]+\))*\))+/uy;

/** The address that begins here without brackets, or null. Punctuation at its end belongs to the sentence. */
export function bareAddress(text: string, at: number): string | null {
  if (!/[\p{L}\d.-]/u.test(text.charAt(at))) return null;
  bare.lastIndex = at;
  const [found] = bare.exec(text) ?? [];
  if (found === undefined) return null;
  const url = found.replace(/[?!.,:*_~'"]+$/, '');
  const scheme = schemeOf(url);
  return scheme === null || linked.includes(scheme) ? url : null;
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
