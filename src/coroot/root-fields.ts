/** What a template finds at the top of its data, for completion, checks and explanations. */
import { type Type, stringType } from '../go';
import { type CustomField, resolveCustomFields } from './custom-fields';
import { jsonKey, mapType, rowsOf, structType, textOf } from './types';
import type { CorootVersion, NotificationKind } from './versions';

/** One field of the root: `name` as templates write it after the dot. */
export interface RootField {
  readonly name: string;
  readonly type: Type;
  readonly doc: string;
}

/** The root's fields in Coroot's order, custom ones last; where templates get a map, its keys. */
export function rootFields(
  kind: NotificationKind,
  version: CorootVersion,
  customFields: readonly CustomField[] = [],
): readonly RootField[] {
  const base = structType(kind, version);
  const rows = rowsOf(kind, version).map((row, i): RootField => {
    const name = version.data === 'map' ? jsonKey(row) : row.name;
    const type = version.data === 'map' ? mapType.elem : (base.fields[i]?.type ?? stringType);
    return { name, type, doc: textOf(row, version) };
  });
  const { added } = resolveCustomFields(kind, version, customFields);
  const custom = added.map(({ key, name }): RootField => ({
    name,
    type: version.data === 'map' ? mapType.elem : stringType,
    doc: `The custom field “${key}”.`,
  }));
  return [...rows, ...custom];
}
