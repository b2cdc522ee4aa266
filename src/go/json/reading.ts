/** Reading JSON into Go values in a way that is not Go's own: what a caller of `unmarshal` may decide and is told. */
import type { Raw, Type } from '../reflect/type';
import type { JsonField } from './fields';
import type { JsonMember, JsonNode } from './node';

/**
 * Keys, as they are written, and indexes that lead from the root to a value; good for the time of the call it is given
 * to.
 */
export type JsonPath = readonly (string | number)[];

/**
 * A way of reading that takes the place of Go's. Every value is made anew: what stood under the same key before does
 * not show through, and slices have no room to grow. What does not fit is told here, not among the errors of
 * `unmarshal`; the place keeps its zero value. All calls come in the order of the text.
 */
export interface Reading {
  /** The raw value of a type that is read in a way of its own, `null` included; undefined for every other type. */
  custom(node: JsonNode, type: Type, path: JsonPath): Raw | undefined;
  /** Which field of the struct type a key means, or null when it means none. */
  field(type: Type, key: string): JsonField | null;
  /** Is told of a key that means no field of the struct type; `path` leads to the object it stands in. */
  unknown(member: JsonMember, type: Type, path: JsonPath): void;
  /** Is told of a key whose field had a value already, which the new one replaces; `path` leads to the new one. */
  again(member: JsonMember, path: JsonPath): void;
  /** Is told of a value that does not fit its type. */
  mismatch(node: JsonNode, type: Type, path: JsonPath): void;
}
