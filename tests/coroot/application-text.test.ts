import { describe, expect, test } from 'vitest';
import { corootVersions, decodePayload, findVersion, notificationKinds, render } from '../../src/coroot';

/** What templates print of an application's text, and what is remarked on it. */
function read(application: string, version: string, template: string): { output: string; remarks: readonly string[] } {
  const payload = JSON.stringify({ status: 'CRITICAL', application, reports: null, url: 'http://c/' });
  const decoded = decodePayload(payload, 'incident', findVersion(version));
  if (!decoded.ok) throw new Error(decoded.problems[0]?.message);
  const rendered = render({ kind: 'incident', template, value: decoded.value });
  return { output: rendered.ok ? rendered.output : rendered.message, remarks: decoded.problems.map((p) => p.message) };
}

const parts = '{{ .Application.Namespace }}|{{ .Application.Kind }}|{{ .Application.Name }}';
const leftOut = (cluster: string, where: string): string =>
  `Applications have no cluster id ${where}, so “${cluster}” is left out. Choose Coroot 1.17 or later to keep it.`;

/**
 * Texts that `{{ json . }}` of Coroot 1.24.0 itself posted for a resolved incident of the application, and the fields
 * that it had. Namespaces begin with an upper-case letter outside Kubernetes.
 */
const posted: readonly (readonly [text: string, fields: string])[] = [
  ['x0xwl4jz:MyStack:DockerSwarmService:web', 'x0xwl4jz|MyStack|DockerSwarmService|web'],
  ['x0xwl4jz:Prod:NomadJobGroup:api', 'x0xwl4jz|Prod|NomadJobGroup|api'],
  ['x0xwl4jz:A:Deployment:x', 'x0xwl4jz|A|Deployment|x'],
  ['x0xwl4jz:MyStack:DockerSwarmService:db:5432', 'x0xwl4jz|MyStack|DockerSwarmService|db:5432'],
  ['x0xwl4jz:EU:DatabaseCluster:orders', 'x0xwl4jz|EU|DatabaseCluster|orders'],
  ['x0xwl4jz:Shop:CustomApplication:Check out', 'x0xwl4jz|Shop|CustomApplication|Check out'],
  ['x0xwl4jz:Default:Pod:p', 'x0xwl4jz|Default|Pod|p'],
  ['prod:MyStack:DockerSwarmService:web', 'prod|MyStack|DockerSwarmService|web'],
  ['prod:Team-A:NomadJobGroup:api/web', 'prod|Team-A|NomadJobGroup|api/web'],
  ['prod:A:Deployment:x', 'prod|A|Deployment|x'],
  ['prod:Staging:Unknown:nginx', 'prod|Staging|Unknown|nginx'],
  ['prod:EU:DatabaseCluster:orders', 'prod|EU|DatabaseCluster|orders'],
  ['prod:X1:StatefulSet:db', 'prod|X1|StatefulSet|db'],
  ['prod:Default:Pod:p', 'prod|Default|Pod|p'],
  ['x0xwl4jz:Team-A:NomadJobGroup:api/web', 'x0xwl4jz|Team-A|NomadJobGroup|api/web'],
  ['x0xwl4jz:Staging:Unknown:nginx', 'x0xwl4jz|Staging|Unknown|nginx'],
  ['x0xwl4jz:X1:StatefulSet:db', 'x0xwl4jz|X1|StatefulSet|db'],
  ['prod:Prod:NomadJobGroup:api', 'prod|Prod|NomadJobGroup|api'],
  ['prod:MyStack:DockerSwarmService:db:5432', 'prod|MyStack|DockerSwarmService|db:5432'],
  ['prod:Shop:CustomApplication:Check out', 'prod|Shop|CustomApplication|Check out'],
];

describe.each(posted)('%s', (text, fields) => {
  const [cluster = '', ...rest] = fields.split('|');

  test.each(corootVersions.map((version) => [version.id, version] as const))('in %s', (id, version) => {
    if (version.data === 'map') {
      const kept = { output: text, remarks: [] };
      expect(read(text, id, '{{ .application }}')).toEqual(kept);
    } else if (version.clusters) {
      expect(read(text, id, `{{ .Application.ClusterId }}|${parts}`)).toEqual({ output: fields, remarks: [] });
    } else {
      expect(read(text, id, parts)).toEqual({ output: rest.join('|'), remarks: [leftOut(cluster, version.where)] });
    }
  });
});

// What NewApplicationIdFromString of the release makes of a text. A namespace and a name may have any form.
describe('other texts', () => {
  test.each([
    { text: ':::', version: '1.24.0', want: '|||', remarks: [] },
    { text: ':::', version: 'documented', want: '||', remarks: [] },
    { text: '::', version: 'documented', want: '||', remarks: [] },
    {
      text: 'external:ExternalService:db.example.com:5432',
      version: '1.24.0',
      want: 'external|external|ExternalService|db.example.com:5432',
      remarks: [],
    },
    {
      text: 'external:external:ExternalService:db:5432',
      version: '1.24.0',
      want: 'external|external|ExternalService|db:5432',
      remarks: [],
    },
    { text: 'c1:external:Deployment:web', version: '1.24.0', want: 'c1|external|Deployment|web', remarks: [] },
    { text: 'c1:Pod:Rollout:web:80', version: '1.24.0', want: 'c1|Pod|Rollout|web:80', remarks: [] },
    {
      text: 'external:ExternalService:db.example.com:5432',
      version: '1.0',
      want: 'external|ExternalService|db.example.com:5432',
      remarks: [],
    },
    { text: '_:ExternalService:Db:5432:6', version: 'documented', want: '_|ExternalService|Db:5432:6', remarks: [] },
  ])('$text in $version', ({ text, version, want, remarks }) => {
    const template = findVersion(version).clusters ? `{{ .Application.ClusterId }}|${parts}` : parts;
    expect(read(text, version, template)).toEqual({ output: want, remarks });
  });

  test('no application is zero, with clusters too', () => {
    expect(read(':::', '1.24.0', '{{ .Application.IsZero }} {{ .Application }}').output).toBe('true :::');
  });

  test('kinds of notification make no difference', () => {
    for (const kind of notificationKinds) {
      const decoded = decodePayload('{"application": "c:Prod:NomadJobGroup:web"}', kind, findVersion('1.19.2'));
      expect(decoded).toMatchObject({ ok: true, problems: [] });
    }
  });
});
