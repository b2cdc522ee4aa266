/** `[]byte` values: the one place where raw slices of bytes meet `Uint8Array`. */
import type { Raw, RawSlice } from './type';

/** The bytes of a raw `[]byte`; nil has none. */
export function bytesOf(slice: RawSlice | null): Uint8Array<ArrayBuffer> {
  if (slice === null) return new Uint8Array(0);
  const bytes = new Uint8Array(slice.length);
  for (let i = 0; i < slice.length; i++) bytes[i] = Number(slice.array[slice.offset + i] ?? 0n);
  return bytes;
}

/** A raw `[]byte` holding `bytes`; up to `capacity` (by default none beyond them) it is backed by zero bytes. */
export function byteSlice(bytes: Uint8Array, capacity: number = bytes.length): RawSlice {
  const array: Raw[] = Array.from(bytes, BigInt);
  while (array.length < capacity) array.push(0n);
  return { array, offset: 0, length: bytes.length, capacity };
}
