/** What people write who think in another language, or mistype: each text of a message is real Go’s. */
import type { Rows } from '../row';

export const rows: Rows = {
  'field-with-arguments': [
    [
      '{{ if .«Status» "OK" }}a{{ end }}',
      {
        fixes: ['{{ if eq .Status "OK" }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ with .«Status» "OK" }}a{{ end }}',
      {
        fixes: ['{{ with eq .Status "OK" }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ if .Reports }}b{{ else if .«Status» "OK" }}a{{ end }}',
      { fixes: ['{{ if .Reports }}b{{ else if eq .Status "OK" }}a{{ end }}'] },
    ],
    [
      '{{ if and (.«Status» "OK") .RCASummary }}a{{ end }}',
      {
        fixes: ['{{ if and (eq .Status "OK") .RCASummary }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ if or (.«Status» "OK") .RCASummary }}a{{ end }}',
      {
        fixes: ['{{ if or (eq .Status "OK") .RCASummary }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ range .Reports }}{{ if .«Check» "Latency" }}a{{ end }}{{ end }}',
      {
        fixes: ['{{ range .Reports }}{{ if eq .Check "Latency" }}a{{ end }}{{ end }}'],
        message: 'Check has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ if .«Reports» 3 }}a{{ end }}',
      {
        fixes: ['{{ if eq (len .Reports) 3 }}a{{ end }}'],
        message: 'Reports has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ if $.«Status» "OK" "WARNING" }}a{{ end }}',
      {
        fixes: ['{{ if eq $.Status "OK" "WARNING" }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ if .«Status» not eq "OK" }}a{{ end }}',
      {
        fixes: ['{{ if ne .Status "OK" }}a{{ end }}'],
        message: 'Status has arguments but cannot be invoked as function',
      },
    ],
    [
      '{{ .«Application» .Name }}',
      { fixes: ['{{ .Application.Name }}'], message: 'Application has arguments but cannot be invoked as function' },
    ],
  ],
  'constant-condition': [
    [
      '{{ if and .Status «"OK"» .RCASummary }}a{{ end }}',
      { fixes: ['{{ if and (eq .Status "OK") .RCASummary }}a{{ end }}'] },
    ],
    ['{{ if and .Status «"OK"» }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'] }],
  ],
  'not-a-function': [
    [
      '{{ $s := .Status }}{{ if «$s» "OK" }}a{{ end }}',
      {
        fixes: ['{{ $s := .Status }}{{ if eq $s "OK" }}a{{ end }}'],
        message: `can't give argument to non-function $s`,
      },
    ],
    [
      '{{ if «(len .Reports)» 3 }}a{{ end }}',
      {
        fixes: ['{{ if eq (len .Reports) 3 }}a{{ end }}'],
        message: `can't give argument to non-function len .Reports`,
      },
    ],
    [
      '{{ «"Status: "» .Status }}',
      { fixes: ['{{ print "Status: " .Status }}'], message: `can't give argument to non-function "Status: "` },
    ],
  ],
  'argument-count': [
    [
      '{{ if «not» .Status "OK" }}a{{ end }}',
      { fixes: ['{{ if not (eq .Status "OK") }}a{{ end }}'], message: 'wrong number of args for not: want 1 got 2' },
    ],
    [
      '{{ if and «eq» .Status "OK" .Reports }}a{{ end }}',
      {
        fixes: ['{{ if and (eq .Status "OK") .Reports }}a{{ end }}'],
        message: 'wrong number of args for eq: want at least 1 got 0',
      },
    ],
    [
      '{{ if or «eq» .Status "OK" eq .Status "WARNING" }}a{{ end }}',
      {
        fixes: ['{{ if or (eq .Status "OK") (eq .Status "WARNING") }}a{{ end }}'],
        message: 'wrong number of args for eq: want at least 1 got 0',
      },
    ],
    ['{{ «json».Status }}', { fixes: ['{{ json .Status }}'], message: 'wrong number of args for json: want 1 got 0' }],
  ],
  'undefined-function': [
    [
      '{{ if .Status «OK» }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: 'function "OK" not defined' },
    ],
    [
      '{{ if «Status» "OK" }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: 'function "Status" not defined' },
    ],
    [
      '{{ if .Status «is» not "OK" }}a{{ end }}',
      { fixes: ['{{ if ne .Status "OK" }}a{{ end }}'], message: 'function "is" not defined' },
    ],
    [
      '{{ if .Status «in» ["OK", "WARNING"] }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" "WARNING" }}a{{ end }}'], message: 'function "in" not defined' },
    ],
    [
      '{{ if .Status «in» ("OK", "WARNING") }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" "WARNING" }}a{{ end }}'], message: 'function "in" not defined' },
    ],
    ['{{ if "WARN" «in» .Status }}a{{ end }}', { fixes: [], message: 'function "in" not defined' }],
    [
      '{{ if .Reports | «length» > 0 }}a{{ end }}',
      { fixes: ['{{ if gt (.Reports | len) 0 }}a{{ end }}'], message: 'function "length" not defined' },
    ],
    [
      '{{ .RCASummary | «default»: "none" }}',
      { fixes: ['{{ or .RCASummary "none" }}'], message: 'function "default" not defined' },
    ],
    [
      '{{ .RCASummary | «truncate»: 100 }}',
      { fixes: ['{{ .RCASummary | printf "%.100s" }}'], message: 'function "truncate" not defined' },
    ],
    ['{{ «substr» 0 8 .URL }}', { fixes: ['{{ printf "%.8s" .URL }}'], message: 'function "substr" not defined' }],
    [
      '{{ «for» r in reports }}{{ r.message }}{{ endfor }}',
      { fixes: ['{{ range $r := .Reports }}{{ $r.Message }}{{ end }}'], message: 'function "for" not defined' },
    ],
    [
      '{{ «foreach» .Reports }}{{ .Message }}{{ endforeach }}',
      { fixes: ['{{ range .Reports }}{{ .Message }}{{ end }}'], message: 'function "foreach" not defined' },
    ],
    [
      '{{ range «i», r := .Reports }}{{ r.Name }}{{ end }}',
      { fixes: ['{{ range $i, $r := .Reports }}{{ $r.Name }}{{ end }}'], message: 'function "i" not defined' },
    ],
    [
      '{{ range .Reports «as» $i => $r }}{{ $r.Name }}{{ end }}',
      { fixes: ['{{ range $i, $r := .Reports }}{{ $r.Name }}{{ end }}'], message: 'function "as" not defined' },
    ],
    [
      '{{ range $i, $r := .Reports }}{{ $r.Name }}{{ if not «loop».last }}, {{ end }}{{ end }}',
      { fixes: [], message: 'function "loop" not defined' },
    ],
    [
      '{{ .Reports | «first» | .Name }}',
      { fixes: ['{{ (index .Reports 0).Name }}'], message: 'function "first" not defined' },
    ],
    [
      '{{ . «Application».Name }}',
      { fixes: ['{{ .Application.Name }}'], message: 'function "Application" not defined' },
    ],
    [
      '{{ «Application» .Name }}',
      { fixes: ['{{ .Application.Name }}'], message: 'function "Application" not defined' },
    ],
    ['{{ json . «Status» }}', { fixes: ['{{ json .Status }}'], message: 'function "Status" not defined' }],
    ['{{ «x» := .Status }}{{ x }}', { fixes: ['{{ $x := .Status }}{{ $x }}'], message: 'function "x" not defined' }],
    [
      '{{ «let» x = .Status }}{{ x }}',
      { fixes: ['{{ $x := .Status }}{{ $x }}'], message: 'function "let" not defined' },
    ],
    ['{{ if .Status }}a{{ «en» }}', { fixes: ['{{ if .Status }}a{{ end }}'], message: 'function "en" not defined' }],
    [
      '{{ if .Status }}x{{ «esle» }}y{{ end }}',
      { fixes: ['{{ if .Status }}x{{ else }}y{{ end }}'], message: 'function "esle" not defined' },
    ],
    [
      '{{ «wiht» .Status }}x{{ end }}',
      { fixes: ['{{ with .Status }}x{{ end }}'], message: 'function "wiht" not defined' },
    ],
    [
      '{{ «rnage» .Reports }}x{{ end }}',
      { fixes: ['{{ range .Reports }}x{{ end }}'], message: 'function "rnage" not defined' },
    ],
    ['{{ «lenght» .Reports }}', { fixes: ['{{ len .Reports }}'], message: 'function "lenght" not defined' }],
    ['{{ «msg» | json }}', { fixes: [], message: 'function "msg" not defined' }],
  ],
  'malformed-char': [
    [
      `{{ if .Status «'OK'» }}a{{ end }}`,
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: `malformed character constant: 'OK'` },
    ],
    [
      `{{ if eq «'.Status'» 'OK' }}a{{ end }}`,
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: `malformed character constant: '.Status'` },
    ],
  ],
  'unexpected-token': [
    [
      '{{ if .Status «<>» "OK" }}a{{ end }}',
      { fixes: ['{{ if ne .Status "OK" }}a{{ end }}'], message: 'unexpected "<" in operand' },
    ],
    ['{{ if .Status not in «[»"OK"] }}a{{ end }}', { fixes: ['{{ if not (eq .Status "OK") }}a{{ end }}'] }],
    [
      '{{ if .Reports «>» 0 }}a{{ end }}',
      { fixes: ['{{ if gt (len .Reports) 0 }}a{{ end }}'], message: 'unexpected ">" in operand' },
    ],
    ['{{ .RCASummary «?:» "none" }}', { fixes: ['{{ or .RCASummary "none" }}'], message: 'unexpected "?" in operand' }],
    [
      '{{«#»each Reports}}{{Message}}{{/each}}',
      { fixes: ['{{range .Reports}}{{.Message}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»each Reports}}- {{this.Name}}: {{this.Check}}{{/each}}',
      { fixes: ['{{range .Reports}}- {{.Name}}: {{.Check}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»each reports}}{{message}}{{/each}}',
      { fixes: ['{{range .Reports}}{{.Message}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»each Reports as |r|}}{{r.Message}}{{/each}}',
      { fixes: ['{{range $r := .Reports}}{{$r.Message}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»each Reports}}{{Status}}{{/each}}',
      { fixes: ['{{range .Reports}}{{$.Status}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»with Application}}{{Name}}{{/with}}',
      { fixes: ['{{with .Application}}{{.Name}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»if Status}}{{Status}}{{/if}}',
      { fixes: ['{{if .Status}}{{.Status}}{{end}}'], message: 'unexpected "#" in command' },
    ],
    [
      '{{ range $i $r «:=» .Reports }}{{ $r.Name }}{{ end }}',
      { fixes: ['{{ range $i, $r := .Reports }}{{ $r.Name }}{{ end }}'], message: 'undefined variable "$i"' },
    ],
    ['{{«{»Status}}}', { fixes: ['{{.Status}}'], message: 'unexpected "{" in command' }],
    ['{{«{» .Status }}}', { fixes: ['{{ .Status }}'], message: 'unexpected "{" in command' }],
    ['{{ .Application«.».Name }}', { fixes: ['{{ .Application.Name }}'], message: 'unexpected <.> in operand' }],
    ['{{ .Application.Name«(») }}', { fixes: ['{{ .Application.Name }}'], message: 'unexpected "(" in operand' }],
    ['{{ «@»Status }}', { fixes: ['{{ .Status }}'], message: 'unexpected "@" in command' }],
    ['{{ «%»Status% }}', { fixes: ['{{ .Status }}'], message: 'unexpected "%" in command' }],
    ['{{ «[».Status] }}', { fixes: ['{{ .Status }}'], message: 'unexpected "[" in command' }],
    ['{{ .Status «/»/ note }}', { fixes: ['{{ .Status }}{{/* note */}}'], message: 'unexpected "/" in operand' }],
    ['{{ .Status «#» note }}', { fixes: ['{{ .Status }}{{/* note */}}'], message: 'unexpected "#" in operand' }],
    ['{{«\\»n}}', { fixes: ['{{"\\n"}}'], message: 'unexpected "\\\\" in command' }],
  ],
  'expected-declare': [
    ['{{ slice .URL 0«:»8 }}', { fixes: ['{{ slice .URL 0 8 }}'], message: 'expected :=' }],
    [
      '{{ if eq .Status "OK" }}a{{ else«:» }}b{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ else }}b{{ end }}'], message: 'expected :=' },
    ],
    ['{{ $x «:» = .Status }}{{ $x }}', { fixes: ['{{ $x := .Status }}{{ $x }}'], message: 'undefined variable "$x"' }],
  ],
  'bad-character': [
    [
      '{{ if eq .Status OK«" »}}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: `bad character U+0022 '"'` },
    ],
    [
      '{{ if eq .Status «""OK""» }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: `bad character U+0022 '"'` },
    ],
    [
      '{{ if eq .Status «``OK``» }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: "bad character U+0060 '`'" },
    ],
    ['{{ index .Reports«[»0] }}', { fixes: ['{{ index .Reports 0 }}'], message: `bad character U+005B '['` }],
    ['{{ .Application«-»>Name }}', { fixes: ['{{ .Application.Name }}'], message: `bad character U+002D '-'` }],
    ['{{ .Application«/»Name }}', { fixes: ['{{ .Application.Name }}'], message: `bad character U+002F '/'` }],
    ['{{ .«$Application».Name }}', { fixes: ['{{ $.Application.Name }}'], message: `bad character U+0024 '$'` }],
  ],
  'invalid-char': [
    [
      `{{ if eq .Status «''OK''» }}a{{ end }}`,
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: 'invalid syntax' },
    ],
  ],
  'unrecognized-character': [
    [
      '{{ if eq .Status «´OK´» }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: `unrecognized character in action: U+00B4 '´'` },
    ],
  ],
  'quoted-field': [
    ['{{ if eq «".Status"» "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'] }],
    ['{{ if eq «"{{ .Status }}"» "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'] }],
    ['{{ if eq «"$Status"» "OK" }}a{{ end }}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'] }],
    ['{{ json «".Application.Name"» }}', { fixes: ['{{ json .Application.Name }}'] }],
    ['{{ len «".Reports"» }}', { fixes: ['{{ len .Reports }}'] }],
  ],
  'unclosed-action': [
    [
      '«{{» if eq {{ .Status }} "OK" }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], message: 'unexpected "{" in operand' },
    ],
    ['«{{» json {{ .Status }} }}', { fixes: ['{{ json .Status }}'], message: 'unexpected "{" in operand' }],
    ['«{{» {{ .Status }} }}', { fixes: ['{{ .Status }}'], message: 'unexpected "{" in command' }],
    [
      '«{{» if {{ .Reports }} }}x{{ end }}',
      { fixes: ['{{ if .Reports }}x{{ end }}'], message: 'unexpected "{" in if' },
    ],
  ],
  jinja: [
    [
      '«{% for r in reports %}»{{ r.message }}{% endfor %}',
      { fixes: ['{{ range $r := .Reports }}{{ $r.Message }}{{ end }}'] },
    ],
  ],
  'no-such-field': [
    [
      '{{ range $r, $i := .Reports }}{{ $r.«Message» }}{{ end }}',
      {
        fixes: ['{{ range $i, $r := .Reports }}{{ $r.Message }}{{ end }}'],
        message: `can't evaluate field Message in type int`,
      },
    ],
    [
      '{{ index .Reports 0 .«Name» }}',
      {
        fixes: ['{{ (index .Reports 0).Name }}'],
        message: `can't evaluate field Name in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ .«ApplicationName» }}',
      {
        fixes: ['{{ .Application.Name }}'],
        message: `can't evaluate field ApplicationName in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ .«app_name» }}',
      {
        fixes: ['{{ .Application.Name }}'],
        message: `can't evaluate field app_name in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ .«AppNamespace» }}',
      {
        fixes: ['{{ .Application.Namespace }}'],
        message: `can't evaluate field AppNamespace in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ .«app».metadata.name }}',
      {
        fixes: ['{{ .Application.Name }}'],
        message: `can't evaluate field app in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ .«RCA».Summary }}',
      {
        fixes: ['{{ .RCASummary }}'],
        message: `can't evaluate field RCA in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ range .Reports }}{{ $.«Message» }}{{ end }}',
      {
        fixes: ['{{ range .Reports }}{{ .Message }}{{ end }}'],
        message: `can't evaluate field Message in type notifications.IncidentTemplateValues`,
      },
    ],
    [
      '{{ range .Reports }}{{ .«Reports».Message }}{{ end }}',
      {
        fixes: ['{{ range .Reports }}{{ .Message }}{{ end }}'],
        message: `can't evaluate field Reports in type db.IncidentNotificationDetailsReport`,
      },
    ],
    [
      '{{ range $r := .Reports }}{{ .«r».Message }}{{ end }}',
      {
        fixes: ['{{ range $r := .Reports }}{{ $r.Message }}{{ end }}'],
        message: `can't evaluate field r in type db.IncidentNotificationDetailsReport`,
      },
    ],
    [
      '{{ with .Reports }}{{ .«Message» }}{{ end }}',
      {
        fixes: ['{{ range .Reports }}{{ .Message }}{{ end }}'],
        message: `can't evaluate field Message in type []db.IncidentNotificationDetailsReport`,
      },
    ],
    [
      '{{ if .Status.«Contains» "OK" }}a{{ end }}',
      { fixes: [], message: `can't evaluate field Contains in type string` },
    ],
    [
      '{{ range .Summary }}{{ .«Name» }}{{ end }}',
      { kind: 'deployment', fixes: [], message: `can't evaluate field Name in type string` },
    ],
    ['{{ .Application.Value.«Name» }}', { fixes: [], message: `can't evaluate field Name in type driver.Value` }],
  ],
  'bad-number': [
    ['{{ «-.S»tatus }}', { fixes: ['{{- .Status }}'], message: 'bad number syntax: "-.S"' }],
    [
      '{{ index .Reports «0.N»ame }}',
      { fixes: ['{{ (index .Reports 0).Name }}'], message: 'bad number syntax: "0.N"' },
    ],
  ],
  'illegal-number': [
    ['{{ .Status «-» }}', { fixes: ['{{ .Status -}}'], message: 'illegal number syntax: "-"' }],
    ['{{ «-» .Status - }}', { fixes: ['{{- .Status -}}'], message: 'illegal number syntax: "-"' }],
  ],
  placeholder: [
    ['«${application.name}»', { fixes: ['{{.Application.Name}}'] }],
    ['«$Status»', { fixes: ['{{.Status}}'] }],
    ['«%{Status}»', { fixes: ['{{.Status}}'] }],
    ['«[[ .Status ]]»', { fixes: ['{{ .Status }}'] }],
  ],
  'single-braces': [['«{Application.Name}»', { fixes: ['{{.Application.Name}}'] }]],
  'not-indexable': [
    [
      '{{ «index .Application "Name"» }}',
      {
        fixes: ['{{ .Application.Name }}'],
        message: `error calling index: can't index item of type model.ApplicationId`,
      },
    ],
    ['{{ .URL | «slice 0 8» }}', { fixes: [], message: `error calling slice: can't slice item of type int` }],
  ],
  'index-range': [['{{ «index .Reports -1» }}', { fixes: [], message: 'error calling index: index out of range: -1' }]],
  'undefined-variable': [
    [
      '{{ range .Reports }}{{ «$Status» }}{{ end }}',
      { fixes: ['{{ range .Reports }}{{ $.Status }}{{ end }}'], message: 'undefined variable "$Status"' },
    ],
    [
      '{{ $labels := .Application }}{{ «$label».Name }}',
      { fixes: ['{{ $labels := .Application }}{{ $labels.Name }}'], message: 'undefined variable "$label"' },
    ],
    ['{{ «$labels».instance }}', { fixes: [], message: 'undefined variable "$labels"' }],
  ],
  'not-iterable': [
    [
      '{{ range «.Application» }}{{ .Name }}{{ end }}',
      {
        fixes: ['{{ with .Application }}{{ .Name }}{{ end }}'],
        message: `range can't iterate over default:Deployment:app1`,
      },
    ],
  ],
  'unterminated-string': [
    ['{{ print «"a»\nb" }}', { fixes: ['{{ print `a\nb` }}'], message: 'unterminated quoted string' }],
  ],
  'incompatible-types': [
    [
      '{{ if «gt (len .Reports) 1.0» }}many{{ end }}',
      {
        fixes: ['{{ if gt (len .Reports) 1 }}many{{ end }}'],
        message: 'error calling gt: incompatible types for comparison: int and float64',
      },
    ],
    [
      '{{ «gt .Application.Value 3» }}',
      {
        fixes: ['{{ gt .Application.Value "3" }}'],
        message: 'error calling gt: incompatible types for comparison: string and int',
      },
    ],
  ],
  'escaped-action': [
    [
      '«{{`{{ range .Reports }}`}}»{{`{{ .Message }}`}}{{`{{ end }}`}}',
      { fixes: ['{{ range .Reports }}{{ .Message }}{{ end }}'] },
    ],
  ],
};
