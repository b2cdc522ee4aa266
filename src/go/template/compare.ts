/** The comparing builtins: `eq`, `ne`, `lt`, `le`, `gt`, `ge`. */
import { GoError, GoPanic } from '../errors';
import { sprintf } from '../fmt/print';
import type { Meter } from '../meter';
import type { Family } from '../reflect/kind';
import { type Complex, type Dynamic, type Raw, type Type, comparable } from '../reflect/type';
import { type Value, zeroValue } from '../reflect/value';
import { compareStrings } from '../utf8';
import { type GoVersion, since } from '../version';
import { indirectInterface } from './truth';

/** The families whose values compare across their exact types. */
type Basic = Extract<Family, 'bool' | 'complex' | 'int' | 'float' | 'string' | 'uint'>;

const basicFamilies: ReadonlySet<string> = new Set<Basic>(['bool', 'complex', 'int', 'float', 'string', 'uint']);

function basic({ type: { family } }: Value): Basic | null {
  return basicFamilies.has(family) ? (family as Basic) : null;
}

function incompatible(a: Value, b: Value, go: GoVersion): GoError {
  const told = since(go, 'types of what cannot be compared');
  const types = told ? `: ${a.type.toString()} and ${b.type.toString()}` : '';
  return new GoError(`incompatible types for comparison${types}`, 'incompatible-types');
}

/** Whether the first argument equals any of the others. */
export function eq(args: readonly Value[], meter: Meter, go: GoVersion): boolean {
  if (args.length < 2) throw new GoError('missing argument for comparison', 'argument-count');
  const a = indirectInterface(args[0] ?? zeroValue);
  for (let i = 1; i < args.length; i++) {
    if (equal(a, indirectInterface(args[i] ?? zeroValue), meter, go)) return true;
  }
  return false;
}

function equal(a: Value, b: Value, meter: Meter, go: GoVersion): boolean {
  const sortA = basic(a);
  const sortB = a.type === b.type ? sortA : basic(b);
  if (sortA !== sortB) {
    if (a.type.isInteger && b.type.isInteger) return a.v === b.v;
    if (a.isValid && b.isValid) throw incompatible(a, b, go);
    return false;
  }
  if (sortA === 'complex') {
    const x = a.v as Complex;
    const y = b.v as Complex;
    return x.re === y.re && x.im === y.im;
  }
  if (sortA !== null) return equalRaw(a.type, a.v, b.v, meter);
  return equalObjects(a, b, meter);
}

/** Nil equals any nil of its kind; else values are equal as Go's `==` on interfaces holding them says. */
function equalObjects(a: Value, b: Value, meter: Meter): boolean {
  if (a.isValid && b.isValid && a.kind !== b.kind) {
    const left = `${sprintf('%s', [a])}: ${a.type.toString()}`;
    const right = `${b.type.toString()}: ${sprintf('%v', [b])}`;
    throw new GoError(`non-comparable types ${left}, ${right}`, 'not-comparable');
  }
  if (a.v === null || b.v === null) return a.v === b.v;
  if (!comparable(b.type)) {
    throw new GoError(`non-comparable type ${sprintf('%s', [b])}: ${b.type.toString()}`, 'not-comparable');
  }
  return a.type === b.type && equalRaw(a.type, a.v, b.v, meter);
}

/** Go's `==` on two values of one type; an interface may hold what cannot be compared, which panics. */
function equalRaw(type: Type, a: Raw, b: Raw, meter: Meter): boolean {
  meter.spend(1);
  switch (type.family) {
    case 'array':
      return (a as readonly Raw[]).every((e, i) => equalRaw(type.elem, e, (b as readonly Raw[])[i] ?? null, meter));
    case 'struct':
      return type.fields.every((f, i) =>
        equalRaw(f.type, (a as readonly Raw[])[i] ?? null, (b as readonly Raw[])[i] ?? null, meter),
      );
    case 'complex':
      return (a as Complex).re === (b as Complex).re && (a as Complex).im === (b as Complex).im;
    case 'interface': {
      if (a === null || b === null) return a === b;
      const x = a as Dynamic;
      const y = b as Dynamic;
      if (x.type !== y.type) return false;
      if (!comparable(x.type)) throw new GoPanic(`comparing uncomparable type ${x.type.toString()}`, 'runtime');
      return equalRaw(x.type, x.v, y.v, meter);
    }
    case 'string':
      // Texts of different lengths are not looked into.
      if ((a as string).length === (b as string).length) meter.copy((a as string).length);
      return a === b;
    default:
      return a === b;
  }
}

/** Whether the first argument is less than the second, for integers, floats and strings. */
export function lt(args: readonly Value[], meter: Meter, go: GoVersion): boolean {
  return compare(args, meter, go) === 'less';
}

/** Whether the first argument is less than or equal to the second. */
export function le(args: readonly Value[], meter: Meter, go: GoVersion): boolean {
  const order = compare(args, meter, go);
  return order === 'less' || order === 'equal';
}

/** Whether the first argument is not less than or equal to the second: Go negates, so NaN is greater than all. */
export function gt(args: readonly Value[], meter: Meter, go: GoVersion): boolean {
  return !le(args, meter, go);
}

/** Whether the first argument is not less than the second. */
export function ge(args: readonly Value[], meter: Meter, go: GoVersion): boolean {
  return !lt(args, meter, go);
}

function compare(
  [first = zeroValue, second = zeroValue]: readonly Value[],
  meter: Meter,
  go: GoVersion,
): 'less' | 'equal' | 'neither' {
  const a = indirectInterface(first);
  const b = indirectInterface(second);
  const sortA = basic(a);
  const sortB = basic(b);
  if (sortA === null || sortB === null) throw invalidType();
  if (sortA !== sortB && !(a.type.isInteger && b.type.isInteger)) throw incompatible(a, b, go);
  if (sortA === 'bool' || sortA === 'complex') throw invalidType();
  if (sortA === 'string') meter.scan(Math.min((a.v as string).length, (b.v as string).length));
  if (a.v === b.v) return 'equal';
  const less =
    sortA === 'string' ? compareStrings(a.v as string, b.v as string) < 0 : (a.v as bigint) < (b.v as bigint);
  return less ? 'less' : 'neither';
}

function invalidType(): GoError {
  return new GoError('invalid type for comparison', 'incompatible-types');
}
