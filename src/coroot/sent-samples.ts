/**
 * What releases really send, in the texts of their code: checks and messages of `model/check.go`, findings of
 * `auditor/postgres.go`, details of `watchers/alerts.go`, the test notifications of `api/forms/forms.go`, all of
 * https://github.com/coroot/coroot, Community Edition, v1.0.0 to v1.24.5. Names of applications, databases and people
 * are made up.
 */
import { remediations } from './documented-samples';
import { type Sample, base, project, sample } from './sample';

const incidentUrl = (key: string): string => `${base}/incidents?incident=${key}`;
const alertUrl = (key: string): string => `${base}/alerts?alert=${key}`;

/** Where the documented version has a sample much like it. */
const notDocumented = false;

const rca =
  'Requests to checkout fail because queries on the table "orders" time out.\nA migration at 14:02 dropped the index orders_customer_id; each query now reads 40M rows.';

const diskSpace = {
  rule_name: 'Low disk space',
  severity: 'warning',
  summary: '1 volume is over 80% full, max usage: 87%',
  details: [
    {
      name: 'Description',
      value:
        'Disk space is running low. If the volume fills up completely, the application may fail to write data, causing errors and potential data loss.',
    },
  ],
};

const logPattern = {
  rule_name: 'Log errors',
  severity: 'warning',
  summary: 'new error in the logs (214 messages in the last 1h)',
  details: [
    {
      name: 'Description',
      value:
        'A new log pattern has been detected. Review the log messages to determine whether this indicates an error, a misconfiguration, or expected behavior. Suppress the alert if this is not a problem.',
    },
    {
      name: 'Sample',
      value:
        'ERROR payment_gateway: unexpected reply "<html>"\n\tat Gateway.charge(Gateway.java:88)\n\tat *.retry_loop [3/3]',
      code: true,
    },
  ],
};

/** Every payload that releases send and the documentation does not show. */
export const sentSamples: readonly Sample[] = [
  sample(
    'incident',
    { since: '1.18' },
    'incident-test',
    'Test notification',
    'Letter by letter what Coroot’s test button sends.',
    {
      status: 'CRITICAL',
      application: 'default:Deployment:fake-app',
      reports: [
        {
          name: 'Net',
          check: 'Network RTT within the cluster',
          message: 'high network latency to 2 upstream services',
        },
        { name: 'Logs', check: 'Errors', message: '1206 errors occurred' },
      ],
      url: incidentUrl('123ab456'),
    },
  ),
  sample(
    'incident',
    { since: '1.12.5', until: '1.18' },
    'incident-failed-checks-1.12.5',
    'Failed checks',
    'An incident of these releases: never a report on the objectives themselves.',
    {
      status: 'CRITICAL',
      application: 'shop:Deployment:checkout',
      reports: [
        { name: 'CPU', check: 'Container CPU utilization', message: 'high CPU utilization of 2 containers' },
        {
          name: 'Memory',
          check: 'Out of Memory',
          message: 'app containers have been restarted 3 times by the OOM killer',
        },
        { name: 'Storage', check: 'Disk space', message: 'disk space on 1 volume will be exhausted soon' },
        { name: 'Logs', check: 'Errors', message: '418 errors occurred' },
      ],
      url: incidentUrl('7f3c9a1e'),
    },
    notDocumented,
  ),
  sample(
    'incident',
    { since: '1.18' },
    'incident-failed-checks',
    'Failed checks',
    'One report for each failed check, never one on the objectives themselves.',
    {
      status: 'CRITICAL',
      application: 'shop:Deployment:checkout',
      reports: [
        { name: 'CPU', check: 'Container CPU utilization', message: 'high CPU utilization of 2 containers' },
        { name: 'Memory', check: 'Out of Memory', message: 'application has been restarted 3 times by the OOM killer' },
        {
          name: 'Net',
          check: 'Network RTT within the cluster',
          message: 'high in-cluster network latency: 2 services affected, max RTT: 48ms',
        },
        { name: 'Instances', check: 'Restarts', message: 'application restarted 5 times' },
        { name: 'Logs', check: 'Errors', message: '418 errors occurred' },
      ],
      url: incidentUrl('7f3c9a1e'),
    },
  ),
  sample(
    'incident',
    { since: '1.12.5' },
    'incident-no-reports',
    'Critical without reports',
    'No check failed but the objective itself: the reports are null while the incident lasts.',
    {
      status: 'CRITICAL',
      application: 'shop:Deployment:checkout',
      reports: null,
      url: incidentUrl('0badcafe'),
    },
  ),
  sample(
    'incident',
    { since: '1.24.0' },
    'incident-findings',
    'Messages with findings',
    'Messages end in details: instances, tables, SQL with quotes, arrows, per cent.',
    {
      status: 'CRITICAL',
      application: 'shop:DatabaseCluster:orders-db',
      reports: [
        {
          name: 'Storage',
          check: 'Disk I/O load',
          message: `high I/O load of 1 volume (orders-db-0: the most I/O time consuming query → SELECT * FROM "orders" WHERE "state" LIKE 'new%' AND customer_id = $1 ORDER...)`,
        },
        { name: 'Postgres', check: 'Postgres latency', message: '1 postgres instance is performing slowly' },
        {
          name: 'Postgres',
          check: 'Postgres transaction ID wraparound',
          message:
            'transaction ID wraparound risk on 1 postgres instance (orders-db-0: database "orders" is 61% toward transaction ID wraparound (age 1.31B); a long-running transaction is holding the oldest transaction - end it)',
        },
        {
          name: 'Postgres',
          check: 'Postgres autovacuum',
          message:
            "autovacuum is falling behind on 2 postgres instances (orders-db-0: orders.public.order_items: 9x over the autovacuum trigger threshold, ~12GB of dead rows; workers busy but throttled by the cost limits, tune autovacuum_vacuum_cost_delay/limit (more workers won't help); orders-db-1: orders.public.events: 3x over the autovacuum trigger threshold, ~2GB of dead rows)",
        },
      ],
      url: incidentUrl('5e11de01'),
    },
  ),
  sample(
    'incident',
    { since: '1.19.1' },
    'incident-explained',
    'With root cause',
    'Root cause and remediations: several lines of Markdown, code and quotes.',
    {
      status: 'CRITICAL',
      application: 'shop:Deployment:checkout',
      reports: [
        { name: 'Postgres', check: 'Postgres latency', message: '1 postgres instance is performing slowly' },
        { name: 'Logs', check: 'Errors', message: '418 errors occurred' },
      ],
      url: incidentUrl('7f3c9a1e'),
      rca_summary: rca,
      rca_remediations: remediations,
    },
    notDocumented,
  ),
  sample(
    'incident',
    { since: '1.19.1' },
    'incident-resolved-root-cause',
    'Resolved, with root cause',
    'Status OK: no reports, but the root cause stays.',
    {
      status: 'OK',
      application: 'shop:Deployment:checkout',
      reports: null,
      url: incidentUrl('7f3c9a1e'),
      rca_summary: rca,
      rca_remediations: remediations,
    },
  ),
  sample(
    'incident',
    { since: '1.12.5' },
    'incident-upstream',
    'External service',
    'Something outside the cluster; its name has a port.',
    {
      status: 'CRITICAL',
      application: 'external:ExternalService:db.example.com:5432',
      reports: [{ name: 'Net', check: 'TCP connections', message: 'failed to connect to 1 upstream service' }],
      url: incidentUrl('0badcafe'),
    },
    notDocumented,
  ),

  sample(
    'deployment',
    {},
    'deployment-test',
    'Test notification',
    'Letter by letter what Coroot’s test button sends, but for the time in the address.',
    {
      status: 'Deployed',
      application: 'default:Deployment:fake-app',
      version: '123ab456: app:v1.8.2',
      summary: [
        '💔 Availability: 87% (objective: 99%)',
        '💔 CPU usage: +21% (+$37/mo) compared to the previous deployment',
        '🎉 Memory: looks like the memory leak has been fixed',
      ],
      url: `${base}/app/default:Deployment:fake-app/Deployments#123ab456:1764547200`,
    },
  ),

  sample(
    'alert',
    { since: '1.18' },
    'alert-check',
    'Failed check',
    'A rule over a check: its description is a detail.',
    {
      status: 'WARNING',
      project_name: 'production',
      application: 'default:StatefulSet:spool',
      ...diskSpace,
      url: alertUrl('hX3vQm81ZkPa'),
    },
  ),
  sample(
    'alert',
    { since: '1.24.0' },
    'alert-findings',
    'Critical with findings',
    'A rule over a check of Postgres: what it found, line by line, in quotes.',
    {
      status: 'CRITICAL',
      project_name: 'production',
      application: 'shop:DatabaseCluster:orders-db',
      rule_name: 'Postgres transaction ID wraparound',
      severity: 'critical',
      summary: 'transaction ID wraparound risk on 2 postgres instances',
      details: [
        {
          name: 'Description',
          value:
            'PostgreSQL is approaching transaction ID wraparound. If the age reaches the limit the database will stop accepting writes. Vacuum freezing is likely blocked by a held xmin horizon (a replication slot, long-running or prepared transaction).',
        },
        {
          name: 'Findings',
          value:
            'orders-db-0: database "orders" is 61% toward transaction ID wraparound (age 1.31B); a long-running transaction is holding the oldest transaction - end it\norders-db-1: database "audit" is 54% toward multixact ID wraparound (age 1.16B)',
        },
      ],
      url: alertUrl('9d41e7Qc0wYt'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-log-pattern',
    'Log pattern',
    'A new error in the logs: a sample of it as code, several lines and quotes.',
    {
      status: 'WARNING',
      project_name: 'production',
      application: 'shop:Deployment:checkout',
      ...logPattern,
      url: alertUrl('V1StGXR8Z5jd'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-kubernetes-event',
    'Kubernetes event',
    'The detail KubernetesEventsQuery is JSON, so there are quotes in every such alert; since 1.18.2.',
    {
      status: 'WARNING',
      project_name: 'production',
      application: 'shop:Deployment:checkout',
      rule_name: 'Kubernetes events',
      severity: 'warning',
      summary: 'FailedScheduling (4 events in the last 1h)',
      details: [
        {
          name: 'Description',
          value:
            'A Kubernetes event has been detected. Review the event to determine whether it indicates a problem requiring attention.',
        },
        {
          name: 'Event message',
          value:
            '0/3 nodes are available: 1 node(s) had untolerated taint {dedicated: gpu}, 2 Insufficient memory. preemption: 0/3 nodes are available.',
          code: true,
        },
        {
          name: 'Labels',
          value: 'cluster="production"\nreason="FailedScheduling"\nsource="default-scheduler"',
          code: true,
        },
        {
          name: 'KubernetesEventsQuery',
          value:
            '[{"name":"Cluster","op":"=","value":"production"},{"name":"event.reason","op":"=","value":"FailedScheduling"},{"name":"object.name","op":"~","value":"^(checkout-5d9c7b-q8w1e|checkout-5d9c7b-x2x4z)$"}]',
        },
      ],
      url: alertUrl('Uakgb_J5m9g-'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-metrics',
    'Rule over metrics',
    'A PromQL rule: all of the application is empty, also its cluster; the labels are a detail.',
    {
      status: 'CRITICAL',
      project_name: 'production',
      application: '::',
      rule_name: 'Consumer lag',
      severity: 'critical',
      summary: 'the consumers of the topic orders are 12340 messages behind',
      details: [{ name: 'Labels', value: 'consumer_group="billing"\ntopic="orders"', code: true }],
      url: alertUrl('c0ffeeX2aLp0'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-only-cluster',
    'Rule over metrics, cluster only',
    'All of the application is empty but its cluster, which Coroot adds when it reads a waiting alert.',
    {
      status: 'WARNING',
      project_name: 'production',
      application: `${project}:::`,
      rule_name: 'Certificate expires',
      severity: 'warning',
      summary: 'the certificate of shop.example.com:443 expires in 6 days',
      details: [{ name: 'Labels', value: 'host="shop.example.com"\nport="443"', code: true }],
      url: alertUrl('Qm81ZkPahX3v'),
    },
    notDocumented,
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-info',
    'Information',
    'INFO is sent only where a rule says so. A rule without a summary of its own.',
    {
      status: 'INFO',
      project_name: 'production',
      application: '::',
      rule_name: 'Batch finished',
      severity: 'info',
      summary: 'PromQL alert is firing (value: 1)',
      url: alertUrl('n0Dz8Wq4rT7s'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-resolved-details',
    'Resolved, with details',
    'Status OK with the duration; the details stay.',
    {
      status: 'OK',
      project_name: 'production',
      application: 'default:StatefulSet:spool',
      ...diskSpace,
      duration: '1h30m',
      url: alertUrl('hX3vQm81ZkPa'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-suppressed',
    'Resolved by somebody',
    'Somebody resolved or suppressed the alert: a name or an e-mail address.',
    {
      status: 'OK',
      project_name: 'production',
      application: 'shop:Deployment:checkout',
      ...logPattern,
      duration: '5m30s',
      resolved_by: 'jo.o_neil@example.com',
      url: alertUrl('V1StGXR8Z5jd'),
    },
  ),
  sample(
    'alert',
    { since: '1.18' },
    'alert-no-namespace',
    'Outside Kubernetes',
    'An application without a namespace: it is _.',
    {
      status: 'WARNING',
      project_name: 'staging_eu',
      application: '_:Unknown:nginx',
      ...diskSpace,
      url: alertUrl('77aa01Bv3nKe'),
    },
    notDocumented,
  ),
];
