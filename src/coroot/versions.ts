/**
 * The releases of Coroot whose webhooks differ, oldest first, and what is called documented: the shapes that
 * https://docs.coroot.com/alerting/webhook shows. A release stands for itself and those after it, up to the next row.
 * What differs between releases is a column here; or it is a row of its own that names its releases: a field of the
 * template data in `types.ts`, a value that Coroot sends in `known-values.ts`, a payload in `samples.ts`.
 * Read in the code and the Dockerfile of every release from v1.0.0 to v1.24.5: https://github.com/coroot/coroot/tags
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
  /** Whether applications have the method `NamespaceIsEmpty`, which came with 1.17.3. */
  readonly namespaceIsEmpty: boolean;
  /** The kinds of notification it sends. */
  readonly kinds: readonly NotificationKind[];
  /** Whether the integration has custom fields. */
  readonly customFields: boolean;
  /** What templates are executed with: a Go struct, or a map made from the struct's JSON. */
  readonly data: 'struct' | 'map';
  /**
   * Whether it checks the integration's settings when they are saved and again before each send: that custom fields
   * have usable names, and that each kind that is switched on has a template.
   */
  readonly checksSettings: boolean;
  /** Whose page an incident's address leads to: that of its application, or that of the incidents. */
  readonly incidentAddress: 'application' | 'incidents';
}

/** How the oldest release behaves. */
const oldest: Behaviour = {
  go: '1.21',
  clusters: false,
  namespaceIsEmpty: false,
  kinds: ['incident', 'deployment'],
  customFields: false,
  data: 'struct',
  checksSettings: false,
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
    name: '1.0 – 1.5.10',
    summary: 'Incidents and deployments only, applications without a cluster; templates are those of Go 1.21.',
  },
  {
    id: '1.6',
    name: '1.5.11 – 1.12.4',
    summary: 'Templates are those of Go 1.23: `else with` is new.',
    go: '1.23',
    // Since 1.5.0.
    incidentAddress: 'incidents',
  },
  {
    id: '1.12.5',
    name: '1.12.5 – 1.16',
    summary:
      'Incidents are CRITICAL or OK, no longer WARNING, and do not report on SLOs; there may be no reports at all.',
  },
  {
    id: '1.17',
    name: '1.17',
    summary: 'Applications carry the id of their cluster.',
    clusters: true,
    namespaceIsEmpty: true,
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
    name: '1.19.2 – 1.19.8',
    summary: 'Custom fields become fields of the template data, their first letter in upper case.',
    data: 'struct',
  },
  {
    id: '1.20',
    name: '1.20 – 1.23',
    summary: 'Templates are those of Go 1.25: `range` over a number is new.',
    go: '1.25',
  },
  {
    id: '1.24.0',
    name: '1.24 and later',
    summary: 'Messages of reports end in details: names of instances and tables, SQL with quotes.',
  },
] as const satisfies readonly Row[];

/** What came after 1.24.5, in the public repository: nobody knows yet which release will have it. */
const nextRow = {
  id: 'next',
  name: 'Next (not yet released)',
  summary:
    'Names of custom fields are checked, and all settings again before each send: one kind that is on and has no template stops all kinds.',
  checksSettings: true,
} as const satisfies Row;

const allRows = [...rows, nextRow] as const;

/** A Coroot release in which something that templates can see changed. */
export type Release = (typeof allRows)[number]['id'];

/** The id of a row of `corootVersions`, as stored in projects and links; ids are never renamed. */
export type VersionId = 'documented' | Release;

/** One behaviour the playground can show. */
export interface CorootVersion extends Behaviour {
  readonly id: VersionId;
  /** What a list of versions shows. */
  readonly name: string;
  /** What is particular about it, in a sentence or two. */
  readonly summary: string;
  /** How a sentence begins that says what it does. */
  readonly called: string;
  /** How a sentence says that something is so there. */
  readonly where: string;
  /** The newest release whose fields it has. */
  readonly release: Release;
}

function after(older: Behaviour, row: Row & { readonly id: Release }): CorootVersion {
  const called = row.id === 'next' ? 'The next Coroot' : `Coroot ${row.name}`;
  const where = row.id === 'next' ? 'in the next Coroot' : `in Coroot ${row.name}`;
  return { ...older, ...row, called, where, release: row.id };
}

const released = rows.reduce<readonly CorootVersion[]>(
  (older, row) => [...older, after(older.at(-1) ?? oldest, row)],
  [],
);

/**
 * The newest release there is: what Coroot itself does in the recordings, and whose fields the documented version has.
 */
export const newestVersion: CorootVersion = released.reduce((_, newer) => newer);

const nextVersion = after(newestVersion, nextRow);

const releases: readonly CorootVersion[] = [...released, nextVersion];

/** What a new project starts with: all that the newest release can do, in the shapes of the documentation. */
export const defaultVersion: CorootVersion = {
  ...newestVersion,
  id: 'documented',
  name: 'As documented',
  summary: 'What the documentation shows: applications without a cluster, with alerts, root causes and custom fields.',
  called: 'Coroot',
  where: 'in the documented form',
  clusters: false,
  incidentAddress: 'application',
};

/** Every version: the default, then the releases, the newest first, and last what is not released yet. */
export const corootVersions: readonly CorootVersion[] = [defaultVersion, ...[...released].reverse(), nextVersion];

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

/** Whether `version` is older than the release `until`; the documented one is as new as the newest. */
export function isBefore(version: CorootVersion, until: Release): boolean {
  return !hasSince(version, until);
}

/** The release that first did what `does` asks for. Throws a RangeError when none did. */
export function cameWith(does: (behaviour: Behaviour) => boolean): Release {
  const first = releases.find(does);
  if (first === undefined) throw new RangeError('no release of Coroot does this');
  return first.release;
}

function ageOf(release: Release): number {
  return allRows.findIndex(({ id }) => id === release);
}
