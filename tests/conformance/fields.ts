/**
 * What is recorded of the template data: of every version and kind each field, in `cases/coroot-fields.txt`, and each
 * field of the newest release that a version lacks, in `cases/coroot-lacking.txt`. The cases follow from the tables in
 * src/coroot, so `npm run conformance:record` adds those of a new release or field by itself.
 */
import {
  type CorootVersion,
  type NotificationKind,
  corootVersions,
  notificationKinds,
  rootFields,
} from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { applicationType, structType } from '../../src/coroot/types';
import type { Field, Type } from '../../src/go';
import type { Case } from './case-file';
import type { Json } from './values';

/** A case that is still to be answered. */
export type Question = Pick<Case, 'name' | 'request'>;

/** A field of the template data, as `.Reports[].Name`, and the line of a template that shows its type and value. */
export interface FieldLine {
  readonly path: string;
  readonly line: string;
}

const show = (name: string): string => `{{ printf "%T %v" ${name} ${name} }}`;

/** Every field that templates of a version see, those of structs within included. */
export function fieldLines(kind: NotificationKind, version: CorootVersion): readonly FieldLine[] {
  const nameOf = (field: Field): string => `.${version.data === 'map' ? keyOf(field) : field.name}`;
  const row = (path: string, action: string): FieldLine => ({ path, line: `${path} ${action}` });
  return structType(kind, version).fields.flatMap((field) => {
    const [name, { type }] = [nameOf(field), field];
    const inner = insideOf(type, version).map(nameOf);
    const within = (n: string): FieldLine =>
      type.kind === 'slice'
        ? row(`${name}[]${n}`, `{{ range ${name} }}${show(n)}{{ end }}`)
        : row(`${name}${n}`, show(`${name}${n}`));
    return [row(name, show(name)), ...inner.map(within)];
  });
}

/** The fields of a struct, or of the structs of a list; an application's id in JSON is a text and has none. */
function insideOf(type: Type, version: CorootVersion): readonly Field[] {
  if (type.kind === 'slice' && type.elem.kind === 'struct') return type.elem.fields;
  return type.kind === 'struct' && version.data === 'struct' ? type.fields : [];
}

function keyOf({ name, tag }: Field): string {
  return /^json:"([^",]+)/.exec(tag)?.[1] ?? name;
}

/** A payload in which no field is empty. */
function fullPayload(kind: NotificationKind, version: CorootVersion): string {
  const application = `${version.clusters ? 'cluster1:' : ''}default:Deployment:app1`;
  const value = (type: Type, name: string): Json => {
    if (type === applicationType(version)) return application;
    if (type.kind === 'string') return `the ${name}`;
    if (type.kind === 'bool') return true;
    if (type.kind === 'slice') return [value(type.elem, name)];
    if (type.kind === 'struct') return Object.fromEntries(type.fields.map((f) => [keyOf(f), value(f.type, keyOf(f))]));
    throw new TypeError(`say in fields.ts what a payload has in the field ${name}, a ${type.toString()}`);
  };
  return JSON.stringify(value(structType(kind, version), kind));
}

/** One case for each version and kind, with a line for each field. */
const fieldCases: readonly Question[] = corootVersions.flatMap((version) =>
  version.kinds.map((kind) => ({
    name: `${version.id} ${kind}`,
    request: {
      mode: 'coroot',
      template: fieldLines(kind, version)
        .map(({ line }) => line)
        .join('\n'),
      kind,
      version: version.id,
      payload: fullPayload(kind, version),
      customFields: [],
    },
  })),
);

const custom = [['team', 'SRE']] as const;

/** The names after the dot that a version has, with what releases have added to applications. */
function names(kind: NotificationKind, version: CorootVersion): readonly string[] {
  if (!version.kinds.includes(kind)) return [];
  const roots = rootFields(kind, version, custom).map((f) => f.name);
  if (!roots.includes('Application')) return roots;
  const clusters = version.clusters ? ['Application.ClusterId', 'Application.StringWithoutClusterId'] : [];
  return [...roots, ...clusters, ...(version.namespaceIsEmpty ? ['Application.NamespaceIsEmpty'] : [])];
}

function lackingPayload(kind: NotificationKind, { clusters }: CorootVersion): string {
  const project = 'http://127.0.0.1:8080/p/x0xwl4jz';
  const id = `${clusters ? 'x0xwl4jz:' : ''}default:Deployment:app1`;
  switch (kind) {
    case 'incident':
      return `{"status": "WARNING", "application": "${id}", "reports": [], "url": "${project}/incidents?incident=1"}`;
    case 'deployment':
      return `{"status": "Deployed", "application": "${id}", "version": "1: a", "summary": ["No notable changes"], "url": "${project}/app/${id}/Deployments#1:1"}`;
    case 'alert':
      return `{"status": "WARNING", "project_name": "p", "application": "${id}", "rule_name": "r", "severity": "warning", "summary": "s", "url": "${project}/alerts?alert=1"}`;
    default:
      return kind satisfies never;
  }
}

/**
 * Of each version and kind what the newest release has and it lacks: printed and, where it sends the kind, in an if.
 */
export const lackingCases: readonly Question[] = corootVersions.flatMap((version) =>
  notificationKinds.flatMap((kind) => {
    const has = names(kind, version);
    const common = { mode: 'coroot', kind, version: version.id, payload: lackingPayload(kind, version) } as const;
    const question = (name: string, template: string): Question => ({
      name: `${version.id} ${kind} ${name}`,
      request: { ...common, template, customFields: custom },
    });
    return names(kind, newestVersion)
      .filter((name) => !has.includes(name))
      .flatMap((name) => [
        question(`.${name}`, `text {{ .${name} }}`),
        ...(has.length > 0 ? [question(`.${name} in if`, `{{ if .${name} }}yes{{ else }}no{{ end }}`)] : []),
      ]);
  }),
);

/** The files that are made of questions, by name, each with the comment at its top. */
export const madeFiles: ReadonlyMap<string, { readonly comment: string; readonly questions: readonly Question[] }> =
  new Map([
    [
      'coroot-fields.txt',
      {
        comment: `Every field of every kind in every version, with its type. Made by \`npm run conformance:record\`; see fields.ts.\n\n`,
        questions: fieldCases,
      },
    ],
    [
      'coroot-lacking.txt',
      {
        comment:
          'What a version lacks: each field of the newest that an older one does not have, or not under that name.\n\n',
        questions: lackingCases,
      },
    ],
  ]);
