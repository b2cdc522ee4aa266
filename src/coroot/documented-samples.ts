/**
 * The samples of https://docs.coroot.com/alerting/webhook and others in the same style, one for each case a template
 * meets. Few of them are what a release sends letter by letter: those are in `sent-samples.ts`.
 */
import { type Sample, base, sample } from './sample';

/** What to do, as Coroot's root cause analysis writes it: Markdown with a fenced block of code. */
export const remediations = `## Immediate actions
1. **Restore the index** that the last migration dropped:
   \`\`\`sql
   CREATE INDEX CONCURRENTLY orders_customer_id ON orders (customer_id);
   \`\`\`
2. Watch the *connection pool* of \`checkout\` until it is below 80 %.

## Later
- Run migrations against a copy of the production data first.`;

/** The documentation's and others in its style; of each kind the first is what a new project starts with. */
export const documentedSamples: readonly Sample[] = [
  sample(
    'incident',
    { until: '1.12.5' },
    'incident-documented',
    'Warning (documented)',
    'The incident of Coroot’s documentation.',
    {
      status: 'WARNING',
      application: 'default:Deployment:app1',
      reports: [
        { name: 'SLO', check: 'Latency', message: 'error budget burn rate is 20x within 1 hour' },
        { name: 'Net', check: 'Network round-trip time (RTT)', message: 'high network latency to 2 upstream services' },
      ],
      url: `${base}/app/default:Deployment:app1?incident=123ab456`,
    },
  ),
  sample(
    'incident',
    { until: '1.18' },
    'incident-critical',
    'Critical',
    'Coroot’s own test notification has this shape.',
    {
      status: 'CRITICAL',
      application: 'default:Deployment:fake-app',
      reports: [
        { name: 'Net', check: 'Network round-trip time (RTT)', message: 'high network latency to 2 upstream services' },
        { name: 'Logs', check: 'Errors', message: '1206 errors occurred' },
      ],
      url: `${base}/incidents?incident=fake`,
    },
  ),
  sample('incident', { since: '1.12.5' }, 'incident-resolved', 'Resolved', 'Status OK: the reports are null.', {
    status: 'OK',
    application: 'default:Deployment:app1',
    reports: null,
    url: `${base}/incidents?incident=123ab456`,
  }),
  sample(
    'incident',
    { until: '1.12.5' },
    'incident-resolved-objectives',
    'Resolved',
    'Status OK: the reports are those on the objectives, which are met again.',
    {
      status: 'OK',
      application: 'default:Deployment:app1',
      reports: [
        { name: 'SLO', check: 'Availability', message: 'error budget burn rate is 0.4x within 24 hours' },
        { name: 'SLO', check: 'Latency', message: 'error budget burn rate is 2.1x within 24 hours' },
      ],
      url: `${base}/incidents?incident=123ab456`,
    },
    false,
  ),
  sample(
    'incident',
    null,
    'incident-root-cause',
    'With root cause',
    'Root cause and remediations: several lines of Markdown, code and quotes.',
    {
      status: 'CRITICAL',
      application: 'shop:Deployment:checkout',
      reports: [
        { name: 'SLO', check: 'Availability', message: 'error budget burn rate is 26x within 1 hour' },
        { name: 'Postgres', check: 'Postgres latency', message: 'high query latency on 1 instance' },
        { name: 'Logs', check: 'Errors', message: '418 errors occurred' },
      ],
      url: `${base}/incidents?incident=7f3c9a1e`,
      rca_summary:
        'Requests to checkout fail because queries on the table "orders" time out.\nA migration at 14:02 dropped the index orders_customer_id; each query now reads 40M rows.',
      rca_remediations: remediations,
    },
  ),
  sample('incident', null, 'incident-long', 'Many reports', 'Twelve reports of an application with a long name.', {
    status: 'WARNING',
    application: 'payments-and-settlement-production:StatefulSet:settlement-batch-worker-eu-central-1',
    reports: [
      { name: 'SLO', check: 'Availability', message: 'error budget burn rate is 6x within 6 hours' },
      { name: 'SLO', check: 'Latency', message: 'error budget burn rate is 14x within 1 hour' },
      { name: 'CPU', check: 'CPU utilization', message: 'high CPU utilization of 3 nodes' },
      { name: 'CPU', check: 'CPU throttling', message: 'app containers were throttled for 37% of the time' },
      {
        name: 'Memory',
        check: 'Out of memory',
        message: 'app containers have been restarted 11 times by the OOM killer',
      },
      { name: 'Memory', check: 'Memory leak', message: 'memory usage is growing by 12% per hour' },
      { name: 'Storage', check: 'Disk space', message: 'disk space of /var/lib/data-01 will be exhausted soon' },
      { name: 'Net', check: 'Network round-trip time (RTT)', message: 'high network latency to 2 upstream services' },
      { name: 'DNS', check: 'DNS server errors', message: '214 server errors occurred' },
      { name: 'Instances', check: 'Instance availability', message: '2/8 instances are unavailable' },
      { name: 'Instances', check: 'Instance restarts', message: 'app containers have been restarted 5 times' },
      { name: 'Logs', check: 'Errors', message: '12,061 errors occurred' },
    ],
    url: `${base}/incidents?incident=5e11de01`,
  }),
  sample(
    'incident',
    null,
    'incident-odd-characters',
    'Odd characters',
    'Quotes, backslashes, markup, line breaks: what breaks a template that does not use json.',
    {
      status: 'WARNING',
      application: 'team_a:Deployment:my_batch_app',
      reports: [
        { name: 'CPU', check: 'CPU throttling', message: '"worker" was throttled for 37% of the time' },
        { name: 'DNS', check: 'DNS server errors', message: '*.svc.cluster.local: 214 <SERVFAIL> answers & retries' },
        { name: 'Logs', check: 'Errors', message: 'C:\\spool\\[in_progress] not found 💥\n\tat `Spool.open`' },
      ],
      url: `${base}/incidents?incident=0ddc4a25`,
    },
  ),
  sample(
    'incident',
    null,
    'incident-external',
    'External service',
    'Something outside the cluster; its name has a port.',
    {
      status: 'CRITICAL',
      application: 'external:ExternalService:db.example.com:5432',
      reports: [{ name: 'Net', check: 'TCP connections', message: 'failed to connect to db.example.com:5432' }],
      url: `${base}/incidents?incident=0badcafe`,
    },
  ),

  sample(
    'deployment',
    {},
    'deployment-documented',
    'Deployed (documented)',
    'The deployment of Coroot’s documentation.',
    {
      status: 'Deployed',
      application: 'default:Deployment:app1',
      version: '123ab456: app:v1.8.2',
      summary: [
        '💔 Availability: 87% (objective: 99%)',
        '💔 CPU usage: +21% (+$37/mo) compared to the previous deployment',
        '🎉 Memory: looks like the memory leak has been fixed',
      ],
      url: `${base}/app/default:Deployment:app1/Deployments#123ab456:123`,
    },
  ),
  sample(
    'deployment',
    { since: '1.18' },
    'deployment-in-progress',
    'In progress',
    'There is no summary yet: it is null.',
    {
      status: 'In-progress',
      application: 'default:Deployment:app1',
      version: '77c0ffee: app:v1.9.0-rc.1',
      summary: null,
      url: `${base}/app/default:Deployment:app1/Deployments#77c0ffee:124`,
    },
  ),
  sample(
    'deployment',
    {},
    'deployment-deployed',
    'Deployed, not compared yet',
    'The rollout is over; no summary yet.',
    {
      status: 'Deployed',
      application: 'default:Deployment:app1',
      version: '77c0ffee: app:v1.9.0-rc.1',
      summary: null,
      url: `${base}/app/default:Deployment:app1/Deployments#77c0ffee:124`,
    },
  ),
  sample('deployment', {}, 'deployment-stuck', 'Stuck', 'New pods do not start; no summary.', {
    status: 'Stuck',
    application: 'default:Deployment:app1',
    version: '77c0ffee: app:v1.9.0-rc.1, sidecar_proxy:2024_07',
    summary: null,
    url: `${base}/app/default:Deployment:app1/Deployments#77c0ffee:125`,
  }),
  sample('deployment', {}, 'deployment-cancelled', 'Cancelled', 'Given up before it finished; no summary.', {
    status: 'Cancelled',
    application: 'shop:Deployment:search_index',
    version: '0ff1ce00: search:v3.0.0',
    summary: null,
    url: `${base}/app/shop:Deployment:search_index/Deployments#0ff1ce00:9`,
  }),
  sample('deployment', {}, 'deployment-no-changes', 'No notable changes', 'What Coroot says of a quiet deployment.', {
    status: 'Deployed',
    application: 'shop:Deployment:checkout',
    version: 'c0de4711: checkout:v2.4.1',
    summary: ['No notable changes'],
    url: `${base}/app/shop:Deployment:checkout/Deployments#c0de4711:31`,
  }),

  sample('alert', null, 'alert-warning', 'Warning', 'Low disk space, with one detail.', {
    status: 'WARNING',
    project_name: 'production',
    application: 'default:Deployment:app1',
    rule_name: 'Low disk space',
    severity: 'warning',
    summary: 'disk space is low on /dev/sda1 (12% free)',
    details: [{ name: 'Mount point', value: '/var/lib/data' }],
    url: `${base}/alerts?alert=abc123`,
  }),
  sample(
    'alert',
    null,
    'alert-critical',
    'Critical with a log pattern',
    'Code in the details: several lines and quotes.',
    {
      status: 'CRITICAL',
      project_name: 'production',
      application: 'shop:Deployment:checkout',
      rule_name: 'New error in the logs',
      severity: 'critical',
      summary: '214 messages of a new pattern within 5 minutes',
      details: [
        {
          name: 'Log pattern',
          value:
            'ERROR payment_gateway: unexpected reply "<html>"\n\tat Gateway.charge(Gateway.java:88)\n\tat *.retry_loop [3/3]',
          code: true,
        },
        { name: 'Instances', value: 'checkout-5d9c7b-x2x4z, checkout-5d9c7b-q8w1e' },
      ],
      url: `${base}/alerts?alert=9d41e7`,
    },
  ),
  sample('alert', null, 'alert-resolved', 'Resolved', 'Status OK with the duration.', {
    status: 'OK',
    project_name: 'production',
    application: 'default:Deployment:app1',
    rule_name: 'Low disk space',
    severity: 'warning',
    summary: 'disk space is low on /dev/sda1 (12% free)',
    duration: '1h30m',
    url: `${base}/alerts?alert=abc123`,
  }),
  sample('alert', null, 'alert-resolved-by', 'Resolved by hand', 'Somebody closed the alert.', {
    status: 'OK',
    project_name: 'production',
    application: 'shop:Deployment:checkout',
    rule_name: 'New error in the logs',
    severity: 'critical',
    summary: '214 messages of a new pattern within 5 minutes',
    duration: '5m30s',
    resolved_by: 'Jo O’Neil',
    url: `${base}/alerts?alert=9d41e7`,
  }),
  sample(
    'alert',
    null,
    'alert-external',
    'Outside Kubernetes',
    'An application without a namespace: it is _. No details.',
    {
      status: 'WARNING',
      project_name: 'staging_eu',
      application: '_:Unknown:nginx',
      rule_name: 'TLS certificate expires',
      severity: 'warning',
      summary: 'the certificate of shop.example.com:443 expires in 6 days',
      url: `${base}/alerts?alert=77aa01`,
    },
  ),
  sample(
    'alert',
    null,
    'alert-no-application',
    'No application',
    'A rule over metrics: all of the application is empty.',
    {
      status: 'CRITICAL',
      project_name: 'production',
      application: '::',
      rule_name: 'Consumer lag',
      severity: 'critical',
      summary: 'the consumers of the topic orders are 12,340 messages behind',
      url: `${base}/alerts?alert=c0ffee`,
    },
  ),
];
