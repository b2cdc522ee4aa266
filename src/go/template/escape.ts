/**
 * What the predefined functions `html`, `js` and `urlquery` do to a string:
 * https://pkg.go.dev/text/template#hdr-Functions. Making a string of their arguments is the caller's part.
 */
import { isPrint } from '../strconv';
import { queryEscape } from '../url';
import { decodeRune } from '../utf8';

const htmlEscapes: ReadonlyMap<string, string> = new Map([
  ['\0', '\ufffd'],
  ['"', '&#34;'],
  ["'", '&#39;'],
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** `template.HTMLEscapeString`: the five characters HTML minds become entities, and NUL becomes U+FFFD. */
export function htmlEscape(s: string): string {
  return s.replace(/[\0"'&<>]/g, (c) => htmlEscapes.get(c) ?? c);
}

const jsEscapes: ReadonlyMap<number, string> = new Map([
  [0x22, '\\"'],
  [0x26, '\\u0026'],
  [0x27, "\\'"],
  [0x3c, '\\u003C'],
  [0x3d, '\\u003D'],
  [0x3e, '\\u003E'],
  [0x5c, '\\\\'],
]);

/** Finds what `jsEscape` may have to escape; most texts have nothing of it. */
const special = /[^ !#-%(-;?-[\]-\x7f]/;

/**
 * `template.JSEscapeString`: text that can stand in a JavaScript string in HTML. Bytes that are not UTF-8 stay as they
 * are, and a character beyond U+FFFF that does not print gets five or six hex digits, which no JavaScript reads back.
 */
export function jsEscape(s: string): string {
  if (!special.test(s)) return s;
  let out = '';
  let start = 0;
  for (let i = 0; i < s.length;) {
    const { rune, units } = decodeRune(s, i);
    const escaped = jsEscapes.get(rune) ?? (needsHex(rune) ? hexEscape(rune) : null);
    if (escaped !== null) {
      out += s.slice(start, i) + escaped;
      start = i + units;
    }
    i += units;
  }
  return out + s.slice(start);
}

function needsHex(rune: number): boolean {
  return rune < 0x20 || (rune >= 0x80 && !isPrint(rune));
}

function hexEscape(rune: number): string {
  return `\\u${rune.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `template.URLQueryEscaper` on a string: `url.QueryEscape`. */
export function urlQueryEscape(s: string): string {
  return queryEscape(s);
}
