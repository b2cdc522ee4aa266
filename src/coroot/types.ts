/**
 * What templates are executed with: the structs of https://docs.coroot.com/alerting/webhook under the names and with
 * the JSON tags that Coroot's own code gives them, because Go's error messages and `json` show those.
 */
import { type Type, anyType, boolType, defineType, mapOf, sliceOf, stringType, structOf } from '../go';
import { applicationIdType } from './application-id';
import {
  type CorootVersion,
  type NotificationKind,
  type Release,
  type VersionId,
  cameWith,
  corootVersions,
  hasSince,
  latest,
} from './versions';

/** The structs that lists of the template data are made of. */
type ItemName = 'db.IncidentNotificationDetailsReport' | 'model.AlertDetail';

/** One field of the template data. */
export interface FieldRow {
  readonly name: string;
  /** Its type, or the name of one that releases may change, and that each version therefore has of its own. */
  readonly type: Type | 'model.ApplicationId' | `[]${ItemName}`;
  /** The JSON tag's text: the key and its options. */
  readonly json: string;
  readonly since: Release;
  /** What the field holds, for a person who writes a template. */
  readonly doc: string;
}

const status = (doc: string): FieldRow => row('Status', stringType, 'status', doc);
const applicationRow = row(
  'Application',
  'model.ApplicationId',
  'application',
  'The application: Namespace, Kind and Name; all are empty in alerts of rules over metrics.',
);
const url = (page: string): FieldRow => row('URL', stringType, 'url', `The address of the ${page} in Coroot.`);

/** The fields of each kind, in the order of Coroot's structs. */
export const fieldRows: Readonly<Record<NotificationKind, readonly FieldRow[]>> = {
  incident: [
    status('OK once the incident is resolved, before that WARNING or CRITICAL.'),
    applicationRow,
    row(
      'Reports',
      '[]db.IncidentNotificationDetailsReport',
      'reports',
      'The failed checks; nil when the incident is resolved.',
    ),
    url('incident'),
    row(
      'RCASummary',
      stringType,
      'rca_summary,omitempty',
      'The root cause in a few sentences; may be empty.',
      '1.19.1',
    ),
    row(
      'RCARemediations',
      stringType,
      'rca_remediations,omitempty',
      'What to do, as Markdown; may be empty.',
      '1.19.1',
    ),
  ],
  deployment: [
    status('Deployed, In-progress, Stuck or Cancelled.'),
    applicationRow,
    row('Version', stringType, 'version', 'The deployed version of the application.'),
    row(
      'Summary',
      sliceOf(stringType),
      'summary',
      'What changed; nil until that has been measured, half an hour after the rollout.',
    ),
    url('deployment'),
  ],
  alert: [
    status('OK once the alert is resolved, before that INFO, WARNING, CRITICAL or UNKNOWN.'),
    row('ProjectName', stringType, 'project_name', 'The project’s name.', '1.18'),
    applicationRow,
    row('RuleName', stringType, 'rule_name', 'The alerting rule’s name.', '1.18'),
    row('Severity', stringType, 'severity', 'warning or critical, in lower case.', '1.18'),
    row('Summary', stringType, 'summary', 'What is wrong, in a sentence.', '1.18'),
    row('Details', '[]model.AlertDetail', 'details,omitempty', 'Labelled details, such as a log pattern.', '1.18'),
    row('Duration', stringType, 'duration,omitempty', 'How long the alert lasted, when resolved.', '1.18'),
    row('ResolvedBy', stringType, 'resolved_by,omitempty', 'Who resolved the alert by hand.', '1.18'),
    url('alert'),
  ],
};

/** The fields of the items of lists, in the order of Coroot's structs. */
const itemRows: Readonly<Record<ItemName, readonly FieldRow[]>> = {
  'db.IncidentNotificationDetailsReport': [
    row('Name', defineType('model.AuditReportName', stringType), 'name', 'The area: SLO, CPU, Memory, Net, Logs, …'),
    row('Check', stringType, 'check', 'The check that failed: Availability, Latency, Memory leak, …'),
    row('Message', stringType, 'message', 'What the check found.'),
  ],
  'model.AlertDetail': [
    row('Name', stringType, 'name', 'The detail’s label.'),
    row('Value', stringType, 'value', 'The detail itself; may have several lines.'),
    row('Code', boolType, 'code,omitempty', 'Whether the value is code, such as a log pattern.'),
  ],
};

/** The names of all fields in all releases, but for the parts of an application's id. */
export const fieldNames: readonly string[] = [...Object.values(fieldRows), ...Object.values(itemRows)].flatMap((rows) =>
  rows.map(({ name }) => name),
);

const structNames: Readonly<Record<NotificationKind, string>> = {
  incident: 'notifications.IncidentTemplateValues',
  deployment: 'notifications.DeploymentTemplateValues',
  alert: 'notifications.AlertTemplateValues',
};

function row(name: string, type: FieldRow['type'], json: string, doc: string, since: Release = '1.0'): FieldRow {
  return { name, type, json, since, doc };
}

/** The key of a field in JSON. */
export function jsonKey({ json }: FieldRow): string {
  return json.split(',')[0] ?? '';
}

/** The types of one version. */
interface VersionTypes {
  readonly application: Type;
  readonly structs: Readonly<Record<NotificationKind, Type>>;
}

function makeTypes(version: CorootVersion): VersionTypes {
  const application = applicationIdType(version);
  const own = new Map([['model.ApplicationId', application]]);
  const typeOf = (type: FieldRow['type']): Type => {
    const found = typeof type === 'string' ? own.get(type) : type;
    if (found === undefined) throw new TypeError(`${String(type)} is no type of Coroot ${version.name} yet`);
    return found;
  };
  const struct = (name: string, rows: readonly FieldRow[]): Type => {
    const fields = rows.filter(({ since }) => hasSince(version, since));
    return defineType(
      name,
      structOf(fields.map((r) => ({ name: r.name, type: typeOf(r.type), tag: `json:"${r.json}"` }))),
    );
  };
  for (const [name, rows] of Object.entries(itemRows)) own.set(`[]${name}`, sliceOf(struct(name, rows)));
  const make = (kind: NotificationKind): Type => struct(structNames[kind], fieldRows[kind]);
  const structs = { incident: make('incident'), deployment: make('deployment'), alert: make('alert') };
  return { application, structs };
}

const typesByVersion: ReadonlyMap<VersionId, VersionTypes> = new Map(
  corootVersions.map((version) => [version.id, makeTypes(version)]),
);

function typesOf(version: CorootVersion): VersionTypes {
  const types = typesByVersion.get(version.id);
  if (types === undefined) throw new RangeError(`unknown Coroot version ${version.id}`);
  return types;
}

/** The first release that sent a kind of notification with all of the fields whose JSON keys are given. */
export function sinceKeys(kind: NotificationKind, keys: readonly string[]): Release {
  const fields = fieldRows[kind].filter((r) => keys.includes(jsonKey(r)));
  return latest([cameWith(({ kinds }) => kinds.includes(kind)), ...fields.map(({ since }) => since)]);
}

/** The rows of the fields that a version has. */
export function rowsOf(kind: NotificationKind, version: CorootVersion): readonly FieldRow[] {
  return fieldRows[kind].filter((r) => hasSince(version, r.since));
}

/** The version's `model.ApplicationId`. */
export function applicationType(version: CorootVersion): Type {
  return typesOf(version).application;
}

/** The version's struct for a kind, without custom fields: what the payload is read into. */
export function structType(kind: NotificationKind, version: CorootVersion): Type {
  return typesOf(version).structs[kind];
}

/** What templates of a version with `data: 'map'` get: the struct's JSON as a map. */
export const mapType: Type = mapOf(stringType, anyType);
