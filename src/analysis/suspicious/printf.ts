/** Parameters of printf that are missing, left over or of another kind than their verb wants. */
import { type StringNode, type Type, Value, sprintf } from '../../go';
import type { Edit, Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Known } from '../types/known';
import { type Directive, formatOf } from '../format';
import { placeIn } from './literal';
import { describesItself, sampleOf } from './samples';
import type { Call, Survey } from './survey';
import { exampleOf, short, suspicion } from './wording';

/** A parameter: what it is, and where it is written; null when it is piped in. */
interface Parameter {
  readonly known: Known | undefined;
  readonly place: readonly [number, number] | null;
  readonly text: string;
}

const none: readonly Finding[] = [];

/** The calls of printf with a format that can be read. */
export function printfFindings(subject: Subject, { calls }: Survey): readonly Finding[] {
  return calls.flatMap((call): readonly Finding[] => {
    if (call.name !== 'printf') return none;
    const [format, ...operands] = call.args;
    if (format?.kind !== 'string') return none;
    const { known } = subject.annotated;
    const parameters = operands.map((node): Parameter => ({
      known: known.get(node),
      place: [node.from, node.to],
      text: subject.text.slice(node.from, node.to),
    }));
    if (call.piped !== null) parameters.push({ known: known.get(call.piped), place: null, text: '' });
    return new Formatting(subject, call, format, parameters).findings();
  });
}

/** The verbs that Go has. */
const verbs: ReadonlySet<string> = new Set('vTtbcdoOqxXUeEfFgGsp');

/** What is printed by a verb, where it is for one thing. */
const wanted: ReadonlyMap<string, string> = new Map([
  ['d', 'whole numbers'],
  ['c', 'characters'],
  ['U', 'characters'],
  ['t', 'true and false'],
  ['s', 'texts'],
  ['q', 'texts'],
  ['p', 'addresses'],
  ...[...'boOxX'].map((verb): readonly [string, string] => [verb, 'numbers']),
  ...[...'eEfFgG'].map((verb): readonly [string, string] => [verb, 'numbers with a fraction']),
]);

class Formatting {
  private readonly found: Finding[] = [];

  constructor(
    private readonly subject: Subject,
    private readonly call: Call,
    private readonly format: StringNode,
    private readonly parameters: readonly Parameter[],
  ) {}

  findings(): readonly Finding[] {
    const { directives, leftFrom } = formatOf(this.format.text, this.parameters.length);
    const missing: Directive[] = [];
    // A percent sign takes what was meant for a later directive.
    let signs = 0;
    for (const directive of directives) {
      if (directive.verb === null) this.withoutVerb(directive);
      else if (directive.badIndex && directive.verb !== '%') this.badIndex(directive);
      else if (directive.verb !== '%' && this.isPercentSign(directive)) {
        this.percentSign(directive);
        signs++;
      } else if (directive.verb !== '%' && !verbs.has(directive.verb)) this.unknownVerb(directive);
      else if (this.lacks(directive)) missing.push(directive);
      else this.kinds(directive);
    }
    if (missing.length > signs) this.missing(missing);
    if (leftFrom !== null) this.leftOver(leftFrom, directives.length);
    return this.found;
  }

  private get count(): number {
    return this.parameters.length;
  }

  private place({ from, to }: Directive): readonly [number, number] {
    return placeIn(this.format, from, to) ?? [this.format.from, this.format.to];
  }

  private add(code: string, place: readonly [number, number], message: string, hint: string, edits: Fix | null): void {
    this.found.push(suspicion(code, place, message, { hint, fixes: edits === null ? [] : [edits] }));
  }

  /** The directive as it is written. */
  private written({ from, to }: Directive): string {
    return this.format.text.slice(from, to);
  }

  /** A change of a directive, where its place is known. */
  private rewrite({ from, to }: Directive, insert: string): Edit | null {
    const place = placeIn(this.format, from, to);
    return place === null ? null : { from: place[0], to: place[1], insert };
  }

  private lacks({ value, sizes }: Directive): boolean {
    return [...sizes, ...(value === null ? [] : [value])].some((i) => i >= this.count);
  }

  /** Whether `50% of` or `100%.` is written, where the sign is meant. */
  private isPercentSign(directive: Directive): boolean {
    const { verb, flags, from, size } = directive;
    const afterNumber = /[0-9]/.test(this.format.text.charAt(from - 1));
    if (verb === null || size !== '') return false;
    if (!/[A-Za-z]/.test(verb)) return flags.trim() === '';
    return (
      afterNumber && flags === ' ' && (this.lacks(directive) || this.complaint(directive) !== null || !verbs.has(verb))
    );
  }

  private percentSign(directive: Directive): void {
    const written = this.written(directive);
    const shown = this.shown(directive);
    const message = `printf takes ${JSON.stringify(written)} for a directive, and writes ${shown}.`;
    const edit = this.rewrite(directive, `%${written}`);
    const fix = edit === null ? null : { title: 'Write `%%` for a percent sign', edits: [edit] };
    this.add('printf-verb', this.place(directive), message, 'A percent sign is written `%%` in a format.', fix);
  }

  private withoutVerb(directive: Directive): void {
    const message = 'The format ends after %: printf writes %!(NOVERB).';
    const edit = this.written(directive) === '%' ? this.rewrite(directive, '%%') : null;
    const fix = edit === null ? null : { title: 'Write `%%` for a percent sign', edits: [edit] };
    this.add('printf-verb', this.place(directive), message, 'A percent sign is written `%%` in a format.', fix);
  }

  private unknownVerb(directive: Directive): void {
    const { verb, value } = directive;
    const type = value === null ? null : typeOf(this.parameters[value]);
    const name = short(`%${verb ?? ''}`);
    const message = `printf does not know ${name}: it writes ${this.shown(directive)}.`;
    const hint = 'It knows `%s` for texts, `%d` for whole numbers, `%v` for anything.';
    const better = type === null ? null : verbOf(type);
    this.add('printf-verb', this.place(directive), message, hint, this.otherVerb(directive, better));
  }

  private badIndex(directive: Directive): void {
    const index = /\[[^\]]*\]?/.exec(this.written(directive))?.[0] ?? '';
    const count = this.count === 1 ? 'one argument' : `${this.count} arguments`;
    const message = `${index} is none of the arguments: printf writes %!${directive.verb ?? ''}(BADINDEX).`;
    this.add('printf-index', this.place(directive), message, `Indexes count from 1; there is ${count} here.`, null);
  }

  private missing(directives: readonly Directive[]): void {
    const [first] = directives;
    const last = directives.at(-1);
    if (first === undefined || last === undefined) return;
    const place = [this.place(first)[0], this.place(last)[1]] as const;
    const written = directives.map((directive) => this.written(directive)).join(' and ');
    const hasValue = first.value === null || first.value < this.count;
    const shown = hasValue ? '%!(BADWIDTH)' : `%!${first.verb ?? ''}(MISSING)`;
    const message = `An argument is missing for ${short(written)}: printf writes ${shown}.`;
    const hint = `Each directive of the format takes an argument; there ${counted(this.count)}.`;
    this.add('printf-missing', place, message, hint, null);
  }

  private leftOver(from: number, directives: number): void {
    const left = this.parameters.slice(from);
    const [first] = left;
    const last = left.at(-1);
    if (first === undefined || last === undefined) return;
    const whole = this.call.piped ?? this.format;
    const start = first.place?.[0] ?? whole.from;
    const end = (last.place ?? left.at(-2)?.place)?.[1] ?? whole.to;
    const place = first.place === null ? ([whole.from, whole.to] as const) : ([start, end] as const);
    const values = left.map(({ known }) => exampleOf(known));
    const shown = values.every((value) => value !== null)
      ? sprintf('', values, undefined, this.subject.environment.go)
      : '%!(EXTRA …)';
    const message = `The format has no directive for ${short(textOf(left))}: printf writes ${short(shown)}.`;
    const hint = `Each argument needs a directive such as \`%s\` in the format; \`print\` needs none.`;
    this.add('printf-extra', place, message, hint, directives === 0 && left.length === 1 ? this.appended(first) : null);
  }

  /** A directive at the end of a format without any, or in place of another language's braces. */
  private appended({ known }: Parameter): Fix | null {
    const type = known?.type ?? null;
    if (type === null) return null;
    const verb = `%${verbOf(type)}`;
    const { text } = this.format;
    const braces = /\{(?:0|1|)\}/.exec(text);
    const [from, to] = braces === null ? [text.length, text.length] : [braces.index, braces.index + braces[0].length];
    const place = placeIn(this.format, from, to);
    if (place === null) return null;
    return { title: `Write \`${verb}\``, edits: [{ from: place[0], to: place[1], insert: verb }] };
  }

  private kinds(directive: Directive): void {
    for (const size of directive.sizes) {
      const type = typeOf(this.parameters[size]);
      if (type === null || type.isInteger || !isPlain(type)) continue;
      const message = `The width ${short(this.parameters[size]?.text ?? '')} is no whole number: printf writes %!(BADWIDTH).`;
      this.add('printf-kind', this.place(directive), message, '`*` takes a whole number from the arguments.', null);
      return;
    }
    const type = this.complaint(directive);
    const { verb, value } = directive;
    if (type === null || verb === null || value === null) return;
    const better = verbOf(type);
    const message = `%${verb} is for ${wanted.get(verb) ?? 'something else'}, not for ${nameOf(type)}: printf writes ${this.shown(directive)}.`;
    const hint = `Write \`%${better}\` for ${nameOf(type)}.`;
    this.add('printf-kind', this.place(directive), message, hint, this.otherVerb(directive, better));
  }

  /** The type of the parameter where its verb is not for it; null where all is well or nothing is known. */
  private complaint({ verb, value, flags }: Directive): Type | null {
    if (verb === null || verb === '%' || value === null) return null;
    const type = typeOf(this.parameters[value]);
    return type === null || fits(type, `${flags}${verb}`, verb) ? null : type;
  }

  /** What Go writes for a directive, with a value that there is in an example. */
  private shown({ verb, value, flags, size }: Directive): string {
    if (verb === null) return '%!(NOVERB)';
    const parameter = value === null ? undefined : this.parameters[value];
    if (parameter === undefined) return `%!${verb}(MISSING)`;
    const type = typeOf(parameter);
    const example = exampleOf(parameter.known) ?? (type === null ? null : sampleOf(type));
    // A bracket would be read as the beginning of an index.
    if (example === null || verb === '[') return short(`%!${verb}(…)`);
    const plain = size.includes('*') ? '' : size;
    return short(sprintf(`%${flags}${plain}${verb}`, [example], undefined, this.subject.environment.go));
  }

  /** The directive with another verb, and with as much of its size as that one can use. */
  private otherVerb(directive: Directive, verb: string | null): Fix | null {
    const { flags, size, from } = directive;
    if (verb === null || /[[*]/.test(this.written(directive))) return null;
    const width = /^[0-9]*/.exec(size)?.[0] ?? '';
    const edit = this.rewrite(
      { ...directive, from },
      `%${verb === 'd' ? flags : flags.replace(/[^-]/g, '')}${width}${verb}`,
    );
    return edit === null ? null : { title: `Write \`%${verb}\``, edits: [edit] };
  }
}

/** Whether verbs with their flags are for the values of a type, as far as that was asked before. */
const fitting = new WeakMap<Type, Map<string, boolean>>();

/** Whether fmt prints values of a type under a verb; true where that depends on more than the type. */
function fits(type: Type, directive: string, verb: string): boolean {
  const known = fitting.get(type) ?? new Map<string, boolean>();
  fitting.set(type, known);
  let fit = known.get(directive);
  if (fit === undefined) {
    const sample = sampleOf(type);
    fit = sample === null || !sprintf(`%${directive}`, [sample]).includes(`%!${verb}(`);
    known.set(directive, fit);
  }
  return fit;
}

function typeOf(parameter: Parameter | undefined): Type | null {
  return parameter?.known?.type ?? null;
}

/** Whether a type is what it says: an interface may hold a number. */
function isPlain(type: Type): boolean {
  return sampleOf(type) instanceof Value;
}

/** The verb for values of a type. */
function verbOf(type: Type): string {
  if (type.kind === 'string' || describesItself(type)) return 's';
  if (type.isInteger) return 'd';
  return type.kind === 'bool' ? 't' : 'v';
}

function nameOf(type: Type): string {
  if (type.isInteger) return 'a whole number';
  switch (type.kind) {
    case 'string':
      return 'a text';
    case 'bool':
      return 'true or false';
    case 'float32':
    case 'float64':
      return 'a number with a fraction';
    case 'slice':
    case 'array':
      return 'a list';
    default:
      return `a value of type ${type.toString()}`;
  }
}

function textOf(parameters: readonly Parameter[]): string {
  return parameters.map(({ text }) => (text === '' ? 'what is piped in' : text)).join(' and ');
}

function counted(count: number): string {
  return count === 0 ? 'is none' : count === 1 ? 'is one' : `are ${count}`;
}
