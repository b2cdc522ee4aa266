/**
 * The preset dictionary of link format `v1`: text that templates and payloads are likely to contain, so that
 * compression can point at it instead of spelling it out (https://www.rfc-editor.org/rfc/rfc1951#section-3.2.3 allows
 * distances up to 32,768).
 *
 * It is frozen: changing one character would garble every link ever made. Better text goes into the dictionary of a
 * `v2`. What is common stands late, because near text is cheaper to point at.
 */
import { textBytes } from './records';

/**
 * Member names and values of the bodies that chat and incident platforms accept, in the shape they are usually written.
 */
const platformBodies = `
"@type": "MessageCard", "@context": "https://schema.org/extensions", "themeColor": "d93025", "summary": "sections": [{ "activityTitle": "activitySubtitle": "facts": [{ "name": "potentialAction": [{ "@type": "OpenUri", "targets": [{ "os": "default", "uri":
{
  "type": "message",
  "attachments": [
    {
      "contentType": "application/vnd.microsoft.card.adaptive",
      "content": {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": { "width": "Full" },
        "body": [
          {
            "type": "TextBlock",
            "size": "Large",
            "weight": "Bolder",
            "color": "Attention",
            "color": "Warning",
            "color": "Good",
            "isSubtle": true,
            "wrap": true
          },
          { "type": "FactSet", "facts": [{ "title": "Application", "value": {{ json .Application.Name }} }] },
          { "type": "ColumnSet", "columns": [{ "type": "Column", "items": [
        ],
        "actions": [
          { "type": "Action.OpenUrl", "title": "Open in Coroot", "url": {{ json .URL }} }
        ]
      }
    }
  ]
}
{
  "routing_key": "YOUR_INTEGRATION_KEY",
  "event_action": "{{ if eq .Status \`OK\` }}resolve{{ else }}trigger{{ end }}",
  "dedup_key": {{ json .URL }},
  "payload": {
    "summary": {{ json (printf "%s: %s" .Status .Application.Name) }},
    "source": "coroot",
    "severity": "{{ if eq .Status \`CRITICAL\` }}critical{{ else if eq .Status \`WARNING\` }}warning{{ else }}info{{ end }}",
    "component": "group": "class": "custom_details": {{ json . }}
  },
  "links": [{ "href": {{ json .URL }}, "text": "Open in Coroot" }]
}
"message_type": "RECOVERY", "entity_id": "entity_display_name": "state_message": "alias": "description": "priority": "P1", "tags": ["coroot"], "details": { "responders": "entity": "source": "Coroot", "event_type": "deduplication_key": "metadata": "incident_key":
"cardsV2": [{ "cardId": "coroot", "card": { "header": { "title": "subtitle": "sections": [{ "widgets": [{ "decoratedText": { "topLabel": "textParagraph": { "buttonList": { "buttons": [{ "text": "onClick": { "openLink": { "url":
"msgtype": "markdown", "markdown": { "content": "msg_type": "interactive", "card": { "header": { "title": { "tag": "plain_text", "elements": [{ "tag": "markdown", "template": "red"
"msgtype": "m.text", "body": "format": "org.matrix.custom.html", "formatted_body": "html": "roomId": "markdown": "topic": "coroot", "title": "priority": 5, "click": "actions": [{ "action": "view", "labels": { "alertname": "annotations": { "startsAt": "endsAt": "generatorURL":
{
  "channel": "#alerts",
  "username": "Coroot",
  "icon_url": "https://coroot.com/static/logo.png",
  "text": {{ json (printf "*%s* %s" .Status .Application.Name) }},
  "blocks": [
    { "type": "header", "text": { "type": "plain_text", "text": "emoji": true } },
    { "type": "section", "text": { "type": "mrkdwn", "text": {{ json $text }} } },
    { "type": "section", "fields": [{ "type": "mrkdwn", "text":
    { "type": "context", "elements": [{ "type": "mrkdwn", "text":
    { "type": "divider" },
    { "type": "actions", "elements": [{ "type": "button", "text": { "type": "plain_text", "text": "View in Coroot" }, "style": "danger", "url": {{ json .URL }} }] }
  ],
  "unfurl_links": false,
  "attachments": [
    {
      "color": "#d93025",
      "color": "{{ if eq .Status \`OK\` }}#2eb67d{{ else if eq .Status \`WARNING\` }}#ecb22e{{ else }}#e01e5a{{ end }}",
      "fallback": {{ json .Summary }},
      "pretext": "author_name": "title": {{ json .RuleName }},
      "title_link": {{ json .URL }},
      "footer": "Coroot", "ts": "mrkdwn_in": ["text"],
      "fields": [
        {{- range $i, $d := .Details }}{{ if $i }},{{ end }}
        { "title": {{ json $d.Name }}, "value": {{ json $d.Value }}, "short": true }
        {{- end }}
      ]
    }
  ]
}
{
  "username": "Coroot",
  "avatar_url": "allowed_mentions": { "parse": [] },
  "embeds": [
    {
      "title": {{ json (printf "%s@%s" .Application.Name .Application.Namespace) }},
      "description": {{ json .Summary }},
      "url": {{ json .URL }},
      "color": {{ if eq .Status \`OK\` }}3066993{{ else if eq .Status \`WARNING\` }}16776960{{ else }}15158332{{ end }},
      "fields": [
        {{- range $i, $r := .Reports }}{{ if $i }},{{ end }}
        { "name": {{ json $r.Name }}, "value": {{ json (printf "%s: %s" $r.Check $r.Message) }}, "inline": true }
        {{- end }}
      ],
      "footer": { "text": "Coroot" }
    }
  ]
}
{
  "chat_id": "-1001234567890",
  "message_thread_id":
  "parse_mode": "HTML",
  "parse_mode": "MarkdownV2",
  "disable_web_page_preview": true,
  "link_preview_options": { "is_disabled": true },
  "disable_notification": false,
  "reply_markup": { "inline_keyboard": [[{ "text": "Open in Coroot", "url": {{ json .URL }} }]] },
  "text": {{ json (printf "<b>%s</b> <a href=\\"%s\\">%s</a>\\n" (html .Status) (html .URL) (html .Application.Name)) }}
}
`;

/** Turns of phrase of the template language. */
const templateIdioms = `
{{/* comment */}}{{- /* comment */ -}}
{{ define "title" }}{{ end }}{{ template "title" . }}{{ block "body" . }}{{ end }}
{{ with .Summary }}{{ . }}{{ else }}No notable changes{{ end }}{{ else with }}{{ break }}{{ continue }}
{{ if and (ne .Status \`OK\`) (gt (len .Reports) 0) }}{{ end }}{{ if or (eq .Status "CRITICAL") (eq .Status "WARNING") }}{{ end }}
{{ if ne .Application.Namespace "_" }}{{ .Application.Namespace }}/{{ end }}{{ .Application.Kind }}/{{ .Application.Name }}
{{- if eq .Status "OK" }}✅ 🟢{{ else if eq .Status "WARNING" }}⚠️ 🟡{{ else if eq .Status "CRITICAL" }}🔥 🔴{{ else }}ℹ️ 🚨{{ end -}}
{{- if eq .Status "Deployed" }}🚀{{ else if eq .Status "In-progress" }}⏳{{ else if eq .Status "Stuck" }}{{ else if eq .Status "Cancelled" }}{{ end }}
{{- $text := printf "*%s* is %s" .Application.Name .Status }}
{{- range $i, $r := .Reports }}{{ if $i }}, {{ end }}{{ $r.Name }}{{ end }}
{{- range $index, $element := .Summary }}{{ if $index }},{{ end }}{{ json $element }}{{ end }}
{{- range .Reports }}
{{- $text = print $text "\\n• " .Name " / " .Check ": " .Message }}
{{- end }}
{{- range .Summary }}{{ $text = printf "%s\\n- %s" $text . }}{{ end }}
{{- range .Details }}{{ if .Code }}\`\`\`{{ .Value }}\`\`\`{{ end }}{{ else }}{{ end }}
{{- with .RCASummary }}
*Root cause*: {{ . }}
{{- end }}
{{- with .RCARemediations }}
*Remediation*: {{ . }}
{{- end }}
{{- if .Duration }}
*Duration*: {{ .Duration }}
{{- end }}
{{- if .ResolvedBy }}
Resolved by {{ .ResolvedBy }}
{{- end }}
"text": {{ json $text }}, "status": {{ json .Status }}, "project": {{ json .ProjectName }}, "severity": {{ json .Severity }}, "version": {{ json .Version }}, "message": {{ json .Message }}
{{ printf "%.200s" .Summary }}{{ printf "%q" .Name }}{{ slice (json .Summary) 1 }}{{ index .Summary 0 }}{{ len .Reports }}{{ urlquery .URL }}{{ html .Summary }}{{ not .Reports }}{{ println }}{{ .Application }}
`;

/** Payloads as Coroot marshals them, with the checks and messages it has. */
const payloads = `
{
  "status": "OK",
  "application": "x0xwl4jz:default:Deployment:app1",
  "application": "cluster1:_:StatefulSet:postgres",
  "application": "default:DaemonSet:node-agent",
  "application": {
    "cluster_id": "x0xwl4jz",
    "namespace": "default",
    "kind": "Deployment",
    "name": "app1"
  },
  "reports": null,
  "reports": [],
  "summary": null,
  "rca_summary": "rca_remediations": "team": "environment": "production", "runbook": "https://
    {
      "name": "SLO",
      "check": "Availability",
      "message": "error budget burn rate is 26x within 1 hour"
    },
    {
      "name": "Memory",
      "check": "Out of Memory",
      "message": "app containers have been restarted 11 times by the OOM killer"
    },
    {
      "name": "Memory",
      "check": "Memory leak",
      "message": "memory usage is growing by 
    },
    {
      "name": "CPU",
      "check": "Container CPU utilization",
      "message": "high CPU utilization of 2 containers"
    },
    {
      "name": "Instances",
      "check": "Instance availability",
      "message": "1/2 instances are currently unavailable"
    },
    {
      "name": "Instances",
      "check": "Container restarts",
      "message": "app containers have been restarted 5 times"
    },
    {
      "name": "Logs",
      "check": "Errors",
      "message": "1206 errors occurred"
    },
    {
      "name": "Storage",
      "check": "Disk space",
      "message": "disk space on 1 volume will be exhausted soon"
    },
    {
      "name": "DNS",
      "check": "DNS latency",
      "message": "high DNS latency"
    },
    {
      "name": "Postgres",
      "check": "Postgres latency",
    "No notable changes"
    "💔 Availability: 99.95% (objective: 99.9%)",
    "💔 Latency: 95% of requests faster than 500ms
    "💔 Logs: the number of errors in the logs has increased by 
    "🎉 CPU usage: -10% (-$12/mo) compared to the previous deployment",
    "💔 Memory: a memory leak detected",
  "status": "In-progress",
  "status": "Cancelled",
  "status": "Stuck",
  "status": "CRITICAL",
  "status": "UNKNOWN",
  "status": "INFO",
  "severity": "critical",
  "duration": "1h30m",
  "duration": "5m30s",
  "resolved_by": "admin",
      "code": true
  "url": "https://coroot.example.com/p/x0xwl4jz/incidents?incident=123ab456"
{
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
}
{
  "status": "Deployed",
  "application": "default:Deployment:app1",
  "version": "123ab456: app:v1.8.2",
  "summary": [
    "💔 Availability: 87% (objective: 99%)",
    "💔 CPU usage: +21% (+$37/mo) compared to the previous deployment",
    "🎉 Memory: looks like the memory leak has been fixed"
  ],
  "url": "http://127.0.0.1:8080/p/x0xwl4jz/app/default:Deployment:app1/Deployments#123ab456:123"
}
{
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
}
`;

/**
 * The heads and tails in which the templates of Coroot's documentation differ: https://docs.coroot.com/alerting/webhook
 */
const documentedVariants = `
{{ json . }}
{{- if eq .Status \`OK\` }}
{{ .Application.Name }}@{{ .Application.Namespace }} incident resolved
{{- else }}
{{ .Status }} {{ .Application.Name }}@{{ .Application.Namespace }} is not meeting its SLOs
{{- end }}
{{- range .Reports }}
• *{{ .Name }}* / {{ .Check }}: {{ .Message }}
{{- end }}
{{ .URL }}
Deployment of {{ .Application.Name }}@{{ .Application.Namespace }}
*Status*: {{ .Status }}
*Version*: {{ .Version }}
{{- if .Summary }}
*Summary*:
{{- range .Summary }}
• {{ . }}
{{- end }}
{{- end }}
{{ .URL }}
{{- if eq .Status \`OK\` }}
[RESOLVED] {{ .RuleName }}: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- else }}
[{{ .Status }}] {{ .RuleName }}: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- end }}
{{ .Summary }}
{{- range .Details }}
• {{ .Name }}: {{ .Value }}
{{- end }}
{{ .URL }}
{
  "content": "
{{- if eq .Status \`OK\` }}
### [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) incident resolved
{{- else }}
### {{ .Status }} [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) is not meeting its SLOs
{{- end }}
{
  "content": "
### Deployment of [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }})
**Status**
{
  "content": "
{{- if eq .Status \`OK\` }}
### [RESOLVED] **{{ .RuleName }}**: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- else }}
### [{{ .Status }}] **
{
  "chat_id": "-123456789",
  "text": "
{{- if eq .Status \`OK\` }}
[{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) incident resolved
{{- else }}
{{ .Status }} [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) is not meeting its SLOs
{{- end }}
{{- range .Reports }}
• *{{ .Name }}* / {{ .Check }}: {{ .Message }}
{{- end }}",
  "parse_mode": "Markdown"
}
{
  "chat_id": "-123456789",
  "text": "
Deployment of [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }})
*Status*: {{ .Status }}
*Version*: {{ .Version }}
{{- if .Summary }}
*Summary*:
{{- range .Summary }}
• {{ . }}
{{- end }}
{{- end }}",
  "parse_mode": "Markdown"
}
{
  "chat_id": "-123456789",
  "text": "
{{- if eq .Status \`OK\` }}
[RESOLVED] *{{ .RuleName }}*: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- else }}
[{{ .Status }}] *{{ .RuleName }}*: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- end }}
{{ .Summary }}
{{- range .Details }}
• {{ .Name }}: {{ .Value }}
{{- end }}
{{ .URL }}",
  "parse_mode": "Markdown"
}
`;

/** One documented set of templates in full: the JSON body with Markdown text that most platforms take. */
const documentedTemplates = `
{
  "text": "
{{- if eq .Status \`OK\` }}
#### [RESOLVED] **{{ .RuleName }}**: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- else }}
#### [{{ .Status }}] **{{ .RuleName }}**: {{ .Application.Name }}@{{ .Application.Namespace }}
{{- end }}
{{ .Summary }}
{{- range .Details }}
• {{ .Name }}: {{ .Value }}
{{- end }}
{{ .URL }}"
}
{
  "text": "
#### Deployment of [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }})
**Status**: {{ .Status }}
**Version**: {{ .Version }}
{{- if .Summary }}
**Summary**:
{{- range .Summary }}
• {{ . }}
{{- end }}
{{- end }}"
}
{
  "text": "
{{- if eq .Status \`OK\` }}
#### [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) incident resolved
{{- else }}
#### {{ .Status }} [{{ .Application.Name }}@{{ .Application.Namespace }}]({{ .URL }}) is not meeting its SLOs
{{- end }}
{{- range .Reports }}
• **{{ .Name }}** / {{ .Check }}: {{ .Message }}
{{- end }}"
}
`;

/** The dictionary's bytes. */
export const dictionary: Uint8Array = textBytes(
  platformBodies + templateIdioms + payloads + documentedVariants + documentedTemplates,
);
