import { describe, expect, test } from 'vitest';
import { corootVersions, decodePayload, defaultVersion, render, samples, samplesFor } from '../../src/coroot';

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
