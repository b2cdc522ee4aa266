/** Standard base64 with padding, as Go's `base64.StdEncoding`: https://pkg.go.dev/encoding/base64 */
import { encodeUtf8 } from '../utf8';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextets: ReadonlyMap<number, number> = new Map(Array.from(alphabet, (c, i) => [c.charCodeAt(0), i]));
const padding = 0x3d;

/** The base64 text of some bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63);
    out += b === undefined ? '=' : alphabet.charAt((bits >> 6) & 63);
    out += c === undefined ? '=' : alphabet.charAt(bits & 63);
  }
  return out;
}

/** The bytes and the size of the buffer Go would have made for them, or the text of Go's `CorruptInputError`. */
export type DecodedBase64 =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly capacity: number }
  | { readonly ok: false; readonly message: string };

/** Decodes base64; line breaks are skipped wherever they stand. */
export function decodeBase64(text: string): DecodedBase64 {
  const input = encodeUtf8(text);
  const capacity = Math.floor(input.length / 4) * 3;
  const bytes: number[] = [];
  let quantum: number[] = [];
  for (let i = skipLineBreaks(input, 0); i < input.length; i = skipLineBreaks(input, i + 1)) {
    const c = input[i] ?? 0;
    const sextet = sextets.get(c);
    if (sextet !== undefined) {
      quantum.push(sextet);
      if (quantum.length === 4) {
        bytes.push(...octets(quantum));
        quantum = [];
      }
      continue;
    }
    if (c !== padding || quantum.length < 2) return corrupt(i);
    let last = i;
    if (quantum.length === 2) {
      last = skipLineBreaks(input, i + 1);
      if (last >= input.length) return corrupt(input.length);
      // Go blames the byte before the one that should have been the second "=".
      if (input[last] !== padding) return corrupt(last - 1);
    }
    const rest = skipLineBreaks(input, last + 1);
    if (rest < input.length) return corrupt(rest);
    bytes.push(...octets(quantum));
    return { ok: true, bytes: Uint8Array.from(bytes), capacity };
  }
  if (quantum.length > 0) return corrupt(input.length - quantum.length);
  return { ok: true, bytes: Uint8Array.from(bytes), capacity };
}

function corrupt(offset: number): DecodedBase64 {
  return { ok: false, message: `illegal base64 data at input byte ${String(offset)}` };
}

function skipLineBreaks(input: Uint8Array, from: number): number {
  let i = from;
  while (input[i] === 0x0a || input[i] === 0x0d) i++;
  return i;
}

/** The bytes that two, three or four sextets make. */
function octets(quantum: readonly number[]): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = quantum;
  const bits = (a << 18) | (b << 12) | (c << 6) | d;
  return [bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, quantum.length - 1);
}
