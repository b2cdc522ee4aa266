/** What a whole action was meant to be: control words of other languages, comments, declarations, or a value. */
import { continued } from '../explain/habits';
import { type Expression, Writer, literalOf } from './expression';
import type { Names } from './names';
import { type Notes, newNotes } from './notes';
import { Reading } from './reading';
import { isMixed, isOneOff } from './spelling';
import { type Token, tokensOf } from './tokens';

/** An action as it stands in the template. */
export interface ActionSource {
  readonly from: number;
  readonly to: number;
  /** What is between the delimiters and their trim markers. */
  readonly insideFrom: number;
  readonly insideTo: number;
  /** The delimiters that Go wants, with their trim markers. */
  readonly left: '{{' | '{{-';
  readonly right: '}}' | '-}}';
}

/** What an action does to the blocks around it. */
export type Role = 'open' | 'else' | 'end' | 'other';

/** What an action was meant to be. */
export interface Meant {
  readonly role: Role;
  /** Whether its first word is not Go's: `for`, `#each`, `endif`. */
  readonly foreignWord: boolean;
  /** The whole action in Go, or null where that is not known. */
  readonly replacement: string | null;
  readonly notes: Notes;
}

const ends =
  /^(?:endif|endrange|endfor|endforeach|endwith|endeach|endunless|endblock|enddefine|endtemplate|end_if|end_range|fi|done|End|END|ENDIF|EndIf)$/;
const elseIfs = /^(?:elseif|elif|elsif|elsif|elseIf|ElseIf|ELSEIF|elif)$/;
const openers: ReadonlyMap<string, 'if' | 'range' | 'with' | 'unless'> = new Map([
  ['if', 'if'],
  ['If', 'if'],
  ['IF', 'if'],
  ['with', 'with'],
  ['With', 'with'],
  ['range', 'range'],
  ['Range', 'range'],
  ['unless', 'unless'],
  ['for', 'range'],
  ['For', 'range'],
  ['foreach', 'range'],
  ['forEach', 'range'],
  ['each', 'range'],
  ['loop', 'range'],
  ['when', 'if'],
]);

/** Characters as HTML writes them. */
const entities: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

const words: Readonly<Record<'if' | 'range' | 'with' | 'unless', string>> = {
  if: 'Here it is `{{ if … }}`.',
  range: 'A loop is `{{ range .List }}…{{ end }}`, or `{{ range $x := .List }}` with a name for the element.',
  with: 'Here it is `{{ with … }}`.',
  unless: 'Here it is `{{ if not … }}`.',
};

/** Says what actions were meant to be. */
export class Statements {
  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {}

  /** Reads an action. */
  read(action: ActionSource): Meant {
    const content = this.text.slice(action.insideFrom, action.insideTo);
    const [lead = ''] = /^\s*/.exec(content) ?? [];
    const body = content.slice(lead.length).trimEnd();
    const tail = content.slice(lead.length + body.length);
    return new Statement(this.text, this.names, action, lead, body, tail).read();
  }
}

class Statement {
  private readonly notes = newNotes();
  private readonly tokens: readonly Token[];
  private readonly pad: string;
  private readonly writer: Writer;

  constructor(
    private readonly text: string,
    private readonly names: Names,
    private readonly action: ActionSource,
    private readonly lead: string,
    private readonly body: string,
    private readonly tail: string,
  ) {
    this.tokens = tokensOf(body, action.insideFrom + lead.length);
    this.pad = lead === '' && tail === '' ? '' : ' ';
    this.writer = new Writer(text, this.pad);
  }

  private meant(role: Role, replacement: string | null, foreignWord = false): Meant {
    return { role, foreignWord, replacement, notes: this.notes };
  }

  private wrap(body: string): string {
    const { left, right } = this.action;
    const lead = left === '{{-' && this.lead === '' ? ' ' : this.lead;
    const tail = right === '-}}' && this.tail === '' ? ' ' : this.tail;
    return left + lead + body + tail + right;
  }

  private say(hint: string): void {
    this.notes.hints.add(hint);
  }

  read(): Meant {
    const [first, second] = this.tokens;
    if (first === undefined) {
      this.say('The action is empty. Write what it prints, or remove it.');
      return this.meant('other', '');
    }
    const comment = this.comment() ?? this.entities() ?? this.path() ?? this.trimmed(first, second);
    if (comment !== null) return comment;
    if (first.kind === 'mark') {
      const handlebars = this.handlebars(first, second);
      if (handlebars !== null) return handlebars;
    }
    if (first.kind === 'name') {
      const control = this.control(first);
      if (control !== null) return control;
    }
    return this.declaration() ?? this.value();
  }

  /** A value that is printed. */
  private value(): Meant {
    let tokens = this.tokens;
    while (tokens.at(-1)?.source === ';') tokens = tokens.slice(0, -1);
    const e = this.expression(tokens, true);
    if (e === null) return this.meant('other', null);
    const { left, right } = this.action;
    if (e.kind !== 'choice' && e.kind !== 'actions' && !(e.kind === 'group' && e.inner.kind === 'choice')) {
      const text = this.writer.write(e);
      return this.meant('other', text === null ? null : this.wrap(text));
    }
    return this.meant('other', this.writer.printed(e, left, right));
  }

  private expression(tokens: readonly Token[], alone = false, isCondition = false): Expression | null {
    return new Reading(this.text, tokens, this.names, this.notes, this.pad, alone, isCondition).read();
  }

  /** Go's text of an expression; a pair of parentheses around all of what had to be changed is left out. */
  private written(tokens: readonly Token[], isCondition = false): string | null {
    let rest = tokens;
    while (/^(?:then|do|:|;|\{)$/.test(rest.at(-1)?.source ?? '')) {
      this.say(`After the condition stands nothing more, no \`${rest.at(-1)?.source ?? ''}\`.`);
      rest = rest.slice(0, -1);
    }
    const e = this.expression(rest, false, isCondition);
    if (e === null) return null;
    return this.writer.write(e.kind === 'group' && e.changed ? e.inner : e);
  }

  /** `# note`, `// note`, `! note`, a Go comment with spaces around it, or with something after it. */
  private comment(): Meant | null {
    const { body, action } = this;
    const { left, right } = action;
    const [, note = null] =
      /^#(?:\s+|(?=[^\w\s]))([^]*?)#?$/.exec(body) ??
      /^\/\/\s*([^]*)$/.exec(body) ??
      /^!--\s*([^]*?)\s*(?:--)?$/.exec(body) ??
      /^--\s+([^]*)$/.exec(body) ??
      /^<!--\s*([^]*?)\s*-->$/.exec(body) ??
      [];
    if (note !== null) return this.noted(note);
    const after = /^([^"`]*?[^\s"`])\s*\/\*([^]*?)\*\/$/.exec(body) ?? noteAfter(body);
    if (after !== null) {
      const [, value = '', noted = ''] = after;
      this.say('A comment is an action of its own: nothing else stands in its braces.');
      return this.meant(
        'other',
        `${left}${this.lead}${value}${this.pad}}}{{/*${noted.trim() === noted ? noted : ` ${noted.trim()} `}*/${right === '-}}' ? ' -}}' : right}`,
      );
    }
    const own = /^\/\*([^]*?)\*\/\s*([^]*)$/.exec(body);
    if (own === null) return null;
    const [, inner = '', rest = ''] = own;
    const opening = left === '{{-' ? '{{- ' : left;
    const close = right === '-}}' ? ' -}}' : right;
    if (rest === '') {
      this.say('A comment is `{{/* … */}}`: nothing stands between the braces and the asterisks, not even a space.');
      return this.meant('other', `${opening}/*${inner}*/${close}`);
    }
    this.say('A comment is an action of its own: nothing else stands in its braces.');
    return this.meant('other', `${opening}/*${inner}*/}}{{ ${rest} ${right}`);
  }

  /** Quotes and signs as HTML writes them, from a web page. */
  private entities(): Meant | null {
    const { body } = this;
    const decoded = body.replace(/&(?:quot|#34|#39|apos|lt|gt|amp|nbsp);/g, (entity) => entities.get(entity) ?? ' ');
    if (decoded === body) return null;
    this.say('These are characters as HTML writes them: in an action they stand as they are.');
    const [word = ''] = /^\w+/.exec(decoded) ?? [];
    const role = openers.has(word) ? 'open' : word === 'else' ? 'else' : word === 'end' ? 'end' : 'other';
    return this.meant(role, this.wrap(decoded));
  }

  /** One path of names with other signs in and around it: `@Status`, `[.Status]`, `.Application->Name`. */
  private path(): Meant | null {
    const { body, names, action } = this;
    if (body.length > 200) return null;
    if (/^\\[nrt]$/.test(body)) {
      this.say(`A line break or tab is a text, in quotes: \`{{ "${body}" }}\`.`);
      return this.meant('other', this.wrap(`"${body}"`));
    }
    const bare = body.replace(/^[@%[<]\s*/, '').replace(/\s*[%}\]>]$/, '');
    const joined = bare.replace(/(?<=\w)(?:->|::?|\/|\.{2,})(?=[A-Za-z])/g, '.').replace(/^\.\$\.?|^\$\.\$\.?/, '$.');
    const found = /^(\$?\.)?([A-Za-z]\w*)((?:\.[A-Za-z]\w*)*)$/.exec(joined);
    if (joined === body || found === null) return null;
    const [, sign, name = '', rest = ''] = found;
    const field = names.fieldOf(name, action.from);
    if (field === null) return null;
    let source = sign === '$.' ? field.replace(/^\$?\./, '$.') : field;
    for (const next of rest.split('.').slice(1)) {
      const own = names.memberOf(source, action.from, next);
      if (names.typeOf(`${source}.${own}`, action.from) === null) return null;
      source += `.${own}`;
    }
    this.notes.isStatement = true;
    this.say(`A value is written as a path of points: \`${source}\`.`);
    return this.meant('other', this.wrap(source));
  }

  /** `{{ - .X }}`: the marker stands at the braces. */
  private trimmed(first: Token, second: Token | undefined): Meant | null {
    const { left, right } = this.action;
    if (first.source !== '-' || second?.spaced !== true || left !== '{{') return null;
    this.say('The marker that cuts white space stands directly at the braces: `{{- .X }}`.');
    return this.meant('other', `{{-${this.body.slice(1)}${this.tail}${right}`);
  }

  private noted(note: string): Meant {
    const { left, right } = this.action;
    this.notes.isStatement = true;
    this.say('A comment is `{{/* … */}}`, with nothing between the braces and the asterisks.');
    const safe = note.trim().replaceAll('*/', '* /');
    return this.meant('other', `${left === '{{-' ? '{{- ' : left}/* ${safe} */${right === '-}}' ? ' -}}' : right}`);
  }

  private handlebars(first: Token, second: Token | undefined): Meant | null {
    if (first.source === '>' && (second?.kind === 'name' || second?.kind === 'text')) {
      this.say('`{{> name }}` is Handlebars: a template is invoked with `{{ template "name" . }}`.');
      const name = literalOf(second.kind === 'text' ? second.inner : second.source);
      return this.meant('other', this.tokens.length > 2 ? null : this.wrap(`template ${name} .`), true);
    }
    if (first.source === '!' && (isProse(this.body.slice(1), this.names) || this.isNote(second))) {
      return this.noted(this.body.slice(1));
    }
    if (second?.kind !== 'name' || second.spaced) return null;
    const rest = this.tokens.slice(2);
    if (first.source === '#' || first.source === '^') {
      const kind = openers.get(second.source);
      if (kind === undefined) return first.source === '#' ? this.noted(this.body.slice(1)) : null;
      this.say(`\`#${second.source}\` is Handlebars: ${continued(words[kind])}`);
      return this.opened(kind, rest, true);
    }
    if (first.source !== '/') return null;
    this.say('`{{/…}}` is Handlebars: every block ends with `{{ end }}`.');
    return this.meant('end', this.wrap('end'), true);
  }

  /** One word after a space that names nothing. */
  private isNote(word: Token | undefined): boolean {
    if (word?.kind !== 'name' || !word.spaced || this.tokens.length > 2) return false;
    return !this.names.functions.has(word.source) && this.names.valueOf(word.source, word.from) === null;
  }

  private control(first: Token): Meant | null {
    const { tokens } = this;
    const word = first.source;
    const second = tokens[1];
    if (this.names.functions.has(word)) return null;
    const isCalled = second?.source === '=' || second?.source === ':=' || second?.kind === 'field';
    if (isCalled && !second.spaced) return null;
    if (ends.test(word) || word === 'end') {
      if (word !== 'end' || tokens.length > 1)
        this.say('Every block ends with `{{ end }}`: the word alone, whatever it ends.');
      return this.meant('end', this.wrap('end'), word !== 'end');
    }
    if (elseIfs.test(word)) {
      this.say('Go writes `else if`, in two words.');
      this.notes.isStatement = true;
      return this.elseIf('if', tokens.slice(1));
    }
    if (/^(?:else|Else|ELSE|otherwise)$/.test(word)) return this.otherwise();
    if (word === 'block' || word === 'define' || word === 'template') return this.template(word, tokens.slice(1));
    const kind = openers.get(word) ?? this.misspelt(first);
    if (kind === 'end' || kind === 'else') {
      this.say(`Did you mean \`${kind}\`?`);
      return this.meant(kind, this.wrap(kind), true);
    }
    if (kind !== undefined) {
      const goes = word === 'if' || word === 'with' || word === 'range';
      if (!goes) this.say(openers.has(word) ? `Go has no \`${word}\`. ${words[kind]}` : `Did you mean \`${kind}\`?`);
      return this.opened(kind, tokens.slice(1), !goes);
    }
    if (/^(?:set|let|var|const|assign)$/.test(word) && /^(?:variable|name)$/.test(second?.kind ?? '')) {
      const meant = this.declaration(tokens.slice(1), true);
      if (meant !== null) return meant;
    }
    return null;
  }

  /** The word of Go's that a first word is but for one letter. */
  private misspelt({ source, from }: Token): 'if' | 'range' | 'with' | 'end' | 'else' | undefined {
    const isAlone = this.tokens.length === 1;
    const all = isAlone ? (['end', 'else'] as const) : (['range', 'with'] as const);
    const meant = all.find((word) => isOneOff(source, word) || isMixed(source, word));
    if (meant === undefined) return undefined;
    const near = isAlone && isMixed(source, 'end') ? null : this.names.nearestFunction(source);
    return this.names.valueOf(source, from) !== null || near !== null ? undefined : meant;
  }

  private otherwise(): Meant {
    const { tokens } = this;
    const second = tokens[1];
    if (second === undefined || (/^[:;{]$/.test(second.source) && tokens.length === 2)) {
      if (second !== undefined) this.say(`After \`else\` stands nothing more, no \`${second.source}\`.`);
      return this.meant('else', this.wrap('else'), tokens[0]?.source !== 'else');
    }
    const joined = second.source === '-' && tokens[2]?.source === 'if';
    if (joined || second.source === 'if') {
      if (joined) this.say('Go writes `else if`, in two words.');
      return this.elseIf('if', tokens.slice(joined ? 3 : 2));
    }
    if (second.source === 'with') return this.elseIf('with', tokens.slice(2));
    this.say('An `else` with a condition is `else if`.');
    this.notes.isStatement = true;
    return this.elseIf('if', tokens.slice(1));
  }

  private elseIf(kind: 'if' | 'with', rest: readonly Token[]): Meant {
    const condition = this.written(rest, true);
    if (rest.length === 0) this.say(`The condition is missing: \`else ${kind}\` needs one.`);
    return this.meant('else', condition === null ? null : this.wrap(`else ${kind} ${condition}`));
  }

  private opened(kind: 'if' | 'range' | 'with' | 'unless', rest: readonly Token[], foreign: boolean): Meant {
    if (rest.length === 0) {
      this.say(
        `The condition is missing: after \`${kind}\` stands what it looks at, such as \`${kind === 'range' ? 'range .List' : 'if .Field'}\`.`,
      );
      return this.meant('open', null, foreign);
    }
    if (kind === 'range') return this.range(rest, foreign);
    const assigned = kind !== 'unless' && rest[0]?.kind === 'variable' && rest[1]?.source === ':=';
    const condition = this.written(assigned ? rest.slice(2) : rest, true);
    if (condition === null) return this.meant('open', null, foreign);
    const name = assigned ? `${rest[0]?.source ?? ''} := ` : '';
    if (kind !== 'unless') return this.meant('open', this.wrap(`${kind} ${name}${condition}`), foreign);
    const operand = condition.includes(' ') ? `(${condition})` : condition;
    return this.meant('open', this.wrap(`if not ${operand}`), true);
  }

  /** `range`, with variables declared in Go's way or another's. */
  private range(all: readonly Token[], foreign: boolean): Meant {
    const around = all[0]?.source === '(' && all.at(-1)?.source === ')';
    let rest = around && all.some(({ source }) => source === 'of' || source === 'in') ? all.slice(1, -1) : all;
    while (/^(?:const|let|var|each)$/.test(rest[0]?.source ?? '')) {
      this.say(`Go has no \`${rest[0]?.source ?? ''}\`: a loop is \`range .List\`.`);
      rest = rest.slice(1);
    }
    const as = rest.findIndex(({ kind, source }) => kind === 'name' && source === 'as');
    let variables: readonly string[] = [];
    const sign = rest.findIndex(
      ({ kind, source }) => (kind === 'name' && /^(?:in|of)$/.test(source)) || source === ':=' || source === '=',
    );
    if (as > 0) {
      variables = variablesOf(rest.slice(as + 1)) ?? [];
      this.say('Go declares the loop’s variable with `:=`: `range $x := .List`.');
      this.notes.isStatement = true;
      rest = rest.slice(0, as);
    } else if (sign > 0) {
      const named = variablesOf(rest.slice(0, sign));
      if (named === null) return this.meant('open', null, foreign);
      variables = named;
      const isWord = rest[sign]?.kind === 'name';
      const bare = rest.slice(0, sign).some(({ kind }) => kind === 'name');
      this.notes.isStatement = isWord || bare;
      if (bare) this.say('A variable’s name begins with a dollar sign.');
      if (named.length === 2 && !rest.slice(0, sign).some(({ source }) => source === ',')) {
        this.say('Between the two variables of a `range` stands a comma.');
      }
      if (isWord) this.say('Go declares the loop’s variable with `:=`: `range $x := .List`.');
      rest = rest.slice(sign + 1);
      if (rest[0]?.source === 'range') {
        this.say('`range` stands once, at the beginning.');
        rest = rest.slice(1);
      }
    }
    for (const variable of variables) this.names.variables.add(variable);
    const list = this.written(rest);
    if (list === null) return this.meant('open', null, foreign);
    const declared = variables.length === 0 ? '' : `${variables.join(', ')} := `;
    return this.meant('open', this.wrap(`range ${declared}${list}`), foreign);
  }

  private template(word: 'block' | 'define' | 'template', rest: readonly Token[]): Meant {
    const role = word === 'template' ? 'other' : 'open';
    const [name] = rest;
    const example = word === 'define' ? '`define "name"`' : `\`${word} "name" .\``;
    if (name === undefined || (name.kind !== 'name' && name.kind !== 'text')) {
      this.say(`After \`${word}\` stands the template’s name in quotes: ${example}.`);
      return this.meant(role, null);
    }
    let used = 1;
    while (name.kind === 'name' && rest[used] !== undefined && rest[used]?.spaced === false) used++;
    const last = rest[used - 1] ?? name;
    const literal =
      name.kind === 'text'
        ? name.quoting === 'double' || name.quoting === 'raw'
          ? name.source
          : literalOf(name.inner)
        : literalOf(this.text.slice(name.from, last.to));
    if (literal !== name.source) this.say(`The template’s name stands in quotes: \`${word} ${literal}\`.`);
    if (word === 'define') {
      if (rest.length > used)
        this.say(
          'After `define` stands nothing but the name; the value is given where it is invoked: `template "name" .`.',
        );
      return this.meant(role, this.wrap(`define ${literal}`));
    }
    if (rest.length === used) {
      if (word === 'block') this.say('A `block` needs a value for its dot: `block "name" .`.');
      return this.meant(role, this.wrap(word === 'block' ? `block ${literal} .` : `${word} ${literal}`));
    }
    const value = this.written(rest.slice(used));
    return this.meant(role, value === null ? null : this.wrap(`${word} ${literal} ${value}`));
  }

  /** `$x := value`, or a name without its dollar sign before `:=` or `=`. */
  private declaration(tokens: readonly Token[] = this.tokens, declares = false): Meant | null {
    const [name, sign, third] = tokens;
    if (name === undefined || sign === undefined) return null;
    if (sign.source === ':' && third?.source === '=' && third.spaced) {
      this.say('`:=` is one sign, without a space in it.');
      this.names.variables.add(name.source);
      const rest = tokens.slice(2);
      return this.declaration([name, { ...sign, source: ':=' }, ...rest.slice(1)], true);
    }
    if (sign.source !== ':=' && sign.source !== '=') {
      if (!declares || name.kind !== 'variable') return null;
      this.say(`A variable is declared with \`:=\`: \`${name.source} := …\`.`);
      this.names.variables.add(name.source);
      this.notes.resolved.add(name.from);
      const given = this.written(tokens.slice(1));
      return this.meant('other', given === null ? null : this.wrap(`${name.source} := ${given}`), true);
    }
    const isNew = name.kind === 'name' || declares;
    if (!isNew && name.kind !== 'variable') return null;
    if (name.kind === 'name' && this.names.functions.has(name.source)) return null;
    const variable = name.kind === 'name' ? `$${name.source}` : name.source;
    if (isNew) {
      this.say(`A variable’s name begins with a dollar sign, and is declared with \`:=\`: \`${variable} := …\`.`);
      this.names.variables.add(variable);
      this.notes.resolved.add(name.from);
      this.notes.declared.add(name.source);
    }
    const value = this.written(tokens.slice(2));
    const set = isNew ? ':=' : sign.source;
    return this.meant('other', value === null ? null : this.wrap(`${variable} ${set} ${value}`), isNew);
  }
}

/** A value and the note behind it, as other languages begin one; null where there is none. */
function noteAfter(body: string): readonly string[] | null {
  const at = body.search(/\s(?:\/\/|#\s)/);
  const value = at < 0 ? '' : body.slice(0, at).trimEnd();
  const note = body
    .slice(at)
    .trimStart()
    .replace(/^(?:\/\/|#)/, '');
  return value === '' || /["`]/.test(value) ? null : [body, value, note];
}

/** The names of a loop's variables, with their dollar signs; null where there is something else. */
function variablesOf(tokens: readonly Token[]): readonly string[] | null {
  const names: string[] = [];
  for (const { kind, source } of tokens) {
    if (/^(?:,|\(|\)|\||=>)$/.test(source)) continue;
    if (kind !== 'name' && kind !== 'variable') return null;
    names.push(kind === 'name' ? `$${source}` : source);
  }
  // Handlebars names the element first.
  if (tokens.some(({ source }) => source === '|')) names.reverse();
  return names.length === 0 || names.length > 2 ? null : names;
}

/** Whether words are a note rather than a value: several, none of which is a function. */
function isProse(text: string, names: Names): boolean {
  const found = text.trim().split(/\s+/);
  return found.length > 1 && found.every((one) => /^[\p{L}\d,.:'-]+$/u.test(one) && !names.functions.has(one));
}
