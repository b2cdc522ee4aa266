/** What a sample is: a payload to try templates with, in Coroot's own JSON form, and the releases that send it. */
import type { NotificationKind, Release } from './versions';

/** The releases that send a payload: from `since` on, up to but without `until`; null stands for no limit. */
interface SampleReleases {
  readonly since: Release;
  readonly until: Release | null;
}

/** A payload that can be picked. */
export interface Sample {
  /** Never renamed. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly title: string;
  readonly description: string;
  /** JSON text, indented by two spaces, without a cluster in the application's id. */
  readonly payload: string;
  /** The releases that send it, or null where none does. */
  readonly releases: SampleReleases | null;
  /** Whether the documented version has it. */
  readonly documented: boolean;
}

/** The id of the project whose notifications the samples are, and of its cluster. */
export const project = 'x0xwl4jz';

/** The address of the project in Coroot. */
export const base = `http://127.0.0.1:8080/p/${project}`;

/** Makes a sample; `releases` says which send it, all of them by `{}`. */
export function sample(
  kind: NotificationKind,
  releases: Partial<SampleReleases> | null,
  id: string,
  title: string,
  description: string,
  payload: Readonly<Record<string, unknown>>,
  documented = true,
): Sample {
  const sent = releases === null ? null : { since: '1.0' as const, until: null, ...releases };
  return { id, kind, title, description, payload: JSON.stringify(payload, null, 2), releases: sent, documented };
}
