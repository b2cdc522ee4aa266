/** What a template can use, for reading and inserting: the fields of its data, the functions, the building blocks. */
import { builtinFunctions } from '../editor';
import type { Type } from '../go';
import { functionDocs } from './completions';
import { type DataChoice, dataFields } from './fields';

/** One thing to use: what is shown, in words what it is, and the template text that uses it. */
export interface ReferenceEntry {
  readonly name: string;
  readonly detail: string;
  readonly doc: string;
  readonly snippet: string;
  /** What to write instead where the cursor is inside an action already. */
  readonly inAction: string;
}

/** A titled list of entries. */
export interface ReferenceGroup {
  readonly title: string;
  readonly entries: readonly ReferenceEntry[];
}

/** A Go type in words for people who never saw Go. */
function inWords(type: Type): string {
  switch (type.kind) {
    case 'slice':
      return type.elem.kind === 'struct'
        ? `list of { ${type.elem.fields.map(({ name }) => name).join(', ')} }`
        : 'list';
    case 'bool':
      return 'true or false';
    case 'string':
      return 'text';
    default:
      return type.kind === 'struct' ? `{ ${type.fields.map(({ name }) => name).join(', ')} }` : type.toString();
  }
}

function snippetFor(path: string, type: Type): string {
  if (type.kind !== 'slice') return `{{ ${path} }}`;
  const item = type.elem.kind === 'struct' ? type.elem.fields.map(({ name }) => `{{ .${name} }}`).join(' ') : '{{ . }}';
  return `{{- range ${path} }}\n${item}\n{{- end }}`;
}

const blocks: readonly Omit<ReferenceEntry, 'inAction'>[] = [
  {
    name: 'if … else … end',
    detail: '',
    doc: 'Writes one part or the other. Empty text, empty lists, zero and nil count as false.',
    snippet: '{{- if eq .Status `OK` }}\nresolved\n{{- else }}\nfiring\n{{- end }}',
  },
  {
    name: 'with … end',
    detail: '',
    doc: 'Writes its part only if the value is not empty; inside, the dot is that value.',
    snippet: '{{- with .URL }}\n{{ . }}\n{{- end }}',
  },
  {
    name: '$variable',
    detail: '',
    doc: 'Keeps a value for later, also inside range and with, where the dot is something else.',
    snippet: '{{- $name := .Application.Name }}',
  },
  {
    name: '{{- and -}}',
    detail: '',
    doc: 'A minus beside the braces swallows the spaces and line breaks on that side.',
    snippet: '{{- "" -}}',
  },
  { name: '{{/* comment */}}', detail: '', doc: 'Is not written.', snippet: '{{/* comment */}}' },
];

/** Everything for the template of a project's kind. */
export function referenceFor(choice: DataChoice): readonly ReferenceGroup[] {
  const fields = dataFields(choice).map(({ path, type, doc }): ReferenceEntry => ({
    name: path,
    detail: inWords(type),
    doc,
    snippet: snippetFor(path, type),
    inAction: path,
  }));
  const functions = [...functionDocs, ...builtinFunctions].map(({ name, signature, doc }): ReferenceEntry => ({
    name: signature,
    detail: '',
    doc,
    snippet: `{{ ${name} . }}`,
    inAction: name,
  }));
  return [
    { title: 'Data', entries: fields },
    { title: 'Building blocks', entries: blocks.map((block) => ({ ...block, inAction: block.snippet })) },
    { title: 'Functions', entries: functions },
  ];
}
