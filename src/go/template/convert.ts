/** How a value or a constant becomes an argument of a parameter's type. */
import { type Raw, type Type, assignableTo, complex128Type, defineType, structOf } from '../reflect/type';
import { Value, boolValue, floatValue, intValue, missingVal, stringValue, zeroRaw, zeroValue } from '../reflect/value';
import {
  type Complaint,
  cannotAssignNil,
  cantHandleArgument,
  expectedConstant,
  invalidValue,
  nilDereference,
  overflowsInt,
  wrongType,
} from './messages';
import type { BoolNode, NumberNode, StringNode } from './parse/node';

/** The type of a parameter that takes any value as it is, nothing included: several builtins are declared with it. */
export const reflectValueType: Type = defineType('reflect.Value', structOf([]));

/** What converting yields: the value, or why it cannot be had. */
export type Converted = Value | Complaint;

/** A constant in a template's text. */
export type ConstantNode = BoolNode | NumberNode | StringNode;

function canBeNil(type: Type): boolean {
  switch (type.kind) {
    case 'chan':
    case 'func':
    case 'interface':
    case 'map':
    case 'ptr':
    case 'slice':
      return true;
    default:
      return type === reflectValueType;
  }
}

/** Nil as an argument: the zero value of `type` where it has a nil. */
export function nilArgument(type: Type): Converted {
  if (!canBeNil(type)) return cannotAssignNil(type);
  return type === reflectValueType ? zeroValue : new Value(type, null);
}

/**
 * Makes `value` an argument for a parameter of `type`, opening interfaces, following one pointer or taking an address
 * as Go does. An argument for an interface parameter is not boxed: the value it would hold arrives, or a nil interface.
 */
export function validateType(value: Value, type: Type): Converted {
  if (type === reflectValueType) return value;
  if (value.type === type && type.kind !== 'interface') return value;
  if (!value.isValid) return canBeNil(type) ? new Value(type, null) : invalidValue(type);
  if (assignableTo(value.type, type)) return assigned(value, type);
  if (value.kind === 'interface' && value.v !== null) {
    const held = value.elem();
    if (assignableTo(held.type, type)) return assigned(held, type);
    return fromReference(held, type) ?? wrongType(type, held.type);
  }
  return fromReference(value, type) ?? wrongType(type, value.type);
}

function assigned(value: Value, type: Type): Value {
  if (type.kind === 'interface') return asInterface(value, type);
  return value.type === type ? value : new Value(type, value.v, value.from);
}

/** What an interface of type `type` holds after `value` is put into it: a copy, which has no address. */
function asInterface(value: Value, type: Type): Value {
  if (value.kind === 'interface') return value.v === null ? new Value(type, null, value.from) : value.elem();
  return value.addressable ? new Value(value.type, value.v, value.from) : value;
}

function fromReference(value: Value, type: Type): Converted | null {
  if (value.kind === 'ptr' && assignableTo(value.type.elem, type)) {
    return value.v === null ? nilDereference(type) : assigned(value.elem(), type);
  }
  if (!value.addressable) return null;
  const address = value.addr();
  return assignableTo(address.type, type) ? assigned(address, type) : null;
}

/** A number as an untyped constant stands alone: int where it can be one, else float64 or complex128. */
function idealConstant(node: NumberNode): Converted {
  if (node.complex !== null) return new Value(complex128Type, node.complex);
  const written = node.text;
  if (node.float !== null && looksFloat(written)) return floatValue(node.float);
  return node.int === null ? overflowsInt(written) : intValue(node.int);
}

/** Whether a number is written as a float. A sign hides a prefix from Go, so that `-0x1e` with its e is one. */
function looksFloat(text: string): boolean {
  let isHex = false;
  let hasMark = false;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case "'":
        return false;
      case 'x':
      case 'X':
        isHex ||= i === 1 && text.startsWith('0');
        break;
      case 'p':
      case 'P':
        return true;
      case '.':
      case 'e':
      case 'E':
        hasMark = true;
        break;
      default:
        break;
    }
  }
  return hasMark && !isHex;
}

/** A constant as a value of its own type: what a parameter of an empty interface, or of no particular type, gets. */
export function untypedConstant(node: ConstantNode): Converted {
  switch (node.kind) {
    case 'bool':
      return boolValue(node.value);
    case 'string':
      return stringValue(node.text);
    case 'number':
      return idealConstant(node);
  }
}

/**
 * A constant as an argument for a parameter of `type`; integers too large for it wrap around. `context` is the node's
 * text.
 */
export function typedConstant(node: ConstantNode, type: Type, context: () => string): Converted {
  switch (type.family) {
    case 'bool':
      return node.kind === 'bool' ? new Value(type, node.value) : expectedConstant('bool', context());
    case 'string':
      return node.kind === 'string' ? new Value(type, node.text) : expectedConstant('string', context());
    case 'int': {
      const int = node.kind === 'number' ? node.int : null;
      if (int === null) return expectedConstant('integer', context());
      return new Value(type, BigInt.asIntN(type.bits, int));
    }
    case 'uint': {
      const uint = node.kind === 'number' ? node.uint : null;
      if (uint === null) return expectedConstant('unsigned integer', context());
      return new Value(type, BigInt.asUintN(type.bits, uint));
    }
    case 'float': {
      const float = node.kind === 'number' ? node.float : null;
      if (float === null) return expectedConstant('float', context());
      return new Value(type, type.bits === 32 ? Math.fround(float) : float);
    }
    case 'complex': {
      const complex = node.kind === 'number' ? node.complex : null;
      if (complex === null) return expectedConstant('complex', context());
      if (type.bits === 128) return new Value(type, complex);
      return new Value(type, { re: Math.fround(complex.re), im: Math.fround(complex.im) });
    }
    case 'interface':
      return type.interfaceMethods.length === 0 ? untypedConstant(node) : cantHandleArgument(context(), type);
    default:
      return type === reflectValueType ? untypedConstant(node) : cantHandleArgument(context(), type);
  }
}

/**
 * Makes `value` a map key or an argument of a called function value, where Go is stricter than for parameters but
 * converts between integer types, wrapping around.
 */
export function prepareArgument(value: Value, type: Type): Converted {
  if (!value.isValid) {
    if (canBeNil(type)) return new Value(type, zeroRaw(type));
    return { code: 'nil-argument', detail: `value is nil; should be of type ${type.toString()}` };
  }
  if (assignableTo(value.type, type)) return value.type === type ? value : new Value(type, rawFor(value, type));
  if (value.type.isInteger && type.isInteger) {
    const wrap = type.family === 'uint' ? BigInt.asUintN : BigInt.asIntN;
    return new Value(type, wrap(type.bits, value.v as bigint));
  }
  const detail = `value has type ${value.type.toString()}; should be ${type.toString()}`;
  return { code: 'wrong-type', detail };
}

/** The raw form in which a variable of `type` holds `value`, which must be assignable to it. */
export function rawFor(value: Value, type: Type): Raw {
  if (type.kind !== 'interface' || value.kind === 'interface') return value.v;
  return value.isValid ? { type: value.type, v: value.v } : null;
}

/** Whether a pipeline hands on a final argument. */
export function isMissing(final: Value): boolean {
  return final === missingVal;
}
