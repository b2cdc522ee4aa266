/** Random requests of both modes. */
import { corootVersions, notificationKinds, rootFields, samples } from '../../../src/coroot';
import type { Request } from '../subject';
import { randomData } from './data';
import { Grammar, mutate } from './grammar';
import type { Random } from './random';

/** One random request. */
export function randomRequest(r: Random): Request {
  return r.chance(0.75) ? anyRequest(r) : corootRequest(r);
}

type Template = Pick<Request, 'template' | 'templateBase64'>;

function finished(r: Random, text: string): Template {
  if (!r.chance(0.08)) return { template: text };
  const bytes = mutate(r, text);
  const back = bytes.toString();
  return Buffer.from(back).equals(bytes) ? { template: back } : { templateBase64: bytes.toString('base64') };
}

function anyRequest(r: Random): Request {
  const { json, names, paths } = randomData(r);
  const text = new Grammar(r, names, paths, r.pick([0, 0.03, 0.3]), r.pick([0, 0, 0, 0, 0, 0.1, 0.5])).template();
  return { mode: 'any', ...finished(r, text), data: json };
}

const members = [
  'Name',
  'Kind',
  'Namespace',
  'ClusterId',
  'String',
  'IsZero',
  'NamespaceIsEmpty',
  'StringWithoutClusterId',
  'MarshalText',
  'Value',
  'Check',
  'Message',
  'Code',
];
const pieces = [
  ...[
    '{"text": "',
    '"}',
    '\n',
    '": "',
    '", "',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    ' ',
    '\t',
    '\\"',
    '\\n',
    '\\',
    'null',
    'true',
    '1',
    '{"a": {"b": "x\ny"}, "c": "',
    '"',
  ],
];
const customKeys = [
  'team',
  'Team',
  'env',
  'status',
  'Status',
  'uRL',
  'x_1',
  'zoné',
  'RCASummary',
  'rca_summary',
  'Z',
  'details',
];
const badKeys = ['my-field', '1a', '', 'a b', 'été', '_x'];
const values = ['', 'sre', 'a\nb', '"q"', '<é>', '😀', '\u2028'];

const loops = new Set(['Reports', 'Summary', 'Details', 'reports', 'summary', 'details']);

function corootRequest(r: Random): Request {
  const version = r.pick(corootVersions);
  const kind = r.chance(0.95) ? r.pick(version.kinds) : r.pick(notificationKinds);
  const customFields = r.chance(0.3)
    ? r.many(1, 3, () => [r.chance(0.03) ? r.pick(badKeys) : r.pick(customKeys), r.pick(values)] as const)
    : [];
  const names = [
    ...rootFields(kind, version, customFields).map((f) => f.name),
    ...members.map((m) => `Application.${m}`),
  ];
  const json = (): string => r.many(2, 6, () => (r.chance(0.7) ? r.pick(pieces) : `{{ .${r.pick(names)} }}`)).join('');
  const text = r.chance(0.5)
    ? new Grammar(
        r,
        names,
        { all: names, loops: names.filter((n) => loops.has(n)) },
        r.pick([0, 0, 0.1]),
        r.pick([0, 0, 0, 0.3]),
      ).template()
    : `${r.chance(0.7) ? '{"k": "' : ''}${json()}${r.chance(0.7) ? '"}' : ''}`;
  return { mode: 'coroot', ...finished(r, text), kind, version: version.id, payload: payload(r, kind), customFields };
}

function payload(r: Random, kind: (typeof notificationKinds)[number]): string {
  const { payload: sample } = r.pick(samples.filter((s) => s.kind === kind));
  const object = JSON.parse(sample) as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    if (r.chance(0.15))
      object[key] = typeof object[key] === 'string' && key !== 'application' ? r.pick([null, ...values]) : null;
    if (r.chance(0.1)) object[r.pick([key.toUpperCase(), key.replaceAll('_', ''), `${key}x`])] = object[key];
  }
  if (r.chance(0.4)) {
    object['application'] = r.pick<unknown>([
      'default:Deployment:app1',
      'c1:default:StatefulSet:db',
      'c1:_:ExternalService:db.example.com:5432',
      { Namespace: 'ns', Kind: 'Deployment', Name: 'x<y>' },
      { cluster_id: 'k', namespace: '', kind: 'DaemonSet', name: 'n' },
      null,
    ]);
  }
  return JSON.stringify(object, null, r.pick([0, 2]));
}
