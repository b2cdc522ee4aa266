/**
 * How far `append` grows a slice and how much room a conversion to `[]byte` leaves, on a 64-bit machine. It can be seen
 * from a template: `slice` may reach up to the capacity. Measured with Go 1.26: the capacities `json.Unmarshal` leaves
 * for growing arrays of many element types, and those of converted strings.
 */
import type { Type } from './type';

interface Layout {
  readonly size: number;
  readonly align: number;
  readonly pointers: boolean;
}

const word: Layout = { size: 8, align: 8, pointers: false };
const pointer: Layout = { size: 8, align: 8, pointers: true };
const layouts = new WeakMap<Type, Layout>();

/** Size and alignment in bytes of a type's values, and whether the garbage collector finds pointers in them. */
function layoutOf(t: Type): Layout {
  let layout = layouts.get(t);
  if (layout === undefined) {
    layout = measure(t);
    layouts.set(t, layout);
  }
  return layout;
}

function plain(size: number, align: number = size): Layout {
  return { size, align, pointers: false };
}

function measure(t: Type): Layout {
  switch (t.family) {
    case 'bool':
      return plain(1);
    case 'int':
    case 'uint':
    case 'float':
      return plain(t.bits / 8);
    case 'complex':
      return plain(t.bits / 8, t.bits / 16);
    case 'string':
    case 'interface':
      return { ...pointer, size: 16 };
    case 'slice':
      return { ...pointer, size: 24 };
    case 'map':
    case 'ptr':
    case 'func':
    case 'chan':
      return pointer;
    case 'array': {
      const elem = layoutOf(t.elem);
      return { size: elem.size * t.length, align: elem.align, pointers: elem.pointers && t.length > 0 };
    }
    case 'struct':
      return structLayout(t);
    default:
      return word;
  }
}

function structLayout(t: Type): Layout {
  let size = 0;
  let align = 1;
  let pointers = false;
  let last = 1;
  for (const f of t.fields) {
    const field = layoutOf(f.type);
    size = roundUp(size, field.align) + field.size;
    align = Math.max(align, field.align);
    pointers ||= field.pointers;
    last = field.size;
  }
  // An empty last field gets a byte, so that its address stays inside the struct.
  if (last === 0 && size > 0) size++;
  return { size: roundUp(size, align), align, pointers };
}

function roundUp(n: number, to: number): number {
  return Math.ceil(n / to) * to;
}

/** The block sizes of Go's allocator in bytes. */
const blockSizes: readonly number[] = [
  8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480,
  512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864,
  5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760,
  24576, 27264, 28672, 32768,
];
const pageSize = 8192;
const headerSize = 8;
const largestWithoutHeader = 512;

/** The capacity after `append` adds one element to a full slice of capacity `old`. */
export function grownCapacity(elem: Type, old: number): number {
  const { size, pointers } = layoutOf(elem);
  if (size === 0) return old + 1;
  let wanted = Math.max(old * 2, 1);
  if (old >= 256) wanted = old + Math.floor((old + 3 * 256) / 4);
  return Math.floor(blockFor(wanted * size, pointers) / size);
}

/** The capacity of `[]byte(s)` for a string of `length` bytes. */
export function convertedCapacity(length: number): number {
  return length === 0 ? 0 : blockFor(length, false);
}

function blockFor(bytes: number, pointers: boolean): number {
  const header = pointers && bytes > largestWithoutHeader ? headerSize : 0;
  const block = bytes > 32768 - headerSize ? undefined : blockSizes.find((b) => b >= bytes + header);
  return block === undefined ? roundUp(bytes, pageSize) : block - header;
}
