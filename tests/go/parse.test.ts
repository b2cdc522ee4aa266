import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quote } from '../../src/go/strconv';
import type { Node, NumberNode } from '../../src/go/template/parse/node';
import { parse } from '../../src/go/template/parse/parse';
import { nodeString } from '../../src/go/template/parse/string';
import { byteLength } from '../../src/go/utf8';

/** The functions that the templates here may call: Go's builtins, Coroot's one, and two without meaning. */
const functions = new Set(
  'and call html index slice js len not or print printf println urlquery eq ge gt le lt ne json x y'.split(' '),
);

interface Row {
  readonly name: string;
  readonly input: string;
  /** By template. */
  readonly want: Readonly<Record<string, string>>;
}

function rendered(text: string, show: (root: Node) => string): Record<string, string> {
  return Object.fromEntries(Array.from(parse('t', text, functions), ([name, tree]) => [name, show(tree.root)]));
}

/** What Go 1.26's `Tree.Root.String()` prints for every template of the text; a row a line. */
const printed = JSON.parse(readFileSync(new URL('parse-cases.json', import.meta.url), 'utf8')) as readonly Row[];

describe('valid templates print as Go prints them', () => {
  it.each(printed)('$name', ({ input, want }) => {
    expect(rendered(input, nodeString)).toEqual(want);
  });

  it.each(printed)('what is printed for "$name" prints the same again', ({ want }) => {
    // Comments and trim markers are gone from the printed form; nothing else may get lost.
    for (const text of Object.values(want)) {
      expect(rendered(text, nodeString)['t']).toBe(text);
    }
  });
});

/** A tree with Go's byte positions after `@` and lines after `:`. */
function dump(text: string, node: Node | null): string {
  if (node === null) return '-';
  const pos = String(byteLength(text, 0, node.pos));
  const show = (label: string, ...inner: readonly (Node | null)[]): string =>
    `(${[`${label}@${pos}`, ...inner.map((n) => dump(text, n))].join(' ')})`;
  switch (node.kind) {
    case 'list':
      return show('list', ...node.nodes);
    case 'text':
      return `(text@${pos} ${quote(node.text)})`;
    case 'action':
      return show(`action:${String(node.line)}`, node.pipe);
    case 'pipe':
      return show(`pipe:${String(node.line)}${node.isAssign ? ' assign' : ''}`, ...node.decl, ...node.cmds);
    case 'command':
      return show('command', ...node.args);
    case 'identifier':
      return show(`identifier ${node.ident}`);
    case 'variable':
    case 'field':
      return show(`${node.kind} ${node.ident.join(',')}`);
    case 'chain':
      return show(`chain ${node.field.join(',')}`, node.node);
    case 'number':
      return show(`number ${node.text}`);
    case 'bool':
      return show(`bool ${String(node.value)}`);
    case 'string':
      return show(`string ${quote(node.text)}`);
    case 'if':
    case 'range':
    case 'with':
      return show(`${node.kind}:${String(node.line)}`, node.pipe, node.list, node.elseList);
    case 'break':
    case 'continue':
      return show(`${node.kind}:${String(node.line)}`);
    case 'template':
      return show(`template:${String(node.line)} ${quote(node.name)}`, node.pipe);
    default:
      return show(node.kind);
  }
}

/** Structure, positions and lines, from walking Go 1.26's trees. */
const positions: readonly Row[] = [
  {
    name: 'non-ASCII text',
    input: 'é{{.}}🎉',
    want: { t: '(list@0 (text@0 "é") (action:1@4 (pipe:1@4 (command@4 (dot@4)))) (text@7 "🎉"))' },
  },
  {
    name: 'trim both',
    input: 'x \r\n\t{{- 3 -}}\n\n\ty',
    want: { t: '(list@0 (text@0 "x") (action:2@9 (pipe:2@9 (command@9 (number 3@9)))) (text@17 "y"))' },
  },
  {
    name: 'trim from a comment',
    input: 'x \n{{- /* hi */ -}} \n y',
    want: { t: '(list@0 (text@0 "x") (text@22 "y"))' },
  },
  { name: 'fields', input: '{{.A.B.C}}', want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (field A,B,C@4)))))' } },
  {
    name: 'fields of dollar',
    input: '{{$.A.B}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (variable $,A,B@3)))))' },
  },
  {
    name: 'parenthesised pipeline',
    input: '{{(x | y).A.B}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (chain A,B@9 (pipe:1@3 (command@3 (identifier x@3)) (command@7 (identifier y@7))))))))',
    },
  },
  {
    name: 'parentheses in parentheses',
    input: '{{((x))}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (pipe:1@3 (command@3 (pipe:1@4 (command@4 (identifier x@4)))))))))',
    },
  },
  {
    name: 'field of a parenthesis',
    input: '{{(.A).B.C}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (chain B,C@6 (pipe:1@3 (command@3 (field A@3))))))))' },
  },
  {
    name: 'field of a function',
    input: '{{x.A.B}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (chain A,B@3 (identifier x@2))))))' },
  },
  {
    name: 'declaration in parentheses',
    input: '{{($x := 1)}}{{$x}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (pipe:1@3 (variable $x@3) (command@9 (number 1@9)))))) (action:1@15 (pipe:1@15 (command@15 (variable $x@15)))))',
    },
  },
  {
    name: 'quoted string',
    input: '{{"a\\tb\\"c\\u00e9"}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (string "a\\tb\\"cé"@2)))))' },
  },
  {
    name: 'pipeline with arguments',
    input: '{{.A | printf "%d" | printf "%q" 1 .}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (field A@2)) (command@7 (identifier printf@7) (string "%d"@14)) (command@21 (identifier printf@21) (string "%q"@28) (number 1@33) (dot@35)))))',
    },
  },
  {
    name: 'pipe at the end',
    input: '{{.A|}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (field A@2)))))' },
  },
  {
    name: 'assignment',
    input: '{{$x := 1}}{{$x = 2}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (variable $x@2) (command@8 (number 1@8)))) (action:1@13 (pipe:1 assign@13 (variable $x@13) (command@18 (number 2@18)))))',
    },
  },
  {
    name: 'variable with newlines',
    input: '{{$x\n:=\n1}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (variable $x@2) (command@8 (number 1@8)))))' },
  },
  {
    name: 'range with index and element',
    input: '{{range $i, $e := .A}}{{$i}}{{$e}}{{end}}',
    want: {
      t: '(list@0 (range:1@8 (pipe:1@8 (variable $i@8) (variable $e@12) (command@18 (field A@18))) (list@22 (action:1@24 (pipe:1@24 (command@24 (variable $i@24)))) (action:1@30 (pipe:1@30 (command@30 (variable $e@30))))) -))',
    },
  },
  {
    name: 'range over a variable after a comma',
    input: '{{$e := 1}}{{range $i, $e}}{{end}}',
    want: {
      t: '(list@0 (action:1@2 (pipe:1@2 (variable $e@2) (command@8 (number 1@8)))) (range:1@19 (pipe:1@19 (variable $i@19) (command@23 (variable $e@23))) (list@27) -))',
    },
  },
  {
    name: 'else chain with else',
    input: '{{if .X}}X{{else if .Y}}Y{{else}}Z{{end}}-',
    want: {
      t: '(list@0 (if:1@5 (pipe:1@5 (command@5 (field X@5))) (list@9 (text@9 "X")) (list@17 (if:1@20 (pipe:1@20 (command@20 (field Y@20))) (list@24 (text@24 "Y")) (list@33 (text@33 "Z"))))) (text@41 "-"))',
    },
  },
  {
    name: 'if over lines',
    input: 'a\n{{if .}}\nb\n{{else if .}}\nc\n{{end}}\nd',
    want: {
      t: '(list@0 (text@0 "a\\n") (if:2@7 (pipe:2@7 (command@7 (dot@7))) (list@10 (text@10 "\\nb\\n")) (list@20 (if:4@23 (pipe:4@23 (command@23 (dot@23))) (list@26 (text@26 "\\nc\\n")) -))) (text@36 "\\nd"))',
    },
  },
  {
    name: 'break in an if in a range',
    input: '{{range .}}{{if .}}{{break}}{{else}}{{continue}}{{end}}{{end}}',
    want: {
      t: '(list@0 (range:1@8 (pipe:1@8 (command@8 (dot@8))) (list@11 (if:1@16 (pipe:1@16 (command@16 (dot@16))) (list@19 (break:1@21)) (list@36 (continue:1@38)))) -))',
    },
  },
  {
    name: 'else with chain',
    input: '{{with .X}}a{{else with .Y}}b{{else with .Z}}c{{else}}d{{end}}',
    want: {
      t: '(list@0 (with:1@7 (pipe:1@7 (command@7 (field X@7))) (list@11 (text@11 "a")) (list@19 (with:1@24 (pipe:1@24 (command@24 (field Y@24))) (list@28 (text@28 "b")) (list@36 (with:1@41 (pipe:1@41 (command@41 (field Z@41))) (list@45 (text@45 "c")) (list@54 (text@54 "d"))))))))',
    },
  },
  {
    name: 'trimmed else',
    input: '{{if .}} a {{- else -}} b {{- end -}} c',
    want: {
      t: '(list@0 (if:1@5 (pipe:1@5 (command@5 (dot@5))) (list@8 (text@8 " a")) (list@24 (text@24 "b"))) (text@38 "c"))',
    },
  },
  {
    name: 'comment in a list',
    input: '{{if .}}{{/* c */}}{{end}}',
    want: { t: '(list@0 (if:1@5 (pipe:1@5 (command@5 (dot@5))) (list@19) -))' },
  },
  {
    name: 'template with an odd name',
    input: '{{template "a b\\n\\"é" .}}',
    want: { t: '(list@0 (template:1 "a b\\n\\"é"@11 (pipe:1@23 (command@23 (dot@23)))))' },
  },
  {
    name: 'template with a declaration',
    input: '{{template "x" $v := 1}}{{$v}}',
    want: {
      t: '(list@0 (template:1 "x"@11 (pipe:1@15 (variable $v@15) (command@21 (number 1@21)))) (action:1@26 (pipe:1@26 (command@26 (variable $v@26)))))',
    },
  },
  {
    name: 'define with a raw name',
    input: '{{define `a`}}{{.}}{{end}}c',
    want: { a: '(list@14 (action:1@16 (pipe:1@16 (command@16 (dot@16)))))', t: '(list@0 (text@26 "c"))' },
  },
  {
    name: 'define with a block in it',
    input: '{{define "a"}}{{block "b" .}}1{{end}}{{end}}',
    want: {
      a: '(list@14 (template:1 "b"@22 (pipe:1@26 (command@26 (dot@26)))))',
      b: '(list@29 (text@29 "1"))',
      t: '(list@0)',
    },
  },
  {
    name: 'block with a pipeline',
    input: 'a{{block "x" .Y | x}}b{{.}}{{end}}c',
    want: {
      t: '(list@0 (text@0 "a") (template:1 "x"@9 (pipe:1@13 (command@13 (field Y@13)) (command@18 (identifier x@18)))) (text@34 "c"))',
      x: '(list@21 (text@21 "b") (action:1@24 (pipe:1@24 (command@24 (dot@24)))))',
    },
  },
  {
    name: 'raw string over lines',
    input: '{{`a\nb`}}',
    want: { t: '(list@0 (action:1@2 (pipe:1@2 (command@2 (string "a\\nb"@2)))))' },
  },
  {
    name: 'Coroot incident',
    input:
      '{{- if eq .Status `OK` }}\n{{ .Application.Name }}@{{ .Application.Namespace }} incident resolved\n{{- else }}\n{{ .Status }} {{ .Application.Name }}@{{ .Application.Namespace }} is not meeting its SLOs\n{{- end }}\n{{- range .Reports }}\n• *{{ .Name }}* / {{ .Check }}: {{ .Message }}\n{{- end }}\n{{ .URL }}',
    want: {
      t: '(list@0 (if:1@7 (pipe:1@7 (command@7 (identifier eq@7) (field Status@10) (string "OK"@18))) (list@25 (text@25 "\\n") (action:2@29 (pipe:2@29 (command@29 (field Application,Name@41)))) (text@49 "@") (action:2@53 (pipe:2@53 (command@53 (field Application,Namespace@65)))) (text@78 " incident resolved")) (list@108 (text@108 "\\n") (action:4@112 (pipe:4@112 (command@112 (field Status@112)))) (text@122 " ") (action:4@126 (pipe:4@126 (command@126 (field Application,Name@138)))) (text@146 "@") (action:4@150 (pipe:4@150 (command@150 (field Application,Namespace@162)))) (text@175 " is not meeting its SLOs"))) (range:6@221 (pipe:6@221 (command@221 (field Reports@221))) (list@232 (text@232 "\\n• *") (action:7@241 (pipe:7@241 (command@241 (field Name@241)))) (text@249 "* / ") (action:7@256 (pipe:7@256 (command@256 (field Check@256)))) (text@265 ": ") (action:7@270 (pipe:7@270 (command@270 (field Message@270))))) -) (text@292 "\\n") (action:9@296 (pipe:9@296 (command@296 (field URL@296)))))',
    },
  },
];

describe('nodes have the shape, position and line that Go gives them', () => {
  it.each(positions)('$name', ({ input, want }) => {
    expect(rendered(input, (root) => dump(input, root))).toEqual(want);
  });
});

/** The fields of Go 1.26's `NumberNode`; a reading that Go says it lacks is null. */
const numbers: readonly { readonly input: string; readonly want: Partial<NumberNode> }[] = [
  { input: '0', want: { int: 0n, uint: 0n, float: 0, complex: null } },
  { input: '1', want: { int: 1n, uint: 1n, float: 1, complex: null } },
  { input: '-1', want: { int: -1n, uint: null, float: -1, complex: null } },
  { input: '+1', want: { int: 1n, uint: null, float: 1, complex: null } },
  { input: '73', want: { int: 73n, uint: 73n, float: 73, complex: null } },
  { input: '-0', want: { int: 0n, uint: 0n, float: 0, complex: null } },
  { input: '+0', want: { int: 0n, uint: 0n, float: 0, complex: null } },
  { input: '007', want: { int: 7n, uint: 7n, float: 7, complex: null } },
  { input: '0o17', want: { int: 15n, uint: 15n, float: 15, complex: null } },
  { input: '0O17', want: { int: 15n, uint: 15n, float: 15, complex: null } },
  { input: '0b101', want: { int: 5n, uint: 5n, float: 5, complex: null } },
  { input: '0B1', want: { int: 1n, uint: 1n, float: 1, complex: null } },
  { input: '0x1F', want: { int: 31n, uint: 31n, float: 31, complex: null } },
  { input: '0XfF', want: { int: 255n, uint: 255n, float: 255, complex: null } },
  { input: '-0x10', want: { int: -16n, uint: null, float: -16, complex: null } },
  { input: '1_000', want: { int: 1000n, uint: 1000n, float: 1000, complex: null } },
  { input: '0x_1F', want: { int: 31n, uint: 31n, float: 31, complex: null } },
  { input: '0_7', want: { int: 7n, uint: 7n, float: 7, complex: null } },
  { input: '1e3', want: { int: 1000n, uint: 1000n, float: 1000, complex: null } },
  { input: '1E3', want: { int: 1000n, uint: 1000n, float: 1000, complex: null } },
  { input: '1e+3', want: { int: 1000n, uint: 1000n, float: 1000, complex: null } },
  { input: '1e-3', want: { int: null, uint: null, float: 0.001, complex: null } },
  { input: '1.', want: { int: 1n, uint: 1n, float: 1, complex: null } },
  { input: '.5', want: { int: null, uint: null, float: 0.5, complex: null } },
  { input: '-.5', want: { int: null, uint: null, float: -0.5, complex: null } },
  { input: '0.', want: { int: 0n, uint: 0n, float: 0, complex: null } },
  { input: '1.5', want: { int: null, uint: null, float: 1.5, complex: null } },
  { input: '1e19', want: { int: null, uint: 10000000000000000000n, float: 1e19, complex: null } },
  { input: '-1e19', want: { int: null, uint: null, float: -1e19, complex: null } },
  { input: '0x1p4', want: { int: 16n, uint: 16n, float: 16, complex: null } },
  { input: '0x1p-2', want: { int: null, uint: null, float: 0.25, complex: null } },
  { input: '0X1.8P1', want: { int: 3n, uint: 3n, float: 3, complex: null } },
  { input: '-0x1p3', want: { int: -8n, uint: null, float: -8, complex: null } },
  {
    input: '9223372036854775807',
    want: { int: 9223372036854775807n, uint: 9223372036854775807n, float: 9.223372036854776e18, complex: null },
  },
  {
    input: '9223372036854775808',
    want: { int: null, uint: 9223372036854775808n, float: 9.223372036854776e18, complex: null },
  },
  {
    input: '-9223372036854775808',
    want: { int: -9223372036854775808n, uint: null, float: -9.223372036854776e18, complex: null },
  },
  {
    input: '18446744073709551615',
    want: { int: null, uint: 18446744073709551615n, float: 1.8446744073709552e19, complex: null },
  },
  {
    input: '9223372036854775807.',
    want: { int: null, uint: 9223372036854775808n, float: 9.223372036854776e18, complex: null },
  },
  {
    input: '9223372036854775808.0',
    want: { int: null, uint: 9223372036854775808n, float: 9.223372036854776e18, complex: null },
  },
  { input: '18446744073709551616.0', want: { int: null, uint: null, float: 1.8446744073709552e19, complex: null } },
  { input: '1e100', want: { int: null, uint: null, float: 1e100, complex: null } },
  { input: '-0.0', want: { int: 0n, uint: 0n, float: -0, complex: null } },
  { input: '0.1', want: { int: null, uint: null, float: 0.1, complex: null } },
  { input: '4.9e-324', want: { int: null, uint: null, float: 5e-324, complex: null } },
  { input: '0i', want: { int: 0n, uint: 0n, float: 0, complex: { re: 0, im: 0 } } },
  { input: '-0i', want: { int: 0n, uint: 0n, float: 0, complex: { re: 0, im: -0 } } },
  { input: '1i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 1 } } },
  { input: '2.5i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 2.5 } } },
  { input: '1e3i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 1000 } } },
  { input: '1+2i', want: { int: null, uint: null, float: null, complex: { re: 1, im: 2 } } },
  { input: '1-2i', want: { int: null, uint: null, float: null, complex: { re: 1, im: -2 } } },
  { input: '-1.5e3+.5i', want: { int: null, uint: null, float: null, complex: { re: -1500, im: 0.5 } } },
  { input: '1+0i', want: { int: 1n, uint: 1n, float: 1, complex: { re: 1, im: 0 } } },
  { input: '7-0i', want: { int: 7n, uint: 7n, float: 7, complex: { re: 7, im: -0 } } },
  { input: '1_0+2i', want: { int: null, uint: null, float: null, complex: { re: 10, im: 2 } } },
  { input: '0x1p4+0x1p2i', want: { int: null, uint: null, float: null, complex: { re: 16, im: 4 } } },
  { input: '1.5+0i', want: { int: null, uint: null, float: 1.5, complex: { re: 1.5, im: 0 } } },
  { input: '1e30+0i', want: { int: null, uint: null, float: 1e30, complex: { re: 1e30, im: 0 } } },
  { input: '01_0.5', want: { int: null, uint: null, float: 10.5, complex: null } },
  { input: '1e+2i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 100 } } },
  { input: '17i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 17 } } },
  { input: '09i', want: { int: null, uint: null, float: null, complex: { re: 0, im: 9 } } },
  { input: '09.', want: { int: 9n, uint: 9n, float: 9, complex: null } },
  { input: "'a'", want: { int: 97n, uint: 97n, float: 97, complex: null } },
  { input: "'é'", want: { int: 233n, uint: 233n, float: 233, complex: null } },
  { input: "'🎉'", want: { int: 127881n, uint: 127881n, float: 127881, complex: null } },
  { input: "'\\n'", want: { int: 10n, uint: 10n, float: 10, complex: null } },
  { input: "'\\''", want: { int: 39n, uint: 39n, float: 39, complex: null } },
  { input: "'\\\\'", want: { int: 92n, uint: 92n, float: 92, complex: null } },
  { input: "'\\x41'", want: { int: 65n, uint: 65n, float: 65, complex: null } },
  { input: "'\\xff'", want: { int: 255n, uint: 255n, float: 255, complex: null } },
  { input: "'\\101'", want: { int: 65n, uint: 65n, float: 65, complex: null } },
  { input: "'\\u00e9'", want: { int: 233n, uint: 233n, float: 233, complex: null } },
  { input: "'\\U0001f389'", want: { int: 127881n, uint: 127881n, float: 127881, complex: null } },
  { input: "'\"'", want: { int: 34n, uint: 34n, float: 34, complex: null } },
  { input: "' '", want: { int: 32n, uint: 32n, float: 32, complex: null } },
  { input: "'}'", want: { int: 125n, uint: 125n, float: 125, complex: null } },
];

describe('number and character constants have every value that Go gives them', () => {
  it.each(numbers)('$input', ({ input, want }) => {
    const action = parse('t', `{{${input}}}`, functions).get('t')?.root.nodes[0];
    const node = action?.kind === 'action' ? action.pipe.cmds[0]?.args[0] : undefined;
    expect(node).toEqual({ kind: 'number', pos: 2, from: 2, to: 2 + input.length, text: input, ...want });
  });
});

/** Every node of the tree in preorder, as its kind and what `[from, to)` spans. */
function spans(text: string): string[] {
  const out: string[] = [];
  const visit = (node: Node): void => {
    out.push(`${node.kind} ${text.slice(node.from, node.to)}`);
    switch (node.kind) {
      case 'list':
        return node.nodes.forEach(visit);
      case 'action':
        return visit(node.pipe);
      case 'pipe':
        return [...node.decl, ...node.cmds].forEach(visit);
      case 'command':
        return node.args.forEach(visit);
      case 'chain':
        return visit(node.node);
      case 'if':
      case 'range':
      case 'with':
        return [node.pipe, node.list, ...(node.elseList === null ? [] : [node.elseList])].forEach(visit);
      case 'template':
        return node.pipe === null ? undefined : visit(node.pipe);
      default:
        return undefined;
    }
  };
  for (const tree of parse('t', text, functions).values()) visit(tree.root);
  return out;
}

const spanned: readonly { readonly name: string; readonly input: string; readonly want: readonly string[] }[] = [
  {
    name: 'an action with its delimiters, a chain with its parentheses',
    input: 'a {{- .A.B | printf "%d" ($.C).D -}} b',
    want: [
      'list a {{- .A.B | printf "%d" ($.C).D -}} b',
      'text a',
      'action {{- .A.B | printf "%d" ($.C).D -}}',
      'pipe .A.B | printf "%d" ($.C).D',
      'command .A.B',
      'field .A.B',
      'command printf "%d" ($.C).D',
      'identifier printf',
      'string "%d"',
      'chain ($.C).D',
      'pipe ($.C)',
      'command $.C',
      'variable $.C',
      'text b',
    ],
  },
  {
    name: 'declarations belong to the pipeline, lists stand between actions',
    input: '{{$x := x}}{{range $i, $e := .}}1{{else}}2{{end}}',
    want: [
      'list {{$x := x}}{{range $i, $e := .}}1{{else}}2{{end}}',
      'action {{$x := x}}',
      'pipe $x := x',
      'variable $x',
      'command x',
      'identifier x',
      'range {{range $i, $e := .}}1{{else}}2{{end}}',
      'pipe $i, $e := .',
      'variable $i',
      'variable $e',
      'command .',
      'dot .',
      'list 1',
      'text 1',
      'list 2',
      'text 2',
    ],
  },
  {
    name: 'an else if starts at its own action and ends with the end; lists keep the space that text loses',
    input: '{{if .A}} 1 {{- else if .B -}} 2 {{end}}',
    want: [
      'list {{if .A}} 1 {{- else if .B -}} 2 {{end}}',
      'if {{if .A}} 1 {{- else if .B -}} 2 {{end}}',
      'pipe .A',
      'command .A',
      'field .A',
      'list  1 ',
      'text  1',
      'list {{- else if .B -}} 2 ',
      'if {{- else if .B -}} 2 {{end}}',
      'pipe .B',
      'command .B',
      'field .B',
      'list  2 ',
      'text 2 ',
    ],
  },
  {
    name: 'a block is spanned whole by what invokes it, and its list by its own tree',
    input: '{{template "a" .}}{{block "b" .}}c{{end}}{{define "d"}}e{{end}}',
    want: [
      'list c',
      'text c',
      'list e',
      'text e',
      'list {{template "a" .}}{{block "b" .}}c{{end}}{{define "d"}}e{{end}}',
      'template {{template "a" .}}',
      'pipe .',
      'command .',
      'dot .',
      'template {{block "b" .}}c{{end}}',
      'pipe .',
      'command .',
      'dot .',
    ],
  },
];

describe('nodes span their source text', () => {
  it.each(spanned)('$name', ({ input, want }) => {
    expect(spans(input)).toEqual(want);
  });
});

/** How deeply branches are nested along their first (or else their last) lists. */
function branchDepth(root: Node, along: 'list' | 'elseList'): number {
  let depth = 0;
  for (let node: Node | null = root; node?.kind === 'list'; depth++) {
    const inner: Node | undefined = node.nodes[0];
    if (inner?.kind !== 'if') return depth;
    node = inner[along];
  }
  return depth;
}

describe('nesting', () => {
  // Recursion would overflow the stack long before.
  const n = 50_000;

  it('of ifs may be as deep as it likes', () => {
    const text = '{{if x}}'.repeat(n) + '{{end}}'.repeat(n);
    const root = parse('t', text, functions).get('t')!.root;
    expect(branchDepth(root, 'list')).toBe(n);
    expect(nodeString(root) === text).toBe(true);
  });

  it('of else ifs may be as deep as it likes', () => {
    const text = `{{if x}}${'{{else if x}}'.repeat(n)}{{end}}`;
    expect(branchDepth(parse('t', text, functions).get('t')!.root, 'elseList')).toBe(n + 1);
  });

  it('of blocks may be as deep as it likes', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `{{block "${String(i)}" .}}`).join('') + '{{end}}'.repeat(1000);
    expect(parse('t', text, functions).size).toBe(1001);
  });

  it('of parentheses may be 10000 deep', () => {
    const text = `{{${'('.repeat(10_000)}x${')'.repeat(10_000)}}}`;
    expect(nodeString(parse('t', text, functions).get('t')!.root) === text).toBe(true);
  });

  // Go 1.26 prints this from the 10001st on.
  it.each([10_001, n])('of %d parentheses is too deep', (depth) => {
    const text = `{{${'('.repeat(depth)}x${')'.repeat(depth)}}}`;
    expect(() => parse('t', text, functions)).toThrow('template: t:1: max expression depth exceeded');
  });
});

describe('functions named break and continue', () => {
  const both = new Set(['break', 'continue']);

  // Go 1.26, with both functions defined, prints {{break 1}}{{continue}} as it stands.
  it('take the keywords away', () => {
    const root = parse('t', '{{break 1}}{{continue}}', both).get('t')!.root;
    expect(root.nodes.map((node) => [node.kind, nodeString(node)])).toEqual([
      ['action', '{{break 1}}'],
      ['action', '{{continue}}'],
    ]);
  });
});
