/** The slice of Go's `net/url` that templates reach: https://pkg.go.dev/net/url#QueryEscape */
import { encodeUtf8 } from './utf8';

const plain = /^[A-Za-z0-9\-_.~]*$/;

/** What each byte becomes. */
const escapes: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const c = String.fromCharCode(byte);
  if (plain.test(c)) return c;
  return c === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** Escapes a string for a URL's query, byte by byte: letters, digits and `-_.~` stay, a space becomes `+`. */
export function queryEscape(s: string): string {
  if (plain.test(s)) return s;
  return Array.from(encodeUtf8(s), (byte) => escapes[byte]).join('');
}
