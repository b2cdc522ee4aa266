/** `[]byte` values: the one place where raw slices of bytes meet `Uint8Array` and text. */
import { byteLength, decodeUtf8, encodeUtf8 } from '../utf8';
import { convertedCapacity } from './growth';
import type { Raw, RawSlice } from './type';

/** The bytes of a string, taken out of it only when somebody asks: most of them become a string again. */
class TextBytes implements RawSlice {
  readonly offset = 0;
  private bytes: readonly Raw[] | null = null;

  constructor(readonly text: string) {}

  get array(): readonly Raw[] {
    return (this.bytes ??= byteSlice(encodeUtf8(this.text), this.capacity).array);
  }

  get length(): number {
    return byteLength(this.text);
  }

  get capacity(): number {
    return convertedCapacity(this.length);
  }
}

/** Go's `[]byte(s)`. */
export function bytesOfText(s: string): RawSlice {
  return new TextBytes(s);
}

/** Go's `string(b)`. */
export function textOfBytes(slice: RawSlice | null): string {
  return slice instanceof TextBytes ? slice.text : decodeUtf8(bytesOf(slice));
}

/** The bytes of a raw `[]byte`; nil has none. */
export function bytesOf(slice: RawSlice | null): Uint8Array<ArrayBuffer> {
  if (slice === null) return new Uint8Array(0);
  const { array, offset, length } = slice;
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = Number(array[offset + i] ?? 0n);
  return bytes;
}

/** A raw `[]byte` holding `bytes`; up to `capacity` (by default none beyond them) it is backed by zero bytes. */
export function byteSlice(bytes: Uint8Array, capacity: number = bytes.length): RawSlice {
  const array: Raw[] = Array.from(bytes, BigInt);
  while (array.length < capacity) array.push(0n);
  return { array, offset: 0, length: bytes.length, capacity };
}
