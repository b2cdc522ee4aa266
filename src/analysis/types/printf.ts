/** A format of printf that is a constant, taken to pieces: https://pkg.go.dev/fmt */

/** A piece of a format: text as it is, or a verb with its flags, width and precision. */
export type FormatPiece =
  | { readonly text: string }
  | {
      readonly verb: string;
      /** The precision, where it is a number that is written; null otherwise. */
      readonly precision: number | null;
      /** Whether there are flags, a width, or a precision or width that an operand gives. */
      readonly shaped: boolean;
      /** Where in the format it stands, `%` included. */
      readonly from: number;
      readonly to: number;
    };

const directive = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d*))?(.)/gsu;

/** The pieces of a format; null for one with explicit indexes (`%[1]s`), of which nothing is said. */
export function formatPieces(format: string): readonly FormatPiece[] | null {
  if (/%[^a-zA-Z%]*\[/.test(format)) return null;
  const pieces: FormatPiece[] = [];
  let end = 0;
  for (const match of format.matchAll(directive)) {
    const [whole, flags = '', width, precision, verb = ''] = match;
    if (match.index > end) pieces.push({ text: format.slice(end, match.index) });
    end = match.index + whole.length;
    if (verb === '%') {
      pieces.push({ text: '%' });
      continue;
    }
    const fixed = precision === undefined || precision === '*' ? null : Number(precision === '' ? '0' : precision);
    const shaped = flags !== '' || width !== undefined || precision === '*';
    pieces.push({ verb, precision: fixed, shaped, from: match.index, to: end });
  }
  if (end < format.length) pieces.push({ text: format.slice(end) });
  return pieces;
}
