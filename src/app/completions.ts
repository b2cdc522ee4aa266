/** What the template editor suggests for the kind and the version of Coroot: the fields of its data, and its function. */
import { corootFunctions, rootFields } from '../coroot';
import { type TemplateField, type TemplateFunction, templateFields, templateFunctions } from '../editor';
import type { Type } from '../go';
import type { Project } from '../share';
import { versionOf } from './pipeline';

/** Coroot's functions beside Go's own, in words; every one of them must be here. */
export const functionDocs: readonly TemplateFunction[] = [
  {
    name: 'json',
    signature: 'json value',
    doc: 'The value as JSON, quotes included: the safe way to put any text into a JSON body.',
  },
];

function fieldsBelow(path: string, type: Type, doc: string): readonly TemplateField[] {
  const inner = type.kind === 'struct' ? type.fields : [];
  const below = inner.flatMap((field) => fieldsBelow(`${path}.${field.name}`, field.type, ''));
  return [{ path, type: type.toString(), doc }, ...below];
}

/** The editor's extension that knows the template data of a project. */
export function completionsFor({ kind, version, customFields }: Pick<Project, 'kind' | 'version' | 'customFields'>) {
  const roots = rootFields(kind, versionOf(version), customFields);
  const fields = roots.flatMap(({ name, type, doc }) => fieldsBelow(`.${name}`, type, doc));
  return [
    templateFields.of(fields),
    templateFunctions.of(functionDocs.filter(({ name }) => corootFunctions.has(name))),
  ];
}
