/** Random requests of both modes. */
import { corootVersions, fieldKeys, notificationKinds, rootFields, samples } from '../../../src/coroot';
import { newestVersion } from '../../../src/coroot/versions';
import type { Request } from '../subject';
import { type Json, build } from '../values';
import { caseRequest, presetRequest } from './corpus';
import { anything, argMethods, memberNames, randomData } from './data';
import { Grammar, mutate, numbers, randomFormat } from './grammar';
import { deepRequest, literalRequest, nameRequest, trimRequest } from './odd';
import { reachablePaths } from './paths';
import type { Random } from './random';

/** One random request. */
export function randomRequest(r: Random): Request {
  return r.weighted<Request>(
    [5, () => anyRequest(r)],
    [2, () => corootRequest(r)],
    [2, () => printRequest(r)],
    [2, () => callRequest(r)],
    [1, () => tokenRequest(r)],
    [0.7, () => newlineRequest(r)],
    [0.7, () => payloadRequest(r)],
    [2.5, () => caseRequest(r)],
    [1.5, () => presetRequest(r)],
    [0.7, () => literalRequest(r)],
    [0.4, () => trimRequest(r)],
    [0.3, () => nameRequest(r)],
    [0.3, () => deepRequest(r)],
  );
}

/** Only functions that take anything, over one value: nearly every action prints something. */
function printRequest(r: Random): Request {
  const data = anything(r, 3);
  const action = (): string =>
    r.weighted(
      [6, () => `{{printf ${JSON.stringify(randomFormat(r))} .v${r.chance(0.3) ? ' .v' : ''}}}`],
      [
        2,
        () =>
          `{{${r.pick(['print', 'println', 'html', 'js', 'urlquery'])} .v${r.chance(0.3) ? ` ${r.pick(['1', '"x"', '.v', 'nil'])}` : ''}}}`,
      ],
      [1, () => `{{range $k, $e := .v}}{{$k}}={{$e}};{{end}}`],
      [1, () => `{{with .v}}{{.}}{{end}}`],
      [2, () => '{{json .v}}'],
      [1, () => '{{.v}}'],
    );
  return { mode: 'any', template: r.many(1, 3, action).join('|'), data: { v: data } };
}

/** One call, because nothing runs after the first failure. */
function callRequest(r: Random): Request {
  const data: Json = {
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [name, anything(r, 2)])),
    x: { $named: ['Args', ['']] },
    i: { $int: String(r.below(4)) },
  };
  const { all } = reachablePaths(build(data), 2);
  const operand = (): string =>
    r.weighted(
      [5, () => `.${r.pick(all)}`],
      [2, () => `.${r.pick(['a', 'b', 'c', 'i'])}`],
      [2, () => r.pick(numbers)],
      [
        1,
        () =>
          r.pick(['"a"', '""', '"1"', 'nil', 'true', 'false', "'a'", '(len "ab")', '(print 1)', '(index .c 0)', '.']),
      ],
    );
  const name = r.chance(0.4) ? `.x.${r.pick(argMethods)}` : r.pick(callable);
  const words = [name, ...r.many(1, 3, operand)];
  const piped = words.length > 2 && r.chance(0.2) ? `${words.pop() ?? ''} | ${words.join(' ')}` : words.join(' ');
  const template = r.weighted(
    [6, () => `{{${piped}}}`],
    [1, () => `{{range $i, $e := ${piped}}}{{$i}}:{{$e}} {{else}}none{{end}}`],
    [1, () => `{{with $v := ${piped}}}{{printf "%T %v" . $v}}{{else}}none{{end}}`],
    [1, () => `{{$v := ${piped}}}{{printf "%T" $v}}{{$v}}`],
    [1, () => `{{(${piped}).${r.pick(memberNames)}}}`],
  );
  return { mode: 'any', template, data };
}

const callable = [
  ...[
    'eq',
    'ne',
    'lt',
    'le',
    'gt',
    'ge',
    'index',
    'slice',
    'len',
    'call',
    'and',
    'or',
    'not',
    'eq',
    'index',
    'slice',
    'call',
    'lt',
  ],
  ...['.a', '.b', '.c', 'json', 'print', 'html'],
];

/** A few words of the language in any order. */
function tokenRequest(r: Random): Request {
  const inside = (): string => r.many(1, 5, () => r.pick(tokens)).join(r.chance(0.5) ? ' ' : '');
  const template =
    r.many(1, 3, () => `${r.pick(['', 'a', '\n'])}{{${inside()}}}`).join('') + r.pick(['', '', '{{end}}']);
  return { mode: 'any', template, data: { a: 1, b: { c: 'x' }, d: [1, 2] } };
}

/** JSON that is nearly right, as the output of a template. */
function newlineRequest(r: Random): Request {
  const element = (): string => r.pick(jsonPieces);
  const members = (): string =>
    r
      .many(
        0,
        3,
        () => `"${r.pick(['a', 'b', '\\n', '\\u00e9', 'é'])}": ${r.chance(0.8) ? jsonValue(r, 2) : element()}`,
      )
      .join(r.chance(0.9) ? ', ' : '');
  const text = r.chance(0.6) ? `{${members()}}` : r.many(1, 8, element).join('');
  const spoiled = r.chance(0.3) ? mutate(r, text) : Buffer.from(text);
  const output = spoiled.includes('{{') ? Buffer.from('{') : spoiled;
  return {
    mode: 'coroot',
    templateBase64: output.toString('base64'),
    kind: 'incident',
    version: 'documented',
    payload: '{}',
  };
}

/** A payload with a few bytes changed: what is JSON, and what the types take. */
function payloadRequest(r: Random): Request {
  const version = r.pick(corootVersions);
  const kind = r.pick(version.kinds);
  const text = r.chance(0.5)
    ? payload(r, kind)
    : mutate(r, r.chance(0.5) ? payload(r, kind) : jsonValue(r, 3)).toString();
  const template = '{{json .}}|{{printf "%+v" .}}';
  return { mode: 'coroot', template, kind, version: version.id, payload: text };
}

function jsonValue(r: Random, depth: number): string {
  const child = (): string => jsonValue(r, depth - 1);
  return r.weighted(
    [
      5,
      () =>
        `"${r.many(0, 3, () => r.pick(['x', '\n', '\\n', '\\"', '\\\\', 'é', '}', ']', ',', '\t', '\\u0041', '\\q', '\r\n'])).join('')}"`,
    ],
    [2, () => r.pick(['1', '-1.5e3', 'true', 'false', 'null', '0', '12\n', 'nul', 'x', ''])],
    [depth > 0 ? 1 : 0, () => `[${r.many(0, 3, child).join(', ')}]`],
    [depth > 0 ? 1 : 0, () => `{ ${r.many(0, 2, () => `"k": ${child()}`).join(', ')} }`],
  );
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

/** Fields and methods of an application, and of what stands in lists. */
export const members = [
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

const jsonPieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"',
  '\n',
  '\\',
  ' ',
  'true',
  'null',
  '1',
  '"x\ny"',
  '\t',
  '-',
  'x',
  '{"a": "',
  '"}',
];
const tokens = [
  ...[
    '.',
    '.a',
    '.b.c',
    '.d',
    '$',
    '$x',
    '$.a',
    '(',
    ')',
    '|',
    ':=',
    '=',
    ',',
    '1',
    '-1',
    '1.5',
    "'a'",
    '"s"',
    '`r`',
    'nil',
    'true',
    '1i',
    '.a.b',
  ],
  ...[
    'if',
    'else',
    'end',
    'range',
    'with',
    'define',
    'template',
    'block',
    'break',
    'continue',
    'print',
    'len',
    'index',
    'nope',
    '"t"',
    '"x"',
  ],
  ...[
    '-',
    '- ',
    ' -',
    '/*',
    '*/',
    '/* c */',
    '}}',
    '{{',
    '$x :=',
    '$x, $y :=',
    'else if',
    'else with',
    '.',
    '..',
    'eq',
    'and',
    '.é',
    '_',
  ],
];

/** The lists of the template data, by Go's names and those of Coroot's JSON. */
const loops: ReadonlySet<string> = new Set(
  notificationKinds.flatMap((kind) =>
    rootFields(kind, newestVersion).flatMap(({ name, type }) =>
      type.kind === 'slice' ? [name, fieldKeys.get(name) ?? name] : [],
    ),
  ),
);

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
