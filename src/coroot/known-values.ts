/**
 * The values that Coroot sends where it has only a few: statuses, severities, the names of reports, checks and details.
 * Each is a row with its releases, read in the code of the Community Edition, v1.0.0 to v1.24.5
 * (https://github.com/coroot/coroot: `model/check.go`, `notifications`, `watchers/alerts.go`); the Enterprise Edition
 * may send more. What https://docs.coroot.com/alerting/webhook shows belongs to the documented version as well.
 */
import { type CorootVersion, type NotificationKind, type Release, hasSince, isBefore } from './versions';

/** A value, and the releases that send it: from `since`, the oldest where it is left out, up to but without `until`. */
interface ValueRow {
  readonly value: string;
  readonly since?: Release;
  readonly until?: Release;
  /** Whether the documentation shows it, so that the documented version has it whatever releases do. */
  readonly documented?: boolean;
}

/** A check, which is reported under its title in the report of its area. */
interface CheckRow extends ValueRow {
  readonly report: string;
}

const value = (text: string, rest: Omit<ValueRow, 'value'> = {}): ValueRow => ({ value: text, ...rest });
const checksOf = (report: string, ...titles: readonly (string | ValueRow)[]): readonly CheckRow[] =>
  titles.map((title) => ({ ...(typeof title === 'string' ? value(title) : title), report }));

/** Since this release the objectives themselves are not reported on. */
const objectives = { until: '1.12.5', documented: true } as const;

/**
 * Every check that can fail. A release that changed its checks between two rows of the releases counts with both, so
 * these are the values of any release of a row.
 */
const checks: readonly CheckRow[] = [
  ...checksOf('SLO', value('Availability', objectives), value('Latency', objectives)),
  ...checksOf('CPU', 'Node CPU utilization', 'Container CPU utilization'),
  ...checksOf('Memory', 'Out of Memory', 'Memory leak', value('Memory pressure', { since: '1.12.5' })),
  ...checksOf('Storage', value('Disk I/O', { until: '1.6' }), 'Disk I/O load', 'Disk space'),
  ...checksOf(
    'Net',
    value('Network round-trip time (RTT)', { until: '1.18', documented: true }),
    value('Network RTT within the cluster', { since: '1.18' }),
    value('Network RTT to external services', { since: '1.18' }),
    value('Network RTT to services in other clusters', { since: '1.18' }),
    'Network connectivity',
    'TCP connections',
  ),
  ...checksOf('Instances', 'Instance availability', 'Restarts'),
  ...checksOf('Deployments', 'Deployment status'),
  ...checksOf('Redis', 'Redis availability', 'Redis latency'),
  ...checksOf('Mongodb', 'Mongodb availability', 'Mongodb replication lag'),
  ...checksOf('Memcached', 'Memcached availability'),
  ...checksOf(
    'Postgres',
    'Postgres availability',
    'Postgres latency',
    value('Postgres errors', { until: '1.6' }),
    'Postgres replication lag',
    'Postgres connections',
    value('Postgres checkpoints', { since: '1.24.0' }),
    value('Postgres WAL archiving', { since: '1.24.0' }),
    value('Postgres transaction ID wraparound', { since: '1.24.0' }),
    value('Postgres bloat', { since: '1.24.0' }),
    value('Postgres autovacuum', { since: '1.24.0' }),
    value('Postgres stale statistics', { since: '1.24.0' }),
    value('Postgres backups', { since: '1.24.0' }),
  ),
  ...checksOf('Logs', 'Errors'),
  ...checksOf('JVM', 'JVM availability', 'JVM safepoints'),
  ...checksOf('.NET', '.NET runtime availability'),
  ...checksOf('Python', 'Python GIL (Global Interpreter Lock) waiting time'),
  ...checksOf('Node.js', value('Node.js event loop blocked time', { since: '1.12.5' })),
  ...checksOf('DNS', 'DNS latency', 'DNS server errors', 'DNS NXDOMAIN errors'),
  ...checksOf('Mysql', 'Mysql availability', 'Mysql replication status', 'Mysql replication lag', 'Mysql connections'),
  // The coming report on browsers (real user monitoring); the titles of its checks are those it names.
  ...checksOf(
    'RUM',
    ...['LCP', 'INP', 'CLS', 'TTFB', 'JS errors', 'fetch errors'].map((title) => value(title, { since: 'next' })),
  ),
];

const reports: readonly ValueRow[] = checks.map(({ report, ...row }) => ({ ...row, value: report }));

const details: readonly ValueRow[] = [
  value('Description'),
  value('Findings', { since: '1.24.0' }),
  value('Sample'),
  value('Event message'),
  value('Labels'),
  value('KubernetesEventsQuery'),
  value('AI analysis'),
  value('Log pattern', { until: '1.0', documented: true }),
];

/** A field whose values are known: where it is, what it is called in a sentence, and the values in Coroot's order. */
interface KnownField {
  readonly kind: NotificationKind;
  /** Go's name of the struct that has the field, and the field's. */
  readonly struct: string;
  readonly field: string;
  readonly called: string;
  readonly rows: readonly ValueRow[];
  readonly words?: Words;
}

/** A value by other systems' words for it, in small letters: the one that is meant, or the one that is not. */
type Words = ReadonlyMap<string, { readonly text: string; readonly is: boolean }>;

const wordsFor = (text: string, is: boolean, words: readonly string[]): Words =>
  new Map(words.map((word) => [word, { text, is }]));

/** What Alertmanager, Grafana, PagerDuty and monitoring systems before them call a state. */
const stateWords: Words = new Map([
  ...wordsFor('OK', true, [
    'resolved',
    'closed',
    'recovered',
    'recovery',
    'normal',
    'healthy',
    'up',
    'fixed',
    'inactive',
  ]),
  ...wordsFor('OK', false, ['firing', 'alerting', 'active', 'open', 'opened', 'triggered', 'problem', 'unhealthy']),
  ...wordsFor('CRITICAL', true, ['down', 'fatal', 'emergency', 'disaster', 'high', 'p1']),
]);

const incidents = 'notifications.IncidentTemplateValues';
const reportItems = 'db.IncidentNotificationDetailsReport';
const deployments = 'notifications.DeploymentTemplateValues';
const alerts = 'notifications.AlertTemplateValues';

const rootStructs: ReadonlySet<string> = new Set([incidents, deployments, alerts]);

const fields: readonly KnownField[] = [
  {
    kind: 'incident',
    struct: incidents,
    field: 'Status',
    called: 'status of an incident',
    rows: [value('OK'), value('WARNING', { until: '1.12.5', documented: true }), value('CRITICAL')],
    words: stateWords,
  },
  { kind: 'incident', struct: reportItems, field: 'Name', called: 'name of a report', rows: reports },
  { kind: 'incident', struct: reportItems, field: 'Check', called: 'check of a report', rows: checks },
  {
    kind: 'deployment',
    struct: deployments,
    field: 'Status',
    called: 'status of a deployment',
    rows: [value('Deployed'), value('In-progress', { since: '1.18' }), value('Stuck'), value('Cancelled')],
  },
  {
    kind: 'alert',
    struct: alerts,
    field: 'Status',
    called: 'status of an alert',
    rows: [
      value('OK'),
      value('INFO'),
      value('WARNING'),
      value('CRITICAL'),
      // A rule without a severity of its own sends WARNING.
      value('UNKNOWN', { until: '1.0', documented: true }),
    ],
    words: stateWords,
  },
  {
    kind: 'alert',
    struct: alerts,
    field: 'Severity',
    called: 'severity of an alert',
    rows: [value('info'), value('warning'), value('critical'), value('unknown', { until: '1.0', documented: true })],
  },
  { kind: 'alert', struct: 'model.AlertDetail', field: 'Name', called: 'name of a detail', rows: details },
];

/** The values of a field, those of one version and those of all others. */
export interface KnownValues {
  /** What the field holds, in words: `status of an incident`. */
  readonly called: string;
  /** What the version sends, in Coroot's order; not empty. */
  readonly sent: readonly string[];
  /** What only other versions send, each with how a sentence tells when. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Other systems' words, in small letters: the value that is meant by one, or the only one that is not. */
  readonly words?: Words;
}

function isSent({ since = '1.0', until, documented }: ValueRow, version: CorootVersion): boolean {
  if (version.id === 'documented' && documented === true) return true;
  return hasSince(version, since) && (until === undefined || isBefore(version, until));
}

/** How a sentence tells which versions send a value that the one at hand does not. */
function timeOf({ since, until, documented }: ValueRow, version: CorootVersion): string {
  if (since !== undefined && isBefore(version, since)) {
    return since === 'next' ? 'it is still to come' : `it came with ${since}`;
  }
  return until === undefined || (documented === true && until === '1.0')
    ? 'only the documentation has it'
    : `${until} was the first without it`;
}

/** The struct's name in a version whose templates get its JSON as a map instead. */
const mapStruct = 'map[string]interface {}';

/**
 * The values that are known of a field of the template data, by Go's names of the struct and the field; null where it
 * may hold anything. Where the data is a map, its keys are asked for by the map's type and the key.
 */
export function knownValues(
  kind: NotificationKind,
  version: CorootVersion,
  struct: string,
  field: string,
): KnownValues | null {
  const ofMap = version.data === 'map' && struct === mapStruct;
  const known = fields.find(
    (f) =>
      f.kind === kind &&
      (ofMap ? rootStructs.has(f.struct) && f.field.toLowerCase() === field : f.struct === struct && f.field === field),
  );
  if (known === undefined || !version.kinds.includes(kind)) return null;
  const sent = new Set(known.rows.filter((row) => isSent(row, version)).map((row) => row.value));
  const others = known.rows.filter((row) => !sent.has(row.value));
  const elsewhere = new Map(others.map((row) => [row.value, timeOf(row, version)]));
  for (const { kind: other, rows } of fields.filter((f) => f.field === known.field && f.kind !== kind)) {
    for (const row of rows) {
      if (!sent.has(row.value) && !elsewhere.has(row.value) && row.until !== '1.0') {
        elsewhere.set(row.value, `only ${other}s have it`);
      }
    }
  }
  const { called, words } = known;
  return { called, sent: [...sent], elsewhere, ...(words === undefined ? {} : { words }) };
}
