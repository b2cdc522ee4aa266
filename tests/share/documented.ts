/** The templates and samples of https://docs.coroot.com/alerting/webhook, as its code blocks show them. */
import type { TextByKind } from '../../src/share/project';

const name = '{{ .Application.Name }}@{{ .Application.Namespace }}';

export const documentedPayloads: TextByKind = {
  incident: `{
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
  deployment: `{
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
  alert: `{
  "status": "WARNING",
  "project_name": "production",
  "application": "default:Deployment:app1",
  "rule_name": "Low disk space",
  "severity": "warning",
  "summary": "disk space is low on /dev/sda1 (12% free)",
  "details": [
    {
      "name": "Log pattern",
      "value": "ERROR: disk space is running low"
    }
  ],
  "url": "http://127.0.0.1:8080/p/x0xwl4jz/alerts?alert=abc123"
}`,
};

interface Flavour {
  readonly member: string;
  readonly heading: string;
  readonly bold: string;
  readonly rule: string;
  readonly alertEnd: string;
  readonly end: string;
}

function documentedSet({ member, heading, bold, rule, alertEnd, end }: Flavour): TextByKind {
  return {
    incident: `{
${member}
{{- if eq .Status \`OK\` }}
${heading}[${name}]({{ .URL }}) incident resolved
{{- else }}
${heading}{{ .Status }} [${name}]({{ .URL }}) is not meeting its SLOs
{{- end }}
{{- range .Reports }}
• ${bold}{{ .Name }}${bold} / {{ .Check }}: {{ .Message }}
{{- end }}${end}
}`,
    deployment: `{
${member}
${heading}Deployment of [${name}]({{ .URL }})
${bold}Status${bold}: {{ .Status }}
${bold}Version${bold}: {{ .Version }}
{{- if .Summary }}
${bold}Summary${bold}:
{{- range .Summary }}
• {{ . }}
{{- end }}
{{- end }}${end}
}`,
    alert: `{
${member}
{{- if eq .Status \`OK\` }}
${heading}[RESOLVED] ${rule}{{ .RuleName }}${rule}: ${name}
{{- else }}
${heading}[{{ .Status }}] ${rule}{{ .RuleName }}${rule}: ${name}
{{- end }}
{{ .Summary }}
{{- range .Details }}
• {{ .Name }}: {{ .Value }}
{{- end }}
{{ .URL }}${alertEnd}
}`,
  };
}

const markdownEnd = '",\n  "parse_mode": "Markdown"';

export const documentedTemplates: Readonly<Record<string, TextByKind>> = {
  'plain text': {
    incident: `{{- if eq .Status \`OK\` }}
${name} incident resolved
{{- else }}
{{ .Status }} ${name} is not meeting its SLOs
{{- end }}
{{- range .Reports }}
• *{{ .Name }}* / {{ .Check }}: {{ .Message }}
{{- end }}
{{ .URL }}`,
    deployment: `Deployment of ${name}
*Status*: {{ .Status }}
*Version*: {{ .Version }}
{{- if .Summary }}
*Summary*:
{{- range .Summary }}
• {{ . }}
{{- end }}
{{- end }}
{{ .URL }}`,
    alert: `{{- if eq .Status \`OK\` }}
[RESOLVED] {{ .RuleName }}: ${name}
{{- else }}
[{{ .Status }}] {{ .RuleName }}: ${name}
{{- end }}
{{ .Summary }}
{{- range .Details }}
• {{ .Name }}: {{ .Value }}
{{- end }}
{{ .URL }}`,
  },
  json: { incident: '{{ json . }}', deployment: '{{ json . }}', alert: '{{ json . }}' },
  telegram: documentedSet({
    member: '  "chat_id": "-123456789",\n  "text": "',
    heading: '',
    bold: '*',
    rule: '*',
    alertEnd: markdownEnd,
    end: markdownEnd,
  }),
  mattermost: documentedSet({
    member: '  "text": "',
    heading: '#### ',
    bold: '**',
    rule: '**',
    alertEnd: '"',
    end: '"',
  }),
  discord: documentedSet({
    member: '  "content": "',
    heading: '### ',
    bold: '**',
    rule: '**',
    alertEnd: '"',
    end: '"',
  }),
};
