/**
 * Reads a payload into the Go values that templates get. A payload is JSON, either as Coroot's `json` function writes it
 * (`"application": "default:Deployment:app1"`, `rca_summary`) or with Go's field names (`"Application": {"Namespace": …}`,
 * `RCASummary`); upper and lower case and underscores make no difference. Every other key is reported, none is an error.
 */
import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type Raw,
  type Type,
  Value,
  mapValue,
  marshal,
  parseJson,
  rawSlice,
  stringType,
  unmarshal,
  zeroRaw,
} from '../go';
import { type ApplicationParts, applicationIdRaw, applicationParts, parseApplicationId } from './application-id';
import { described } from './body';
import {
  type AddedField,
  type CustomField,
  type ResolvedFields,
  resolveCustomFields,
  typeWithFields,
} from './custom-fields';
import { plainKey } from './payload-key';
import { nearest } from './near-miss';
import { type PayloadProblem, ProblemList } from './payload-problem';
import { explainSyntax } from './payload-syntax';
import { applicationType, fieldRows, jsonKey, mapType, structType } from './types';
import { type CorootVersion, type NotificationKind, cameWith, notificationKinds } from './versions';

/** The value for `render`, with warnings; or why there is none, warnings included. Problems are in the order of the text. */
export type DecodedPayload =
  | { readonly ok: true; readonly value: Value; readonly problems: readonly PayloadProblem[] }
  | { readonly ok: false; readonly problems: readonly PayloadProblem[] };

/** Decodes a payload for one kind of notification as the given version of Coroot would hold it. Never throws. */
export function decodePayload(
  text: string,
  kind: NotificationKind,
  version: CorootVersion,
  customFields: readonly CustomField[] = [],
): DecodedPayload {
  const problems = new ProblemList(text);
  if (!version.kinds.includes(kind)) {
    const since = cameWith(({ kinds }) => kinds.includes(kind));
    problems.addSetting('error', `Coroot ${version.name} sends no ${kind}s: they came with ${since}.`);
  }
  const custom = resolveCustomFields(kind, version, customFields);
  for (const problem of custom.problems) problems.addSetting(problem.severity, problem.message);
  const parsed = parseJson(text);
  if (!parsed.ok) {
    problems.add('error', parsed.error, explainSyntax(text, parsed.error));
    return { ok: false, problems: problems.all };
  }
  const raw = new PayloadReader(problems, kind, version, custom.added).root(parsed.node);
  if (raw === null || problems.failed) return { ok: false, problems: problems.all };
  return { ok: true, value: templateData(raw, kind, version, custom), problems: problems.all };
}

/** Puts the struct's fields and the custom ones into what the version executes templates with. */
function templateData(
  fields: readonly Raw[],
  kind: NotificationKind,
  version: CorootVersion,
  { added, anonymous }: ResolvedFields,
): Value {
  const base = structType(kind, version);
  if (version.data === 'struct') {
    if (!anonymous) return new Value(base, fields);
    return new Value(typeWithFields(base, added), [...fields, ...added.map((f) => f.value)]);
  }
  const json = unmarshal(marshal(new Value(base, fields)), mapType);
  if (!json.ok) throw new TypeError(`the JSON of ${base.toString()} is no object`);
  const entries = json.value.mapEntries().map(({ key, value }) => [key.v, value.v] as const);
  return mapValue(mapType, [...entries, ...added.map((f) => [f.key, { type: stringType, v: f.value }] as const)]);
}

function jsonName(field: { readonly name: string; readonly tag: string }): string {
  return /^json:"([^",]+)/.exec(field.tag)?.[1] ?? field.name;
}

/** One pass over a parsed payload. */
class PayloadReader {
  constructor(
    private readonly problems: ProblemList,
    private readonly kind: NotificationKind,
    private readonly version: CorootVersion,
    private readonly added: readonly AddedField[],
  ) {}

  /** The fields of the kind's struct, or null when the payload is no object. */
  root(node: JsonNode): readonly Raw[] | null {
    if (node.kind !== 'object') {
      const message = `The payload must be one JSON object { … }, not ${described(node)}.`;
      this.problems.add('error', node, message);
      return null;
    }
    return this.struct(node, structType(this.kind, this.version), '', (member) => this.unknownAtRoot(member));
  }

  private value(node: JsonNode, type: Type, path: string): Raw {
    if (type === applicationType(this.version)) return this.application(node, path);
    // As in Go, null leaves a field at its zero value.
    if (node.kind === 'null') return zeroRaw(type);
    if (type.kind === 'string' && node.kind === 'string') return node.value;
    if (type.kind === 'bool' && node.kind === 'boolean') return node.value;
    if (type.kind === 'slice' && node.kind === 'array') {
      return rawSlice(node.elements.map((element, i) => this.value(element, type.elem, `${path}[${String(i)}]`)));
    }
    if (type.kind === 'struct' && node.kind === 'object') {
      return this.struct(node, type, `${path}.`, (member) => this.unknownIn(member, type, path));
    }
    this.problems.add('error', node, `“${path}” must be ${wanted(type)}, not ${described(node)}.${remedy(type, node)}`);
    return zeroRaw(type);
  }

  private struct(
    node: JsonObject,
    type: Type,
    prefix: string,
    unknown: (member: JsonMember) => string,
  ): readonly Raw[] {
    const raws = type.fields.map((f) => zeroRaw(f.type));
    const seen = new Set<number>();
    for (const member of node.members) {
      const plain = plainKey(member.key);
      const i = type.fields.findIndex((f) => plain === plainKey(f.name) || plain === plainKey(jsonName(f)));
      const field = type.fields[i];
      if (field === undefined) {
        this.warn(member, unknown(member));
        continue;
      }
      if (seen.has(i))
        this.warn(member, `“${prefix}${member.key}” is there twice; the last one counts. Remove the other.`);
      seen.add(i);
      raws[i] = this.value(member.value, field.type, `${prefix}${member.key}`);
    }
    return raws;
  }

  private application(node: JsonNode, path: string): Raw {
    const { clusters } = this.version;
    const parts = node.kind === 'object' ? this.applicationObject(node, path) : this.applicationText(node, path);
    if (parts === null) return zeroRaw(applicationType(this.version));
    if (clusters && parts.cluster === null) {
      const message = `Coroot ${this.version.name} puts the cluster’s id before the namespace; here there is none, so ClusterId is empty.`;
      this.problems.add('warning', node, message);
    }
    if (!clusters && parts.cluster !== null) {
      const since = cameWith((release) => release.clusters);
      const message = `Applications have no cluster id ${this.version.where}, so “${parts.cluster}” is left out. Choose Coroot ${since} or later to keep it.`;
      this.problems.add('warning', node, message);
    }
    return applicationIdRaw(parts, clusters);
  }

  private applicationText(node: JsonNode, path: string): ApplicationParts | null {
    if (node.kind === 'null') return null;
    const form = this.version.clusters ? 'cluster:namespace:Kind:name' : 'namespace:Kind:name';
    if (node.kind !== 'string') {
      const message = `“${path}” must be a text like "${form}" or an object with Namespace, Kind and Name, not ${described(node)}.`;
      this.problems.add('error', node, message);
      return null;
    }
    const parts = parseApplicationId(node.value);
    if (parts === null) {
      const example = node.value === '' ? 'app1' : (node.value.split(':').at(-1) ?? '');
      const message = `“${path}” must look like ${form}: write "${this.version.clusters ? 'cluster1:' : ''}default:Deployment:${example}".`;
      this.problems.add('error', node, message);
    }
    return parts;
  }

  private applicationObject(node: JsonObject, path: string): ApplicationParts {
    const parts: Record<string, string> = {};
    const names = applicationParts;
    for (const member of node.members) {
      const name = names.find((n) => plainKey(n) === plainKey(member.key));
      if (name === undefined) {
        this.warn(member, `“${path}” has no “${member.key}”, so it is left out.${suggestion(member.key, names)}`);
      } else if (member.value.kind === 'string') {
        parts[name] = member.value.value;
      } else if (member.value.kind !== 'null') {
        const message = `“${path}.${member.key}” must be text in double quotes, not ${described(member.value)}.`;
        this.problems.add('error', member.value, message);
      }
    }
    const { ClusterId: cluster = null, Namespace: namespace = '', Kind: kind = '', Name: name = '' } = parts;
    return { cluster, namespace, kind, name };
  }

  private unknownAtRoot(member: JsonMember): string {
    const { key } = member;
    const plain = plainKey(key);
    const own = this.added.find((f) => plainKey(f.key) === plain);
    if (own !== undefined) {
      return `The custom field “${own.key}” gets its value from the custom fields; the one in the payload is not used.`;
    }
    const rowOf = (kind: NotificationKind) =>
      fieldRows[kind].find((r) => [r.name, jsonKey(r)].some((n) => plainKey(n) === plain));
    const later = rowOf(this.kind);
    if (later !== undefined) {
      return `Coroot ${this.version.name} has no “${key}” yet, it came with ${later.since}: templates do not see it.`;
    }
    const other = notificationKinds.find((kind) => rowOf(kind) !== undefined);
    const type = structType(this.kind, this.version);
    const near = suggestion(key, namesLike(key, type));
    if (near === '' && other !== undefined) {
      return `“${key}” belongs to ${other}s; ${article(this.kind)} has none, so templates do not see it.`;
    }
    return `Coroot sends no “${key}” with ${article(this.kind)}, so templates do not see it.${near === '' ? ' To add a value of your own, use a custom field.' : near}`;
  }

  private unknownIn(member: JsonMember, type: Type, path: string): string {
    return `“${path}” has no “${member.key}”, so templates do not see it.${suggestion(member.key, namesLike(member.key, type))}`;
  }

  private warn(member: JsonMember, message: string): void {
    this.problems.add('warning', { from: member.keyFrom, to: member.keyTo }, message);
  }
}

function article(kind: NotificationKind): string {
  return kind === 'deployment' ? 'a deployment' : `an ${kind}`;
}

/** The names a key may have meant, in the style it is written in: Go's or JSON's. */
function namesLike(key: string, type: Type): readonly string[] {
  return type.fields.map((f) => (/^[A-Z]/.test(key) ? f.name : jsonName(f)));
}

function suggestion(key: string, names: readonly string[]): string {
  const name = nearest(key, names);
  return name === null ? '' : ` Did you mean “${name}”?`;
}

function wanted(type: Type): string {
  switch (type.kind) {
    case 'string':
      return 'text in double quotes';
    case 'bool':
      return 'true or false';
    case 'slice':
      return 'a list [ … ]';
    default:
      return 'an object { … }';
  }
}

function remedy(type: Type, node: JsonNode): string {
  if (type.kind === 'string' && node.kind === 'number') return ` Write "${node.text}".`;
  if (type.kind === 'string' && node.kind === 'boolean') return ` Write "${String(node.value)}".`;
  if (type.kind === 'bool' && node.kind === 'string') return ' Write true or false without quotes.';
  if (type.kind === 'slice') return ' Put it in [ ].';
  return '';
}
