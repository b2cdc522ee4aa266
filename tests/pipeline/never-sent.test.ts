import { describe, expect, test } from 'vitest';
import { type NotificationKind, corootVersions, notificationKinds, samplesFor } from '../../src/coroot';
import { findingsIn } from '../../src/pipeline';

/** What is told of texts that are never sent. */
function neverSent(template: string, kind: NotificationKind, version: string) {
  const { diagnostics } = findingsIn({ kind, version, customFields: [], template }, null);
  return diagnostics.filter(({ code }) => code === 'text-never-sent');
}

interface Row {
  readonly name: string;
  readonly kind?: NotificationKind;
  readonly version?: string;
  /** `‹` and `›` stand around each literal that is told, and are taken out. */
  readonly template: string;
  readonly messages?: readonly string[];
}

const newest = 'Coroot 1.24 and later never sends';
const slo = `${newest} “SLO” as the name of a report: 1.12.5 was the first without it.`;

const rows: readonly Row[] = [
  {
    name: 'in a range',
    template: '{{ range .Reports }}{{ if eq .Name ‹"SLO"› }}P1{{ end }}{{ end }}',
    messages: [slo],
  },
  {
    name: 'where it was sent',
    version: '1.6',
    template: '{{ range .Reports }}{{ if eq .Name "SLO" }}P1{{ end }}{{ end }}',
  },
  {
    name: 'in the documented version',
    version: 'documented',
    template: '{{ range .Reports }}{{ if eq .Name "SLO" }}P1{{ end }}{{ end }}',
  },
  {
    name: 'a status',
    template: '{{ if eq .Status ‹"WARNING"› }}a{{ else if ne "OK" .Status }}b{{ end }}',
    messages: [`${newest} “WARNING” as the status of an incident: 1.12.5 was the first without it.`],
  },
  {
    name: 'another spelling',
    template: '{{ if eq .Status ‹"critical"› }}a{{ end }}',
    messages: [`${newest} “critical” as the status of an incident. Did you mean “CRITICAL”?`],
  },
  {
    name: 'one of several',
    template: '{{ if eq .Status "OK" ‹"FIRING"› }}a{{ end }}',
    messages: [`${newest} “FIRING” as the status of an incident.`],
  },
  {
    name: 'a check that was renamed',
    template: '{{ range .Reports }}{{ if eq .Check ‹"Network round-trip time (RTT)"› }}a{{ end }}{{ end }}',
    messages: [`${newest} “Network round-trip time (RTT)” as the check of a report: 1.18 was the first without it.`],
  },
  {
    name: 'a check that was not there yet',
    version: '1.20',
    template: '{{ range .Reports }}{{ if eq .Check ‹"Postgres bloat"› }}a{{ end }}{{ end }}',
    messages: ['Coroot 1.20 – 1.23 never sends “Postgres bloat” as the check of a report: it came with 1.24.0.'],
  },
  {
    name: 'piped',
    template: '{{ range $r := .Reports }}{{ if $r.Name | eq ‹"SLO"› }}a{{ end }}{{ end }}',
    messages: [slo],
  },
  {
    name: 'in parentheses, by index',
    template: '{{ if and (gt (len .Reports) 0) (eq (index .Reports 0).Name ‹"SLO"›) }}a{{ end }}',
    messages: [slo],
  },
  {
    name: 'in a variable',
    template: '{{ $s := .Status }}{{ range .Reports }}{{ if eq $s ‹"WARN"› }}{{ $.URL }}{{ end }}{{ end }}',
    messages: [`${newest} “WARN” as the status of an incident.`],
  },
  {
    name: 'a variable that is set again',
    template: '{{ $s := .Status }}{{ $s = "WARN" }}{{ if eq $s "WARN" }}a{{ end }}',
  },
  {
    name: 'a variable after its block',
    template:
      '{{ $s := .Status }}{{ if .URL }}{{ $s := .URL }}{{ if eq $s "x" }}{{ end }}{{ end }}{{ if eq $s ‹"x"› }}{{ end }}',
    messages: [`${newest} “x” as the status of an incident.`],
  },
  {
    name: 'in a template of its own',
    template:
      '{{ define "p" }}{{ if eq .Name ‹"SLO"› }}P1{{ end }}{{ end }}{{ range .Reports }}{{ template "p" . }}{{ end }}',
    messages: [slo],
  },
  {
    name: 'in a template that is given something else too',
    template:
      '{{ define "p" }}{{ if eq .Name "web" }}P1{{ end }}{{ end }}{{ range .Reports }}{{ template "p" . }}{{ end }}{{ template "p" .Application }}',
  },
  {
    name: 'the name of an application',
    template:
      '{{ if eq .Application.Name "SLO" }}a{{ end }}{{ with .Application }}{{ if eq .Name "SLO" }}a{{ end }}{{ end }}',
  },
  { name: 'an empty text', template: '{{ if eq .Status "" }}a{{ end }}' },
  { name: 'a text of any content', template: '{{ if eq .URL "x" }}a{{ end }}' },
  { name: 'a template that does not parse', template: '{{ if eq .Status "x" }}' },
  {
    name: 'a deployment',
    kind: 'deployment',
    version: '1.17',
    template: '{{ if eq .Status ‹"In-progress"› }}a{{ end }}',
    messages: ['Coroot 1.17 never sends “In-progress” as the status of a deployment: it came with 1.18.'],
  },
  {
    name: 'an alert',
    kind: 'alert',
    template:
      '{{ if eq .Severity "critical" }}a{{ else if eq .Severity ‹"CRITICAL"› }}b{{ end }}{{ range .Details }}{{ if eq .Name ‹"Log pattern"› }}{{ end }}{{ end }}',
    messages: [
      `${newest} “CRITICAL” as the severity of an alert. Did you mean “critical”?`,
      `${newest} “Log pattern” as the name of a detail: only the documentation has it.`,
    ],
  },
  {
    name: 'a status that only the documentation has',
    kind: 'alert',
    template: '{{ if eq .Status ‹"UNKNOWN"› }}a{{ end }}',
    messages: [`${newest} “UNKNOWN” as the status of an alert: only the documentation has it.`],
  },
  { name: 'a kind that is not sent', kind: 'alert', version: '1.17', template: '{{ if eq .Status "x" }}a{{ end }}' },
  {
    name: 'the keys of a map',
    version: '1.19.1',
    template: '{{ if eq .status ‹"WARNING"› }}a{{ end }}{{ if eq .Status "x" }}{{ end }}',
    messages: ['Coroot 1.19.1 never sends “WARNING” as the status of an incident: 1.12.5 was the first without it.'],
  },
  {
    name: 'what is to come',
    template: '{{ range .Reports }}{{ if eq .Name ‹"RUM"› }}a{{ end }}{{ end }}',
    messages: [`${newest} “RUM” as the name of a report: it is still to come.`],
  },
  {
    name: 'what has come',
    version: 'next',
    template: '{{ range .Reports }}{{ if eq .Name "RUM" }}a{{ end }}{{ end }}',
  },
];

describe('texts that are never sent', () => {
  test.each(rows)('$name', ({ kind = 'incident', version = '1.24.0', template, messages = [] }) => {
    const text = template.replace(/[‹›]/g, '');
    const told = neverSent(text, kind, version);
    expect(told.map(({ message }) => message)).toEqual(messages);
    const marked = [...template.matchAll(/‹([^›]*)›/g)].map((m) => m[1]);
    const places = told.map(({ from, to }) => text.slice(from, to));
    expect(places).toEqual(marked);
  });

  test('what samples have is never told', () => {
    for (const version of corootVersions.filter(({ id }) => id !== 'documented')) {
      for (const kind of notificationKinds) {
        for (const { id, payload } of samplesFor(kind, version)) {
          const { status } = JSON.parse(payload) as { readonly status: string };
          const field = version.data === 'map' ? '.status' : '.Status';
          expect(neverSent(`{{ eq ${field} "${status}" }}`, kind, version.id), id).toEqual([]);
        }
      }
    }
  });

  test('what is sent instead stands beside it', () => {
    for (const [template, hint] of [
      [
        '{{ eq .Status "FIRING" }}',
        'It sends `OK` or `CRITICAL`. All of them but `OK` are meant by that word: write `ne` and `"OK"`.',
      ],
      ['{{ eq .Status "WARNING" }}', 'It sends `OK` or `CRITICAL`.'],
      [
        '{{ eq .Status "critical" }}',
        'Texts are compared letter by letter: small and capital letters are different. It sends `OK` or `CRITICAL`.',
      ],
    ] as const) {
      expect(neverSent(template, 'incident', '1.24.0').map((found) => found.hint)).toEqual([hint]);
    }
  });

  // Far more than anybody writes, and a quadratic loop would not come to an end here.
  test('deep and long templates end, and every place of them is told', () => {
    const deep = `${'{{ if eq .Status "x" }}'.repeat(5000)}${'{{ end }}'.repeat(5000)}`;
    const parens = `{{ eq .Status ${'('.repeat(5000)}"x"${')'.repeat(5000)} }}`;
    const row = '{{ $a := .Status }}{{ if eq $.Status $a "x" }}{{ end }}';
    expect(neverSent(parens, 'incident', '1.24.0')).toEqual([]);
    expect(neverSent(deep, 'incident', '1.24.0').length).toBeGreaterThan(100);
    const long = neverSent(row.repeat(5_000), 'incident', '1.24.0');
    expect(long.map(({ from }) => from % row.length)).toEqual(Array(5_000).fill(row.indexOf('"x"')));
  });
});
