/**
 * Reads a payload into the Go values that templates get. A payload is JSON, either as Coroot's `json` function writes
 * it (`"application": "default:Deployment:app1"`, `rca_summary`) or with Go's field names
 * (`"Application": {"Namespace": …}`, `RCASummary`); upper and lower case and underscores make no difference. Every
 * other key is reported, none is an error.
 */
import {
  type JsonField,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonPath,
  type Raw,
  type Reading,
  type Type,
  Value,
  jsonFields,
  mapValue,
  marshal,
  stringType,
  unmarshal,
  zeroRaw,
} from '../go';
import {
  type ApplicationParts,
  applicationIdRaw,
  applicationParts,
  kindNamed,
  parseApplicationId,
} from './application-id';
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
import { explainSyntax, holdsObject, parsePayload } from './payload-syntax';
import { applicationType, fieldRows, jsonKey, mapType, structType } from './types';
import { type CorootVersion, type NotificationKind, cameWith, notificationKinds } from './versions';

/**
 * The value for `render`, with warnings; or why there is none, warnings included. Problems are in the order of the
 * text.
 */
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
    problems.addSetting('error', `${version.called} sends no ${kind}s: they came with ${since}.`);
  }
  const custom = resolveCustomFields(kind, version, customFields);
  for (const problem of custom.problems) problems.addSetting(problem.severity, problem.message);
  const parsed = parsePayload(text);
  if (!parsed.ok) {
    const { message, ...place } = explainSyntax(text, parsed.error);
    problems.add('error', place, message);
    return { ok: false, problems: problems.all };
  }
  if (parsed.node.kind !== 'object') {
    const message = holdsObject(parsed.node)
      ? 'The payload is JSON inside a text. Take away the quotes around it and the backslashes within.'
      : `The payload must be one JSON object { … }, not ${described(parsed.node)}.`;
    problems.add('error', parsed.node, message);
    return { ok: false, problems: problems.all };
  }
  const read = unmarshal(parsed, structType(kind, version), new PayloadReading(problems, kind, version, custom.added));
  if (!read.ok) for (const error of read.errors) problems.add('error', error, error.message);
  if (!read.ok || problems.failed) return { ok: false, problems: problems.all };
  return { ok: true, value: templateData(read.value, version, custom), problems: problems.all };
}

/** Puts the struct's fields and the custom ones into what the version executes templates with. */
function templateData(struct: Value, version: CorootVersion, { added, anonymous }: ResolvedFields): Value {
  if (version.data === 'struct') {
    if (!anonymous) return struct;
    const values = added.map((f) => f.value);
    return new Value(typeWithFields(struct.type, added), [...(struct.v as readonly Raw[]), ...values]);
  }
  const json = unmarshal(marshal(struct), mapType);
  if (!json.ok) throw new TypeError(`the JSON of ${struct.type.toString()} is no object`);
  const entries = json.value.mapEntries().map(({ key, value }) => [key.v, value.v] as const);
  return mapValue(mapType, [...entries, ...added.map((f) => [f.key, { type: stringType, v: f.value }] as const)]);
}

/** The fields of a struct by their plain keys: Go's names and those of Coroot's JSON. */
const fieldsByType = new WeakMap<Type, ReadonlyMap<string, JsonField>>();

function fieldsByKey(type: Type): ReadonlyMap<string, JsonField> {
  let fields = fieldsByType.get(type);
  if (fields === undefined) {
    const named = jsonFields(type).flatMap((f) => [[plainKey(f.goName), f] as const, [plainKey(f.name), f] as const]);
    // Of two fields with one plain key the first has it.
    fields = new Map(named.reverse());
    fieldsByType.set(type, fields);
  }
  return fields;
}

/** A path as a person reads it: `reports[1].message`. */
function pathText(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`))
    .join('')
    .slice(1);
}

/** How payloads are read: keys in either form, and every problem in plain words. */
class PayloadReading implements Reading {
  private readonly root: Type;
  private readonly applicationId: Type;

  constructor(
    private readonly problems: ProblemList,
    private readonly kind: NotificationKind,
    private readonly version: CorootVersion,
    private readonly added: readonly AddedField[],
  ) {
    this.root = structType(kind, version);
    this.applicationId = applicationType(version);
  }

  custom(node: JsonNode, type: Type, path: JsonPath): Raw | undefined {
    return type === this.applicationId ? this.application(node, pathText(path)) : undefined;
  }

  field(type: Type, key: string): JsonField | null {
    return fieldsByKey(type).get(plainKey(key)) ?? null;
  }

  unknown(member: JsonMember, type: Type, path: JsonPath): void {
    this.warn(member, type === this.root ? this.unknownAtRoot(member) : unknownIn(member, type, pathText(path)));
  }

  again(member: JsonMember, path: JsonPath): void {
    this.warn(member, `“${pathText(path)}” is there twice; the last one counts. Remove the other.`);
  }

  mismatch(node: JsonNode, type: Type, path: JsonPath): void {
    const message = `“${pathText(path)}” must be ${wanted(type)}, not ${described(node)}.${remedy(type, node)}`;
    this.problems.add('error', node, message);
  }

  private application(node: JsonNode, path: string): Raw {
    const { clusters } = this.version;
    const parts = node.kind === 'object' ? this.applicationObject(node, path) : this.applicationText(node, path);
    if (parts === null) return zeroRaw(this.applicationId);
    if (clusters && parts.cluster === null) {
      const message = `${this.version.called} puts the cluster’s id before the namespace; here there is none, so ClusterId is empty.`;
      this.problems.add('warning', node, message);
    }
    if (!clusters && parts.cluster !== null && parts.cluster !== '') {
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
    const parts = parseApplicationId(node.value, this.version.clusters);
    if (parts === null) {
      const example = exampleFor(node.value, this.version.clusters);
      const message = `“${path}” must look like ${form}: write "${example}".`;
      this.problems.add('error', node, message);
    }
    return parts;
  }

  private applicationObject(node: JsonObject, path: string): ApplicationParts {
    const parts: Record<string, string> = {};
    for (const member of node.members) {
      const name = applicationParts.find((n) => plainKey(n) === plainKey(member.key));
      if (name === undefined) {
        this.warn(
          member,
          `“${path}” has no “${member.key}”, so it is left out.${suggestion(member.key, applicationParts)}`,
        );
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
      return `${this.version.called} has no “${key}” yet, it came with ${later.since}: templates do not see it.`;
    }
    if (holdsObject(member.value)) {
      return `“${key}” is a text that holds JSON itself, so templates do not see it. If that is what Coroot sent, make it the whole payload.`;
    }
    const other = notificationKinds.find((kind) => rowOf(kind) !== undefined);
    const near = suggestion(key, namesLike(key, this.root));
    if (near === '' && other !== undefined) {
      return `“${key}” belongs to ${other}s; ${article(this.kind)} has none, so templates do not see it.`;
    }
    return `Coroot sends no “${key}” with ${article(this.kind)}, so templates do not see it.${near === '' ? ' To add a value of your own, use a custom field.' : near}`;
  }

  private warn(member: JsonMember, message: string): void {
    this.problems.add('warning', { from: member.keyFrom, to: member.keyTo }, message);
  }
}

function unknownIn({ key }: JsonMember, type: Type, path: string): string {
  return `“${path}” has no “${key}”, so templates do not see it.${suggestion(key, namesLike(key, type))}`;
}

/** The id that a text with too few parts, or with other marks between them, was probably meant to be. */
function exampleFor(text: string, clusters: boolean): string {
  const parts = partsOf(text);
  const id = parts.length > 2 ? parts.join(':') : exampleOf(parts);
  return clusters && parts.length < 4 ? `cluster1:${id}` : id;
}

/** The id without a cluster that one or two parts were probably meant to be. */
function exampleOf([first = 'app1', second]: readonly string[]): string {
  const kind = kindNamed(first) ?? (/^[A-Z]/.test(first) ? first : null);
  if (second === undefined) return `default:Deployment:${first}`;
  if (kind !== null) return `default:${kind}:${second}`;
  const secondKind = kindNamed(second);
  return secondKind === null ? `${first}:Deployment:${second}` : `${first}:${secondKind}:app1`;
}

/** A text in three or more parts at a mark that names do not have, else in parts at colons and slashes. */
function partsOf(text: string): readonly string[] {
  const split = (mark: RegExp): readonly string[] =>
    text
      .split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const usual = split(/[:/]/);
  if (usual.length > 1) return usual;
  const other = [/[|,;]/, /\s/, /\./]
    .map(split)
    .find(({ length, 1: kind = '' }) => length > 2 && kindNamed(kind) !== null);
  return other ?? usual;
}

function article(kind: NotificationKind): string {
  return kind === 'deployment' ? 'a deployment' : `an ${kind}`;
}

/** The names a key may have meant, in the style it is written in: Go's or JSON's. */
function namesLike(key: string, type: Type): readonly string[] {
  return jsonFields(type).map((f) => (/^[A-Z]/.test(key) ? f.goName : f.name));
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
