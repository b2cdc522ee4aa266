import { describe, expect, it } from 'vitest';
import { executeTemplate } from '../../src/go/template/exec';
import { nodeString } from '../../src/go/template/parse/string';
import { PlainSink, TracingSink, dataPath } from '../../src/go/template/sink';
import { parseTemplate } from '../../src/go/template/template';
import { stringValue } from '../../src/go/reflect/value';
import { fixture, fromJson, functions } from './fixtures';

function trace(template: string, data: unknown): TracingSink {
  const parsed = parseTemplate('t', template, functions);
  if (!parsed.ok) throw parsed.error;
  const sink = new TracingSink();
  const value = typeof data === 'string' ? fixture(data) : fromJson(data);
  const result = executeTemplate(parsed.template, value, sink);
  if (!result.ok) throw result.error;
  return sink;
}

const incident = {
  status: 'OK',
  labels: { 'a b': 'x', app: 'y' },
  reports: [{ name: 'Net' }, { name: 'Logs' }],
  none: null,
};

describe('a printed value knows its path in the data', () => {
  it.each([
    { template: '{{.}}', path: '.' },
    { template: '{{$}}', path: '.' },
    { template: '{{.status}}', path: '.status' },
    { template: '{{$.status}}', path: '.status' },
    { template: '{{(.).status}}', path: '.status' },
    { template: '{{with .labels}}{{.app}}{{end}}', path: '.labels.app' },
    { template: '{{index .labels "a b"}}', path: '.labels["a b"]' },
    { template: '{{(index .reports 1).name}}', path: '.reports[1].name' },
    { template: '{{index .reports 1 "name"}}', path: '.reports[1].name' },
    { template: '{{range .reports}}{{if eq .name "Logs"}}{{.name}}{{end}}{{end}}', path: '.reports[1].name' },
    { template: '{{range $i, $r := .reports}}{{if $i}}{{$r.name}}{{end}}{{end}}', path: '.reports[1].name' },
    { template: '{{range $k, $v := .labels}}{{if eq $k "app"}}{{$v}}{{end}}{{end}}', path: '.labels.app' },
    { template: '{{template "x" .labels}}{{define "x"}}{{.app}}{{end}}', path: '.labels.app' },
    { template: '{{$x := .status}}{{$x}}', path: '.status' },
    { template: '{{or .nope .status}}', path: '.status' },
    { template: '{{.nope}}', path: '.nope' },
    { template: '{{.nope.deeper}}', path: '.nope.deeper' },
    { template: '{{.none}}', path: '.none' },
    { template: '{{index .reports 0 "zz"}}', path: '.reports[0].zz' },
    { template: '{{slice .status 0 1}}', path: '.status' },
    { template: '{{index (slice .reports 0 1) 0 "name"}}', path: '.reports[0].name' },
    { template: '{{index (slice .reports 1) 0 "name"}}', path: '' },
    { template: '{{"constant"}}', path: '' },
    { template: '{{print .status}}', path: '' },
    { template: '{{nilany}}', path: '' },
    { template: '{{.ID.Name}}', path: '.ID.Name', data: 'big' },
    { template: '{{.PP.Next.X}}', path: '.PP.Next.X', data: 'big' },
    { template: '{{.Promoted}}', path: '.inner.Promoted', data: 'big' },
    { template: '{{.ID.String}}', path: '.ID', data: 'big' },
    { template: '{{.Any}}', path: '.Any', data: 'big' },
    { template: '{{index .IMap 2}}', path: '.IMap[2]', data: 'big' },
    { template: '{{index .Nested 0 1}}', path: '.Nested[0][1]', data: 'big' },
    { template: '{{.I}}', path: '.I', data: 'pbig' },
    { template: '{{.}}', path: '.', data: 'nil' },
  ])('$template', ({ template, path, data }) => {
    const { spans } = trace(template, data ?? incident);
    const printed = spans.flatMap(({ value }) => (value === null ? [] : [dataPath(value)]));
    expect(printed).toEqual([path]);
  });

  it('and a value that was never in a template has none', () => {
    expect(dataPath(stringValue('x'))).toBe('');
  });
});

describe('spans', () => {
  const rows = (sink: TracingSink): (readonly string[])[] => {
    const { output, spans } = sink;
    return spans.map((s) => [output.slice(s.from, s.to), nodeString(s.node), s.value === null ? 'text' : 'value']);
  };

  it('cover the output in order, empty pieces included', () => {
    const sink = trace('a{{.status}}{{""}}b{{range .reports}}<{{.name}}>{{end}}', incident);
    expect(sink.output).toBe('aOKb<Net><Logs>');
    expect(rows(sink)).toEqual([
      ['a', 'a', 'text'],
      ['OK', '{{.status}}', 'value'],
      ['', '{{""}}', 'value'],
      ['b', 'b', 'text'],
      ['<', '<', 'text'],
      ['Net', '{{.name}}', 'value'],
      ['>', '>', 'text'],
      ['<', '<', 'text'],
      ['Logs', '{{.name}}', 'value'],
      ['>', '>', 'text'],
    ]);
  });

  it('follow a rune that two pieces make together', () => {
    const sink = trace('{{.s}}{{.t}}{{.é}}', 'badutf8');
    expect(sink.output).toBe('a\udcffb\u00e9ze');
    expect(sink.spans.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 5],
      [5, 6],
    ]);
  });
});

describe('a plain sink', () => {
  it('puts bytes together as Go does', () => {
    const parsed = parseTemplate('t', '{{.s}}{{.t}}', functions);
    if (!parsed.ok) throw parsed.error;
    const sink = new PlainSink();
    executeTemplate(parsed.template, fixture('badutf8'), sink);
    expect(sink.output).toBe('a\udcffb\u00e9z');
  });
});
