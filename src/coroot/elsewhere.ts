/** Where a field is that a type of the template data does not have: a later release, or another kind of notification. */
import { fieldRows, fieldSince, structNameOf } from './types';
import { type CorootVersion, type NotificationKind, hasSince, notificationKinds } from './versions';

/** A sentence that says where the field of the struct `struct` (as Go names it) is to be had, or null. */
export function fieldElsewhere(
  kind: NotificationKind,
  version: CorootVersion,
  struct: string,
  field: string,
): string | null {
  const since = fieldSince(struct, field);
  if (since !== null && !hasSince(version, since)) return `.${field} came with Coroot ${since}.`;
  const isRoot = struct === structNameOf(kind) || struct.startsWith('struct {');
  if (!isRoot) return null;
  const others = notificationKinds.filter((k) => k !== kind && fieldRows[k].some(({ name }) => name === field));
  if (others.length === 0) return null;
  return `.${field} is in ${others.map((k) => `${k}s`).join(' and ')} only, not in ${kind}s.`;
}
