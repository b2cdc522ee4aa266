/** The world that a template of Coroot's runs in, as the analysis wants to know it. */
import type { Environment } from '../analysis';
import {
  type CorootVersion,
  type CustomField,
  type NotificationKind,
  corootFunctions,
  corootVersions,
  decodePayload,
  fieldElsewhere,
  findVersion,
  heldBy,
  knownValues,
  nearest,
  plainCustomFields,
  plainField,
  rootFields,
  samplesFor,
  structType,
} from '../coroot';
import { type GoVersion, type Type, type Value, goVersions, stringType } from '../go';

/** What a template is analysed for. */
export interface World {
  readonly kind: NotificationKind;
  /** The id of a version of Coroot. */
  readonly version: string;
  readonly customFields: readonly CustomField[];
  /** Whether its receiver reads JSON; null when nobody knows who that is. */
  readonly expectsJson: boolean | null;
}

/** Coroot repairs line breaks in the strings of the outermost object. */
const repairsLineBreaksTo = 1;

/** The world of templates of a kind in a version of Coroot. */
export function environmentOf({ kind, version: id, customFields, expectsJson }: World): Environment {
  const version = findVersion(id);
  const example = exampleOf(kind, id, customFields);
  const root = example?.type ?? structType(kind, version);
  const rootName = root.toString();
  const customPlain = plainCustomFields(kind, version, customFields);
  const named = structType(kind, version).toString();
  return {
    called: version.called,
    name: `${kind}Template`,
    go: version.go,
    root,
    example,
    functions: corootFunctions,
    json: 'json',
    keys: version.data === 'map' ? keysOf(kind, version, customFields) : null,
    plain: (struct, field) => {
      const custom = struct === rootName ? customPlain.get(field) : undefined;
      return custom === undefined ? plainField(kind, struct, rootName, field) : custom;
    },
    // With custom fields the data's struct has no name.
    textsOf: remembered((struct, field) =>
      knownValues(kind, version, struct.startsWith('struct {') ? named : struct, field),
    ),
    heldBy,
    calledWith,
    elsewhere: (struct, field) => fieldElsewhere(kind, version, struct, field),
    nearest,
    expectsJson,
    repairsLineBreaksTo,
  };
}

/** The data of the first sample. */
function exampleOf(kind: NotificationKind, id: string, customFields: readonly CustomField[]): Value | null {
  const version = findVersion(id);
  for (const { payload } of samplesFor(kind, version)) {
    const decoded = decodePayload(payload, kind, version, customFields);
    if (decoded.ok) return decoded.value;
  }
  return null;
}

function calledWith(go: GoVersion): string | null {
  const age = goVersions.indexOf(go);
  const has = corootVersions.filter((version) => version.id !== 'documented' && goVersions.indexOf(version.go) >= age);
  const first = corootVersions.findLast((version) => has.includes(version) && version.id !== 'next');
  return first === undefined ? null : `Coroot ${first.id}`;
}

/** The analysis asks for the same few fields again and again. */
function remembered<T>(ask: (struct: string, field: string) => T): (struct: string, field: string) => T {
  const answers = new Map<string, T>();
  return (struct, field) => {
    const key = `${struct}.${field}`;
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as T;
    const answer = ask(struct, field);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * The keys of the data where it is a map: the struct's JSON read back. Texts are texts there, the application's id is
 * one; what may be left out, and lists, hold whatever they hold.
 */
function keysOf(
  kind: NotificationKind,
  version: CorootVersion,
  customFields: readonly CustomField[],
): ReadonlyMap<string, Type | null> {
  const always = new Set<string>();
  for (const { type, tag } of structType(kind, version).fields) {
    const [, key = '', more = ''] = /json:"([^",]*)([^"]*)"/.exec(tag) ?? [];
    const isText = type.kind === 'string' || type.methods.has('MarshalText');
    if (isText && !more.includes('omitempty')) always.add(key);
  }
  const fields = rootFields(kind, version, customFields);
  const own = new Set(rootFields(kind, version).map(({ name }) => name));
  return new Map(fields.map(({ name }) => [name, always.has(name) || !own.has(name) ? stringType : null]));
}
