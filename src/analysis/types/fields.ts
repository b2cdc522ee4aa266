/** Types of fields, and of fields of these. */
import type { Type } from '../../go';

/** The type of a struct's field, also behind pointers; null where there is none. */
export function fieldType(type: Type | null, name: string): Type | null {
  let of = type;
  while (of?.kind === 'ptr') of = of.elem;
  return of?.fields.find((field) => field.name === name)?.type ?? null;
}

/** The type at the end of a path of fields as it is written, `.A.B` or `$.A.B`; null where there is none. */
export function typeAlong(root: Type, path: string): Type | null {
  return path
    .replace(/^\$?\./, '')
    .split('.')
    .reduce(fieldType, root);
}
