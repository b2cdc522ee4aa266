/** Go's kinds of types, and what the many kinds of numbers have in common. https://pkg.go.dev/reflect#Kind */

type IntKind = 'int' | 'int8' | 'int16' | 'int32' | 'int64';
type UintKind = 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr';
type NumberKind = IntKind | UintKind | 'float32' | 'float64' | 'complex64' | 'complex128';
type NumberFamily = 'int' | 'uint' | 'float' | 'complex';

/** A kind's text is what Go's `Kind.String()` prints. */
export type Kind =
  | 'invalid'
  | 'bool'
  | NumberKind
  | 'array'
  | 'chan'
  | 'func'
  | 'interface'
  | 'map'
  | 'ptr'
  | 'slice'
  | 'string'
  | 'struct';

/** A kind, but for numbers, whose sizes are one family: raw values of a family are of one TypeScript type. */
export type Family = NumberFamily | Exclude<Kind, NumberKind>;

/** A number's family and its size in bits, on the 64-bit machine templates run on. */
const numbers: Readonly<Record<NumberKind, readonly [family: NumberFamily, bits: number]>> = {
  int: ['int', 64],
  int8: ['int', 8],
  int16: ['int', 16],
  int32: ['int', 32],
  int64: ['int', 64],
  uint: ['uint', 64],
  uint8: ['uint', 8],
  uint16: ['uint', 16],
  uint32: ['uint', 32],
  uint64: ['uint', 64],
  uintptr: ['uint', 64],
  float32: ['float', 32],
  float64: ['float', 64],
  complex64: ['complex', 64],
  complex128: ['complex', 128],
};

function isNumber(kind: Kind): kind is NumberKind {
  return kind in numbers;
}

/** The family of a kind. */
export function familyOf(kind: Kind): Family {
  return isNumber(kind) ? numbers[kind][0] : kind;
}

/** The size in bits of a kind of numbers, both parts of a complex one together; 0 for any other kind. */
export function bitsOf(kind: Kind): number {
  return isNumber(kind) ? numbers[kind][1] : 0;
}
