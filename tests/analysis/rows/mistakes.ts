import type { Rows } from '../row';

/** What Go cannot read, and text that was meant to be an action. Messages are those of Go 1.26. */
export const rows: Rows = {
  'unexpected-token': [
    [
      '{{ if .Status «=» "OK" }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «==» "OK" }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «===» "OK" }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «!=» "OK" }}a{{ end }}',
      { fixes: ['{{ if ne .Status "OK" }}a{{ end }}'], says: ['ne'], message: 'unexpected "!" in operand' },
    ],
    [
      '{{ if len .Reports «>» 1 }}a{{ end }}',
      { fixes: ['{{ if gt (len .Reports) 1 }}a{{ end }}'], says: ['gt'], message: 'unexpected ">" in operand' },
    ],
    [
      '{{ if len .Reports «>=» 1 }}a{{ end }}',
      { fixes: ['{{ if ge (len .Reports) 1 }}a{{ end }}'], says: ['ge'], message: 'unexpected ">" in operand' },
    ],
    [
      '{{ if len .Reports «<» 1 }}a{{ end }}',
      { fixes: ['{{ if lt (len .Reports) 1 }}a{{ end }}'], says: ['lt'], message: 'unexpected "<" in operand' },
    ],
    [
      '{{ if len .Reports «<=» 1 }}a{{ end }}',
      { fixes: ['{{ if le (len .Reports) 1 }}a{{ end }}'], says: ['le'], message: 'unexpected "<" in operand' },
    ],
    [
      '{{ if (.Status «==» "OK") }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      "{{ if .Status «==» 'OK' }}a{{ end }}",
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «==» OK }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['quotes'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «==» `OK` }}a{{ end }}',
      { fixes: ['{{ if eq .Status `OK` }}a{{ end }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{- if .Status «==» "OK" -}}a{{- end -}}',
      { fixes: ['{{- if eq .Status "OK" -}}a{{- end -}}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .RCASummary «||» .Reports }}a{{ end }}',
      { fixes: ['{{ if or .RCASummary .Reports }}a{{ end }}'], says: ['or'], message: 'unexpected "|" in if' },
    ],
    [
      '{{ if .RCASummary «&&» .Reports }}a{{ end }}',
      { fixes: ['{{ if and .RCASummary .Reports }}a{{ end }}'], says: ['and'], message: 'unexpected "&" in operand' },
    ],
    [
      '{{ if .Status «==» "OK" && .Reports }}a{{ end }}',
      {
        fixes: ['{{ if and (eq .Status "OK") .Reports }}a{{ end }}'],
        says: ['and'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ if .Status «==» "OK" || .Status == "INFO" || .URL }}a{{ end }}',
      {
        fixes: ['{{ if or (eq .Status "OK") (eq .Status "INFO") .URL }}a{{ end }}'],
        says: ['or'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ if «!».Reports }}a{{ end }}',
      { fixes: ['{{ if not .Reports }}a{{ end }}'], says: ['not'], message: 'unexpected "!" in if' },
    ],
    [
      '{{ if «!»(eq .Status "OK") }}a{{ end }}',
      { fixes: ['{{ if not (eq .Status "OK") }}a{{ end }}'], says: ['not'], message: 'unexpected "!" in if' },
    ],
    [
      '{{ if «!» .Reports && .URL }}a{{ end }}',
      { fixes: ['{{ if and (not .Reports) .URL }}a{{ end }}'], says: ['not'], message: 'unexpected "!" in if' },
    ],
    [
      '{{ if not .Status «==» "OK" }}a{{ end }}',
      { fixes: ['{{ if not (eq .Status "OK") }}a{{ end }}'], says: ['not'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «==» "OK" and .URL }}a{{ end }}',
      { fixes: ['{{ if and (eq .Status "OK") .URL }}a{{ end }}'], says: ['and'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ if .Status «==» "OK" or .URL }}a{{ end }}',
      { fixes: ['{{ if or (eq .Status "OK") .URL }}a{{ end }}'], says: ['or'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ .RCASummary «??» "none" }}',
      { fixes: ['{{ or .RCASummary "none" }}'], says: ['or'], message: 'unexpected "?" in operand' },
    ],
    [
      '{{ .RCASummary «||» "none" }}',
      { fixes: ['{{ or .RCASummary "none" }}'], says: ['or'], message: 'unexpected "|" in command' },
    ],
    [
      '{{ if .URL }}a{{ else if .Status «==» "OK" }}b{{ end }}',
      {
        fixes: ['{{ if .URL }}a{{ else if eq .Status "OK" }}b{{ end }}'],
        says: ['eq'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ $ok := .Status «==» "OK" }}{{ $ok }}',
      { fixes: ['{{ $ok := eq .Status "OK" }}{{ $ok }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ with $x := .Status «==» "OK" }}{{ $x }}{{ end }}',
      {
        fixes: ['{{ with $x := eq .Status "OK" }}{{ $x }}{{ end }}'],
        says: ['eq'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ template "x" .Status «==» "OK" }}{{ define "x" }}a{{ end }}',
      {
        fixes: ['{{ template "x" eq .Status "OK" }}{{ define "x" }}a{{ end }}'],
        says: ['eq'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ json (.Status «==» "OK") }}',
      { fixes: ['{{ json (eq .Status "OK") }}'], says: ['eq'], message: 'unexpected "=" in operand' },
    ],
    [
      '{{ .Status «==» "OK" ? "yes" : "no" }}',
      {
        fixes: ['{{ if eq .Status "OK" }}yes{{ else }}no{{ end }}'],
        says: ['if'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ .Status «?» .Status : "none" }}',
      {
        fixes: ['{{ if .Status }}{{ .Status }}{{ else }}none{{ end }}'],
        says: ['else'],
        message: 'unexpected "?" in operand',
      },
    ],
    [
      '{{- .Status «?» "a" : "b" -}}',
      { fixes: ['{{- if .Status }}a{{ else }}b{{ end -}}'], says: ['if'], message: 'unexpected "?" in operand' },
    ],
    [
      '{{ "a" «if» .Status == "OK" else "b" }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ else }}b{{ end }}'], says: ['if'], message: 'unexpected <if> in operand' },
    ],
    [
      '{{ (.Status «==» "OK") ? "yes" : "no" }}',
      {
        fixes: ['{{ if (eq .Status "OK") }}yes{{ else }}no{{ end }}'],
        says: ['if'],
        message: 'unexpected "=" in operand',
      },
    ],
    [
      '{{ "a" «~» .Status }}',
      { fixes: ['{{ print "a" .Status }}'], says: ['print'], message: 'unexpected "~" in operand' },
    ],
    ['{{ len .Reports «*» 2 }}', { fixes: [], says: ['arithmetic'], message: 'unexpected "*" in operand' }],
    [
      '{{ len«(».Reports) }}',
      { fixes: ['{{ len .Reports }}'], says: ['parentheses'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ eq«(».Status, "OK") }}',
      { fixes: ['{{ eq .Status "OK" }}'], says: ['space'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ if eq«(».Status, "OK") }}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['space'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ printf«(»"%s: %s", .Status, .URL) }}',
      { fixes: ['{{ printf "%s: %s" .Status .URL }}'], says: ['commas'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ printf "%s: %s"«,» .Status, .URL }}',
      { fixes: ['{{ printf "%s: %s" .Status .URL }}'], says: ['commas'], message: 'unexpected "," in operand' },
    ],
    [
      '{{ index«(».Reports, 0).Name }}',
      { fixes: ['{{ (index .Reports 0).Name }}'], says: ['parentheses'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ json«(».Status) }}',
      { fixes: ['{{ json .Status }}'], says: ['parentheses'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ not«(».Reports) }}',
      { fixes: ['{{ not .Reports }}'], says: ['parentheses'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ .Reports«.0».Name }}',
      { fixes: ['{{ (index .Reports 0).Name }}'], says: ['index'], message: 'unexpected ".0" in operand' },
    ],
    [
      '{{ if .Reports.length «>» 3 }}a{{ end }}',
      { fixes: ['{{ if gt (len .Reports) 3 }}a{{ end }}'], says: ['len'], message: 'unexpected ">" in operand' },
    ],
    [
      '{{ if .Reports.size«(») > 3 }}a{{ end }}',
      { fixes: ['{{ if gt (len .Reports) 3 }}a{{ end }}'], says: ['len'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ .Status.toUpperCase«(») }}',
      { fixes: ['{{ .Status }}'], says: ['case'], message: 'unexpected "(" in operand' },
    ],
    [
      '{{ eq .Status «\\"OK\\"» }}',
      { fixes: ['{{ eq .Status "OK" }}'], says: ['backslash'], message: 'unexpected "\\\\" in operand' },
    ],
    [
      '{{ eq .Status «\\`OK\\`» }}',
      { fixes: ['{{ eq .Status "OK" }}'], says: ['backslash'], message: 'unexpected "\\\\" in operand' },
    ],
    [
      '{"a": "{{ if eq .Status «\\"OK\\"» }}x{{ end }}", "b": "c"}',
      {
        fixes: ['{"a": "{{ if eq .Status "OK" }}x{{ end }}", "b": "c"}'],
        says: ['backslash'],
        message: 'unexpected "\\\\" in operand',
      },
    ],
    [
      '{{ if eq .Status "OK" «}»a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['}}'], message: 'unexpected "}" in operand' },
    ],
    ['{{ .Status «}»', { fixes: ['{{ .Status }}'], says: ['}}'], message: 'unexpected "}" in operand' }],
    ['{{ «#» note }}', { fixes: ['{{/* note */}}'], says: ['comment'], message: 'unexpected "#" in command' }],
    ['{{ «#»note }}', { fixes: ['{{/* note */}}'], says: ['comment'], message: 'unexpected "#" in command' }],
    ['{{- «#» note -}}', { fixes: ['{{- /* note */ -}}'], says: ['comment'], message: 'unexpected "#" in command' }],
    [
      '{{ «/»/ note here }}',
      { fixes: ['{{/* note here */}}'], says: ['comment'], message: 'unexpected "/" in command' },
    ],
    ['{{ «/»* note */ }}', { fixes: ['{{/* note */}}'], says: ['comment'], message: 'unexpected "/" in command' }],
    ['{{«!»-- note --}}', { fixes: ['{{/* note */}}'], says: ['comment'], message: 'unexpected "!" in command' }],
    ['{{ «!» a note }}', { fixes: ['{{/* a note */}}'], says: ['comment'], message: 'unexpected "!" in command' }],
    [
      '{{ if .Status }}a{{ else «.URL» }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if .URL }}b{{ end }}'],
        says: ['else if'],
        message: 'unexpected ".URL" in else',
      },
    ],
    [
      '{{ if .Status }}a{{ end «if» }}',
      { fixes: ['{{ if .Status }}a{{ end }}'], says: ['end'], message: 'unexpected <if> in end' },
    ],
    [
      '{{ if .Status }}a{{«/»if}}',
      { fixes: ['{{ if .Status }}a{{end}}'], says: ['Handlebars'], message: 'unexpected "/" in command' },
    ],
    [
      '{{«#»each .Reports}}x{{/each}}',
      { fixes: ['{{range .Reports}}x{{end}}'], says: ['range'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»if .Status}}x{{else}}y{{/if}}',
      { fixes: ['{{if .Status}}x{{else}}y{{end}}'], says: ['Handlebars'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«#»unless .Status}}x{{/unless}}',
      { fixes: ['{{if not .Status}}x{{end}}'], says: ['not'], message: 'unexpected "#" in command' },
    ],
    [
      '{{«>» footer }}{{ define "footer" }}x{{ end }}',
      {
        fixes: ['{{template "footer" . }}{{ define "footer" }}x{{ end }}'],
        says: ['template'],
        message: 'unexpected ">" in command',
      },
    ],
    ['{{«{» .Status }}}', { fixes: ['{{ .Status }}'], says: ['Handlebars'], message: 'unexpected "{" in command' }],
    [
      '{{ template «a» . }}{{ define "a" }}x{{ end }}',
      {
        fixes: ['{{ template "a" . }}{{ define "a" }}x{{ end }}'],
        says: ['quotes'],
        message: 'unexpected "a" in template clause',
      },
    ],
    [
      '{{ template «\'a\'» . }}{{ define "a" }}x{{ end }}',
      {
        fixes: ['{{ template "a" . }}{{ define "a" }}x{{ end }}'],
        says: ['quotes'],
        message: 'unexpected "\'a\'" in template clause',
      },
    ],
    [
      '{{ define «a» }}x{{ end }}',
      { fixes: ['{{ define "a" }}x{{ end }}'], says: ['quotes'], message: 'unexpected "a" in define clause' },
    ],
    ['{{ define «}}»x{{ end }}', { fixes: [], says: ['name'], message: 'unexpected "}}" in define clause' }],
    [
      '{{ define "a" «.» }}x{{ end }}',
      { fixes: ['{{ define "a" }}x{{ end }}'], says: ['define'], message: 'unexpected <.> in define clause' },
    ],
    [
      '{{ block «a» . }}x{{ end }}',
      { fixes: ['{{ block "a" . }}x{{ end }}'], says: ['quotes'], message: 'unexpected "a" in block clause' },
    ],
    ['{{ template «}}»', { fixes: [], says: ['name'], message: 'unexpected "}}" in template clause' }],
    ['{{ «|» json }}', { fixes: [], says: ['stands before'], message: 'unexpected "|" in command' }],
    '{{ if eq .Status "OK" }}a{{ end }}',
    '{{ printf "%s, %s" .Status .URL }}',
    '{{ or .RCASummary "a == b" }}',
    '{{ if and (eq .Status `OK`) (gt (len .Reports) 0) }}a{{ end }}',
  ],
  'bad-character': [
    [
      '{{if .Status«==»"OK"}}a{{end}}',
      { fixes: ['{{if eq .Status "OK"}}a{{end}}'], says: ['eq'], message: "bad character U+003D '='" },
    ],
    [
      '{{ .Reports«[»0].Message }}',
      { fixes: ['{{ (index .Reports 0).Message }}'], says: ['index'], message: "bad character U+005B '['" },
    ],
    [
      '{{ .Reports«[»0] }}',
      { fixes: ['{{ index .Reports 0 }}'], says: ['index'], message: "bad character U+005B '['" },
    ],
    [
      '{{ $.Reports«[»1].Name }}',
      { fixes: ['{{ (index $.Reports 1).Name }}'], says: ['index'], message: "bad character U+005B '['" },
    ],
    [
      '{{ .Application«[»"Name"] }}',
      { fixes: ['{{ .Application.Name }}'], says: ['.Application.Name'], message: "bad character U+005B '['" },
    ],
    [
      "{{ .Application«[»'Name'] }}",
      { fixes: ['{{ .Application.Name }}'], says: ['.Application.Name'], message: "bad character U+005B '['" },
    ],
    [
      '{{ .Reports«[»1:3] }}',
      { fixes: ['{{ slice .Reports 1 3 }}'], says: ['slice'], message: "bad character U+005B '['" },
    ],
    ['{{ .Reports«[»-1] }}', { fixes: [], message: "bad character U+005B '['" }],
    ['{{.Status«-»}}', { fixes: ['{{.Status -}}'], says: ['space'], message: "bad character U+002D '-'" }],
    [
      '{{ if .Status }}a{{ else«-»if .URL }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if .URL }}b{{ end }}'],
        says: ['else if'],
        message: "bad character U+002D '-'",
      },
    ],
    ['{{ .my«-»field }}', { fixes: [], says: ['index'], message: "bad character U+002D '-'" }],
  ],
  'unexpected-else': [
    ['«{{ else if» .Status == "OK" }}', { fixes: [], says: ['else'], message: 'unexpected {{else}}' }],
    ['{{ if .Status }}a{{ end }}b«{{ else }}»c', { fixes: [], says: ['else'], message: 'unexpected {{else}}' }],
    [
      '{{ if .Status }}a{{ else }}b«{{ else }}»c{{ end }}',
      { fixes: [], says: ['else'], message: 'expected end; found {{else}}' },
    ],
  ],
  'illegal-number': [
    [
      '{{ "in " «+» .Application.Namespace }}',
      { fixes: ['{{ print "in " .Application.Namespace }}'], says: ['print'], message: 'illegal number syntax: "+"' },
    ],
    [
      '{{ .Status «+» ": " + .URL }}',
      { fixes: ['{{ print .Status ": " .URL }}'], says: ['print'], message: 'illegal number syntax: "+"' },
    ],
    ['{{ 1 «+» 2 }}', { fixes: [], says: ['arithmetic'], message: 'illegal number syntax: "+"' }],
    ['{{ len .Reports «-» 1 }}', { fixes: [], says: ['arithmetic'], message: 'illegal number syntax: "-"' }],
    [
      '{{- if .Status «-»}a{{ end }}',
      { fixes: ['{{- if .Status -}}a{{ end }}'], says: ['}}'], message: 'illegal number syntax: "-"' },
    ],
  ],
  'malformed-char': [
    [
      "{{ eq .Status «'OK'» }}",
      { fixes: ['{{ eq .Status "OK" }}'], says: ['double quotes'], message: "malformed character constant: 'OK'" },
    ],
    [
      "{{ printf «'x %s'» .Status }}",
      {
        fixes: ['{{ printf "x %s" .Status }}'],
        says: ['double quotes'],
        message: "malformed character constant: 'x %s'",
      },
    ],
  ],
  'unrecognized-character': [
    [
      '{{ eq .Status «“OK”» }}',
      {
        fixes: ['{{ eq .Status "OK" }}'],
        says: ['typographic'],
        message: "unrecognized character in action: U+201C '“'",
      },
    ],
    [
      '{{ eq .Status «‘OK’» }}',
      {
        fixes: ['{{ eq .Status "OK" }}'],
        says: ['typographic'],
        message: "unrecognized character in action: U+2018 '‘'",
      },
    ],
  ],
  'unterminated-string': [
    [
      '{{ «"unterminated »}}',
      { fixes: ['{{ "unterminated" }}'], says: ['quote'], message: 'unterminated quoted string' },
    ],
    [
      '{{ if eq .Status «"OK »}}a{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['quote'], message: 'unterminated quoted string' },
    ],
  ],
  'unterminated-raw-string': [
    [
      '{{ if eq .Status «`OK »}}a{{ end }}',
      { fixes: ['{{ if eq .Status `OK` }}a{{ end }}'], says: ['quote'], message: 'unterminated raw quoted string' },
    ],
  ],
  'unclosed-action': [
    ['«{{» .Status', { fixes: ['{{ .Status }}'], says: ['closing'], message: 'unclosed action' }],
    [
      'a «{{» .Status{{ .URL }}',
      { fixes: ['a {{ .Status }}{{ .URL }}'], says: ['closing'], message: "bad character U+007B '{'" },
    ],
  ],
  'unclosed-comment': [
    ['«{{/*» note }}a', { fixes: ['{{/* note */}}a'], says: ['comment'], message: 'unclosed comment' }],
  ],
  'comment-before-delim': [
    [
      '{{/* note «*/» .Status }}',
      { fixes: ['{{/* note */}}{{ .Status }}'], says: ['comment'], message: 'comment ends before closing delimiter' },
    ],
    [
      '{{/* note «*/» }}',
      { fixes: ['{{/* note */}}'], says: ['comment'], message: 'comment ends before closing delimiter' },
    ],
    [
      '{{/* note «*/»-}}',
      { fixes: ['{{/* note */ -}}'], says: ['comment'], message: 'comment ends before closing delimiter' },
    ],
    '{{/* a */}}',
    '{{- /* a */ -}}',
  ],
  'bad-number': [
    ['{{«-.S»tatus}}', { fixes: ['{{- .Status}}'], says: ['space'], message: 'bad number syntax: "-.S"' }],
    ['{{«-.S»tatus-}}', { fixes: ['{{- .Status -}}'], says: ['space'], message: 'bad number syntax: "-.S"' }],
  ],
  'undefined-function': [
    ['{{ «status» }}', { fixes: ['{{ .Status }}'], says: ['.Status'], message: 'function "status" not defined' }],
    ['{{ «Status» }}', { fixes: ['{{ .Status }}'], says: ['.Status'], message: 'function "Status" not defined' }],
    [
      '{{ «Application».Name }}',
      {
        fixes: ['{{ .Application.Name }}'],
        says: ['.Application.Name'],
        message: 'function "Application" not defined',
      },
    ],
    [
      '{{ «application».Name }}',
      {
        fixes: ['{{ .Application.Name }}'],
        says: ['.Application.Name'],
        message: 'function "application" not defined',
      },
    ],
    [
      '{{ «rca_summary» }}',
      { fixes: ['{{ .RCASummary }}'], says: ['.RCASummary'], message: 'function "rca_summary" not defined' },
    ],
    [
      '{{ if «Status» }}a{{ end }}',
      { fixes: ['{{ if .Status }}a{{ end }}'], says: ['.Status'], message: 'function "Status" not defined' },
    ],
    [
      '{{ range «Reports» }}a{{ end }}',
      { fixes: ['{{ range .Reports }}a{{ end }}'], says: ['.Reports'], message: 'function "Reports" not defined' },
    ],
    [
      '{{ json «Status» }}',
      { fixes: ['{{ json .Status }}'], says: ['.Status'], message: 'function "Status" not defined' },
    ],
    [
      '{{ range .Reports }}{{ «name» }}{{ end }}',
      { fixes: ['{{ range .Reports }}{{ .Name }}{{ end }}'], says: ['.Name'], message: 'function "name" not defined' },
    ],
    [
      '{{ range .Reports }}{{ «status» }}{{ end }}',
      {
        fixes: ['{{ range .Reports }}{{ $.Status }}{{ end }}'],
        says: ['$.Status'],
        message: 'function "status" not defined',
      },
    ],
    [
      '{{ with .RCASummary }}{{ «url» }}{{ end }}',
      { fixes: ['{{ with .RCASummary }}{{ $.URL }}{{ end }}'], says: ['$.URL'], message: 'function "url" not defined' },
    ],
    [
      '{{ range $r := .Reports }}{{ «r».Name }}{{ end }}',
      {
        fixes: ['{{ range $r := .Reports }}{{ $r.Name }}{{ end }}'],
        says: ['$r'],
        message: 'function "r" not defined',
      },
    ],
    [
      '{{ $s := .Status }}{{ «s» }}',
      { fixes: ['{{ $s := .Status }}{{ $s }}'], says: ['$s'], message: 'function "s" not defined' },
    ],
    ['{{ «this».Status }}', { fixes: ['{{ .Status }}'], says: ['dot'], message: 'function "this" not defined' }],
    ['{{ «null» }}', { fixes: ['{{ nil }}'], says: ['nil'], message: 'function "null" not defined' }],
    [
      '{{ «prinf» "%s" .Status }}',
      { fixes: ['{{ printf "%s" .Status }}'], says: ['printf'], message: 'function "prinf" not defined' },
    ],
    ['{{ «JSON» .Status }}', { fixes: ['{{ json .Status }}'], says: ['json'], message: 'function "JSON" not defined' }],
    ['{{ «jsn» .Status }}', { fixes: ['{{ json .Status }}'], says: ['json'], message: 'function "jsn" not defined' }],
    ['{{ «foo» .Status }}', { fixes: [], says: ['function'], message: 'function "foo" not defined' }],
    [
      '{{ if .Status }}a{{ «elseif» .URL }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if .URL }}b{{ end }}'],
        says: ['else if'],
        message: 'function "elseif" not defined',
      },
    ],
    [
      '{{ if .Status }}a{{ «elif» .URL }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if .URL }}b{{ end }}'],
        says: ['else if'],
        message: 'function "elif" not defined',
      },
    ],
    [
      '{{ if .Status }}a{{ «elsif» .URL }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if .URL }}b{{ end }}'],
        says: ['else if'],
        message: 'function "elsif" not defined',
      },
    ],
    [
      '{{ if .Status }}a{{ «elseif» .Status == "OK" }}b{{ end }}',
      {
        fixes: ['{{ if .Status }}a{{ else if eq .Status "OK" }}b{{ end }}'],
        says: ['else if'],
        message: 'function "elseif" not defined',
      },
    ],
    [
      '{{ if .Status }}a{{ «endif» }}',
      { fixes: ['{{ if .Status }}a{{ end }}'], says: ['end'], message: 'function "endif" not defined' },
    ],
    [
      '{{ range .Reports }}a{{ «endrange» }}',
      { fixes: ['{{ range .Reports }}a{{ end }}'], says: ['end'], message: 'function "endrange" not defined' },
    ],
    [
      '{{ range .Reports }}a{{ «endfor» }}',
      { fixes: ['{{ range .Reports }}a{{ end }}'], says: ['end'], message: 'function "endfor" not defined' },
    ],
    [
      '{{ if .Status }}a{{ «End» }}',
      { fixes: ['{{ if .Status }}a{{ end }}'], says: ['end'], message: 'function "End" not defined' },
    ],
    [
      '{{ «for» .Reports }}x{{ end }}',
      { fixes: ['{{ range .Reports }}x{{ end }}'], says: ['range'], message: 'function "for" not defined' },
    ],
    [
      '{{ «for» r in .Reports }}x{{ end }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], says: ['range'], message: 'function "for" not defined' },
    ],
    [
      '{{ «for» r in .Reports }}x{{ endfor }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], says: ['range'], message: 'function "for" not defined' },
    ],
    [
      '{{ «for» i, r := range .Reports }}x{{ end }}',
      { fixes: ['{{ range $i, $r := .Reports }}x{{ end }}'], says: ['range'], message: 'function "for" not defined' },
    ],
    [
      '{{ «foreach» .Reports as r }}x{{ end }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], says: ['range'], message: 'function "foreach" not defined' },
    ],
    [
      '{{ range «r» in .Reports }}x{{ end }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], says: [':='], message: 'function "r" not defined' },
    ],
    [
      '{{ range «r» := .Reports }}x{{ end }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], message: 'function "r" not defined' },
    ],
    [
      '{{ «unless» .Status }}x{{ end }}',
      { fixes: ['{{ if not .Status }}x{{ end }}'], says: ['not'], message: 'function "unless" not defined' },
    ],
    [
      '{{ «If» .Status }}x{{ end }}',
      { fixes: ['{{ if .Status }}x{{ end }}'], says: ['if'], message: 'function "If" not defined' },
    ],
    [
      '{{ if .Status «then» }}x{{ end }}',
      { fixes: ['{{ if .Status }}x{{ end }}'], says: ['then'], message: 'function "then" not defined' },
    ],
    ['{{ «x» := 1 }}', { fixes: ['{{ $x := 1 }}'], says: ['dollar'], message: 'function "x" not defined' }],
    ['{{ «set» $x = 1 }}', { fixes: ['{{ $x := 1 }}'], says: [':='], message: 'function "set" not defined' }],
    [
      '{{ «let» x = .Status }}',
      { fixes: ['{{ $x := .Status }}'], says: ['dollar'], message: 'function "let" not defined' },
    ],
    [
      '{{ «include» "a" . }}{{ define "a" }}x{{ end }}',
      {
        fixes: ['{{ template "a" . }}{{ define "a" }}x{{ end }}'],
        says: ['template'],
        message: 'function "include" not defined',
      },
    ],
    ['{{ «toJson» . }}', { fixes: ['{{ json . }}'], says: ['json'], message: 'function "toJson" not defined' }],
    [
      '{{ .RCASummary | «toJson» }}',
      { fixes: ['{{ .RCASummary | json }}'], says: ['json'], message: 'function "toJson" not defined' },
    ],
    [
      '{{ .RCASummary | «tojson» }}',
      { fixes: ['{{ .RCASummary | json }}'], says: ['json'], message: 'function "tojson" not defined' },
    ],
    [
      '{{ .Status | «upper» }}',
      { fixes: ['{{ .Status }}'], says: ['function'], message: 'function "upper" not defined' },
    ],
    [
      '{{ «upper» .Status }}',
      { fixes: ['{{ .Status }}'], says: ['function'], message: 'function "upper" not defined' },
    ],
    [
      '{{ .Status | «lower» }}',
      { fixes: ['{{ .Status }}'], says: ['function'], message: 'function "lower" not defined' },
    ],
    [
      '{{ .Status | «title» }}',
      { fixes: ['{{ .Status }}'], says: ['function'], message: 'function "title" not defined' },
    ],
    [
      '{{ .Status | «toUpper» }}',
      { fixes: ['{{ .Status }}'], says: ['function'], message: 'function "toUpper" not defined' },
    ],
    [
      '{{ «title» (lower .Status) }}',
      { fixes: ['{{ (.Status) }}'], says: ['function'], message: 'function "title" not defined' },
    ],
    [
      '{{ .RCASummary | «default» "none" }}',
      { fixes: ['{{ or .RCASummary "none" }}'], says: ['or'], message: 'function "default" not defined' },
    ],
    [
      '{{ «default» "none" .RCASummary }}',
      { fixes: ['{{ or .RCASummary "none" }}'], says: ['or'], message: 'function "default" not defined' },
    ],
    [
      '{{ «coalesce» .RCASummary .RCARemediations "none" }}',
      {
        fixes: ['{{ or .RCASummary .RCARemediations "none" }}'],
        says: ['or'],
        message: 'function "coalesce" not defined',
      },
    ],
    [
      '{{ .RCASummary | «trunc» 100 }}',
      { fixes: ['{{ .RCASummary | printf "%.100s" }}'], says: ['%.100s'], message: 'function "trunc" not defined' },
    ],
    [
      '{{ «trunc» 100 .RCASummary }}',
      { fixes: ['{{ printf "%.100s" .RCASummary }}'], says: ['%.100s'], message: 'function "trunc" not defined' },
    ],
    [
      '{{ .RCASummary | «truncate» 50 }}',
      { fixes: ['{{ .RCASummary | printf "%.50s" }}'], says: ['%.100s'], message: 'function "truncate" not defined' },
    ],
    [
      '{{ .RCASummary | «default» "none" | trunc 10 }}',
      {
        fixes: ['{{ or .RCASummary "none" | printf "%.10s" }}'],
        says: ['or'],
        message: 'function "default" not defined',
      },
    ],
    [
      '{{ «join» ", " .Reports }}',
      {
        fixes: ['{{ range $i, $s := .Reports }}{{ if $i }}, {{ end }}{{ $s }}{{ end }}'],
        says: ['range'],
        message: 'function "join" not defined',
      },
    ],
    [
      '{{ .Reports | «join» ", " }}',
      {
        fixes: ['{{ range $i, $s := .Reports }}{{ if $i }}, {{ end }}{{ $s }}{{ end }}'],
        says: ['range'],
        message: 'function "join" not defined',
      },
    ],
    ['{{ json («join» ", " .Reports) }}', { fixes: [], says: ['range'], message: 'function "join" not defined' }],
    [
      '{{ «ternary» "a" "b" (eq .Status "OK") }}',
      {
        fixes: ['{{ if eq .Status "OK" }}a{{ else }}b{{ end }}'],
        says: ['if'],
        message: 'function "ternary" not defined',
      },
    ],
    [
      '{{ eq .Status "OK" | «ternary» "a" "b" }}',
      {
        fixes: ['{{ if eq .Status "OK" }}a{{ else }}b{{ end }}'],
        says: ['if'],
        message: 'function "ternary" not defined',
      },
    ],
    [
      '{{ .Status | «quote» }}',
      { fixes: ['{{ .Status | json }}'], says: ['json'], message: 'function "quote" not defined' },
    ],
    [
      '{{ «quote» .Status }}',
      { fixes: ['{{ json .Status }}'], says: ['json'], message: 'function "quote" not defined' },
    ],
    ['{{ «now» }}', { fixes: [], says: ['clock'], message: 'function "now" not defined' }],
    ['{{ «now» | date "2006" }}', { fixes: [], says: ['clock'], message: 'function "now" not defined' }],
    ['{{ «add» 1 2 }}', { fixes: [], says: ['arithmetic'], message: 'function "add" not defined' }],
    ['{{ «sub» (len .Reports) 1 }}', { fixes: [], says: ['arithmetic'], message: 'function "sub" not defined' }],
    ['{{ «replace» "a" "b" .Status }}', { fixes: [], says: ['function'], message: 'function "replace" not defined' }],
    ['{{ .Status | «replace» "a" "b" }}', { fixes: [], says: ['function'], message: 'function "replace" not defined' }],
    [
      '{{ if «contains» "a" .Status }}x{{ end }}',
      { fixes: [], says: ['eq'], message: 'function "contains" not defined' },
    ],
    [
      '{{ if «hasPrefix» .Status "a" }}x{{ end }}',
      { fixes: [], says: ['eq'], message: 'function "hasPrefix" not defined' },
    ],
    ['{{ «split» .Status "," }}', { fixes: [], says: ['range'], message: 'function "split" not defined' }],
    ['{{ .Status | «trim» }}', { fixes: ['{{ .Status }}'], says: ['trim'], message: 'function "trim" not defined' }],
    [
      '{{ .Status | «safeHtml» }}',
      { fixes: ['{{ .Status }}'], says: ['escaped'], message: 'function "safeHtml" not defined' },
    ],
    [
      '{{ «reReplaceAll» "a" "b" .Status }}',
      { fixes: [], says: ['function'], message: 'function "reReplaceAll" not defined' },
    ],
    ['{{ «humanize» 1024 }}', { fixes: [], says: ['printf'], message: 'function "humanize" not defined' }],
    [
      '{{ «first» .Reports }}',
      { fixes: ['{{ index .Reports 0 }}'], says: ['index'], message: 'function "first" not defined' },
    ],
    [
      '{{ («first» .Reports).Name }}',
      { fixes: ['{{ (index .Reports 0).Name }}'], says: ['index'], message: 'function "first" not defined' },
    ],
    ['{{ «last» .Reports }}', { fixes: [], says: ['range'], message: 'function "last" not defined' }],
    ['{{ «list» 1 2 }}', { fixes: [], says: ['JSON'], message: 'function "list" not defined' }],
    ['{{ «dict» "a" 1 }}', { fixes: [], says: ['JSON'], message: 'function "dict" not defined' }],
    [
      '{{ if «empty» .Reports }}x{{ end }}',
      { fixes: ['{{ if not .Reports }}x{{ end }}'], says: ['not'], message: 'function "empty" not defined' },
    ],
    [
      '{{ .Status | «nindent» 4 }}',
      { fixes: ['{{ .Status }}'], says: ['spaces'], message: 'function "nindent" not defined' },
    ],
    ['{{ .Status | «b64enc» }}', { fixes: [], says: ['encoding'], message: 'function "b64enc" not defined' }],
    ['{{ «env» "HOME" }}', { fixes: [], says: ['environment'], message: 'function "env" not defined' }],
    ['{{ «tpl» .Status . }}', { fixes: [], says: ['if'], message: 'function "tpl" not defined' }],
    [
      '{{ .Status | «toString» }}',
      { fixes: ['{{ .Status | print }}'], says: ['print'], message: 'function "toString" not defined' },
    ],
    [
      '{{ «length» .Reports }}',
      { fixes: ['{{ len .Reports }}'], says: ['len'], message: 'function "length" not defined' },
    ],
    [
      '{{ .Reports | «length» }}',
      { fixes: ['{{ .Reports | len }}'], says: ['len'], message: 'function "length" not defined' },
    ],
    [
      '{{ «urlencode» .URL }}',
      { fixes: ['{{ urlquery .URL }}'], says: ['urlquery'], message: 'function "urlencode" not defined' },
    ],
    [
      '{{ .RCASummary | «e» }}',
      { fixes: ['{{ .RCASummary | html }}'], says: ['html'], message: 'function "e" not defined' },
    ],
    ['{{ «args» 1 2 }}', { fixes: [], says: ['Prometheus'], message: 'function "args" not defined' }],
    '{{ json .Status }}',
    '{{ .Status | printf "%s" | html }}',
    '{"status": "upper", "x": "{{ .Status }}"}',
    '{{ "toJson" }}',
  ],
  'undefined-variable': [
    [
      '{{ range «$r» in .Reports }}x{{ end }}',
      { fixes: ['{{ range $r := .Reports }}x{{ end }}'], says: [':='], message: 'undefined variable "$r"' },
    ],
    ['{{ «$x» }}', { fixes: [], says: ['undefined'], message: 'undefined variable "$x"' }],
    [
      '{{ if true }}{{ $c := "red" }}{{ end }}{{ «$c» }}',
      {
        fixes: ['{{ $c := "" }}{{ if true }}{{ $c = "red" }}{{ end }}{{ $c }}'],
        says: ['end'],
        message: 'undefined variable "$c"',
      },
    ],
    [
      '{{ range .Reports }}{{ $n := .Name }}{{ end }}{{ «$n» }}',
      { fixes: [], says: ['end'], message: 'undefined variable "$n"' },
    ],
    [
      '{{ if true }}{{ if true }}{{ $c := 1 }}{{ end }}{{ end }}{{ «$c» }}',
      { fixes: [], says: ['end'], message: 'undefined variable "$c"' },
    ],
    [
      '{{ $Status := .Status }}{{ «$status» }}',
      { fixes: ['{{ $Status := .Status }}{{ $Status }}'], says: ['$Status'], message: 'undefined variable "$status"' },
    ],
    ['{{ «$x» }}{{ $x := 1 }}', { fixes: [], says: ['further down'], message: 'undefined variable "$x"' }],
    '{{ $x := 1 }}{{ $x }}',
    '{{ range $i, $r := .Reports }}{{ $i }}{{ $r.Name }}{{ end }}',
    '{{ with $x := .URL }}{{ $x }}{{ end }}',
  ],
  'expected-declare': [
    ['{{ if .Status«:» }}x{{ end }}', { fixes: ['{{ if .Status }}x{{ end }}'], says: [':'], message: 'expected :=' }],
  ],
  'missing-value': [
    [
      '«{{ block "a" }}»x{{ end }}',
      { fixes: ['{{ block "a" . }}x{{ end }}'], says: ['dot'], message: 'missing value for block clause' },
    ],
    ['«{{ if }}»a{{ end }}', { fixes: [], says: ['condition'], message: 'missing value for if' }],
    ['«{{ range }}»a{{ end }}', { fixes: [], says: ['condition'], message: 'missing value for range' }],
    ['«{{ with }}»a{{ end }}', { fixes: [], says: ['condition'], message: 'missing value for with' }],
    ['{{ if .Status }}a«{{ else if }}»b{{ end }}', { fixes: [], says: ['condition'], message: 'missing value for if' }],
    ['«{{}}»', { fixes: [''], says: ['empty'], message: 'missing value for command' }],
    ['«{{ }}»', { fixes: [''], says: ['empty'], message: 'missing value for command' }],
  ],
  'unexpected-end': [
    ['a«{{ end }}»', { fixes: ['a'], says: ['end'], message: 'unexpected {{end}}' }],
    [
      '{{ if .Status }}a{{ end }}b«{{ end }}»c',
      { fixes: ['{{ if .Status }}a{{ end }}bc'], says: ['end'], message: 'unexpected {{end}}' },
    ],
    '{ range .Reports }}a{{ end }}',
    '{{ for .Reports }}x{{ end }}',
  ],
  'unexpected-eof': [
    // Where the end of the text would leave the JSON open, the block ends before what closes that.
    [
      '{"a": 1«{{ if .RCASummary }}», "b": 2}',
      { fixes: ['{"a": 1{{ if .RCASummary }}, "b": 2{{ end }}}'], expectsJson: true },
    ],
    [
      '«{{ range .Reports }}»{{ .Name }}',
      { fixes: ['{{ range .Reports }}{{ .Name }}{{ end }}'], says: ['end'], message: 'unexpected EOF' },
    ],
    [
      '«{{range .Reports}}»{{.Name}}',
      { fixes: ['{{range .Reports}}{{.Name}}{{end}}'], says: ['end'], message: 'unexpected EOF' },
    ],
    [
      '«{{ if .Status }}»{{ range .Reports }}a{{ end }}',
      { fixes: ['{{ if .Status }}{{ range .Reports }}a{{ end }}{{ end }}'], says: ['end'], message: 'unexpected EOF' },
    ],
    ['«{{ define "a" }}»x', { fixes: ['{{ define "a" }}x{{ end }}'], says: ['end'], message: 'unexpected EOF' }],
    '{{ if .Status }}a{{ end }}',
    '{ if .Status }}a{{ end }}',
  ],
  'break-outside-range': [['«{{ break }}»', { fixes: [], says: ['range'], message: '{{break}} outside {{range}}' }]],
  'continue-outside-range': [
    ['«{{ continue }}»', { fixes: [], says: ['range'], message: '{{continue}} outside {{range}}' }],
  ],
  'non-executable-command': [
    [
      '{{ .Status | json . | «"a"» }}',
      { fixes: [], says: ['function'], message: 'non executable command in pipeline stage 3' },
    ],
  ],
  'unclosed-left-paren': [
    [
      '{{ «(»eq .Status "OK" }}',
      { fixes: ['{{ (eq .Status "OK") }}'], says: ['parenthesis'], message: 'unclosed left paren' },
    ],
  ],
  'unexpected-right-paren': [
    [
      '{{ eq .Status "OK"«)» }}',
      { fixes: ['{{ eq .Status "OK" }}'], says: ['parenthesis'], message: 'unexpected right paren' },
    ],
  ],
  'single-braces': [
    ['«{ .Status }»', { fixes: ['{{ .Status }}'], says: ['{{'] }],
    ['«{.Status}»', { fixes: ['{{.Status}}'], says: ['{{'] }],
    ['«{ if .Status }»a{ end }', { fixes: ['{{ if .Status }}a{{ end }}'], says: ['{{'] }],
    '{"a": "{ }"}',
    '{ "a": 1 }',
    '[{"b": [{"c": true}]}]',
    'a { color: .5em }',
    '{1}',
    '{ word }',
    '{{ "{ .Status }" }}',
    '{"text": {{ json .Status }}}',
  ],
  'missing-brace': [
    [
      '«{- $x := "" -}}»{{ if .Status }}{{ $x = .Status }}{{ end }}{{ if not $x }}{{ $x }}{{ end }}',
      { message: 'undefined variable "$x"' },
    ],
    ['«{ .Status }}»', { fixes: ['{{ .Status }}'], says: ['{{'] }],
    ['{{ if .Status }}a«{ end }}»', { fixes: ['{{ if .Status }}a{{ end }}'], says: ['{{'], message: 'unexpected EOF' }],
    [
      '«{ if .Status }}»a{{ end }}',
      { fixes: ['{{ if .Status }}a{{ end }}'], says: ['{{'], message: 'unexpected {{end}}' },
    ],
    ['{{ if .Status }}a«{ else }}»b{{ end }}', { fixes: ['{{ if .Status }}a{{ else }}b{{ end }}'], says: ['{{'] }],
    [
      '«{- range .Reports }}»a{{ end }}',
      { fixes: ['{{- range .Reports }}a{{ end }}'], says: ['{{'], message: 'unexpected {{end}}' },
    ],
    ['«{/* note */}}»', { fixes: ['{{/* note */}}'], says: ['{{'] }],
    ['{{ $x := 1 }}«{ $x }}»', { fixes: ['{{ $x := 1 }}{{ $x }}'], says: ['{{'] }],
    ['{{ range .Reports }}«{ . }}»{{ end }}', { fixes: ['{{ range .Reports }}{{ . }}{{ end }}'], says: ['{{'] }],
    '{"a": {"b": 1}}',
    '{"a": {{ json .Status }}}',
    '{"a": {"b": "{{ .Status }}"}}',
    'body { color: red }}',
    '{ }}',
    '{{/* { .X }} */}}',
  ],
  jinja: [
    ['«{% if status == "OK" %}»a{% endif %}', { fixes: ['{{ if eq .Status "OK" }}a{{ end }}'], says: ['Jinja'] }],
    ['«{% for r in reports %}»a{% endfor %}', { fixes: ['{{ range $r := .Reports }}a{{ end }}'], says: ['Jinja'] }],
    ['«{% set x = 1 %}»', { fixes: ['{{ $x := 1 }}'], says: ['Jinja'] }],
    ['«{# note #}»', { fixes: ['{{/* note */}}'], says: ['Jinja'] }],
    '100 {%} done',
    '{ % }',
    '{"a": "50%"}',
    '{{ printf "{%% if x %%}" }}',
  ],
  placeholder: [
    ['«${.Status}»', { fixes: ['{{.Status}}'], says: ['{{'] }],
    ['«${status}»', { fixes: ['{{.Status}}'], says: ['{{'] }],
    ['«$(.Status)»', { fixes: ['{{.Status}}'], says: ['{{'] }],
    ['«#{status}»', { fixes: ['{{.Status}}'], says: ['{{'] }],
    'costs $(5)',
    '${HOME}',
    '$5 { }',
    '#{1}',
    '{{ "${.Status}" }}',
  ],
  erb: [['«<%= status %>»', { fixes: ['{{ .Status }}'], says: ['{{'] }], '<% 5 %>', 'a < b % c >'],
  'escaped-action': [
    ['«{{`{{ .Status }}`}}»', { fixes: ['{{ .Status }}'], says: ['chart'] }],
    ['«{{ "{{" }} .Status {{ "}}" }}»', { fixes: ['{{ .Status }}'], says: ['chart'] }],
    '{{ "{" }}',
    '{{ "a{{b" }}',
    '{{ `{{` }}',
    '{{ "{{" }}{{ .Status }}',
  ],
  'foreign-template': [
    '{{ .Status | upper }}',
    '{{ .Status }} {{ .URL }}',
    '{{ if .Status == "OK" }}a{{ end }}{{ if .URL == "a" }}b{{ end }}',
    [
      '«{{ .Labels.severity | toUpper }}» {{ .ExternalURL }}',
      { fixes: ['{{ .Status }} {{ .URL }}'], says: ['Alertmanager'] },
    ],
    ['«{{ .Status | upper | trunc 5 }}»', { fixes: ['{{ .Status | printf "%.5s" }}'], says: ['Sprig'] }],
    ['{{ «.Values».x }}{{ .Release.Name }}', { fixes: [], says: ['Helm'] }],
    [
      '«{{ .Status | upper }}»{{ .Status | replace "a" "b" }}',
      { fixes: ['{{ .Status }}{{ .Status | replace "a" "b" }}'], says: ['`replace`'] },
    ],
  ],
};
