/** The comparing builtins: `eq`, `ne`, `lt`, `le`, `gt`, `ge`. */
import { sprintf } from '../fmt/print';
import { type Complex, type Dynamic, GoPanic, type Kind, type Raw, type Type, comparable } from '../reflect/type';
import { type Value, zeroValue } from '../reflect/value';
import { compareStrings } from '../utf8';
import { GoError } from './errors';
import { indirectInterface } from './truth';

/** The sorts of values that compare across their exact types. */
type Basic = 'bool' | 'complex' | 'int' | 'float' | 'string' | 'uint';

function basic(kind: Kind): Basic | null {
  switch (kind) {
    case 'bool':
    case 'string':
      return kind;
    case 'int':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'int64':
      return 'int';
    case 'uint':
    case 'uint8':
    case 'uint16':
    case 'uint32':
    case 'uint64':
    case 'uintptr':
      return 'uint';
    case 'float32':
    case 'float64':
      return 'float';
    case 'complex64':
    case 'complex128':
      return 'complex';
    default:
      return null;
  }
}

function isInteger(sort: Basic | null): boolean {
  return sort === 'int' || sort === 'uint';
}

function incompatible(a: Value, b: Value): GoError {
  const types = `${a.type.toString()} and ${b.type.toString()}`;
  return new GoError(`incompatible types for comparison: ${types}`, 'incompatible-types');
}

/** Whether the first argument equals any of the others. */
export function eq(args: readonly Value[]): boolean {
  const [first = zeroValue, ...others] = args;
  if (others.length === 0) throw new GoError('missing argument for comparison', 'argument-count');
  const a = indirectInterface(first);
  return others.some((b) => equal(a, indirectInterface(b)));
}

function equal(a: Value, b: Value): boolean {
  const sortA = basic(a.kind);
  const sortB = basic(b.kind);
  if (sortA !== sortB) {
    if (isInteger(sortA) && isInteger(sortB)) return a.v === b.v;
    if (a.isValid && b.isValid) throw incompatible(a, b);
    return false;
  }
  if (sortA === 'complex') {
    const x = a.v as Complex;
    const y = b.v as Complex;
    return x.re === y.re && x.im === y.im;
  }
  if (sortA !== null) return a.v === b.v;
  return equalObjects(a, b);
}

/** Nil equals any nil of its kind; else values are equal as Go's `==` on interfaces holding them says. */
function equalObjects(a: Value, b: Value): boolean {
  if (a.isValid && b.isValid && a.kind !== b.kind) {
    const left = `${sprintf('%s', [a])}: ${a.type.toString()}`;
    const right = `${b.type.toString()}: ${sprintf('%v', [b])}`;
    throw new GoError(`non-comparable types ${left}, ${right}`, 'not-comparable');
  }
  if (a.v === null || b.v === null) return a.v === b.v;
  if (!comparable(b.type)) {
    throw new GoError(`non-comparable type ${sprintf('%s', [b])}: ${b.type.toString()}`, 'not-comparable');
  }
  return a.type === b.type && equalRaw(a.type, a.v, b.v);
}

/** Go's `==` on two values of one type; an interface may hold what cannot be compared, which panics. */
function equalRaw(type: Type, a: Raw, b: Raw): boolean {
  switch (type.kind) {
    case 'array':
      return (a as readonly Raw[]).every((e, i) => equalRaw(type.elem, e, (b as readonly Raw[])[i] ?? null));
    case 'struct':
      return type.fields.every((f, i) =>
        equalRaw(f.type, (a as readonly Raw[])[i] ?? null, (b as readonly Raw[])[i] ?? null),
      );
    case 'complex64':
    case 'complex128':
      return (a as Complex).re === (b as Complex).re && (a as Complex).im === (b as Complex).im;
    case 'interface': {
      if (a === null || b === null) return a === b;
      const x = a as Dynamic;
      const y = b as Dynamic;
      if (x.type !== y.type) return false;
      if (!comparable(x.type)) throw new GoPanic(`comparing uncomparable type ${x.type.toString()}`, 'runtime');
      return equalRaw(x.type, x.v, y.v);
    }
    default:
      return a === b;
  }
}

/** Whether the first argument is less than the second, for integers, floats and strings. */
export function lt(args: readonly Value[]): boolean {
  return compare(args) === 'less';
}

/** Whether the first argument is less than or equal to the second. */
export function le(args: readonly Value[]): boolean {
  const order = compare(args);
  return order === 'less' || order === 'equal';
}

/** Whether the first argument is not less than or equal to the second: Go negates, so NaN is greater than all. */
export function gt(args: readonly Value[]): boolean {
  return !le(args);
}

/** Whether the first argument is not less than the second. */
export function ge(args: readonly Value[]): boolean {
  return !lt(args);
}

function compare([first = zeroValue, second = zeroValue]: readonly Value[]): 'less' | 'equal' | 'neither' {
  const a = indirectInterface(first);
  const b = indirectInterface(second);
  const sortA = basic(a.kind);
  const sortB = basic(b.kind);
  if (sortA === null || sortB === null) throw invalidType();
  if (sortA !== sortB && !(isInteger(sortA) && isInteger(sortB))) throw incompatible(a, b);
  if (sortA === 'bool' || sortA === 'complex') throw invalidType();
  if (a.v === b.v) return 'equal';
  const less =
    sortA === 'string' ? compareStrings(a.v as string, b.v as string) < 0 : (a.v as bigint) < (b.v as bigint);
  return less ? 'less' : 'neither';
}

function invalidType(): GoError {
  return new GoError('invalid type for comparison', 'incompatible-types');
}
