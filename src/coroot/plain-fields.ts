/**
 * Fields whose texts never have quotes, backslashes or control characters: names of Kubernetes objects
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/), statuses, Coroot’s own addresses and durations, and
 * custom fields, whose values are known.
 */
import { type CustomField, resolveCustomFields } from './custom-fields';
import type { CorootVersion, NotificationKind } from './versions';

/** Whether a plain text may be empty too. */
export type Plainness = 'filled' | 'maybe-empty';

const inEvery: Readonly<Record<string, Plainness>> = {
  'model.ApplicationId.ClusterId': 'maybe-empty',
  'model.ApplicationId.Namespace': 'filled',
  'model.ApplicationId.Kind': 'filled',
  'model.ApplicationId.Name': 'maybe-empty',
};

/** Fields of the notification itself, whose struct has no name of its own once there are custom fields. */
const ofNotification: Readonly<Record<string, Plainness>> = {
  Status: 'filled',
  Severity: 'filled',
  Duration: 'maybe-empty',
  URL: 'filled',
};

/** Whether a field is plain, by Go's name of its struct; `root` is that of the notification's. */
export function plainField(struct: string, root: string, field: string): Plainness | null {
  return (struct === root ? ofNotification[field] : inEvery[`${struct}.${field}`]) ?? null;
}

// eslint-disable-next-line no-control-regex -- they are what JSON strings cannot have as they are
const special = /["\\\u0000-\u001f]/;

/** Which custom fields are plain, by the names that templates know them by; null for those that are not. */
export function plainCustomFields(
  kind: NotificationKind,
  version: CorootVersion,
  fields: readonly CustomField[],
): ReadonlyMap<string, Plainness | null> {
  const { added } = resolveCustomFields(kind, version, fields);
  return new Map(
    added.map(({ name, value }) => [name, special.test(value) ? null : value === '' ? 'maybe-empty' : 'filled']),
  );
}
