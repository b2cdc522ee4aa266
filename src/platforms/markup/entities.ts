/** Character references of HTML, which Markdown knows too: numbers, and the names of HTML 4. */

/** The names of U+00A0 to U+00FF, in order. https://www.w3.org/TR/html401/sgml/entities.html#h-24.2 */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const names = new Map<string, string>([
  ...latin1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
  }),
  ...Object.entries({ ldquo: '“', rdquo: '”', bull: '•', hellip: '…', larr: '←', rarr: '→', euro: '€', trade: '™' }),
]);

/**
 * The text of a character reference, given without `&` and `;`: `lt`, `#34`, `#x27`. Null for a name that is not known
 * here (HTML 5 has some 2,000 more). Numbers that are no characters become U+FFFD.
 * https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
 */
function entity(reference: string): string | null {
  if (!reference.startsWith('#')) return names.get(reference) ?? null;
  const hex = /^#[xX]/.test(reference);
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** A text with its character references decoded; those that are not known stay as they are. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/g, (reference) => {
    return entity(reference.slice(1, -1)) ?? reference;
  });
}
