/** What methods give. */
import { type Method, type Raw, type Type, Value, anyType } from '../../go';
import type { Environment } from '../environment';
import { typed, unknown } from './knowledge';
import type { Known } from './known';

/**
 * What a method of a value gives: the text it is printed as, what an interface is known to hold, or a value of a type.
 */
export function resultOf(method: Method, receiver: Known, { heldBy }: Environment): Known {
  const { name, type } = method;
  const [out] = type.out;
  const struct = receiver.type;
  if (out === undefined || struct === null) return unknown;
  const isBoxed = out.kind === 'interface';
  const of = isBoxed ? heldBy(struct.toString(), name) : out;
  if (of === null) return unknown;
  const example = (): Value | null => exampleOf(method, receiver.example(), of);
  // Such a text has the characters that printing the value has.
  if (of.kind === 'string' && struct.methods.has('String')) {
    const field = isBoxed ? { struct, name } : null;
    return typed(of, { boxed: isBoxed, field, made: { by: 'joined', of: [receiver] }, example });
  }
  return isBoxed ? unknown : typed(of, { example });
}

/** The interface that a value still is in, which Go names: a method's result, or an element of a map of anything. */
export function boxOf({ field }: Known): Type {
  return field?.struct.methods.get(field.name)?.type.out[0] ?? anyType;
}

function exampleOf({ call, type }: Method, receiver: Value | null, held: Type): Value | null {
  if (receiver === null) return null;
  const [raw = null] = call(receiver.v, []);
  const isBoxed = type.out[0]?.kind === 'interface';
  return new Value(held, isBoxed ? ((raw as { readonly v: Raw } | null)?.v ?? null) : raw);
}
