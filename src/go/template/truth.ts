/** Following pointers and interfaces, and what counts as true. */
import type { Complex } from '../reflect/type';
import type { Value } from '../reflect/value';

/** Follows pointers and interfaces to what they lead to; a nil on the way is returned itself. */
export function indirect(value: Value): Value {
  let v = value;
  while ((v.kind === 'ptr' || v.kind === 'interface') && v.v !== null) v = v.elem();
  return v;
}

/** What an interface holds, the zero Value for a nil one; any other value is returned itself. */
export function indirectInterface(value: Value): Value {
  return value.kind === 'interface' ? value.elem() : value;
}

/**
 * Whether a value, which is no interface, is not empty, as `if` and `and` see it:
 * https://pkg.go.dev/text/template#IsTrue. A struct always is.
 */
export function isTrue(value: Value): boolean {
  switch (value.type.family) {
    case 'invalid':
      return false;
    case 'bool':
      return value.v === true;
    case 'string':
      return value.v !== '';
    case 'array':
    case 'slice':
    case 'map':
      return value.length > 0;
    case 'struct':
      return true;
    case 'float':
      return value.v !== 0;
    case 'complex': {
      const c = value.v as Complex;
      return c.re !== 0 || c.im !== 0;
    }
    case 'chan':
    case 'func':
    case 'ptr':
      return value.v !== null;
    default:
      return value.v !== 0n;
  }
}
