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
  corootVersions,
  hasSince,
  notificationKinds,
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
  readonly doc: FieldText;
}

/**
 * What a field holds, for a person who writes a template: one text; or one for each release with which it changed, and
 * one for the documented version, whose values are those of the documentation.
 */
type FieldText = string | { readonly documented: string; readonly since: readonly (readonly [Release, string])[] };

/** What a field holds in a version. */
export function textOf({ doc }: FieldRow, version: CorootVersion): string {
  if (typeof doc === 'string') return doc;
  if (version.id === 'documented') return doc.documented;
  return doc.since.findLast(([release]) => hasSince(version, release))?.[1] ?? doc.documented;
}

const status = (doc: FieldText): FieldRow => row('Status', stringType, 'status', doc);
const applicationRow = row('Application', 'model.ApplicationId', 'application', {
  documented: 'The application: Namespace, Kind and Name; all are empty in alerts of rules over metrics.',
  since: [
    ['1.0', 'The application: Namespace, Kind and Name. Outside Kubernetes the namespace is _.'],
    ['1.17', 'The application: ClusterId, Namespace, Kind and Name. Outside Kubernetes the namespace is _.'],
    ['1.18', 'The application: ClusterId, Namespace, Kind and Name; all are empty in alerts of rules over metrics.'],
  ],
});
const url = (page: string): FieldRow => row('URL', stringType, 'url', `The address of the ${page} in Coroot.`);

/** The fields of each kind, in the order of Coroot's structs. */
export const fieldRows: Readonly<Record<NotificationKind, readonly FieldRow[]>> = {
  incident: [
    status({
      documented: 'OK once the incident is resolved, before that WARNING or CRITICAL; only CRITICAL since 1.12.5.',
      since: [
        ['1.0', 'OK once the incident is resolved, before that WARNING or CRITICAL.'],
        ['1.12.5', 'OK once the incident is resolved, before that CRITICAL.'],
      ],
    }),
    applicationRow,
    row('Reports', '[]db.IncidentNotificationDetailsReport', 'reports', {
      documented: 'The failed checks; nil when the incident is resolved, or when nothing but an objective failed.',
      since: [
        ['1.0', 'The failed checks, objectives (SLO) included; when resolved, those of the objectives.'],
        ['1.12.5', 'The failed checks but for objectives; nil when there are none, and when resolved.'],
      ],
    }),
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
    status({
      documented: 'Deployed, In-progress, Stuck or Cancelled.',
      since: [
        ['1.0', 'Deployed, Stuck or Cancelled.'],
        ['1.18', 'Deployed, In-progress, Stuck or Cancelled.'],
      ],
    }),
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
    status({
      documented:
        'OK once the alert is resolved, before that INFO, WARNING, CRITICAL or UNKNOWN; never the last really.',
      since: [['1.18', 'OK once the alert is resolved, before that INFO, WARNING or CRITICAL.']],
    }),
    row('ProjectName', stringType, 'project_name', 'The project’s name.', '1.18'),
    applicationRow,
    row('RuleName', stringType, 'rule_name', 'The alerting rule’s name.', '1.18'),
    row(
      'Severity',
      stringType,
      'severity',
      'The rule’s: info, warning or critical, in lower case; stays when resolved.',
      '1.18',
    ),
    row('Summary', stringType, 'summary', 'What is wrong, in a sentence.', '1.18'),
    row(
      'Details',
      '[]model.AlertDetail',
      'details,omitempty',
      {
        documented: 'Labelled details, such as a log pattern; they stay when the alert is resolved.',
        since: [
          ['1.18', 'Description first, then Sample, Event message, Labels, AI analysis; they stay when resolved.'],
          [
            '1.24.0',
            'Description first, then Findings, Sample, Event message, Labels, AI analysis; they stay when resolved.',
          ],
        ],
      },
      '1.18',
    ),
    row('Duration', stringType, 'duration,omitempty', 'How long the alert lasted, when resolved.', '1.18'),
    row(
      'ResolvedBy',
      stringType,
      'resolved_by,omitempty',
      'Who resolved or suppressed the alert by hand: a name or an e-mail address.',
      '1.18',
    ),
    url('alert'),
  ],
};

/** The fields of the items of lists, in the order of Coroot's structs. */
const itemRows: Readonly<Record<ItemName, readonly FieldRow[]>> = {
  'db.IncidentNotificationDetailsReport': [
    row(
      'Name',
      defineType('model.AuditReportName', stringType),
      'name',
      'The area: CPU, Memory, Net, Logs, …; SLO until 1.12.4.',
    ),
    row('Check', stringType, 'check', 'The check that failed: Memory leak, Disk space, Errors, …'),
    row('Message', stringType, 'message', 'What the check found; since 1.24 often with details in parentheses.'),
  ],
  'model.AlertDetail': [
    row('Name', stringType, 'name', 'The detail’s label.'),
    row('Value', stringType, 'value', 'The detail itself; may have several lines.'),
    row('Code', boolType, 'code,omitempty', 'Whether the value is code, such as a log pattern.'),
  ],
};

/** The JSON keys of all fields in all releases, by Go's name, but for the parts of an application's id. */
export const fieldKeys: ReadonlyMap<string, string> = new Map(
  [...Object.values(fieldRows), ...Object.values(itemRows)].flatMap((rows) => rows.map((r) => [r.name, jsonKey(r)])),
);

/** The names of all fields in all releases, likewise. */
export const fieldNames: readonly string[] = [...fieldKeys.keys()];

const structNames: Readonly<Record<NotificationKind, string>> = {
  incident: 'notifications.IncidentTemplateValues',
  deployment: 'notifications.DeploymentTemplateValues',
  alert: 'notifications.AlertTemplateValues',
};

function row(name: string, type: FieldRow['type'], json: string, doc: FieldText, since: Release = '1.0'): FieldRow {
  return { name, type, json, since, doc };
}

/** The key of a field in JSON. */
export function jsonKey({ json }: FieldRow): string {
  return json.split(',')[0] ?? '';
}

/** Go's name of the struct that templates of a kind get. */
export function structNameOf(kind: NotificationKind): string {
  return structNames[kind];
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

/** Since when a type, as Go names it, has a field; null for those that it never had. */
export function fieldSince(type: string, field: string): Release | null {
  const kind = notificationKinds.find((k) => structNames[k] === type);
  const rows = kind === undefined ? Object.entries(itemRows).find(([name]) => name === type)?.[1] : fieldRows[kind];
  return rows?.find(({ name }) => name === field)?.since ?? null;
}

/** The rows of the fields that a version has. */
export function rowsOf(kind: NotificationKind, version: CorootVersion): readonly FieldRow[] {
  return fieldRows[kind].filter((r) => hasSince(version, r.since));
}

/** The names of the fields that a version does not have, because they came later. */
export function lackingFields(kind: NotificationKind, version: CorootVersion): readonly string[] {
  const known = rowsOf(kind, version);
  return fieldRows[kind].filter((r) => !known.includes(r)).map(({ name }) => name);
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
