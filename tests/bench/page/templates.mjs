/** Templates of a given number of lines: ordinary text, conditions and lists, as people write them. */

const thirteen = `{{ if eq .Status "OK" }}🟢{{ else }}🔴{{ end }} *{{ .Application.Name }}* is {{ .Status }}
Namespace: {{ .Application.Namespace }}

{{ with .Reports }}What is wrong:
{{ end -}}
{{ range $i, $report := .Reports }}
• *{{ $report.Name }}* / {{ $report.Check }}
  {{ $report.Message }}
{{ else }}
Nothing to report.
{{ end }}

[Open in Coroot]({{ .URL }})`;

/** Ten lines that can stand any number of times in a template. */
const ten = `{{- /* A part of a longer message. */ -}}
{{ if eq .Status "CRITICAL" }}🔴{{ else if eq .Status "WARNING" }}🟡{{ else }}🟢{{ end }} {{ .Application.Name }}
The application runs in {{ .Application.Namespace }} as a {{ .Application.Kind }}.
{{- range $i, $report := .Reports }}
{{ if $i }}, {{ end }}{{ $report.Name }}: {{ printf "%s, %s" .Check .Message }}
{{- end }}
{{- with .URL }}
See {{ . }} for more.
{{- end }}
`;

/** A template of so many lines: 13, or a multiple of ten. */
export function templateOf(lines) {
  return lines === 13 ? thirteen : ten.repeat(lines / 10).trimEnd();
}
