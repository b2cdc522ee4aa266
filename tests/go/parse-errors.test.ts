import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../src/go/template/errors';
import { parse } from '../../src/go/template/parse/parse';
import { parseCases } from '../conformance/case-file';
import { templateText } from '../conformance/subject';

/** The functions that the templates here may call: Go's builtins, Coroot's one, and two without meaning. */
const functions = new Set(
  'and call html index slice js len not or print printf println urlquery eq ge gt le lt ne json x y'.split(' '),
);

interface Row {
  readonly name: string;
  readonly input: string;
  readonly want: string;
}

function failure(text: string): TemplateError {
  try {
    parse('t', text, functions);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error(`parses: ${text}`);
}

/** What Go 1.26 says of templates, recorded; some of them fail only when executed. */
const recorded = parseCases(
  readFileSync(new URL('../conformance/cases/parse-errors.txt', import.meta.url), 'utf8'),
).cases.flatMap(({ name, request, answer }): readonly Row[] => {
  const want = answer.error ?? 'executing';
  return want.includes('executing') ? [] : [{ name, input: templateText(request), want }];
});

/** What Go 1.26's `parse.Parse("t", …)` returns where the functions without meaning or invalid bytes are needed. */
const messages: readonly Row[] = [
  { name: 'unexpected right paren after pairs', input: '{{(x))}}', want: 'template: t:1: unexpected right paren' },
  { name: 'unclosed left paren', input: '{{(x}}', want: 'template: t:1: unclosed left paren' },
  { name: 'unclosed left paren with trim', input: '{{(x -}}', want: 'template: t:1: unclosed left paren' },
  { name: 'unclosed outer left paren', input: '{{(x (y) }}', want: 'template: t:1: unclosed left paren' },
  {
    name: 'unclosed left paren over lines',
    input: '{{\n(x}}',
    want: 'template: t:2: unclosed left paren in action started at t:1',
  },
  { name: 'unclosed paren and action', input: '{{(x', want: 'template: t:1: unclosed action' },
  { name: 'two pipes', input: '{{x | | y}}', want: 'template: t:1: unexpected "|" in command' },
  { name: 'two pipes without spaces', input: '{{x||y}}', want: 'template: t:1: unexpected "|" in command' },
  {
    name: 'number as a later stage',
    input: '{{x | 1}}',
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  {
    name: 'string as a later stage',
    input: '{{x | "a"}}',
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  {
    name: 'dot as a later stage',
    input: '{{x | .}}',
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  {
    name: 'nil as a later stage',
    input: '{{x | y | nil}}',
    want: 'template: t:1: non executable command in pipeline stage 3',
  },
  {
    name: 'bool as a later stage',
    input: '{{x | true}}',
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  {
    name: 'char as a later stage',
    input: "{{x | 'a'}}",
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  {
    name: 'dot as a later stage in parentheses',
    input: '{{(x | .) | 1}}',
    want: 'template: t:1: non executable command in pipeline stage 2',
  },
  { name: 'declaration in the middle', input: '{{x $y := 1}}', want: 'template: t:1: undefined variable "$y"' },
  { name: 'number after a parenthesis', input: '{{(x)1}}', want: 'template: t:1: unexpected "1" in operand' },
  {
    name: 'non executable over lines',
    input: '{{x\n| 1\n}}',
    want: 'template: t:3: non executable command in pipeline stage 2',
  },
  { name: 'invalid byte', input: '{{\udc80}}', want: "template: t:1: unrecognized character in action: U+FFFD '�'" },
  { name: 'invalid byte in a field', input: '{{.a\udcff}}', want: "template: t:1: bad character U+FFFD '�'" },
  {
    name: 'long unexpected item with invalid bytes',
    input: '{{"a""\udcff\udcfe\udcfd\udcfc\udcfb\udcfa\udcf9\udcf8\udcf7\udcf6"}}',
    want: 'template: t:1: unexpected "\\"\\xff\\xfe\\xfd\\xfc\\xfb\\xfa\\xf9\\xf8\\xf7"... in operand',
  },
  {
    name: 'field of a string with an invalid byte',
    input: '{{"a\udcff".B}}',
    want: 'template: t:1: unexpected . after term "\\"a\\xff\\""',
  },
];

describe('what Go refuses is refused in its words', () => {
  it('in many cases', () => {
    expect(recorded.length).toBeGreaterThan(400);
  });

  it.each([...recorded, ...messages])('$name', ({ input, want }) => {
    const { message, detail, phase } = failure(input);
    expect(message).toBe(want);
    expect({ detail, phase }).toEqual({ detail: want.replace(/^template: t:\d+: /, ''), phase: 'parse' });
  });
});

/** What a person should look at, between ‹ and ›, and the error's code. */
const blames: readonly Row[] = [
  { name: 'unclosed action in a list', input: '{{if .}}\n‹{{›.X\n', want: 'unclosed-action' },
  { name: 'unclosed trimmed comment', input: 'hello ‹{{- /*› x', want: 'unclosed-comment' },
  { name: 'comment ends early', input: '{{/* x ‹*/› }}', want: 'comment-before-delim' },
  { name: 'emoji', input: '{{‹🎉›}}', want: 'unrecognized-character' },
  { name: 'bad character in a field', input: '{{.a‹-›b}}', want: 'bad-character' },
  { name: 'colon', input: '{{‹:›}}', want: 'expected-declare' },
  { name: 'unexpected right paren after pairs', input: '{{(x)‹)›}}', want: 'unexpected-right-paren' },
  { name: 'unclosed outer left paren', input: '{{‹(›x (y) }}', want: 'unclosed-left-paren' },
  { name: 'unterminated string', input: '{{‹"x›}}', want: 'unterminated-string' },
  { name: 'unterminated string over lines', input: '{{\n‹"x›\n"}}', want: 'unterminated-string' },
  { name: 'unterminated raw string over lines', input: '{{\n‹`x›}}\n\n', want: 'unterminated-raw-string' },
  { name: 'unterminated char', input: "{{‹'x›}}", want: 'unterminated-char' },
  { name: 'bad number with a non-ASCII letter', input: '{{‹1é›}}', want: 'bad-number' },
  { name: 'illegal underscores', input: '{{‹1__0›}}', want: 'illegal-number' },
  { name: 'integer overflow', input: '{{‹18446744073709551616›}}', want: 'integer-overflow' },
  { name: 'complex with two i', input: '{{‹1i+2i›}}', want: 'bad-complex' },
  { name: 'two characters in a char', input: "{{‹'ab'›}}", want: 'malformed-char' },
  { name: 'bad escape in a char', input: "{{‹'\\q'›}}", want: 'invalid-char' },
  { name: 'bad escape in a string', input: '{{‹"\\q"›}}', want: 'invalid-string' },
  { name: 'undefined function later', input: '{{.X | ‹nope› 1}}', want: 'undefined-function' },
  { name: 'undefined variable, field', input: '{{‹$x›.A}}', want: 'undefined-variable' },
  { name: 'empty action', input: '‹{{}}›', want: 'missing-value' },
  { name: 'empty parentheses as an argument', input: '{{printf ‹( )› }}', want: 'missing-value' },
  { name: 'else if without value', input: '{{if .}}‹{{else if}}›{{end}}', want: 'missing-value' },
  { name: 'range declaration without value', input: '‹{{range $x := }}›{{end}}', want: 'missing-value' },
  {
    name: 'range in which a declaration follows the comma',
    input: '{{range $x, ‹:=› .}}{{end}}',
    want: 'range-initialize',
  },
  { name: 'three range variables', input: '{{range ‹$a, $b,› $c := .}}{{end}}', want: 'too-many-declarations' },
  { name: 'two pipes', input: '{{x | ‹|› y}}', want: 'unexpected-token' },
  { name: 'string as a later stage', input: '{{x | ‹"a"›}}', want: 'non-executable-command' },
  { name: 'assignment in the middle', input: '{{.X ‹=› 1}}', want: 'unexpected-token' },
  { name: 'field of a string', input: '{{‹"a".B›}}', want: 'field-of-literal' },
  { name: 'field of nil', input: '{{‹nil.A.B›}}', want: 'field-of-literal' },
  { name: 'else if without beginning', input: '‹{{else if› .X}}', want: 'unexpected-else' },
  { name: 'end after end', input: '{{if .}}{{end}}\n‹{{end}}›', want: 'unexpected-end' },
  { name: 'else after else', input: '{{if .}}{{else}}\n‹{{else}}›{{end}}', want: 'unexpected-else' },
  { name: 'else if in range', input: '{{range .}}{{else ‹if› .}}{{end}}', want: 'unexpected-token' },
  { name: 'unclosed else', input: '‹{{if .}}›{{else}}x', want: 'unexpected-eof' },
  { name: 'unclosed block', input: '‹{{block "a" .}}›x', want: 'unexpected-eof' },
  { name: 'unclosed outer if', input: '‹{{if .}}›{{if .}}{{end}}', want: 'unexpected-eof' },
  { name: 'unclosed else if', input: '‹{{if .}}›{{else if .}}', want: 'unexpected-eof' },
  { name: 'break in the else of a range', input: '{{range .}}{{else}}‹{{break}}›{{end}}', want: 'break-outside-range' },
  {
    name: 'continue in a block in a range',
    input: '{{range .}}{{block "a" .}}‹{{continue}}›{{end}}{{end}}',
    want: 'continue-outside-range',
  },
  { name: 'template without name', input: '{{template‹}}›', want: 'unexpected-token' },
  { name: 'define with an argument', input: '{{define "a" ‹.›}}{{end}}', want: 'unexpected-token' },
  { name: 'multiple definition', input: '{{define "a"}}1{{end}}{{define ‹"a"›}}2{{end}}', want: 'multiple-definition' },
  {
    name: 'multiple definition by block',
    input: '{{define "a"}}1{{end}}{{block ‹"a"› .}}2{{end}}',
    want: 'multiple-definition',
  },
  { name: 'multiple definition of the main name', input: 'x{{define ‹"t"›}}1{{end}}', want: 'multiple-definition' },
];

describe('errors point at what a person should look at', () => {
  it.each(blames)('$name', ({ input, want }) => {
    const text = input.replace(/[‹›]/g, '');
    const { code, from, to } = failure(text);
    expect(`${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`).toBe(input);
    expect(code).toBe(want);
  });
});
