/**
 * What the template editor suggests for the kind and the version of Coroot: the fields of its data, and its function.
 */
import { type FunctionDoc, templateFields, templateFunctions } from '../editor';
import { type DataChoice, dataFields } from './fields';

/** Coroot's functions beside Go's own, in words; every one of them must be here. */
export const functionDocs: readonly FunctionDoc[] = [
  {
    name: 'json',
    signature: 'json value',
    doc: 'The value as JSON, quotes included: the safe way to put any text into a JSON body.',
  },
];

/** The editor's extension that knows the template data. */
export function completionsFor(choice: DataChoice) {
  const fields = dataFields(choice).map(({ path, type, doc }) => ({ path, type: type.toString(), doc }));
  return [templateFields.of(fields), templateFunctions.of(functionDocs)];
}
