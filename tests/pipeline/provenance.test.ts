import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/pipeline';
import { causeOf } from '../../src/pipeline';

const payload = `{
  "status": "WARNING",
  "application": "default:Deployment:my_app",
  "reports": [
    {"name": "Net", "check": "RTT", "message": "high latency"},
    {"name": "Logs", "check": "Errors", "message": "the \\"worker\\" failed"}
  ],
  "url": "http://127.0.0.1:8080/x"
}`;

/** The cause of the text between ‹ and › of the body that a template renders to. */
function cause(template: string, body: string) {
  const from = body.indexOf('‹');
  const to = body.indexOf('›') - 1;
  const input = { kind: 'incident', version: 'documented', customFields: [], template, payload } as const;
  const { rendered } = inspect(input, null);
  if (!rendered.ok) throw new Error(rendered.message);
  expect(rendered.body).toBe(body.replace(/[‹›]/g, ''));
  const { template: span, field, payload: place } = causeOf(input, { from, to });
  return {
    template: span === null ? null : template.slice(span.from, span.to),
    field,
    payload: place === null ? null : payload.slice(place.from, place.to),
  };
}

describe('the cause of a place in the body', () => {
  test.each([
    {
      name: 'a field that is printed',
      template: 'It is {{ .Status }}!',
      body: 'It is W‹ARN›ING!',
      want: { template: '{{ .Status }}', field: '.Status', payload: '"WARNING"' },
    },
    {
      name: 'an element of a list',
      template: '{{ range .Reports }}{{ .Name }}={{ .Message }};{{ end }}',
      body: 'Net=high latency;Logs=the ‹"›worker" failed;',
      want: { template: '{{ .Message }}', field: '.Reports[1].Message', payload: '"the \\"worker\\" failed"' },
    },
    {
      name: 'a part of the application’s id',
      template: '{{ .Application.Name }}',
      body: 'my‹_›app',
      want: { template: '{{ .Application.Name }}', field: '.Application.Name', payload: '"default:Deployment:my_app"' },
    },
    {
      name: 'a text that went through json',
      template: '{"text": {{ json .Application.Name }}}',
      body: '{"text": "my‹_›app"}',
      want: {
        template: '{{ json .Application.Name }}',
        field: '.Application.Name',
        payload: '"default:Deployment:my_app"',
      },
    },
    {
      name: 'a text among others that were put together',
      template:
        '{{ $t := "" }}{{ range .Reports }}{{ $t = print $t .Name ": " .Message "\\n" }}{{ end }}{"text": {{ json $t }}}',
      body: '{"text": "Net: high latency\\nLogs: the \\"work‹e›r\\" failed\\n"}',
      want: { template: '{{ json $t }}', field: '.Reports[1].Message', payload: '"the \\"worker\\" failed"' },
    },
    {
      name: 'the template’s own text',
      template: '*{{ .Status }}',
      body: '‹*›WARNING',
      want: { template: '*', field: null, payload: null },
    },
    {
      name: 'a place behind line breaks that Coroot escaped',
      template: '{"text": "\n{{ .Status }}\n{{ .Application.Name }}"}',
      body: '{"text": "\\nWARNING\\nmy‹_›app"}',
      want: { template: '{{ .Application.Name }}', field: '.Application.Name', payload: '"default:Deployment:my_app"' },
    },
    {
      name: 'a line break that Coroot escaped',
      template: '{"text": "{{ .Status }}\nx"}',
      body: '{"text": "WARNING‹\\n›x"}',
      want: { template: '\nx"}', field: null, payload: null },
    },
  ])('$name', ({ template, body, want }) => {
    expect(cause(template, body)).toEqual(want);
  });

  test('is unknown where nothing renders', () => {
    const input = { kind: 'incident', version: 'documented', customFields: [], template: '{{', payload } as const;
    expect(causeOf(input, { from: 0, to: 1 })).toEqual({ template: null, field: null, payload: null });
  });
});
