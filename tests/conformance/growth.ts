/**
 * `npm run growth`: what a hostile template of growing size costs each stage and the editor, and hostile texts the
 * previews; marks what grows faster than the text.
 */
import type { EditorState } from '@codemirror/state';
import { decodePayload, findVersion } from '../../src/coroot';
import { corootFunctions } from '../../src/coroot/funcs';
import { escapeNewlines } from '../../src/coroot/newlines';
import { PlainSink, TracingSink, type Value, executeTemplate, parseTemplate } from '../../src/go';
import { functionNames } from '../../src/go/template/template';
import { parseLoose } from '../../src/go/template/parse/parse';
import { analyse } from '../../src/analysis';
import { causeOf, environmentOf } from '../../src/pipeline';
import { edited, looked } from './growth-editor';
import { previewsGrowth } from './growth-previews';

/** Makes a text of about `n` units. */
type Make = (n: number) => string;

const run =
  (piece: string, head = '', tail = ''): Make =>
  (n) =>
    head + piece.repeat(Math.ceil(n / piece.length)) + tail;
const nest =
  (head: string, middle: string, tail: string): Make =>
  (n) => {
    const depth = Math.ceil(n / (head.length + tail.length));
    return head.repeat(depth) + middle + tail.repeat(depth);
  };
const numbered =
  (piece: string, size: number): Make =>
  (n) =>
    Array.from({ length: Math.ceil(n / size) }, (_, i) => piece.replaceAll('#', String(i))).join('');

/** Long runs of one thing, where a second look at each would cost the square. */
const texts: Readonly<Record<string, Make>> = {
  'open delimiters': run('{{'),
  'open trimmed delimiters': run('{{- '),
  'close delimiters': run('}}'),
  'spaces before a trim marker': run(' ', '', '{{- 1}}'),
  'spaces between trimmed actions': run(`${' '.repeat(50)}{{- 1 -}}`),
  'spaces in an action': run(' ', '{{', '1}}'),
  'spaces and signs': run(' -', '{{1', '}}'),
  'line feeds, then an error': run('\n', '', '{{nope}}'),
  'a long line, then an error': run('é', '', '{{.Nope.x}}'),
  'comments never closed': run('{{/* abc'),
  'texts never closed': run('{{"abc\n'),
  'raw texts never closed': run('{{`abc\n'),
  'characters never closed': run("{{'a"),
  'backslashes without an end': run('\\', '{{"'),
  'escaped quotes without an end': run('\\"', '{{"'),
  escapes: run('\\n', '{{"', '"}}'),
  'halves of runes': run('{{"\\xc3"}}{{"\\xa9"}}'),
  'a long number': run('1', '{{', '}}'),
  'a long fraction': run('1', '{{0.', '}}'),
  'a long name': run('a', '{{.', '}}'),
  arguments: run(' 1', '{{print', '}}'),
  pipeline: run('|print', '{{1', '}}'),
  'field chain': run('.a', '{{$', '}}'),
  'parentheses never closed': run('(', '{{'),
  'parentheses closed': nest('(', '1', ')'),
  'parentheses closed in an action': (n) => `{{${nest('(', '1', ')')(n)}}}`,
  actions: run('{{ .Status }}\n'),
  'blocks in sequence': run('{{if 1}}x{{end}}\n'),
  'nested if': nest('{{if 1}}', 'x', '{{end}}'),
  'nested range': nest('{{range 1}}', 'x', '{{end}}'),
  'nested with': nest('{{with 1}}', 'x', '{{end}}'),
  'nested else': nest('{{if 0}}{{else}}', 'x', '{{end}}'),
  'else if': run('{{else if 0}}', '{{if 0}}', '{{end}}'),
  'if never closed': run('{{if 1}}'),
  'define in define': run('{{define "a"}}'),
  'too many ends': run('{{end}}'),
  blocks: numbered('{{block "a#" 1}}x{{end}}', 27),
  definitions: numbered('{{define "a#"}}x{{end}}', 26),
  variables: numbered('{{$a# := 1}}{{$a#}}', 25),
  'one variable below many': (n) => `{{$b := 1}}${run('{{$a := 1}}')(n / 2)}${run('{{$b}}')(n / 2)}`,
  assignments: run('{{$a = 2}}', '{{$a := 1}}'),
  directives: run('%[1]d', '{{printf "', '" 1}}'),
  'directives with open indexes': run('%[', '{{printf "', '" 1}}'),
  'wide directives': run('%1000000d', '{{printf "', '" 1}}'),
  'extra arguments': run(' 1', '{{printf "x"', '}}'),
  html: run('<', '{{html "', '"}}'),
  js: run('<é', '{{js "', '"}}'),
  urlquery: run('é ', '{{urlquery "', '"}}'),
  json: run('<é', '{{json "', '"}}'),
  'a text cut at each byte': (n) =>
    `{{$s := "${'a'.repeat(n / 10)}"}}{{range $i := len $s}}{{if slice $s $i}}{{end}}{{end}}`,
  'a text of runes cut at each': (n) =>
    `{{$s := "${'é'.repeat(n / 20)}"}}{{range $i := len $s}}{{if slice $s $i}}{{end}}{{end}}`,
  'an index for each byte': (n) => `{{$s := "${'é'.repeat(n / 20)}"}}{{range $i := len $s}}{{index $s $i}}{{end}}`,
  'tails of tails': (n) => `{{$s := "${'a'.repeat(n / 10)}"}}{{range len $s}}{{$s = slice $s 1}}{{end}}`,
  'a text that grows': (n) => `{{$s := ""}}{{range ${String(n / 10)}}}{{$s = print $s "a"}}{{end}}`,
  'a value cut short': (n) =>
    `{{$s := "${'é'.repeat(n / 20)}"}}{{range 100000}}{{printf "%.1s%.1q%.1x" $s $s $s}}{{end}}`,
  'a value formatted': (n) => `{{$s := "${'é'.repeat(n / 20)}"}}{{range 100000}}{{if printf "%q" $s}}{{end}}{{end}}`,
  'line feeds in a body': run('\n', '{"a": "', '"}'),
  'members of a body': run('"a": "b\n", ', '{', '}'),
  'backslashes in a body': run('\\', '{"a": "', '"}'),
  'brackets in a body': run('[', '{"a": '),
};

/** Texts on which the analysis could go round in circles: each of them goes through all of its rooms. */
const analysed: Readonly<Record<string, Make>> = {
  'conditions on a variable': run('{{ $a := .Status }}{{ if eq $.Status $a "x" }}{{ end }}'),
  'members under conditions': run(
    '{{ if .URL }}"a": {{ json .Status }},{{ end }}{{ range .Reports }}"b": {{ json .Name }},{{ end }}',
    '{',
    '"z": 1}',
  ),
  'values in strings': run('"a": "{{ .Status }}",', '{', '"z": 1}'),
  'commas in ranges': run('{{ range .Reports }},{{ end }}', '{"a": 1', '}'),
  'ranges in ranges': nest('{{ range .Reports }},', '"a": 1', '{{ end }}'),
  'conditions in conditions': nest('{{ if eq .URL "a" }},', '"a": 1', '{{ end }}'),
  'templates that invoke each other': (n) => {
    const count = Math.ceil(n / 60);
    const define = (i: number): string =>
      `{{ define "t${String(i)}" }},{{ template "t${String((7 * i + 1) % count)}" . }}{{ end }}`;
    return `${Array.from({ length: count }, (_, i) => define(i)).join('')}{"a": 1{{ template "t0" . }}}`;
  },
  'variables that decide': (n) =>
    `{"a": 1${numbered('{{ $a# := "" }}{{ if eq .Status "x#" }}{{ $a# = "," }}{{ end }}{{ $a# }}', 80)(n)}}`,
  'a text made of itself': run('{{ $a = print $a "," }}', '{"a": 1{{ $a := "" }}', '{{ $a }}}'),
  'commas that are missing': run('"a": {{ json .Status }}\n', '{', '}'),
  'names that are misspelt': run('"a": {{ json .Statsu }},\n', '{', '"z": 1}'),
  'braces that are missing': run('"a": {{ .Status },\n', '{', '}'),
  'open braces': run('{'),
  'open brackets': run('[', '{"a": '),
  quotes: run('"', '{'),
  'a text without actions': run('hello, world '),
  'line breaks in a key': run('x\n', '{"', '": 1}'),
  'loops that set a variable': run('{{range .Reports}}{{$a = .Name}}', '{{$a := ""}}'),
  'branches that open a list': run('{{ if .URL }}[{{ end }}'),
  'a condition of many': run('(eq .Status "a") ', '{{if or ', '}}{{end}}'),
};

const choice = { kind: 'incident', version: 'documented', customFields: [] } as const;
const world = environmentOf({ ...choice, expectsJson: true });

const stages = ['parse', 'loose parse', 'execute', 'execute, traced', 'escape', 'tree', 'cursor', 'cause'] as const;
/** Longer texts are not looked at in all rooms. */
const analysedSizes = [62_500, 125_000, 250_000] as const;
const sizes = [250_000, 500_000, 1_000_000] as const;
const names = functionNames(corootFunctions);

/** Milliseconds of processor time: other programs on the machine do not count. */
function cost(step: () => unknown): number {
  const before = process.cpuUsage();
  step();
  return process.cpuUsage(before).user / 1000;
}

function costs(text: string, data: Value): readonly number[] {
  const sink = new PlainSink();
  const tracing = new TracingSink();
  const parsed = parseTemplate('t', text, corootFunctions);
  let state: EditorState | null = null;
  return [
    cost(() => parseTemplate('t', text, corootFunctions)),
    cost(() => parseLoose('t', text, names)),
    cost(() => parsed.ok && executeTemplate(parsed.template, data, sink)),
    cost(() => {
      if (parsed.ok) executeTemplate(parsed.template, data, tracing);
      return tracing.spans.length;
    }),
    cost(() => escapeNewlines(sink.output)),
    cost(() => {
      state = edited(text);
    }),
    cost(() => state !== null && looked(state)),
    cost(() => causeOf({ ...choice, template: text, payload: '{}' }, { from: 1, to: 2 })),
  ];
}

/**
 * Runs the command with its arguments, a part of the names of what to run; gives exit code 1 when something grows too
 * fast.
 */
export async function main(args: readonly string[]): Promise<number> {
  const decoded = decodePayload('{}', choice.kind, findVersion(choice.version));
  if (!decoded.ok) throw new Error('no data');
  let tooFast = 0;
  console.log(`milliseconds of processor time for ${sizes.map((n) => `${String(n / 1000)} kB`).join(' / ')}`);
  for (const [name, make] of Object.entries(texts)) {
    if (!name.includes(args[0] ?? '')) continue;
    const rows = sizes.map((n) => costs(make(n), decoded.value));
    const cells = stages.map((stage, i) => {
      const [first = 0, , last = 0] = rows.map((row) => row[i] ?? 0);
      // Four times the text may cost four times as much, and garbage collection about as much again.
      const suspicious = last > 500 && last > 10 * first;
      if (suspicious) tooFast++;
      return `${stage} ${rows.map((row) => (row[i] ?? 0).toFixed(0)).join(' / ')}${suspicious ? ' !' : ''}`;
    });
    console.log(`${name.padEnd(32)}${cells.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  console.log(`the same for the analysis of ${analysedSizes.map((n) => `${String(n / 1000)} kB`).join(' / ')}`);
  for (const [name, make] of Object.entries({ ...texts, ...analysed })) {
    if (!name.includes(args[0] ?? '')) continue;
    const row = analysedSizes.map((n) => cost(() => analyse(make(n), world)));
    const [first = 0, , last = 0] = row;
    const suspicious = last > 500 && last > 10 * first;
    if (suspicious) tooFast++;
    console.log(`${name.padEnd(32)}analyse ${row.map((n) => n.toFixed(0)).join(' / ')}${suspicious ? ' !' : ''}`);
  }
  console.log(`the same for texts of 24 / 48 / 96 kB that platforms show`);
  tooFast += previewsGrowth(args[0] ?? '');
  console.log(`${String(tooFast)} grow faster than the text`);
  return tooFast === 0 ? 0 : 1;
}
