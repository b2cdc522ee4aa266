import { describe, expect, test } from 'vitest';
import { decodePayload, findVersion, render } from '../../src/coroot';

function rendered(template: string, payload: unknown): string {
  const decoded = decodePayload(JSON.stringify(payload), 'incident', findVersion('documented'));
  if (!decoded.ok) throw new Error('no data');
  const got = render({ kind: 'incident', template, value: decoded.value });
  return got.ok ? got.output : got.message;
}

/** The Slack preset's own loop: `&`, `<` and `>` as entities, the rest as JSON has it. */
const escaped = `{{- define "escaped" }}{{ $s := . }}{{ $from := 0 }}{{ $i := 0 }}
{{- range $j := len (print $s ".") }}{{ if $j }}{{ $c := slice $s $i $j }}
{{- if eq $c "&" "<" ">" }}{{ $p := json (slice $s $from $i) }}{{ slice $p 1 (len (slice $p 1)) }}
{{- if eq $c "&" }}&amp;{{ else if eq $c "<" }}&lt;{{ else }}&gt;{{ end }}{{ $from = $j }}{{ end }}
{{- $i = $j }}{{ end }}{{ end }}{{ $p := json (slice $s $from) }}{{ slice $p 1 (len (slice $p 1)) }}{{ end -}}
{"t":"{{ template "escaped" .RCARemediations }}"}`;

const asEntities = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('ordinary work on long texts comes to its end', () => {
  test.each(['plain text; ', 'a < b && c > "d"\n', 'größer < 10 €, 😀 > '])('%s: escaped byte by byte', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / Buffer.byteLength(piece)));
    expect(rendered(escaped, { rca_remediations: text })).toBe(`{"t":${asEntities(JSON.stringify(text))}}`);
  });

  test('each byte by its index', () => {
    const text = 'x'.repeat(100_000);
    const template = '{{ range $i := len .RCASummary }}{{ printf "%c" (index $.RCASummary $i) }}{{ end }}';
    expect(rendered(template, { rca_summary: text })).toBe(text);
  });

  test('the first character cut off until nothing is left, by a template that invokes itself', () => {
    const template =
      '{{ define "cut" }}{{ if . }}{{ slice . 0 1 }}{{ template "cut" (slice . 1) }}{{ end }}{{ end }}{{ template "cut" .RCASummary }}';
    const text = 'abcdefghij'.repeat(9_000);
    expect(rendered(template, { rca_summary: text })).toBe(text);
  });

  test('a text that grows piece by piece', () => {
    const template = '{{ $t := "" }}{{ range 100000 }}{{ $t = print $t "x" }}{{ end }}{{ len $t }}';
    expect(rendered(template, {})).toBe('100000');
  });

  test('every report with every other', () => {
    const reports = Array.from({ length: 1000 }, () => ({ name: 'Net', check: 'c', message: 'm' }));
    const template =
      '{{ range $i, $a := .Reports }}{{ range $j, $b := $.Reports }}{{ if eq $a.Name $b.Name }}x{{ end }}{{ end }}{{ end }}';
    expect(rendered(template, { reports })).toBe('x'.repeat(1_000_000));
  });

  test('three million turns', () => {
    expect(rendered('{{ range 3000000 }}{{ end }}', {})).toBe('');
  });
});

// Recorded from Go 1.26.8.
describe('a template that invokes itself for ever ends as in Go, however much it does or writes each time', () => {
  const fields = (n: number): string => Array.from({ length: n }, () => '{{ .Status }} ').join('');
  const row = (n: number): string =>
    `{{ define "row" }}${fields(n)}{{ template "row" . }}{{ end }}{{ template "row" . }}`;

  test.each([
    { fields: 8, at: '1:142' },
    { fields: 9, at: '1:156' },
    { fields: 25, at: '1:380' },
  ])('$fields fields', ({ fields: n, at }) => {
    expect(rendered(row(n), { status: 'CRITICAL' })).toBe(
      `invalid incident template: template: incidentTemplate:${at}: executing "row" at <{{template "row" .}}>: exceeded maximum template depth (100000)`,
    );
  });

  test('loops and branches', () => {
    const template =
      '{{ define "line" }}{{ if .Reports }}{{ range .Reports }}- {{ .Name }}: {{ .Message }} ({{ .Check }})\n{{ end }}{{ else }}none{{ end }}{{ if eq .Status "OK" }}ok{{ else }}bad{{ end }}{{ template "line" . }}{{ end }}{{ template "line" . }}';
    const reports = [1, 2, 3].map((i) => ({ name: 'Net', check: 'RTT', message: `slow ${String(i)}` }));
    expect(rendered(template, { status: 'CRITICAL', reports })).toBe(
      'invalid incident template: template: incidentTemplate:2:92: executing "line" at <{{template "line" .}}>: exceeded maximum template depth (100000)',
    );
  });

  test('all data written each time', () => {
    const template = '{{ define "row" }}{{ json . }}{{ template "row" . }}{{ end }}{{ template "row" . }}';
    const payload = { status: 'CRITICAL', rca_summary: 'x'.repeat(10_000) };
    expect(rendered(template, payload)).toMatch(/template "row" \.}}>: exceeded maximum template depth \(100000\)$/);
  });

  test('what may end is not said to go on', () => {
    const template = '{{ define "a" }}{{ . }}{{ template "a" (print . "x") }}{{ end }}{{ template "a" "x" }}';
    expect(rendered(template, {})).toBe(
      'the playground stopped this template after 8388608 bytes of output; Coroot would go on, and fail if it invokes itself more than 100000 times in one another',
    );
  });
});
