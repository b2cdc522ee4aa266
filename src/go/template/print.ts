/** Values as text: what an action prints and what the escaping builtins escape. */
import { sprint } from '../fmt/print';
import type { Meter } from '../meter';
import {
  type Type,
  anyType,
  boolType,
  errorType,
  funcOf,
  implementsInterface,
  intType,
  interfaceOf,
  pointerTo,
  stringType,
} from '../reflect/type';
import { Value } from '../reflect/value';
import { indirect } from './truth';

const stringerType: Type = interfaceOf([{ name: 'String', type: funcOf([], [stringType]) }]);

function describesItself(type: Type): boolean {
  return implementsInterface(type, errorType) || implementsInterface(type, stringerType);
}

const pointerDescribes = new WeakMap<Type, boolean>();

/** Whether a pointer to `type`, unlike `type`, is an error or a Stringer. */
function onlyPointerDescribesItself(type: Type): boolean {
  let known = pointerDescribes.get(type);
  if (known === undefined) {
    known = !describesItself(type) && describesItself(pointerTo(type));
    pointerDescribes.set(type, known);
  }
  return known;
}

/** Nothing as an operand of fmt: a nil `interface {}`. */
const nilOperand: Value = new Value(anyType, null);

/** The operand fmt would be handed for `value`. */
export function operand(value: Value): Value {
  return value.isValid ? value : nilOperand;
}

/**
 * The text of a value as an action prints it: pointers are followed, nothing is `<no value>`. Null for a channel or a
 * function, which Go refuses to print.
 */
export function printed(value: Value, meter: Meter): string | null {
  switch (value.type) {
    case stringType:
      return value.v as string;
    case intType:
      return (value.v as bigint).toString();
    case boolType:
      return value.v === true ? 'true' : 'false';
  }
  const v = indirect(value);
  if (v.kind === 'string' && v.type.methodsOfPointer.size === 0) return v.v as string;
  if (!v.isValid) return '<no value>';
  if (v.addressable && onlyPointerDescribesItself(v.type)) return sprint([v.addr()], meter);
  if ((v.kind === 'chan' || v.kind === 'func') && !describesItself(v.type)) return null;
  return sprint([v], meter);
}

/** The operands of `html`, `js` and `urlquery` as one text. */
export function joinedText(args: readonly Value[], meter: Meter): string {
  const [only] = args;
  if (args.length === 1 && only?.type === stringType) return only.v as string;
  return sprint(args.map(printableOperand), meter);
}

const noValue: Value = new Value(stringType, '<no value>');

function printableOperand(arg: Value): Value {
  // What an interface parameter gets is unboxed, and nothing is a nil interface.
  if (arg.kind === 'interface') return noValue;
  const v = indirect(arg);
  return v.addressable && onlyPointerDescribesItself(v.type) ? v.addr() : v;
}
