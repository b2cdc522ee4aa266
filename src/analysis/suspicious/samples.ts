/** Values of a type, to ask fmt what it makes of them. */
import { type Raw, type Type, Value, zeroRaw } from '../../go';

/** How deep lists and structs are filled. */
const deepest = 8;

/**
 * A value of a type whose lists have an element, so that fmt gets to see its type too. Null where what is printed
 * depends on more than the type: interfaces, pointers, maps, functions.
 */
export function sampleOf(type: Type): Value | null {
  const raw = rawOf(type, 0);
  return raw === undefined ? null : new Value(type, raw);
}

function rawOf(type: Type, depth: number): Raw | undefined {
  if (depth > deepest) return undefined;
  switch (type.kind) {
    case 'interface':
    case 'ptr':
    case 'map':
    case 'func':
    case 'chan':
    case 'invalid':
      return undefined;
    case 'slice': {
      const element = rawOf(type.elem, depth + 1);
      return element === undefined ? undefined : { array: [element], offset: 0, length: 1, capacity: 1 };
    }
    case 'struct': {
      const fields = type.fields.map((field) => rawOf(field.type, depth + 1));
      return fields.some((raw) => raw === undefined) ? undefined : fields.map((raw) => raw ?? null);
    }
    default:
      return zeroRaw(type);
  }
}

/** Whether a value of this type has a text of its own: errors and Stringers. */
export function describesItself(type: Type): boolean {
  return [type.methods.get('Error'), type.methods.get('String')].some(
    (method) => method !== undefined && method.type.in.length === 0 && method.type.out[0]?.toString() === 'string',
  );
}
