/** Which field of a struct a key means, as `encoding/json` decides. https://pkg.go.dev/encoding/json#Unmarshal */
import type { Type } from '../reflect/type';
import { type JsonField, jsonFields } from './fields';

/** Looks fields up by key: an exact match first, then ignoring case as Unicode folds it. */
class FieldNames {
  private readonly exact: ReadonlyMap<string, JsonField>;
  private readonly folded: readonly (readonly [RegExp, JsonField])[];
  private readonly answers = new Map<string, JsonField | null>();

  constructor(fields: readonly JsonField[]) {
    this.exact = new Map(fields.map((f) => [f.name, f]));
    this.folded = fields.map((f) => [new RegExp(`^${f.name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`, 'iu'), f]);
  }

  find(key: string): JsonField | null {
    const exact = this.exact.get(key);
    if (exact !== undefined) return exact;
    const answered = this.answers.get(key);
    if (answered !== undefined) return answered;
    const found = this.folded.find(([pattern]) => pattern.test(key))?.[1] ?? null;
    if (this.answers.size < 1000) this.answers.set(key, found);
    return found;
  }
}

const namesByType = new WeakMap<Type, FieldNames>();

/** The field of a struct type that a key means, or null when it means none. */
export function fieldNamed(type: Type, key: string): JsonField | null {
  let names = namesByType.get(type);
  if (names === undefined) {
    names = new FieldNames(jsonFields(type));
    namesByType.set(type, names);
  }
  return names.find(key);
}
