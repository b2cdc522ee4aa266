/**
 * Fields whose texts have no quotes, backslashes or control characters: names of Kubernetes objects
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/), statuses, Coroot's own addresses and
 * durations, and custom fields, whose values are known.
 */
import { type CustomField, resolveCustomFields } from './custom-fields';
import type { CorootVersion, NotificationKind } from './versions';

/** What is known of a plain text. */
export interface Plainness {
  /** Whether it is never empty either. */
  readonly isFilled: boolean;
  /** Whether nothing else can come: outside Kubernetes, names are whatever their owners chose. */
  readonly isSure: boolean;
}

const named: Plainness = { isFilled: true, isSure: false };
const namedOrEmpty: Plainness = { isFilled: false, isSure: false };
const filled: Plainness = { isFilled: true, isSure: true };
const orEmpty: Plainness = { isFilled: false, isSure: true };

const inEvery: Readonly<Record<string, Plainness>> = {
  'model.ApplicationId.ClusterId': namedOrEmpty,
  'model.ApplicationId.Namespace': named,
  'model.ApplicationId.Kind': named,
  'model.ApplicationId.Name': namedOrEmpty,
};

/** Alerts that are about no application come with an empty one, and not with the namespace `_`. */
const ofAlerts: Readonly<Record<string, Plainness>> = {
  'model.ApplicationId.Namespace': namedOrEmpty,
  'model.ApplicationId.Kind': namedOrEmpty,
};

/**
 * Fields of the notification itself, whose struct has no name of its own once there are custom fields; in a release
 * whose templates get a map, its keys, where the application is a text.
 */
const ofNotification: Readonly<Record<string, Plainness>> = {
  Status: filled,
  Severity: filled,
  Duration: orEmpty,
  URL: filled,
  status: filled,
  severity: filled,
  duration: orEmpty,
  url: filled,
  application: named,
};

/**
 * Whether a field is plain in notifications of a kind, by Go's name of its struct; `root` is that of the
 * notification's.
 */
export function plainField(kind: NotificationKind, struct: string, root: string, field: string): Plainness | null {
  if (struct === root) return ofNotification[field] ?? null;
  const name = `${struct}.${field}`;
  return (kind === 'alert' ? ofAlerts[name] : undefined) ?? inEvery[name] ?? null;
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
  return new Map(added.map(({ name, value }) => [name, special.test(value) ? null : value === '' ? orEmpty : filled]));
}
