/**
 * Receivers written in Go, which decode a body into a struct with `encoding/json`: the types they decode into, which
 * keys mean which field, and what Go says of values that do not fit. https://pkg.go.dev/encoding/json#Unmarshal
 */
import {
  type JsonError,
  type JsonNode,
  type Type,
  anyType,
  basicType,
  boolType,
  defineType,
  fieldNamed,
  intType,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
  unmarshal,
} from '../go';

/** A type that a receiver decodes into. */
export type GoType = Type;

export { anyType as anyGo, boolType as boolGo, intType as intGo, stringType as stringGo };

/** A whole number that is not negative. */
export const uintGo: GoType = basicType('uint');

/** A list. */
export function listGo(element: GoType): GoType {
  return sliceOf(element);
}

/** An object of any keys; those of a map are not folded. */
export function mapGo(value: GoType): GoType {
  return mapOf(stringType, value);
}

/** A pointer, which null empties; null leaves alone what is none. */
export function maybeGo(type: GoType): GoType {
  return pointerTo(type);
}

/**
 * A struct with the names of its fields in JSON. `name` is what Go's messages call it, after its package
 * (`model.MessageExternal`); null for one without a name.
 */
export function structGo(name: string | null, fields: Readonly<Record<string, GoType>>): GoType {
  const struct = structOf(
    Object.entries(fields).map(([key, type], i) => ({ name: `F${String(i)}`, type, tag: `json:"${key}"` })),
  );
  return name === null ? struct : defineType(name, struct);
}

/** The field that a key means, by its name in JSON: the same one, else one that differs in case only; or null. */
export function fieldOf(struct: GoType, key: string): { readonly name: string; readonly type: GoType } | null {
  return fieldNamed(struct, key);
}

/** What Go says of values that do not fit a type, its own error first; `node` is of the text. Never throws. */
export function decodingErrors(text: string, node: JsonNode, type: GoType): readonly JsonError[] {
  const decoded = unmarshal({ text, node }, type);
  return decoded.ok ? [] : decoded.errors;
}
