/**
 * The releases of Coroot whose webhooks differ, oldest first, and what is called documented: the shapes that
 * https://docs.coroot.com/alerting/webhook shows. A release stands for itself and those after it, up to the next row.
 * What differs between releases is a column here or, for a field of the template data, its row in `types.ts`.
 */
import type { GoVersion } from '../go';

/** What Coroot notifies about. */
export type NotificationKind = 'incident' | 'deployment' | 'alert';

/** Every kind, in the order of Coroot's own form. */
export const notificationKinds: readonly NotificationKind[] = ['incident', 'deployment', 'alert'];

/** What may differ between releases: the columns of the table below. */
interface Behaviour {
  /** The Go that it was built with, which is what its templates behave as. */
  readonly go: GoVersion;
  /** Whether applications carry a cluster id: `cluster:namespace:Kind:name` instead of `namespace:Kind:name`. */
  readonly clusters: boolean;
  /** The kinds of notification it sends. */
  readonly kinds: readonly NotificationKind[];
  /** Whether the integration has custom fields. */
  readonly customFields: boolean;
  /** What templates are executed with: a Go struct, or a map made from the struct's JSON. */
  readonly data: 'struct' | 'map';
  /** Whose page an incident's address leads to: that of its application, or that of the incidents. */
  readonly incidentAddress: 'application' | 'incidents';
}

/** How the oldest release behaves. */
const oldest: Behaviour = {
  go: '1.21',
  clusters: false,
  kinds: ['incident', 'deployment'],
  customFields: false,
  data: 'struct',
  incidentAddress: 'application',
};

/** A row of the table: a release and what changed with it; all else is as in the row before. */
interface Row extends Partial<Behaviour> {
  /** The first release of the row. */
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

const rows = [
  {
    id: '1.0',
    name: '1.0 – 1.16',
    summary: 'Incidents and deployments only, applications without a cluster.',
  },
  {
    id: '1.17',
    name: '1.17',
    summary: 'Applications carry the id of their cluster.',
    go: '1.23',
    clusters: true,
  },
  {
    id: '1.18',
    name: '1.18',
    summary: 'Alerts and deployments in progress are new.',
    kinds: notificationKinds,
  },
  {
    id: '1.19.1',
    name: '1.19.1',
    summary:
      'Root causes and custom fields are new, but templates get a map with JSON keys: `.Status` prints `<no value>`, `.status` works.',
    customFields: true,
    data: 'map',
  },
  {
    id: '1.19.2',
    name: '1.19.2 and later',
    summary: 'Custom fields become fields of the template data, their first letter in upper case.',
    data: 'struct',
    incidentAddress: 'incidents',
  },
] as const satisfies readonly Row[];

/** A Coroot release in which something that templates can see changed. */
export type Release = (typeof rows)[number]['id'];

/** The id of a row of `corootVersions`, as stored in projects and links; ids are never renamed. */
export type VersionId = 'documented' | Release;

/** One behaviour the playground can show. */
export interface CorootVersion extends Behaviour {
  readonly id: VersionId;
  /** What a list of versions shows. */
  readonly name: string;
  /** What is particular about it, in a sentence or two. */
  readonly summary: string;
  /** How a sentence says that something is so there. */
  readonly where: string;
  /** The newest release whose fields it has. */
  readonly release: Release;
}

const releases = rows.reduce<readonly CorootVersion[]>((older, row) => {
  const version = { ...(older.at(-1) ?? oldest), ...row, where: `in Coroot ${row.name}`, release: row.id };
  return [...older, version];
}, []);

/** The newest release: what Coroot itself does in the recordings, and whose fields the documented version has. */
export const newestVersion: CorootVersion = releases.reduce((_, newer) => newer);

/** What a new project starts with: all that the newest release can do, in the shapes of the documentation. */
export const defaultVersion: CorootVersion = {
  ...newestVersion,
  id: 'documented',
  name: 'As documented',
  summary: 'What the documentation shows: applications without a cluster, with alerts, root causes and custom fields.',
  where: 'in the documented form',
  clusters: false,
  incidentAddress: 'application',
};

/** Every version: the default, then the newest first. */
export const corootVersions: readonly CorootVersion[] = [defaultVersion, ...[...releases].reverse()];

/**
 * The version for an id that may come from a link of another release of the playground; an unknown id means the
 * default.
 */
export function findVersion(id: string): CorootVersion {
  return corootVersions.find((v) => v.id === id) ?? defaultVersion;
}

/** Whether `version` has what came with the release `since`. */
export function hasSince(version: CorootVersion, since: Release): boolean {
  return ageOf(version.release) >= ageOf(since);
}

/** The newest of some releases. Of none it is the oldest there is. */
export function latest(some: readonly Release[]): Release {
  return some.reduce((a, b) => (ageOf(a) >= ageOf(b) ? a : b), rows[0].id);
}

/** The release that first did what `does` asks for. Throws a RangeError when none did. */
export function cameWith(does: (behaviour: Behaviour) => boolean): Release {
  const first = releases.find(does);
  if (first === undefined) throw new RangeError('no release of Coroot does this');
  return first.release;
}

function ageOf(release: Release): number {
  return rows.findIndex(({ id }) => id === release);
}
