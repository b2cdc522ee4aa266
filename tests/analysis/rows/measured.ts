/** Rows of the kinds that random templates brought up: see ../README.md. */
import type { Rows } from '../row';

export const rows: Rows = {
  'template-depth': [
    [
      '{{ define "a" }}x«{{ template "a" . }}»{{ end }}{{ template "a" . }}',
      { message: 'exceeded maximum template depth (100000)', certainty: 'always' },
    ],
    '{{ define "a" }}{{ template "b" . }}{{ end }}{{ define "b" }}{{ .Status }}{{ end }}{{ template "a" . }}',
    // The hundred thousandth is the one in b.
    '{{ define "a" }}{{ template "b" . }}{{ end }}{{ define "b" }}«{{ template "a" . }}»{{ end }}{{ template "a" . }}',
    '{{ define "a" }}{{ with . }}x«{{ template "a" $ }}»{{ end }}{{ end }}{{ template "a" .URL }}',
    '{{ define "a" }}{{ if .URL }}«{{ template "a" . }}»{{ end }}{{ end }}{{ template "a" . }}',
    '{{ define "a" }}{{ with . }}x{{ template "a" (slice . 1) }}{{ end }}{{ end }}{{ template "a" .URL }}',
    '{{ define "a" }}{{ range . }}{{ template "a" . }}{{ end }}{{ end }}{{ template "a" .Reports }}',
    '{{ define "a" }}{{ with .URL }}{{ template "a" . }}{{ end }}{{ end }}{{ template "a" . }}',
  ],
  'not-a-function': [
    ['{{ true | «call» }}', { version: 'next', message: 'error calling call: non-function <bool Value> of type bool' }],
    ['{{ .URL | «call» }}', { version: '1.0', message: 'error calling call: non-function of type string' }],
  ],
  'not-comparable': [
    ['{{ «eq . $» }}', { certainty: 'always' }],
    ['{{ «eq . .Reports» }}', { certainty: 'always' }],
    ['{{ «eq .Reports .Reports» }}', { certainty: 'may' }],
  ],
  'incompatible-types': [
    ['{{ or .RCASummary 5 | «eq "abc" .» }}', { certainty: 'always' }],
    '{{ eq .Status "OK" (or .RCASummary 5) }}',
  ],
  'no-such-field': [
    '{{ (or "x" $).«How» }}',
    '{{ (and 1 .).«How» }}',
    '{{ (and "" .).«How» }}',
    '{{ (and .RCASummary .).How }}',
    '{{ (and 1 .).Status }}',
  ],
  'not-iterable': ['{{ range or nil «.URL» }}x{{ end }}', '{{ range or nil .Reports }}x{{ end }}'],
  'index-range': [
    ['{{ «slice urlquery 1» }}', { certainty: 'always' }],
    ['{{ .URL | «index "b" 300» }}', { certainty: 'always' }],
    ['{{ «index (slice .Reports 0 2) 2» }}', { certainty: 'always' }],
    '{{ slice print 0 }}',
  ],
  'bad-character': [
    [
      '{"a": {{ printf «"%s .Status | json »}}, "b": {{ json .URL }}}',
      {
        fixes: ['{"a": {{ printf "%s" .Status | json }}, "b": {{ json .URL }}}'],
        message: "bad character U+0022 '\"'",
      },
    ],
    [
      '{{ if eq .Status «"OK »}}a{{ else }}"b"{{ end }}',
      { fixes: ['{{ if eq .Status "OK" }}a{{ else }}"b"{{ end }}'] },
    ],
    '{{ if eq .Status "}}, a" }}"b"{{ end }}',
  ],
  'unexpected-token': [
    [
      '{"a": "{{ printf «"%d (len .Reports)»}}", "b": 1}',
      { fixes: ['{"a": "{{ printf "%d" (len .Reports)}}", "b": 1}'] },
    ],
  ],
  'single-braces': [
    [
      '«{ $most := 2 }»{{ range $i, $r := .Reports }}{{ lt $i $most }}{{ end }}',
      { message: 'undefined variable "$most"' },
    ],
  ],
  'unescaped-text': [
    '{"a": 1{{ if not .RCASummary }}, "b": "{{ .RCASummary }}"{{ end }}}',
    '{"a": "{{ printf "%s %s" .Status }}"}',
    '{"a": "{{ printf "%d" (len .Reports) .Status }}"}',
    '{"a": "{{ printf "%-8s" .Status }}"}',
    '{"a": "{{ printf "%8.3v" .URL }}"}',
    '{"a": "«{{ printf "%-8s" .RCASummary }}»"}',
    '{"a": "«{{ printf "%#v" .URL }}»"}',
    '{"a": "«{{ printf "%d" (len .Reports) .RCASummary }}»"}',
    ['{"a": "{{ printf "%s%%" .application }}"}', { version: '1.19.1' }],
  ],
  'not-json-escaping': [
    ['{"a": "{{ js .url }}", "b": {{ printf "%q" .status }}}', { version: '1.19.1' }],
    ['{"a": «{{ printf "%q" .RCASummary }}»}', { certainty: 'may' }],
  ],
  'doubled-comma': [
    '{"a": 1, {{ if ne .Status "OK" }}"b": 2{{ end }}«,» "c": 3}',
    ['{"a": 1, {{ if ne .Status "OK" }}"b": 2{{ end }}, "c": 3}', { version: '1.19.1' }],
    '{"a": [{{ $r := .Reports }}{{ if gt (len $r) 9 }}{{ $r = slice $r 0 9 }}{{ end }}' +
      '{{ range $i, $x := slice $r }}{{ if $i }},{{ end }}1{{ end }}{{ if gt (len .Reports) (len $r) }}, 2{{ end }}]}',
  ],
  'trailing-comma': [
    ['{"a": 1«,» {{ if .Application.Kind }}"b": 2{{ end }}}', { kind: 'alert' }],
    '{"a": 1, {{ if .Application.Kind }}"b": 2{{ end }}}',
  ],
  'unexpected-text': [
    ['{"a": {{ json . }}«{{ json . }}»}', { fixes: [] }],
    ['{"a": "x" «{{ len .Reports }}»}', { fixes: [] }],
    ['{"a": 1, «{{ len .Reports }}»}', { fixes: [] }],
    '{ {{ json .Status }}: 1, {{ json .URL }}: 2}',
    '[{{ len .Reports }}, {{ json . }}]',
  ],
  'missing-comma': ['{"a": [{{ json . }}«{{ json . }}»]}', '{"a": {{ json . }}«{{ json .URL }}»: 1}'],
  'json-in-quotes': [
    // Where the quote is missing there are quotes around it, and else none.
    ['{"a": {{ if .RCASummary }}"x{{ else }}"y"{{ end }}, "b": «{{ json .URL }}», "c": 1}', { fixes: [] }],
    ['{"a": "«{{ json .URL }}»"}', { fixes: ['{"a": {{ json .URL }}}'] }],
  ],
  'bare-name': [['{a«{{ json .URL }}»: 1}', { expectsJson: true }]],
  'bare-word': ['{"a": {{ len .Reports }}«px»}', '{"a": {{ len .Reports }}.5, "b": 1{{ len .URL }}0}'],
};
