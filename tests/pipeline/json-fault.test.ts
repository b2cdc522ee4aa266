import { expect, test } from 'vitest';
import { type PipelineInput, inspect } from '../../src/pipeline';

const payload = JSON.stringify({
  status: 'WARNING',
  application: 'default:Deployment:app1',
  reports: [
    { name: 'SLO', check: 'Latency', message: 'the "worker" failed' },
    { name: 'Net', check: 'RTT', message: 'C:\\new' },
  ],
  url: 'https://coroot.example.com/p/1',
  rca_summary: 'one\n\ntwo',
});

// The faults themselves are told in the words of encoding/json; what is looked for is what helps against each.
const rows: readonly (readonly [name: string, template: string, advice: RegExp])[] = [
  ['a quote from the payload', '{"a": ["{{ (index .Reports 0).Message }}"]}', /Write \{\{ json .*Message/],
  ['json in quotes', '{"text": "{{ json .Status }}"}', /writes its own quotes\. Take those around it away/],
  ['no quotes', '{"text": {{ .Status }}}', /Write \{\{ json \.Status \}\}/],
  ['a nested line break', '{"a": {"b": "{{ .RCASummary }}"}}', /json \.RCASummary.*outermost/],
  ['typographic quotes', '{“text”: "a"}', /typographic/],
  ['plain text', 'down: {{ .Status }}', /plain text.*Application\.Name/],
  ['nothing', '{{ if false }}x{{ end }}', /writes nothing/],
  ['a comma at the end', '{"a": 1, }', /comma before the \}/],
  ['no comma in a range', '[{{ range .Reports }}{{ json .Name }}{{ end }}]', /comma/],
  ['actions as text', '{"a": 1} {{`{{ .Status }}`}}', /A template stands in the output as text/],
  ['no end', '{"a": [1', /Close every/],
];

test.each(rows)('advice for %s', (_, template, advice) => {
  const input = { kind: 'incident', version: 'documented', customFields: [], template, payload } as const;
  const { json } = inspect(input, null);
  expect(json?.ok === false ? json.fault.advice : 'valid').toMatch(advice);
});

test.each([
  ['incident', /\.Application\.Name/],
  ['deployment', /\.Version/],
  ['alert', /\.Summary/],
] as const)('the example for an %s is a field it has', (kind, field) => {
  const input: PipelineInput = { kind, version: 'documented', customFields: [], template: 'text', payload: '{}' };
  const { json } = inspect(input, null);
  expect(json?.ok === false ? json.fault.advice : 'valid').toMatch(field);
});
