/** What is measured: templates with the payloads they are executed with, the same for every engine. */
import { samples } from '../../src/coroot';
import telegramIncident from '../../src/platforms/each/telegram/presets/documented/incident.tmpl?raw';

/** One template and its data; the payload is an incident in Coroot's JSON form. */
export interface Case {
  readonly name: string;
  readonly template: string;
  readonly payload: string;
}

/** An incident with as many reports as asked for. */
export function incidentWithReports(count: number): string {
  const reports = Array.from({ length: count }, (_, i) => ({
    name: ['SLO', 'Net', 'Logs', 'CPU', 'Memory'][i % 5],
    check: ['Latency', 'Network RTT', 'Errors', 'CPU utilization', 'Out of memory'][i % 5],
    message: `error budget burn rate is ${String(i + 1)}x within 1 hour`,
  }));
  return JSON.stringify({
    status: 'WARNING',
    application: 'default:Deployment:app1',
    reports,
    url: 'http://127.0.0.1/',
  });
}

/** The body of the long case; each report makes 78 bytes on average. */
export const reportList = `{{ range $i, $r := .Reports }}
{{- if $i }}
{{ end }}• *{{ $r.Name }}* / {{ .Check }}: {{ .Message }} ({{ $.Status }})
{{- end }}
`;

/** Twenty lines of JSON with everything that templates do. */
export const twentyLines = `{
  "title": {{ printf "%s: %s/%s" .Status .Application.Namespace .Application.Name | json }},
  "severity": "{{ if eq .Status "CRITICAL" }}high{{ else if eq .Status "WARNING" }}medium{{ else }}none{{ end }}",
  "count": {{ len .Reports }},
  "application": {{ json .Application }},
  "fields": [
    {{- range $i, $report := .Reports }}
    {{- if $i }},{{ end }}
    {
      "id": "{{ printf "%s-%03d" $report.Name $i }}",
      "text": {{ printf "%-8s|%q" .Check .Message | json }},
      "raw": {{ json . }}
    }
    {{- end }}
  ],
  {{- with .URL }}
  "link": {{ printf "%s&from=%d" . 1700000000 | json }},
  {{- end }}
  "all": {{ json . }}
}
`;

const documented = samples.find((sample) => sample.id === 'incident-documented')?.payload ?? '';

/** Every case: the documented preset on the documented sample, printf and json, and a long output. */
export const cases: readonly Case[] = [
  { name: 'Telegram incident preset', template: telegramIncident, payload: documented },
  { name: '20 lines with printf and json', template: twentyLines, payload: documented },
  { name: 'range over 500 reports', template: reportList, payload: incidentWithReports(500) },
];
