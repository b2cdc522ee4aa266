import { describe, expect, test } from 'vitest';
import { type PipelineInput, findingsIn, inspect } from '../../src/pipeline';
import { findVersion } from '../../src/coroot';
import { findPlatform } from '../platforms/all';

const base: PipelineInput = {
  kind: 'incident',
  version: 'documented',
  customFields: [],
  template: '{{ .Status }}',
  payload: '{"status": "OK", "application": "default:Deployment:app1", "reports": [{"name": "SLO"}, {"name": "Net"}]}',
};

interface Success {
  readonly name: string;
  readonly input: Partial<PipelineInput>;
  readonly raw: string;
  /** The same as `raw` unless given. */
  readonly body?: string;
  readonly escapes?: number;
  readonly verdict: 'json' | 'broken' | 'text';
}

// Outputs and the escaping of line breaks are those of Go 1.26 and Coroot; see tests/coroot.
const successes: readonly Success[] = [
  { name: 'text', input: {}, raw: 'OK', verdict: 'text' },
  { name: 'nothing', input: { template: '' }, raw: '', verdict: 'text' },
  { name: 'JSON', input: { template: '{"s":{{ json .Status }}}' }, raw: '{"s":"OK"}', verdict: 'json' },
  { name: 'a JSON scalar', input: { template: '{{ json .Status }}' }, raw: '"OK"', verdict: 'json' },
  { name: 'JSON without quotes', input: { template: ' {"s":{{ .Status }}}' }, raw: ' {"s":OK}', verdict: 'broken' },
  { name: 'a broken list', input: { template: '[{{ .Status }}]' }, raw: '[OK]', verdict: 'broken' },
  {
    name: 'line breaks that Coroot escapes',
    input: { template: '{"text":"{{ range .Reports }}{{ .Name }}\n{{ end }}"}' },
    raw: '{"text":"SLO\nNet\n"}',
    body: '{"text":"SLO\\nNet\\n"}',
    escapes: 2,
    verdict: 'json',
  },
  { name: 'line breaks in text', input: { template: 'a\n{{ .Status }}' }, raw: 'a\nOK', verdict: 'text' },
  {
    name: 'a deployment',
    input: { kind: 'deployment', template: '{{ .Version }}', payload: '{"version": "v1"}' },
    raw: 'v1',
    verdict: 'text',
  },
  {
    name: 'an alert',
    input: { kind: 'alert', template: '{{ .RuleName }}', payload: '{"rule_name": "disk"}' },
    raw: 'disk',
    verdict: 'text',
  },
  {
    name: 'a custom field',
    input: { customFields: [['team', 'SRE']], template: '{{ .Team }}' },
    raw: 'SRE',
    verdict: 'text',
  },
  { name: 'a warning in the payload', input: { payload: '{"status": "OK", "colour": 1}' }, raw: 'OK', verdict: 'text' },
  { name: 'another version', input: { version: '1.19.1' }, raw: '<no value>', verdict: 'text' },
  { name: 'a version of another release of the page', input: { version: '99.0' }, raw: 'OK', verdict: 'text' },
  { name: 'more than ASCII', input: { template: 'é漢🎉' }, raw: 'é漢🎉', verdict: 'text' },
];

test.each(successes)('$name', ({ input, raw, body = raw, escapes = 0, verdict }) => {
  const { rendered, json: judged } = inspect({ ...base, ...input }, null);
  expect(rendered).toMatchObject({
    ok: true,
    raw,
    body,
    rawBytes: Buffer.byteLength(raw),
    bodyBytes: Buffer.byteLength(body),
    escapes,
  });
  expect(judged?.ok === true ? 'json' : judged?.expected === true ? 'broken' : 'text').toBe(verdict);
});

test('broken JSON has its place and the words of encoding/json', () => {
  expect(inspect({ ...base, template: '{"a": 1,\n "b": {{ .Status }}}' }, null).json).toMatchObject({
    ok: false,
    expected: true,
    error: { line: 2, column: 7, message: "invalid character 'O' looking for beginning of value", from: 15 },
  });
});

interface Failure {
  readonly name: string;
  readonly input: Partial<PipelineInput>;
  readonly source: 'coroot' | 'playground' | 'payload';
  readonly message: string | RegExp;
  /** What of the template is pointed at; null when the template is not to blame. */
  readonly at: string | null;
}

// What Coroot says is Go's words, as Go 1.26 printed them, behind Coroot's own.
const failures: readonly Failure[] = [
  {
    name: 'an unknown field',
    input: { template: 'x {{ .Nope }}' },
    source: 'coroot',
    message:
      'invalid incident template: template: incidentTemplate:1:5: executing "incidentTemplate" at <.Nope>: ' +
      "can't evaluate field Nope in type notifications.IncidentTemplateValues",
    at: 'Nope',
  },
  {
    name: 'a template that cannot be parsed',
    input: { kind: 'alert', payload: '{}', template: '{{ if .Status }}x' },
    source: 'coroot',
    message: 'invalid alert template: template: alertTemplate:1: unexpected EOF',
    at: '{{ if .Status }}',
  },
  {
    name: 'a template that cannot be parsed, and a payload that cannot be read',
    input: { template: '{{ upper }}', payload: '{' },
    source: 'coroot',
    message: 'invalid incident template: template: incidentTemplate:1: function "upper" not defined',
    at: 'upper',
  },
  {
    name: 'a payload that cannot be read',
    input: { payload: '{"status":\n  OK}' },
    source: 'payload',
    message: /^line 2, column 3: /,
    at: null,
  },
  {
    name: 'two wrong types',
    input: { payload: '{"status": 1,\n "reports": 2}' },
    source: 'payload',
    message: /^line 1, column 12: .*\nline 2, column 13: .*$/,
    at: null,
  },
  {
    name: 'a kind that the version does not send',
    input: { kind: 'alert', version: '1.0', payload: '{}' },
    source: 'payload',
    message: /^Coroot 1\.0 – 1\.5\.10 sends no alerts/,
    at: null,
  },
  {
    name: 'a template that never ends',
    input: { template: 'a{{ range 1000000000 }}{{ end }}' },
    source: 'playground',
    message: /^the playground stopped this template after \d+ steps; Coroot would go on$/,
    at: '{{ range 1000000000 }}{{ end }}',
  },
  {
    name: 'a template that writes without end',
    input: { template: '{{ range 1000000000 }}{{ printf "%01000000d" 1 }}{{ end }}' },
    source: 'playground',
    message: /^the playground stopped this template after \d+ bytes of output; Coroot would go on$/,
    at: '{{ printf "%01000000d" 1 }}',
  },
];

test.each(failures)('$name', ({ input, source, message, at }) => {
  const given = { ...base, ...input };
  const { rendered, json } = inspect(given, null);
  if (rendered.ok) throw new Error(rendered.raw);
  expect(json).toBeNull();
  expect(rendered.source).toBe(source);
  if (typeof message === 'string') expect(rendered.message).toBe(message);
  else expect(rendered.message).toMatch(message);
  const { template } = rendered;
  expect(template === null ? null : given.template.slice(template.from, template.to)).toBe(at);
});

describe('the pipeline', () => {
  test('gives the same stages for the same inputs', () => {
    expect(inspect(base, null)).toEqual(inspect(base, null));
  });

  test('reports what is odd about the payload beside the output', () => {
    const { payload, rendered } = inspect({ ...base, payload: '{"status": "OK",\n "colour": "red"}' }, null);
    expect(rendered.ok).toBe(true);
    expect(payload.problems).toMatchObject([{ severity: 'warning', line: 2, column: 2 }]);
  });

  test('says why line breaks were left alone', () => {
    const reasonOf = (template: string): string | null => {
      const { rendered } = inspect({ ...base, template }, null);
      return rendered.ok ? rendered.notEscaped : 'failed';
    };
    expect(reasonOf('{"a": "b"}')).toBeNull();
    expect(reasonOf('text')).toMatch(/./);
  });

  test('knows every version by its id', () => {
    expect(findVersion('1.18').id).toBe('1.18');
    expect(findVersion('no such version').id).toBe('documented');
  });
});

describe('what is wrong whatever the payload', () => {
  const template = '{{ range .Reports }}{{ if eq .Name "SLO" }}P1{{ end }}{{ end }}';

  test('is told with its place', () => {
    expect(findingsIn({ ...base, version: '1.24.0', template }, null).diagnostics).toMatchObject([
      {
        from: template.indexOf('"SLO"'),
        to: template.indexOf('"SLO"') + 5,
        message: 'Coroot 1.24 and later never sends “SLO” as the name of a report: 1.12.5 was the first without it.',
      },
    ]);
  });

  test('is nothing for a kind that the release does not send', () => {
    const findings = findingsIn({ ...base, kind: 'alert', version: '1.17', template: '{{ .Nope }}' }, null);
    expect(findings).toEqual({ diagnostics: [], json: 'none' });
  });

  test('depends on whether the platform reads JSON', () => {
    const of = (platform: string): unknown =>
      findingsIn({ ...base, template: 'plain words' }, findPlatform(platform)).json;
    expect(of('slack')).toBe('faulty');
    expect(of('plain-text')).toBe('none');
  });

  test('the next Coroot sends nothing without a template', () => {
    const { rendered } = inspect({ ...base, version: 'next', template: '' }, null);
    expect(rendered).toMatchObject({ ok: false, source: 'coroot', message: 'incident template is required' });
  });

  // The order in which Coroot looks: templates that are lacking, names of custom fields, the template's text.
  test.each([
    { version: 'next', template: '', says: 'incident template is required' },
    { version: 'next', template: '{{ if }}', says: 'invalid custom field name "team-name"' },
    { version: '1.24.0', template: '{{ if }}', says: 'missing value for if' },
    { version: '1.24.0', template: 'x', says: 'Coroot crashes over the custom field "team-name"' },
  ])('$version looks at $template and a bad name in its order', ({ version, template, says }) => {
    const { rendered } = inspect({ ...base, version, template, customFields: [['team-name', 'x']] }, null);
    expect(rendered.ok ? '' : rendered.message).toContain(says);
  });
});
