/**
 * The releases of Coroot whose webhooks differ, oldest first, and what is called documented: the shapes that
 * https://docs.coroot.com/alerting/webhook shows. A release stands for itself and those after it, up to the next row.
 */

/** What Coroot notifies about. */
export type NotificationKind = 'incident' | 'deployment' | 'alert';

/** Every kind, in the order of Coroot's own form. */
export const notificationKinds: readonly NotificationKind[] = ['incident', 'deployment', 'alert'];

/** A Coroot release in which something that templates can see changed. */
export type Release = '1.0' | '1.17' | '1.18' | '1.19.1' | '1.19.2';

/** The id of a row of `corootVersions`, as stored in projects and links; ids are never renamed. */
export type VersionId = 'documented' | Release;

const releases: readonly Release[] = ['1.0', '1.17', '1.18', '1.19.1', '1.19.2'];

/** One behaviour the playground can show. */
export interface CorootVersion {
  readonly id: VersionId;
  /** What a list of versions shows. */
  readonly name: string;
  /** What is particular about it, in a sentence or two. */
  readonly summary: string;
  /** The newest release whose fields it has. */
  readonly release: Release;
  /** Whether applications carry a cluster id: `cluster:namespace:Kind:name` instead of `namespace:Kind:name`. */
  readonly clusters: boolean;
  /** The kinds of notification it sends. */
  readonly kinds: readonly NotificationKind[];
  /** Whether the integration has custom fields. */
  readonly customFields: boolean;
  /** What templates are executed with: a Go struct, or a map made from the struct's JSON. */
  readonly data: 'struct' | 'map';
}

/** What a new project starts with. */
export const defaultVersion: CorootVersion = {
  id: 'documented',
  name: 'As documented',
  summary: 'What the documentation shows: applications without a cluster, with alerts, root causes and custom fields.',
  release: '1.19.2',
  clusters: false,
  kinds: notificationKinds,
  customFields: true,
  data: 'struct',
};

/** Every version: the default, then the newest first. */
export const corootVersions: readonly CorootVersion[] = [
  defaultVersion,
  {
    id: '1.19.2',
    name: '1.19.2 and later',
    summary: 'Custom fields become fields of the template data, their first letter in upper case.',
    release: '1.19.2',
    clusters: true,
    kinds: notificationKinds,
    customFields: true,
    data: 'struct',
  },
  {
    id: '1.19.1',
    name: '1.19.1',
    summary:
      'Root causes and custom fields are new, but templates get a map with JSON keys: `.Status` prints `<no value>`, `.status` works.',
    release: '1.19.1',
    clusters: true,
    kinds: notificationKinds,
    customFields: true,
    data: 'map',
  },
  {
    id: '1.18',
    name: '1.18',
    summary: 'Alerts and deployments in progress are new.',
    release: '1.18',
    clusters: true,
    kinds: notificationKinds,
    customFields: false,
    data: 'struct',
  },
  {
    id: '1.17',
    name: '1.17',
    summary: 'Applications carry the id of their cluster.',
    release: '1.17',
    clusters: true,
    kinds: ['incident', 'deployment'],
    customFields: false,
    data: 'struct',
  },
  {
    id: '1.0',
    name: '1.0 – 1.16',
    summary: 'Incidents and deployments only, applications without a cluster.',
    release: '1.0',
    clusters: false,
    kinds: ['incident', 'deployment'],
    customFields: false,
    data: 'struct',
  },
];

/** The version for an id that may come from a link of another release of the playground; an unknown id means the default. */
export function findVersion(id: string): CorootVersion {
  return corootVersions.find((v) => v.id === id) ?? defaultVersion;
}

/** Whether `version` has what came with the release `since`. */
export function hasSince(version: CorootVersion, since: Release): boolean {
  return releases.indexOf(version.release) >= releases.indexOf(since);
}
