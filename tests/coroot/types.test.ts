import { describe, expect, test } from 'vitest';
import {
  type CorootVersion,
  type CustomField,
  type NotificationKind,
  corootVersions,
  decodePayload,
  findVersion,
  rootFields,
  samples,
  samplesFor,
} from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { corootFunctions } from '../../src/coroot/funcs';
import type { Type } from '../../src/go';

/** The type of the data that a payload is read into. */
function dataType(kind: NotificationKind, version: CorootVersion, customFields: readonly CustomField[] = []): Type {
  const decoded = decodePayload('{}', kind, version, customFields);
  if (!decoded.ok) throw new Error(decoded.problems[0]?.message);
  return decoded.value.type;
}

describe('the template data of each version', () => {
  const incident = ['Status', 'Application', 'Reports', 'URL'];
  const withCauses = [...incident, 'RCASummary', 'RCARemediations'];
  test.each([
    { version: '1.0', fields: incident, application: ['Namespace', 'Kind', 'Name'] },
    { version: '1.17', fields: incident, application: ['ClusterId', 'Namespace', 'Kind', 'Name'] },
    { version: '1.18', fields: incident, application: ['ClusterId', 'Namespace', 'Kind', 'Name'] },
    { version: '1.19.2', fields: withCauses, application: ['ClusterId', 'Namespace', 'Kind', 'Name'] },
    { version: 'documented', fields: withCauses, application: ['Namespace', 'Kind', 'Name'] },
  ])('incidents of $version', ({ version, fields, application }) => {
    const type = dataType('incident', findVersion(version));
    expect(type.toString()).toBe('notifications.IncidentTemplateValues');
    expect(type.fields.map((f) => f.name)).toEqual(fields);
    expect(type.fields[1]!.type.fields.map((f) => f.name)).toEqual(application);
  });

  test('1.19.1 has a map', () => {
    expect(dataType('incident', findVersion('1.19.1')).toString()).toBe('map[string]interface {}');
    expect(rootFields('incident', findVersion('1.19.1'), [['team', 'x']]).map((f) => f.name)).toEqual([
      'status',
      'application',
      'reports',
      'url',
      'rca_summary',
      'rca_remediations',
      'team',
    ]);
  });

  test('an unknown version is the documented one', () => {
    expect(findVersion('99').id).toBe('documented');
  });
});

describe('a release behaves as the one before, but for what changed with it', () => {
  const two = ['incident', 'deployment'];
  const three = [...two, 'alert'];
  // Read in Coroot's code; the shapes called documented are those of https://docs.coroot.com/alerting/webhook.
  test.each([
    { id: '1.0', go: '1.21', clusters: false, kinds: two, customFields: false, data: 'struct' },
    { id: '1.6', go: '1.23', clusters: false, kinds: two, incidentAddress: 'incidents' },
    { id: '1.12.5', go: '1.23', clusters: false, namespaceIsEmpty: false, kinds: two },
    { id: '1.17', go: '1.23', namespaceIsEmpty: true, clusters: true, kinds: two, customFields: false, data: 'struct' },
    { id: '1.18', clusters: true, kinds: three, customFields: false, data: 'struct' },
    { id: '1.19.1', clusters: true, kinds: three, customFields: true, data: 'map' },
    {
      id: '1.19.2',
      go: '1.23',
      clusters: true,
      kinds: three,
      customFields: true,
      data: 'struct',
      incidentAddress: 'incidents',
    },
    { id: '1.20', go: '1.25', clusters: true, kinds: three, customFields: true, data: 'struct', checksSettings: false },
    {
      id: '1.24.0',
      go: '1.25',
      clusters: true,
      kinds: three,
      customFields: true,
      data: 'struct',
      checksSettings: false,
    },
    { id: 'next', go: '1.25', clusters: true, kinds: three, customFields: true, data: 'struct', checksSettings: true },
    {
      id: 'documented',
      go: '1.25',
      checksSettings: false,
      clusters: false,
      kinds: three,
      customFields: true,
      data: 'struct',
      incidentAddress: 'application',
    },
  ])('$id', (row) => {
    expect(findVersion(row.id)).toMatchObject(row);
  });

  test('the documented version has the fields of the newest', () => {
    expect(findVersion('documented').release).toBe(newestVersion.id);
    expect(corootVersions[1]).toBe(newestVersion);
    expect(newestVersion.id).toBe('1.24.0');
  });

  test('ids are those that links have, and what is not released comes last', () => {
    expect(corootVersions.map(({ id }) => id)).toEqual([
      'documented',
      ...['1.24.0', '1.20', '1.19.2', '1.19.1', '1.18', '1.17', '1.12.5', '1.6', '1.0'],
      'next',
    ]);
  });
});

describe('rootFields', () => {
  test.each(corootVersions.filter((v) => v.data === 'struct'))('fit the data of $id', (version) => {
    for (const kind of version.kinds) {
      const fields = rootFields(kind, version, [['team', 'x']]);
      const type = dataType(kind, version, [['team', 'x']]);
      expect(fields.map((f) => [f.name, f.type])).toEqual(type.fields.map((f) => [f.name, f.type]));
      expect(fields.every((f) => f.doc.length > 5)).toBe(true);
    }
  });
});

describe('samples', () => {
  test('ids are unique', () => {
    expect(new Set(samples.map((s) => s.id)).size).toBe(samples.length);
  });

  test.each([
    { kind: 'incident', version: 'documented', cluster: false, statuses: ['WARNING', 'CRITICAL', 'OK'] },
    { kind: 'deployment', version: '1.17', cluster: true, statuses: ['Deployed', 'Stuck', 'Cancelled'] },
    {
      kind: 'deployment',
      version: 'documented',
      cluster: false,
      statuses: ['Deployed', 'In-progress', 'Stuck', 'Cancelled'],
    },
    { kind: 'alert', version: '1.19.2', cluster: true, statuses: ['WARNING', 'CRITICAL', 'INFO', 'OK'] },
    { kind: 'incident', version: '1.6', cluster: false, statuses: ['WARNING', 'CRITICAL', 'OK'] },
    { kind: 'incident', version: '1.12.5', cluster: false, statuses: ['CRITICAL', 'OK'] },
    { kind: 'incident', version: '1.24.0', cluster: true, statuses: ['CRITICAL', 'OK'] },
    { kind: 'alert', version: '1.17', cluster: false, statuses: [] },
  ] as const)('of $kind in $version', ({ kind, version, cluster, statuses }) => {
    const payloads = samplesFor(kind, findVersion(version)).map((s) => JSON.parse(s.payload) as Record<string, string>);
    expect([...new Set(payloads.map((p) => p['status']))]).toEqual(statuses);
    for (const p of payloads) {
      // An alert without an application has no cluster either.
      const has = /^(?:x0xwl4jz:|external:external:|:::$)/.test(p['application']!);
      expect(has, p['application']).toBe(cluster);
    }
  });
});

test('there is one function beyond those of Go', () => {
  expect([...corootFunctions].map(([name, f]) => [name, f.type.toString()])).toEqual([
    ['json', 'func(interface {}) (string, error)'],
  ]);
});
