/** The fields that a template can reach from its root, by path: what completion suggests and the reference shows. */
import { findVersion, rootFields } from '../coroot';
import type { Type } from '../go';
import type { Project } from '../share';

/** What of a project decides the data its templates get. */
export type DataChoice = Pick<Project, 'kind' | 'version' | 'customFields'>;

/**
 * One field: its path as templates write it, such as `.Application.Name`, its type, and what it is, or '' inside a
 * struct.
 */
export interface DataField {
  readonly path: string;
  readonly type: Type;
  readonly doc: string;
}

function fieldsFrom(path: string, type: Type, doc: string): readonly DataField[] {
  const inner = type.kind === 'struct' ? type.fields : [];
  return [{ path, type, doc }, ...inner.flatMap((field) => fieldsFrom(`${path}.${field.name}`, field.type, ''))];
}

/** Every field, a struct before what is in it. */
export function dataFields({ kind, version, customFields }: DataChoice): readonly DataField[] {
  const roots = rootFields(kind, findVersion(version), customFields);
  return roots.flatMap(({ name, type, doc }) => fieldsFrom(`.${name}`, type, doc));
}
