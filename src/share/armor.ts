/**
 * Bytes in the form a link carries: base64url without padding (https://www.rfc-editor.org/rfc/rfc4648#section-5), a
 * dot, and the CRC-32 of the bytes as eight hexadecimal digits. The checksum stands last and in plain digits so that a
 * link cut short is recognised as such, and because chat programs leave a trailing `_` or `-` out of the links they
 * detect.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const sextets: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (letter, i) => [letter, i]));

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/**
 * CRC-32 as zip and PNG have it. It notices every change confined to 32 neighbouring bits, so every mistyped character
 * and every two swapped neighbours. https://www.w3.org/TR/png-3/#D-CRCAppendix
 */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** What `unarmor` found. `bytes` holds what could be read, up to the first character that does not belong. */
export interface Unarmored {
  readonly state: 'intact' | 'cut-short' | 'altered';
  readonly bytes: Uint8Array;
}

/** The printable form of `bytes`; only characters a URL fragment carries unescaped. */
export function armor(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < letters; k++) parts.push(alphabet.charAt((group >> (18 - 6 * k)) & 63));
  }
  return `${parts.join('')}.${crc32(bytes).toString(16).padStart(8, '0')}`;
}

function dataBytes(data: string): { readonly bytes: Uint8Array; readonly canonical: boolean } {
  const bytes = new Uint8Array(Math.floor((data.length * 6) / 8));
  let buffer = 0;
  let bits = 0;
  let n = 0;
  for (const letter of data) {
    buffer = ((buffer << 6) | (sextets.get(letter) ?? 0)) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes[n++] = (buffer >> (bits -= 8)) & 0xff;
  }
  // Bits that fill up the last letter must be zero, or two links would mean the same bytes; six of them are a stray
  // letter.
  return { bytes, canonical: bits < 6 && (buffer & ((1 << bits) - 1)) === 0 };
}

/**
 * Reads what `armor` wrote. White space anywhere and anything after the checksum that starts with neither a letter nor
 * a digit is ignored: line wraps, and the bracket, full stop or tracking parameter that ended up in the link.
 */
export function unarmor(text: string): Unarmored {
  const match = /^([\w-]*)(\.?)([0-9a-zA-Z]*)(.*)$/s.exec(text.replace(/\s+/g, ''));
  const [, data = '', dot = '', sum = '', rest = ''] = match ?? [];
  const { bytes, canonical } = dataBytes(data);
  if (canonical && sum === crc32(bytes).toString(16).padStart(8, '0')) return { state: 'intact', bytes };
  const cutShort = rest === '' && (dot === '' || /^[0-9a-f]{0,7}$/.test(sum));
  return { state: cutShort ? 'cut-short' : 'altered', bytes };
}
