import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../src/go/template/errors';
import { parse, parseLoose } from '../../src/go/template/parse/parse';
import { nodeString } from '../../src/go/template/parse/string';

const functions = new Set(['x', 'eq', 'printf']);

interface Row {
  readonly name: string;
  readonly input: string;
  /** The main tree, printed. */
  readonly want: string;
  /** The error codes, in order of discovery. */
  readonly errors: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'nothing wrong', input: 'a{{if .A}}b{{end}}', want: 'a{{if .A}}b{{end}}', errors: [] },
  { name: 'comments are kept', input: 'a{{- /* b */ -}} c', want: 'a{{/* b */}}c', errors: [] },
  { name: 'a field being typed', input: '{{range .A}}{{.}}{{end}}', want: '{{range .A}}{{.}}{{end}}', errors: [] },
  { name: 'a chain being typed', input: '{{.A.}}b', want: '{{.A}}b', errors: ['unexpected-token'] },
  {
    name: 'an unknown function keeps its arguments',
    input: '{{nope .A | nope2}}',
    want: '{{nope .A | nope2}}',
    errors: ['undefined-function', 'undefined-function'],
  },
  { name: 'an unknown variable stays', input: '{{$x.A}}', want: '{{$x.A}}', errors: ['undefined-variable'] },
  { name: 'an empty action', input: 'a{{}}b', want: 'a{{}}b', errors: ['missing-value'] },
  {
    name: 'an if being typed still has its end',
    input: '{{if}}a{{end}}b',
    want: '{{if }}a{{end}}b',
    errors: ['missing-value'],
  },
  {
    name: 'a broken condition still has its end',
    input: '{{if eq .A == 1}}a{{else}}b{{end}}c',
    want: '{{if eq .A}}a{{else}}b{{end}}c',
    errors: ['unexpected-token'],
  },
  {
    name: 'a quote being typed',
    input: '{{if eq .A "b}}c{{end}}d',
    want: '{{if eq .A}}c{{end}}d',
    errors: ['unterminated-string'],
  },
  {
    name: 'a parenthesis being typed',
    input: '{{if eq (x .A}}b{{end}}',
    want: '{{if eq (x .A)}}b{{end}}',
    errors: ['unclosed-left-paren'],
  },
  {
    name: 'an action being typed before another',
    input: 'a{{ .A \n{{.B}}c',
    want: 'a{{.A}}{{.B}}c',
    errors: ['unclosed-action'],
  },
  {
    name: 'an action being typed at the end',
    input: 'a{{printf "b" .',
    want: 'a{{printf "b" .}}',
    errors: ['unclosed-action'],
  },
  {
    name: 'several errors',
    input: '{{.A@}}{{nope}}{{end}}{{.B}}',
    want: '{{}}{{nope}}{{.B}}',
    errors: ['bad-character', 'undefined-function', 'unexpected-end'],
  },
  {
    name: 'each unclosed block',
    input: '{{if .A}}{{range .B}}c',
    want: '{{if .A}}{{range .B}}c{{end}}{{end}}',
    errors: ['unexpected-eof', 'unexpected-eof'],
  },
  {
    name: 'an unclosed else chain is one block',
    input: '{{if .A}}{{else if .B}}c',
    want: '{{if .A}}{{else}}{{if .B}}c{{end}}{{end}}',
    errors: ['unexpected-eof'],
  },
  {
    name: 'a second else',
    input: '{{if .A}}a{{else}}b{{else}}c{{end}}',
    want: '{{if .A}}a{{else}}bc{{end}}',
    errors: ['unexpected-else'],
  },
  {
    name: 'an else if in a range',
    input: '{{range .A}}a{{else if .B}}b{{end}}c',
    want: '{{range .A}}a{{else}}b{{end}}c',
    errors: ['unexpected-token'],
  },
  {
    name: 'an else with an argument',
    input: '{{if .A}}a{{else .B}}b{{end}}',
    want: '{{if .A}}a{{else}}b{{end}}',
    errors: ['unexpected-token'],
  },
  {
    name: 'an end with an argument',
    input: '{{if .A}}a{{end if}}b',
    want: '{{if .A}}a{{end}}b',
    errors: ['unexpected-token'],
  },
  { name: 'a stray break', input: 'a{{break}}b', want: 'a{{break}}b', errors: ['break-outside-range'] },
  {
    name: 'a define inside an if',
    input: '{{if .A}}{{define "d"}}b{{end}}c{{end}}',
    want: '{{if .A}}c{{end}}',
    errors: ['unexpected-token'],
  },
  {
    name: 'a template without a name',
    input: '{{template .A}}b',
    want: '{{template ""}}b',
    errors: ['unexpected-token'],
  },
  {
    name: 'a template whose name is being typed',
    input: '{{template "a}}b',
    want: '{{template ""}}b',
    errors: ['unterminated-string'],
  },
  { name: 'a define without a name', input: '{{define}}a{{end}}b', want: 'b', errors: ['unexpected-token'] },
  {
    name: 'an action closed with one brace ends there',
    input: '{{if .A}b "c{{end}}" {{.D}}',
    want: '{{if }}b "c{{end}}" {{.D}}',
    errors: ['bad-character'],
  },
  {
    name: 'quotes with backslashes end where they should',
    input: '{{if eq .A \\"b\\"}}"c"{{end}}"',
    want: '{{if eq .A}}"c"{{end}}"',
    errors: ['unexpected-token'],
  },
  { name: 'an early end of a comment', input: 'a{{/* b */ c}}d', want: 'a c}}d', errors: ['comment-before-delim'] },
  { name: 'an unclosed comment', input: 'a{{/* b', want: 'a', errors: ['unclosed-comment'] },
];

describe('a loose parse makes the best of it', () => {
  it.each(rows)('$name', ({ input, want, errors }) => {
    const loose = parseLoose('t', input, functions);
    expect(loose.errors.map((error) => error.code)).toEqual(errors);
    expect(nodeString(loose.trees.get('t')!.root)).toBe(want);
  });

  it('keeps templates defined in the wrong place', () => {
    const { trees } = parseLoose('t', '{{if .A}}{{define "d"}}b{{end}}c{{end}}', functions);
    expect(Array.from(trees, ([name, tree]) => [name, nodeString(tree.root)])).toEqual([
      ['d', 'b'],
      ['t', '{{if .A}}c{{end}}'],
    ]);
  });

  it('goes on after else with, which older Gos refuse', () => {
    const { errors, trees } = parseLoose('t', '{{with .A}}a{{else with .B}}b{{end}}c', functions, '1.21');
    expect(errors.map(({ code }) => code)).toEqual(['unexpected-token']);
    expect(nodeString(trees.get('t')!.root)).toMatch(/^\{\{with \.A\}\}a\{\{else.*b.*\{\{end\}\}c$/);
  });

  it('survives any nesting', () => {
    const n = 50_000;
    expect(parseLoose('t', '{{if x}}'.repeat(n), functions).errors.map(({ code }) => code)).toEqual(
      Array.from({ length: 1000 }, () => 'unexpected-eof'),
    );
    expect(parseLoose('t', `{{${'('.repeat(n)}`, functions).errors.map((error) => error.code)).toEqual(['max-depth']);
  });
});

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('{{', '}}', '{{- ', ' -}}', '{{/*', '*/}}', '"', '`', "'", '(', ')', '|', ':=', '=', '.', '$'),
      fc.constantFrom(
        '{{if .}}',
        '{{range .A}}',
        '{{else if x}}',
        '{{else}}',
        '{{end}}',
        '{{define "a"}}',
        '{{break}}',
      ),
      fc.constantFrom('if ', 'range ', 'with', 'else', 'end', 'define ', 'block "b" ', 'template ', 'x ', '.A', '$x'),
      fc.constantFrom(' ', '\n', '1', '1e', '+', '"a"', '\\', ',', '@', 'é', '🎉', '\udc80', '\ud800', '\0'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('fails to parse, if it does, with a TemplateError inside the text, and loosely with errors only then', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const loose = parseLoose('t', text, functions);
        for (const { from, to } of loose.errors) expect(0 <= from && from <= to && to <= text.length).toBe(true);
        try {
          const trees = parse('t', text, functions);
          expect(loose.errors).toEqual([]);
          expect([...loose.trees.keys()].sort()).toEqual([...trees.keys()].sort());
        } catch (error) {
          if (!(error instanceof TemplateError)) throw error;
          expect(0 <= error.from && error.from <= error.to && error.to <= text.length).toBe(true);
          expect(loose.errors).not.toEqual([]);
        }
      }),
    );
  });
});
