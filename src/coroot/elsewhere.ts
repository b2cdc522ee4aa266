/** Where a field is that a type of the template data does not have. */
import { fieldRows, fieldSince, structNameOf } from './types';
import { type CorootVersion, type NotificationKind, hasSince, notificationKinds } from './versions';

/** Where a field is to be had; `isKnown` when Coroot has a field of that very name. */
export interface FieldElsewhere {
  readonly sentence: string;
  readonly isKnown: boolean;
}

/** Says where the field of a struct (as Go names it) is to be had; null where nothing can be said. */
export function fieldElsewhere(
  kind: NotificationKind,
  version: CorootVersion,
  struct: string,
  field: string,
): FieldElsewhere | null {
  const isRoot = struct === structNameOf(kind) || struct.startsWith('struct {');
  const since = fieldSince(isRoot ? structNameOf(kind) : struct, field);
  if (since !== null && !hasSince(version, since)) {
    return { sentence: `\`.${field}\` came with Coroot ${since}.`, isKnown: true };
  }
  if (!isRoot) return null;
  const others = notificationKinds.filter((k) => k !== kind && fieldRows[k].some(({ name }) => name === field));
  if (others.length > 0) {
    const where = others.map((k) => `${k}s`).join(' and ');
    return { sentence: `\`.${field}\` is in ${where} only, not in ${kind}s.`, isKnown: false };
  }
  const setting = version.customFields
    ? 'it can be a custom field of the webhook: add it to its settings.'
    : 'custom fields came with Coroot 1.19.1.';
  return { sentence: `Coroot sends no \`.${field}\` with ${kind}s; ${setting}`, isKnown: false };
}
