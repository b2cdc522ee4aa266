/**
 * Custom fields of a webhook integration, which Coroot adds to the template data since 1.19.2: an anonymous struct made
 * with `reflect.StructOf` holds the notification's fields and then one text field for each custom one. The first byte
 * of the key, in upper case, begins the Go name; the key as typed is the JSON name. https://pkg.go.dev/reflect#StructOf
 * What comes after 1.24.5 refuses keys that are not plain names, and integrations that are not complete.
 */
import { type Type, jsonFields, quote, stringType, structOf } from '../go';
import { structType } from './types';
import { type CorootVersion, type NotificationKind, cameWith } from './versions';

/** A custom field as configured: the key as typed and its value. */
export type CustomField = readonly [key: string, value: string];

/** A custom field that reached the template data, with the name templates know it by. */
export interface AddedField {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** A custom field that did not, or not without trouble. An `error` makes Coroot itself fail. */
export interface CustomFieldProblem {
  readonly severity: 'error' | 'warning';
  readonly key: string;
  readonly message: string;
}

/** The custom fields that count, in the order in which the playground adds them, and what is wrong with the others. */
export interface ResolvedFields {
  readonly added: readonly AddedField[];
  /** Whether templates get a struct without a name: Coroot makes one even when it then drops every custom field. */
  readonly anonymous: boolean;
  readonly problems: readonly CustomFieldProblem[];
}

const noFields: ResolvedFields = { added: [], anonymous: false, problems: [] };

/**
 * Decides what becomes of each custom field. Coroot adds them in random order; here they are sorted by key. Where a key
 * is given twice, the later value counts.
 */
export function resolveCustomFields(
  kind: NotificationKind,
  version: CorootVersion,
  fields: readonly CustomField[],
): ResolvedFields {
  if (fields.length === 0) return noFields;
  const problems: CustomFieldProblem[] = [];
  const byKey = new Map<string, string>();
  for (const [key, value] of fields) {
    if (byKey.has(key))
      problems.push({
        severity: 'warning',
        key,
        message: `The key ${quoted(key)} is there twice; the last value counts.`,
      });
    byKey.set(key, value);
  }
  if (!version.customFields) {
    const message = `${version.called} has no custom fields; they came with ${cameWith((v) => v.customFields)}.`;
    return { ...noFields, problems: [...byKey.keys()].map((key) => ({ severity: 'warning', key, message })) };
  }
  const added: AddedField[] = [];
  const present = jsonFields(structType(kind, version));
  const names = new Set(present.map((f) => f.goName));
  const jsonKeys = new Map(present.map((f) => [f.name, f.goName]));
  const checked = new Map<string, string>();
  for (const [key, value] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = version.data === 'map' ? key : goFieldName(key);
    // The check comes before anything is added, so fields that will be dropped are twins too.
    const refused = version.checksSettings ? refusal(key, checked) : null;
    if (refused !== null) {
      problems.push(refused);
      continue;
    }
    checked.set(upperCased(key), key);
    const twin = added.find((f) => f.name === name);
    const problem =
      twin === undefined ? obstacle(key, name, version.data === 'map' ? jsonKeys : names) : sharedName(key, twin);
    if (problem !== null) problems.push(problem);
    if (problem !== null || name === null) continue;
    const rival = jsonKeys.get(key);
    if (rival !== undefined) problems.push(sharedJsonKey(key, name, rival));
    added.push({ key, name, value });
  }
  // Coroot's form leaves out rows without a key.
  const anonymous = version.data === 'struct' && [...byKey.keys()].some((key) => key !== '');
  return { added, anonymous, problems };
}

/**
 * Why a version that checks its settings refuses a custom field beside those before it, by the names they become, in
 * Coroot's words; or null. Of twins Coroot names the one that it comes to last, in random order.
 * https://github.com/coroot/coroot/blob/main/db/integrations.go
 */
function refusal(key: string, checked: ReadonlyMap<string, string>): CustomFieldProblem | null {
  const twin = checked.get(upperCased(key));
  const fault = !/^[A-Za-z][A-Za-z0-9_]*$/.test(key)
    ? `invalid custom field name ${quote(key)}: use letters, digits and underscores, starting with a letter`
    : twin !== undefined
      ? `duplicate custom field name ${quote(twin)} (or ${quote(key)}: it names either)`
      : null;
  if (fault === null) return null;
  const message = `The next Coroot neither saves nor sends this: ${fault}. Saving says “invalid webhook configuration:” before it.`;
  return { severity: 'error', key, message };
}

/** Why a version that checks its settings sends nothing for want of a template, in Coroot's words; or null. */
export function templateFault(kind: NotificationKind, version: CorootVersion, template: string): string | null {
  // An alert without a template is skipped before anything is checked.
  if (!version.checksSettings || template !== '' || kind === 'alert') return null;
  return `${kind} template is required`;
}

function upperCased(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** The Go field name a key becomes, or null when `reflect.StructOf` would panic over it. */
function goFieldName(key: string): string | null {
  return /^[A-Za-z][\p{L}\p{Nd}_]*$/u.test(key) ? upperCased(key) : null;
}

/** What keeps a field out of the data, or null. `taken` has the names that are already there. */
function obstacle(key: string, name: string | null, taken: { has(name: string): boolean }): CustomFieldProblem | null {
  if (key === '') return { severity: 'warning', key, message: 'Coroot skips a custom field without a key.' };
  if (name === null) {
    const why = /^[A-Za-z]/.test(key)
      ? `${quoted(firstForbidden(key))} cannot be part of a Go field name; use letters, digits and _`
      : 'a key must begin with one of the letters A to Z or a to z';
    const message = `Coroot crashes over the custom field ${quoted(key)} before it renders anything: ${why}.`;
    return { severity: 'error', key, message };
  }
  if (!taken.has(name)) return null;
  const message = `Coroot drops the custom field ${quoted(key)}: there is already a field ${name}. Choose another key.`;
  return { severity: 'warning', key, message };
}

/** `reflect.StructOf` panics over two fields with one name, and Coroot looks only for its own. */
function sharedName(key: string, { key: other, name }: AddedField): CustomFieldProblem {
  const message = `Coroot crashes over the custom fields ${quoted(other)} and ${quoted(key)} before it renders anything: both become the field ${name}. Remove one of them.`;
  return { severity: 'error', key, message };
}

/** Two fields with one JSON name hide each other: https://pkg.go.dev/encoding/json#Marshal */
function sharedJsonKey(key: string, name: string, rival: string): CustomFieldProblem {
  const message = `.${name} and .${rival} are both called ${quoted(key)} in JSON, so \`{{ json . }}\` leaves out both. Choose another key.`;
  return { severity: 'warning', key, message };
}

function firstForbidden(key: string): string {
  return /[^\p{L}\p{Nd}_]/u.exec(key)?.[0] ?? key;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * The type templates see when there are custom fields: the struct's fields and the added ones, in a struct without a
 * name.
 */
export function typeWithFields(base: Type, added: readonly AddedField[]): Type {
  return structOf([
    ...base.fields,
    ...added.map(({ key, name }) => ({ name, type: stringType, tag: `json:"${key}"` })),
  ]);
}
