/** Ways of writing that are at home elsewhere; what Go says of each was asked of Go. */
import type { Rows } from '../row';

export const rows: Rows = {
  'unexpected-token': [
    [
      '{{ if eq .Status «&»quot;OK&quot; }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['HTML'] },
    ],
    ['{{«!» note }}', { fixes: ['{{/* note */}}'], says: ['comment'] }],
    ['{{ .Status «/»* note */ }}', { fixes: ['{{ .Status }}{{/* note */}}'], says: ['comment'] }],
    ['{{ .Status«(») }}', { fixes: ['{{ .Status }}'], says: ['parentheses'] }],
    ['{{ .Status.toUpper«(») }}', { fixes: ['{{ .Status }}'], says: ['case'] }],
    ['{{ .Reports.substr«(»1) }}', { fixes: [] }],
  ],
  'undefined-function': [
    ['{{ if .Status «is» "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'] }],
    ['{{ if .Status «equals» "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'] }],
    ['{{ if .Status «in» "OK" "WARNING" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" "WARNING" }}a{{ end }}'] }],
    ['{{ «ternary» (eq .Status "OK") "a" "b" }}', { fixes: ['{{ if eq .Status "OK" }}a{{ else }}b{{ end }}'] }],
    ['{{ «set» $x 1 }}{{ $x }}', { fixes: ['{{ $x := 1 }}{{ $x }}'], says: [':='] }],
  ],
  'field-with-arguments': [
    ['{{ if .«Status» eq "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'] }],
    ['{{ if .«Status» ne "OK" }}a{{ end }}', { fixes: ['{{ if ne .Status "OK" }}a{{ end }}'] }],
  ],
  'illegal-number': [
    ['{{ .Status «+» .URL }}', { fixes: ['{{ print .Status .URL }}'], says: ['print'] }],
    ['{{ .Status «+» .Reports }}', { fixes: [], says: ['arithmetic'] }],
    ['{{ «-» .Status }}', { fixes: ['{{- .Status }}'], says: ['braces'] }],
  ],
  'bad-character': [['{{ .Reports.«[»0].Message }}', { fixes: ['{{ (index .Reports 0).Message }}'], says: ['index'] }]],
  'no-such-field': [
    ['{{ .Reports.«First».Message }}', { fixes: ['{{ (index .Reports 0).Message }}'], says: ['empty'] }],
    ['{{ .«Namespace» }}', { fixes: ['{{ .Application.Namespace }}'], says: ['.Application'] }],
    ['{{ .«Kind» }}', { kind: 'alert', fixes: ['{{ .Application.Kind }}'] }],
    ['{{ .«Link» }}', { fixes: ['{{ .URL }}'] }],
    ['{{ .«Labels».severity }}', { kind: 'alert', fixes: ['{{ .Severity }}'], says: ['Alertmanager'] }],
    ['{{ .«CommonAnnotations».summary }}', { kind: 'alert', fixes: ['{{ .Summary }}'] }],
    ['{{ range .«Alerts» }}x{{ end }}', { fixes: [], says: ['Alertmanager'] }],
    ['{{ .«Values».foo }}', { fixes: [], says: ['Helm'] }],
  ],
  'incompatible-types': [
    ['{{ if «gt .Reports 3» }}a{{ end }}', { fixes: ['{{ if gt (len .Reports) 3 }}a{{ end }}'], says: ['len'] }],
    ['{{ if «eq .Reports 0» }}a{{ end }}', { fixes: ['{{ if eq (len .Reports) 0 }}a{{ end }}'] }],
  ],
  'index-range': [['{{ «slice .RCASummary 0 -1» }}', { fixes: [], certainty: 'always' }]],
  'missing-value': [['{{ if .Status }}a«{{ else if }}»b{{ end }}', { fixes: [], says: ['condition'] }]],
};
