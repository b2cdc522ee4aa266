import { describe, expect, test } from 'vitest';
import {
  type CorootVersion,
  type NotificationKind,
  corootVersions,
  decodePayload,
  defaultVersion,
  findVersion,
  hostileSamples,
  notificationKinds,
  payloadOn,
  render,
  samples,
  samplesFor,
} from '../../src/coroot';
import { knownValues } from '../../src/coroot/known-values';
import { hasSince } from '../../src/coroot/versions';

/** The two samples of https://docs.coroot.com/alerting/webhook, letter for letter. */
const documented = [
  {
    id: 'incident-documented',
    json: `{
  "status": "WARNING",
  "application": "default:Deployment:app1",
  "reports": [
    {
      "name": "SLO",
      "check": "Latency",
      "message": "error budget burn rate is 20x within 1 hour"
    },
    {
      "name": "Net",
      "check": "Network round-trip time (RTT)",
      "message": "high network latency to 2 upstream services"
    }
  ],
  "url": "http://127.0.0.1:8080/p/x0xwl4jz/app/default:Deployment:app1?incident=123ab456"
}`,
  },
  {
    id: 'deployment-documented',
    json: `{
  "status": "Deployed",
  "application": "default:Deployment:app1",
  "version": "123ab456: app:v1.8.2",
  "summary": [
    "💔 Availability: 87% (objective: 99%)",
    "💔 CPU usage: +21% (+$37/mo) compared to the previous deployment",
    "🎉 Memory: looks like the memory leak has been fixed"
  ],
  "url": "http://127.0.0.1:8080/p/x0xwl4jz/app/default:Deployment:app1/Deployments#123ab456:123"
}`,
  },
];

describe('the documented samples', () => {
  test.each(documented)('$id is the documented text', ({ id, json }) => {
    expect(samples.find((s) => s.id === id)!.payload).toBe(json);
  });

  test.each(documented)('{{ json . }} gives $id back', ({ id, json }) => {
    const { kind, payload } = samples.find((s) => s.id === id)!;
    const decoded = decodePayload(payload, kind, defaultVersion);
    if (!decoded.ok) throw new Error('the sample does not decode');
    const got = render({ kind, template: '{{ json . }}', value: decoded.value });
    // Parsing and printing keeps the order of the keys and takes out the spaces.
    expect(got.ok && got.body).toBe(JSON.stringify(JSON.parse(json)));
  });
});

test.each(corootVersions)('every sample decodes without a remark in $id', (version) => {
  for (const kind of version.kinds) {
    for (const sample of samplesFor(kind, version)) {
      expect(decodePayload(sample.payload, kind, version), sample.id).toMatchObject({ ok: true, problems: [] });
    }
  }
});

test.each(samples)('$id is printed as it is parsed', ({ payload }) => {
  expect(JSON.stringify(JSON.parse(payload), null, 2)).toBe(payload);
});

describe('the samples of a release', () => {
  interface Report {
    readonly name: string;
    readonly check: string;
  }
  const sent = (kind: NotificationKind, version: CorootVersion) =>
    samplesFor(kind, version).map(({ id, payload }): Record<string, unknown> & { id: string } => ({
      ...(JSON.parse(payload) as Record<string, unknown>),
      id,
    }));
  const reals = corootVersions.filter(({ id }) => id !== 'documented');

  // Read in Coroot's code; see known-values.ts.
  test.each(reals)('$id: every status, report, check, severity and detail is one that it sends', (version) => {
    const known = (kind: NotificationKind, struct: string, field: string) =>
      knownValues(kind, version, struct, field)?.sent ?? [];
    for (const p of sent('incident', version)) {
      expect(known('incident', 'notifications.IncidentTemplateValues', 'Status'), p.id).toContain(p['status']);
      for (const { name, check } of (p['reports'] ?? []) as Report[]) {
        expect(known('incident', 'db.IncidentNotificationDetailsReport', 'Name'), p.id).toContain(name);
        expect(known('incident', 'db.IncidentNotificationDetailsReport', 'Check'), p.id).toContain(check);
      }
    }
    for (const p of sent('deployment', version)) {
      expect(known('deployment', 'notifications.DeploymentTemplateValues', 'Status'), p.id).toContain(p['status']);
    }
    for (const p of sent('alert', version)) {
      expect(known('alert', 'notifications.AlertTemplateValues', 'Status'), p.id).toContain(p['status']);
      expect(known('alert', 'notifications.AlertTemplateValues', 'Severity'), p.id).toContain(p['severity']);
      for (const { name } of (p['details'] ?? []) as Report[]) {
        expect(known('alert', 'model.AlertDetail', 'Name'), p.id).toContain(name);
      }
    }
  });

  test.each(reals.filter((version) => hasSince(version, '1.12.5')))('$id: neither WARNING nor SLO', (version) => {
    const payloads = samplesFor('incident', version).map(({ payload }) => payload);
    expect(payloads.filter((payload) => /WARNING|"SLO"/.test(payload))).toEqual([]);
    expect(payloads.filter((payload) => /"status": "CRITICAL"[^]*"reports": null/.test(payload))).toHaveLength(1);
  });

  test('messages end in details since 1.24.0', () => {
    const withDetails = (id: string) => samplesFor('incident', findVersion(id)).filter((s) => s.payload.includes('→'));
    expect(withDetails('1.20')).toHaveLength(0);
    expect(withDetails('1.24.0')).toHaveLength(1);
  });

  // What `TestWebhook` of Coroot 1.24.0 sends, in `api/forms/forms.go`, for a project with this id.
  test('the test notification is Coroot’s, letter by letter', () => {
    const sample = samplesFor('incident', findVersion('1.24.0')).find(({ id }) => id === 'incident-test')!;
    expect(JSON.parse(sample.payload)).toEqual({
      status: 'CRITICAL',
      application: 'x0xwl4jz:default:Deployment:fake-app',
      reports: [
        {
          name: 'Net',
          check: 'Network RTT within the cluster',
          message: 'high network latency to 2 upstream services',
        },
        { name: 'Logs', check: 'Errors', message: '1206 errors occurred' },
      ],
      url: 'http://127.0.0.1:8080/p/x0xwl4jz/incidents?incident=123ab456',
    });
  });

  test('an alert without an application has no cluster', () => {
    const sample = samplesFor('alert', findVersion('1.24.0')).find(({ id }) => id === 'alert-metrics')!;
    expect(sample.payload).toContain('"application": ":::"');
  });

  test.each(reals)('$id: hostile payloads have what it sends, and decode without a remark', (version) => {
    for (const kind of version.kinds) {
      const payloads = samplesFor(kind, version, hostileSamples);
      expect(payloads).toHaveLength(hostileSamples.filter((s) => s.kind === kind).length);
      for (const { id, payload } of payloads) {
        expect(decodePayload(payload, kind, version), id).toMatchObject({ ok: true, problems: [] });
      }
    }
  });

  test.each([
    { version: '1.0', url: 'http://127.0.0.1:8080/p/x0xwl4jz/app/default:Deployment:app1?incident=123ab456' },
    { version: '1.6', url: 'http://127.0.0.1:8080/p/x0xwl4jz/incidents?incident=123ab456' },
  ])('an incident’s address in $version', ({ version, url }) => {
    const sample = samplesFor('incident', findVersion(version)).find(({ id }) => id === 'incident-documented')!;
    expect(JSON.parse(sample.payload)).toMatchObject({ url });
  });
});

describe('what a version sends in place of a sample of another', () => {
  const from = [undefined, hostileSamples];
  const kindOf = (id: string): NotificationKind => notificationKinds.find((kind) => id.includes(kind))!;
  const payloadNamed = (id: string, version: string): string =>
    from.flatMap((all) => samplesFor(kindOf(id), findVersion(version), all)).find((sample) => sample.id === id)!
      .payload;

  test.each([
    { is: 'the same one', id: 'deployment-stuck', version: 'documented', on: '1.18', want: 'deployment-stuck' },
    { is: 'the hostile one', id: 'hostile-nil-alert', version: 'documented', on: '1.24.0', want: 'hostile-nil-alert' },
    { is: 'the same title', id: 'incident-root-cause', version: 'documented', on: '1.20', want: 'incident-explained' },
    { is: 'the title back', id: 'incident-explained', version: '1.20', on: 'documented', want: 'incident-root-cause' },
    {
      is: 'the title of older ones',
      id: 'incident-failed-checks-1.12.5',
      version: '1.17',
      on: '1.18',
      want: 'incident-failed-checks',
    },
    {
      is: 'the same status',
      id: 'alert-resolved-by',
      version: 'documented',
      on: '1.18',
      want: 'alert-resolved-details',
    },
    { is: 'the first', id: 'incident-documented', version: 'documented', on: '1.18', want: 'incident-test' },
  ])('$is: $id of $version on $on', ({ id, version, on, want }) => {
    expect(payloadOn(findVersion(on), kindOf(id), payloadNamed(id, version))).toBe(payloadNamed(want, on));
  });

  test('stays where the version sends nothing of the kind, or has it too', () => {
    const alert = payloadNamed('alert-check', '1.24.0');
    expect(payloadOn(findVersion('1.0'), 'alert', alert)).toBe(alert);
    expect(payloadOn(findVersion('1.18'), 'alert', alert)).toBe(alert);
  });

  test.each(['', '{}', `${samples[0]!.payload}\n`])('stays when it is none: %j', (payload) => {
    expect(payloadOn(findVersion('1.18'), 'incident', payload)).toBe(payload);
  });

  test.each(corootVersions)('is one of $id, whatever it was', (version) => {
    for (const kind of version.kinds) {
      const sent = samplesFor(kind, version).map(({ payload }) => payload);
      for (const other of corootVersions) {
        for (const { id, payload } of samplesFor(kind, other)) {
          expect(sent, `${id} of ${other.id}`).toContain(payloadOn(version, kind, payload));
        }
      }
    }
  });
});
