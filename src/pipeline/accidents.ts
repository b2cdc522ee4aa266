/**
 * What a template writes by accident, on every platform: what Go prints where a format or a value is wrong, lists and
 * structs as Go prints them, syntax of other template systems, and nothing at all.
 */
import { type Body, type DecodedPayload, findVersion } from '../coroot';
import { type Value, sprint } from '../go';
import type { Finding } from '../platforms';
import type { PipelineInput } from './input';
import { Written } from './written';

/** As many accidents of a kind are told; more say nothing new. */
const mostOfAKind = 20;

/** How much of what is found is quoted, in UTF-16 units. */
const longestQuote = 60;

/** A kind of accident: how it looks in a text, and what to say of what was found. */
interface Kind {
  readonly code: string;
  readonly pattern: RegExp;
  readonly sentence: (quote: string, input: PipelineInput) => string;
}

/** https://pkg.go.dev/fmt#hdr-Format_errors, https://pkg.go.dev/text/template#Template.Option */
const ofGo: readonly Kind[] = [
  {
    code: 'go-error',
    pattern: /%!(?:\((?:NOVERB|BADWIDTH|BADPREC|EXTRA )|[^(\s]\((?:MISSING\)|BADINDEX\)|PANIC=|<nil>\)|[^()=\s]+=))/g,
    sentence: (quote) =>
      `${quote} is what Go prints where a format and its values do not fit together: ${reasonFor(quote)}`,
  },
  { code: 'no-value', pattern: /<no value>/g, sentence: (_, input) => noValue(input) },
  {
    code: 'no-value',
    pattern: /(?<!\()<nil>/g,
    sentence: () =>
      '<nil> is what Go prints for nothing at all. Print the field only where it is: {{ with .Field }}…{{ end }}.',
  },
];

/** What other systems write into templates. */
const leftOver: readonly Kind[] = [
  {
    code: 'left-over',
    pattern: /\{\{-?\s*[\w.$#/"'^!>|(&][^{}]*\}\}/g,
    sentence: (quote) =>
      `${quote} is sent as it stands: it is a template inside the output. Helm’s {{\`…\`}} and Jinja’s raw blocks are not needed in Coroot; write the action itself.`,
  },
  {
    code: 'left-over',
    pattern: /\{%-?\s*\w[^%{}]*%\}/g,
    sentence: (quote) =>
      `${quote} is sent as it stands: it is Jinja’s or Liquid’s. Go writes {{ if .Field }}…{{ end }} and {{ range .List }}…{{ end }}.`,
  },
  {
    code: 'left-over',
    pattern: /\$?\$\{\w[^{}\n]*\}/g,
    sentence: (quote) =>
      `${quote} is sent as it stands: Coroot replaces no variables of a shell or of Terraform. Use a field, or a custom field of the integration.`,
  },
  {
    code: 'left-over',
    pattern: /%\{\s*(?:if|for|else|endif|endfor)\b[^{}\n]*\}/g,
    sentence: (quote) => `${quote} is sent as it stands: it is Terraform’s. Go writes {{ if .Field }}…{{ end }}.`,
  },
  {
    code: 'left-over',
    pattern: /\$\(\w[^()\n]*\)/g,
    sentence: (quote) => `${quote} is sent as it stands: no shell reads the output of a template.`,
  },
];

/** The accidents in a body. Those that a payload's text may look like count only where the template wrote them. */
export function accidentsIn(input: PipelineInput, payload: DecodedPayload, body: Body): readonly Finding[] {
  if (body.text.trim() === '') return [nothingWritten(input, body.text)];
  const written = new Written(body.text);
  const found: Finding[] = [];
  const tell = (code: string, from: number, to: number, message: string): void => {
    const [at, end] = [written.original(from), written.original(to)];
    found.push({ severity: 'warning', code, message, answer: null, from: at, to: end, onlyFrom: 'template' });
  };
  // In JSON that is meant for programs, `{` and `[` stand outside of texts.
  const kinds = /[{$]|%!|<n/.test(written.text) ? [...ofGo, ...leftOver] : [];
  for (const { code, pattern, sentence } of kinds) {
    let told = 0;
    for (const { 0: text, index } of written.text.matchAll(pattern)) {
      if (told++ === mostOfAKind) break;
      const whole = code === 'go-error' ? toItsEnd(written.text, index) : text;
      tell(code, index, index + whole.length, sentence(quoted(whole), input));
    }
  }
  for (const { text, name } of payload.ok ? printedBy(payload.value, written.text, input.template) : []) {
    for (let at = written.text.indexOf(text), told = 0; at >= 0 && told < mostOfAKind; told++) {
      tell('printed-list', at, at + text.length, listed(text, name));
      at = written.text.indexOf(text, at + text.length);
    }
  }
  return withoutInner(found);
}

function quoted(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`;
}

/** What Go's error prints goes to its closing parenthesis, which a value may have too. */
function toItsEnd(text: string, from: number): string {
  let depth = 0;
  for (let at = from + 2; at < text.length && at < from + longestError; at++) {
    if (text[at] === '\n') return text.slice(from, at);
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from, from + longestError);
}

/** How far the end of an error of Go's is looked for, in UTF-16 units. */
const longestError = 300;

function reasonFor(quote: string): string {
  if (quote.includes('(MISSING)'))
    return 'the format has more verbs than values. Add the value, or take the verb away.';
  if (quote.startsWith('%!(EXTRA')) return 'there are more values than verbs in the format. Add a verb such as %s.';
  if (quote.startsWith('%!(NOVERB')) return 'a % stands alone. Write %% for a percent sign.';
  if (quote.includes('(PANIC=')) return 'printing the value failed. Print a field of it.';
  if (quote.includes('(<nil>)')) return 'there is no value. Print it only where it is: {{ with .Field }}…{{ end }}.';
  if (/^%!(?:.\(BADINDEX|\(BAD)/.test(quote)) return 'a width, a precision or an index in the format is wrong.';
  return 'the verb is for another type. %s prints texts, %d whole numbers, %v anything.';
}

function noValue({ version: id }: PipelineInput): string {
  const version = findVersion(id);
  return version.data === 'map'
    ? `<no value> is what ${version.called} printed: that release handed templates a map with the keys of the JSON instead of the fields, so {{ .Status }} found nothing and {{ .status }} works. 1.19.2 put that right: upgrade Coroot rather than change the template.`
    : '<no value> is what Go prints where a map has no such key or a value is missing. Check the name of the field, or print it only where it is: {{ with .Field }}…{{ end }}.';
}

function nothingWritten({ template }: PipelineInput, text: string): Finding {
  const hint = /\{\{-?\s*define\b/.test(template)
    ? 'What stands in {{ define }} is written only where {{ template "name" . }} calls it, outside of all definitions.'
    : template.trim() === ''
      ? 'The template is empty.'
      : 'Every condition in it was false; give it an {{ else }}. Coroot posts the empty body all the same.';
  const message = `The template writes nothing${text === '' ? '' : ' but white space'} for this payload. ${hint}`;
  return { severity: 'warning', code: 'empty-output', message, answer: null, from: 0, to: text.length };
}

/** A list, map or struct of the data as Go prints it, and its path. */
interface Printed {
  readonly text: string;
  readonly name: string;
}

/** As many elements of a list are looked for one by one. */
const mostElements = 20;

/**
 * What Go would print for the lists and structs of the data, as far as `text` has its beginning: lists may be long, and
 * none is printed in vain. Empty ones are left out, they are hard to tell from what is meant.
 */
function printedBy(root: Value, text: string, template: string): readonly Printed[] {
  const printed: Printed[] = [];
  const members = membersOf(root);
  const add = (value: Value, name: string): void => {
    const whole = sprint([value]);
    if (/^(?:\[|\{|map\[)[^]*[^\s{}[\]][^]*[\]}]$/.test(whole) && text.includes(whole))
      printed.push({ text: whole, name });
  };
  const [first] = members;
  if (
    root.kind === 'map' ? text.includes('map[') : first !== undefined && text.includes(`{${sprint([first.value])} `)
  ) {
    add(root, '.');
  }
  for (const { name, value: held } of members) {
    const value = held.kind === 'interface' ? held.elem() : held;
    if (value.kind !== 'slice' || value.length === 0) continue;
    const element = value.index(0);
    const beginning = sprint([element]);
    // In a list of texts that is the text itself, which a template may put in brackets.
    const isText = !/^(?:\{|map\[)/.test(beginning);
    if (beginning.trim() === '' || !text.includes(isText ? `[${beginning}` : beginning)) continue;
    if (isText && /\[(?:\{\{|%)/.test(template)) continue;
    add(value, `.${name}`);
    if (!isText) for (let i = 0; i < Math.min(value.length, mostElements); i++) add(value.index(i), `.${name}`);
  }
  return printed;
}

function membersOf(root: Value): readonly { readonly name: string; readonly value: Value }[] {
  if (root.kind === 'struct') return root.type.fields.map(({ name }, i) => ({ name, value: root.field(i) }));
  if (root.kind !== 'map') return [];
  return root.mapEntries().map(({ key, value }) => ({ name: typeof key.v === 'string' ? key.v : '', value }));
}

function listed(text: string, name: string): string {
  const what = text.startsWith('[') ? 'a list' : text.startsWith('map') ? 'a map' : 'a struct';
  const instead =
    what === 'a list'
      ? `Go through it with {{ range ${name} }}…{{ end }}, or write {{ json ${name} }} where JSON is wanted.`
      : 'Print its fields one by one, or use json where JSON is wanted.';
  return `${quoted(text)} is ${what} as Go prints it. ${instead}`;
}

/** An accident inside another is not told. */
function withoutInner(found: readonly Finding[]): readonly Finding[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return sorted.filter(({ to }) => {
    if (to <= end) return false;
    end = to;
    return true;
  });
}
