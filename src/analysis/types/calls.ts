/** What the functions of templates give, by what is known of their arguments. */
import {
  type Builtin,
  GoError,
  type GoVersion,
  Meter,
  type Type,
  Value,
  boolType,
  byteLength,
  defaultLimits,
  intType,
  invalidType,
  sliceOf,
  stringType,
  stringValue,
  uint8Type,
  zeroRaw,
} from '../../go';
import { type Directive, formatOf } from '../format';
import { type Branches, conjunction, disjunction, equals, less, negated } from './compare';
import { constantOf, fact, hasLength, join, textOf, typed, unknown } from './knowledge';
import type { Known, Made } from './known';

/** What a call gives, or why it fails: Go's words without those of the executor around them. */
export interface Outcome {
  readonly known: Known;
  readonly failure: { readonly code: string; readonly text: string; readonly certain: boolean } | null;
}

const fine = (known: Known): Outcome => ({ known, failure: null });

/** Errors that depend on how long something is, and not on what it is. */
const byLength: ReadonlySet<string> = new Set(['index-range']);

/** Those whose arguments decide by their types alone whether the call fails. */
const probed: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'len', 'index', 'slice']);

/** Those that make a text of nothing: the same one each time. */
const ofNothing: ReadonlySet<string> = new Set(['print', 'println', 'html', 'js', 'urlquery']);

/** Enough for arguments of a person's size. */
const limits = { ...defaultLimits, steps: 10_000 };

/** Calls a predefined function, or one that the world adds, over what is known. */
export function callOutcome(name: string, fn: Builtin, args: readonly Known[], json: string, go: GoVersion): Outcome {
  if (args.every(({ constant }) => constant !== null) && fn.special === undefined) {
    if (args.length > 0 || ofNothing.has(name)) return computed(fn, args, go);
  }
  if (probed.has(name)) {
    const failure = probe(name, fn, args, go);
    if (failure?.certain === true) return { known: typed(fn.type.out[0] === boolType ? boolType : null), failure };
    if (failure !== null) return { ...result(name, fn, args), failure };
  }
  if (name === json) return fine(textOf({ by: 'json', of: args[0] ?? unknown }, jsonLeast(args[0] ?? unknown)));
  return result(name, fn, args);
}

/** What a function gives that is called with constants: what Go computes. */
function computed(fn: Builtin, args: readonly Known[], go: GoVersion): Outcome {
  try {
    return fine(constantOf(fn.call(valuesOf(args), new Meter(limits), go)));
  } catch (e) {
    if (!(e instanceof GoError)) return fine(unknown);
    return { known: typed(fn.type.out[0] ?? null), failure: { code: e.code, text: e.message, certain: true } };
  }
}

function valuesOf(args: readonly Known[]): readonly Value[] {
  return args.map((known) => known.constant ?? known.example() ?? zeroOf(known.type ?? invalidType));
}

function zeroOf(type: Type): Value {
  return new Value(type, zeroRaw(type));
}

/** Whether a call fails whatever the values of these types are: Go is asked with examples of them. */
function probe(name: string, fn: Builtin, args: readonly Known[], go: GoVersion): Outcome['failure'] {
  const open = args.findIndex(({ type }) => type === null || type.kind === 'interface' || type.kind === 'ptr');
  // The first is compared with one after another; what comes before one of which nothing is known tells enough.
  if (open >= 0) return name === 'eq' && open > 1 ? probe(name, fn, args.slice(0, open), go) : null;
  if (areFit(name, args)) return outOfRange(name, fn, args, go);
  const isIndexed = name === 'index' || name === 'slice';
  const pairs = name === 'eq' ? args.slice(1).map((other) => [args[0] ?? unknown, other]) : [args];
  for (const [i, pair] of pairs.entries()) {
    const values = valuesOf(pair);
    // An index must not be what keeps Go from looking at the rest.
    const [first] = pair;
    const long = isIndexed && first?.constant === null ? longEnough(first, args.slice(1)) : null;
    const failure = failureOf(fn, long === null ? values : [long, ...values.slice(1)], go);
    if (failure === null || byLength.has(failure.code)) continue;
    // Of several that the first is compared with, the later are reached when the earlier differ; nil is comparable.
    return { ...failure, certain: i === 0 && (failure.code !== 'not-comparable' || failsWithNil(fn, pair, go)) };
  }
  return name === 'eq' && args.length < 2 ? failureOf(fn, valuesOf(args), go) : outOfRange(name, fn, args, go);
}

/** Whether a comparison fails with the nil of lists too: structs have none. */
function failsWithNil(fn: Builtin, args: readonly Known[], go: GoVersion): boolean {
  const values = args.map(({ constant, type }) => constant ?? zeroOf(type ?? invalidType));
  return failureOf(fn, values, go) !== null;
}

/** A container of a type that has more elements than the constants among its indexes ask for; null for other types. */
function longEnough({ type }: Known, indexes: readonly Known[]): Value | null {
  if (type?.kind !== 'string' && type?.kind !== 'slice') return null;
  const asked = indexes.map(({ constant }) => (typeof constant?.v === 'bigint' ? Number(constant.v) : 0));
  return sample(type, Math.min(most, Math.max(1, ...asked.map((n) => n + 1))));
}

/** Whether the types of arguments are such that only lengths can make the call fail: that is so of nearly all. */
function areFit(name: string, args: readonly Known[]): boolean {
  const [first, ...others] = args.map(({ type }) => type);
  if (first === undefined || first === null) return false;
  switch (name) {
    case 'len':
      return others.length === 0 && hasLength(first);
    case 'index':
    case 'slice':
      if (others.length > (name === 'index' ? 1 : 2)) return false;
      if (first.kind !== 'string' && first.kind !== 'slice') return false;
      return others.every((type) => type?.isInteger === true);
    default:
      if (first.family !== 'string' && first.family !== 'int') return false;
      return others.length > 0 && others.every((type) => type?.family === first.family);
  }
}

function failureOf(fn: Builtin, values: readonly Value[], go: GoVersion): Outcome['failure'] {
  try {
    fn.call(values, new Meter(limits), go);
    return null;
  } catch (e) {
    return e instanceof GoError ? { code: e.code, text: e.message, certain: true } : null;
  }
}

/** Whether constant indexes of `index` and `slice` reach beyond what is surely there: Go is asked with the shortest. */
function outOfRange(name: string, fn: Builtin, args: readonly Known[], go: GoVersion): Outcome['failure'] {
  const [container, ...indexes] = args;
  if ((name !== 'index' && name !== 'slice') || container === undefined) return null;
  const { type, least, most: longestKnown } = container;
  if (type === null || (type.kind !== 'string' && type.kind !== 'slice')) return null;
  const constants: Value[] = [];
  for (const { constant } of indexes) {
    if (constant === null) break;
    constants.push(constant);
  }
  if (constants.length === 0) return null;
  const asked = name === 'index' ? constants.slice(0, 1) : constants;
  const numbers = asked.map(({ v }) => (typeof v === 'bigint' ? Number(v) : 0));
  const enough = Math.max(1, ...numbers.map((n) => n + 1));
  const longest = sample(type, Math.min(most, enough, longestKnown ?? Infinity));
  // Negative ones, a beginning after the end, and what is beyond the greatest length fail whatever there is.
  const always = failureOf(fn, [longest, ...asked], go);
  if (always !== null) return { ...always, certain: enough <= most || (longestKnown ?? Infinity) < most };
  if (least === null) return null;
  const failure = failureOf(fn, [sample(type, Math.min(least, most)), ...asked], go);
  return failure === null ? null : { ...failure, certain: false };
}

/** Longer ones are not made. */
const most = 1000;

function sample(type: Type, length: number): Value {
  if (type.kind === 'string') return new Value(type, 'x'.repeat(length));
  const array = Array.from({ length }, () => zeroRaw(type.elem));
  return new Value(type, { array, offset: 0, length, capacity: length });
}

function jsonLeast({ type }: Known): number {
  return type?.kind === 'string' ? 2 : 1;
}

function result(name: string, fn: Builtin, args: readonly Known[]): Outcome {
  switch (name) {
    case 'and':
    case 'or':
      return fine(choice(name, args));
    case 'not': {
      const [operand = unknown] = args;
      return fine(condition(negated(operand)));
    }
    case 'eq':
      return fine(condition(equals(args)));
    case 'ne':
      return fine(condition(negated(equals(args))));
    case 'lt':
    case 'ge': {
      const branches = less(args[0] ?? unknown, args[1] ?? unknown);
      return fine(condition(name === 'lt' ? branches : negated(branches)));
    }
    case 'gt':
    case 'le': {
      const branches = less(args[1] ?? unknown, args[0] ?? unknown);
      return fine(condition(name === 'gt' ? branches : negated(branches)));
    }
    case 'len': {
      const [of = unknown] = args;
      const least = of.least ?? null;
      const yes = of.id === null ? unknown.yes : fact(of.id, { least: 1 });
      const no = of.id === null ? unknown.no : fact(of.id, { most: 0 });
      return fine(typed(intType, { lengthOf: least === null && of.type === null ? null : of, yes, no }));
    }
    case 'index':
      return fine(elementOf(args));
    case 'slice':
      return fine(partOf(args));
    case 'print':
    case 'println':
      return fine(printed(args, name === 'println'));
    case 'printf':
      return fine(formatted(args));
    case 'html':
    case 'js':
    case 'urlquery':
      return fine(textOf({ by: 'escaped', function: name, of: args }, 0));
    default: {
      const [out] = fn.type.out;
      return fine(typed(out === undefined || out.kind === 'interface' || out.name === 'reflect.Value' ? null : out));
    }
  }
}

function condition(branches: Branches): Known {
  return typed(boolType, branches);
}

/** `and` gives the first that is empty or the last, `or` the first that is not or the last. */
function choice(name: 'and' | 'or', all: readonly Known[]): Known {
  // Those that are surely passed over give nothing, and those after one that is surely taken are not come to.
  const args: Known[] = [];
  for (const [i, arg] of all.entries()) {
    const truth = truthOf(arg);
    if (i === all.length - 1 || truth !== (name === 'and')) args.push(arg);
    if (truth === (name === 'or')) break;
  }
  const [first = unknown, ...rest] = args;
  if (rest.length === 0) return first;
  const joined = rest.reduce(join, first);
  const branches = name === 'and' ? conjunction(args) : disjunction(args);
  const last = rest.at(-1);
  const more = name === 'or' && last !== undefined && (last.least ?? 0) > 0 ? { least: 1 } : {};
  return { ...joined, id: null, constant: null, ...branches, ...more };
}

/** Whether a value is true, where that is the same for all data. */
function truthOf({ type, constant, least, most: greatest }: Known): boolean | null {
  if (type === invalidType) return false;
  if (type?.kind === 'struct') return true;
  if (type !== null && hasLength(type)) return (least ?? 0) > 0 ? true : greatest === 0 ? false : null;
  if (typeof constant?.v === 'boolean') return constant.v;
  return typeof constant?.v === 'bigint' || typeof constant?.v === 'number' ? Number(constant.v) !== 0 : null;
}

function elementOf([container = unknown, ...indexes]: readonly Known[]): Known {
  let { type } = container;
  let example = container.example;
  for (const { constant } of indexes) {
    if (type === null) return unknown;
    const n = typeof constant?.v === 'bigint' ? Number(constant.v) : null;
    const outer = example;
    const listed = type.kind === 'slice' || type.kind === 'array';
    example = () => {
      const list = outer();
      return !listed || list === null || n === null || n < 0 || n >= list.length ? null : list.index(n);
    };
    if (listed || type.kind === 'map') type = type.elem;
    else if (type.kind === 'string') type = uint8Type;
    else return unknown;
  }
  return type === null || type.kind === 'interface' ? unknown : typed(type, { example });
}

function partOf(args: readonly Known[]): Known {
  const [of = unknown, low, high] = args;
  const { type } = of;
  if (type === null) return unknown;
  if (args.length === 1) return of;
  const from = intOf(low);
  const to = intOf(high);
  const length = from === null ? 0 : (to ?? (high === undefined ? (of.least ?? 0) : from)) - from;
  const bounds = { least: Math.max(0, length), most: from === null || to === null ? null : Math.max(0, length) };
  if (type.kind !== 'string') return typed(type.kind === 'array' ? sliceOf(type.elem) : type, bounds);
  return typed(type, { ...bounds, made: partMade(of, low, high), example: () => null });
}

function intOf(known: Known | undefined): number | null {
  const v = known?.constant?.v;
  return typeof v === 'bigint' ? Number(v) : null;
}

/** The two steps by which the quotes of a JSON text are cut off are known; anything else is a part. */
function partMade(of: Known, low: Known | undefined, high: Known | undefined): Made {
  const { made } = of;
  if (made.by === 'json' && made.of.type?.kind === 'string' && intOf(low) === 1) {
    if (high === undefined) return { by: 'tail', of };
    const tail = high.lengthOf?.made;
    if (tail?.by === 'tail' && isSame(tail.of, of)) return { by: 'inside', of: made.of };
  }
  return made.by === 'harmless' ? made : { by: 'part', of };
}

/** Whether two values are surely one: by their ids, or as the JSON of one. */
function isSame(a: Known, b: Known): boolean {
  if (a.id !== null && a.id === b.id) return true;
  return a.made.by === 'json' && b.made.by === 'json' && a.made.of.id !== null && a.made.of.id === b.made.of.id;
}

/** What print makes of its operands; it puts a space between two of which neither is a text. */
function printed(args: readonly Known[], line: boolean): Known {
  const pieces = args.flatMap((arg, i) => {
    const before = args[i - 1];
    if (before === undefined) return [arg];
    const spaced = line || (before.type?.kind !== 'string' && arg.type?.kind !== 'string');
    return spaced ? [constantOf(stringValue(' ')), arg] : [arg];
  });
  if (line) pieces.push(constantOf(stringValue('\n')));
  return joinedOf(pieces);
}

/** Texts one after another. */
function joinedOf(pieces: readonly Known[]): Known {
  const least = pieces.reduce((sum, { type, least: n }) => sum + (type?.kind === 'string' ? (n ?? 0) : 0), 0);
  return textOf({ by: 'joined', of: pieces }, least);
}

/** The verbs that write an operand as text, as it is. */
const plainVerbs: ReadonlySet<string> = new Set(['s', 'v']);

/** Those whose text is digits, letters, signs and points. */
const harmlessVerbs: ReadonlySet<string> = new Set([
  'd',
  'b',
  'o',
  'O',
  'x',
  'X',
  'e',
  'E',
  'f',
  'F',
  'g',
  'G',
  't',
  'U',
]);

function formatted([format = unknown, ...operands]: readonly Known[]): Known {
  const text = format.constant?.kind === 'string' ? (format.constant.v as string) : null;
  const parts = text === null ? null : formatOf(text, operands.length);
  // Of a format that names its operands by indexes nothing is said.
  if (text === null || parts?.directives.some(({ from, to }) => text.slice(from, to).includes('[')) !== false) {
    return textOf({ by: 'data' }, 0);
  }
  const [only] = parts.directives;
  const [first] = operands;
  if (only?.from === 0 && only.to === text.length && first?.type?.kind === 'string' && operands.length === 1) {
    if (only.verb !== null && plainVerbs.has(only.verb) && !isShaped(only)) return cut(first, precisionOf(only));
  }
  const made: Known[] = [];
  let end = 0;
  for (const directive of parts.directives) {
    if (directive.from > end) made.push(constantOf(stringValue(text.slice(end, directive.from))));
    made.push(written(directive, operands));
    end = directive.to;
  }
  if (end < text.length) made.push(constantOf(stringValue(text.slice(end))));
  if (parts.leftFrom !== null) made.push(...leftOver(operands.slice(parts.leftFrom)));
  return joinedOf(made);
}

/** What printf writes of operands that no directive takes: an error with their types and values. */
function leftOver(operands: readonly Known[]): readonly Known[] {
  const made = [constantOf(stringValue('%!(EXTRA '))];
  for (const [i, of] of operands.entries()) {
    const { type } = of;
    if (type === null) return [unknown];
    const comma = i > 0 ? ', ' : '';
    if (type === invalidType) made.push(constantOf(stringValue(`${comma}<nil>`)));
    else made.push(constantOf(stringValue(`${comma}${type.toString()}=`)), of);
  }
  return [...made, constantOf(stringValue(')'))];
}

/** What a directive writes. */
function written(directive: Directive, operands: readonly Known[]): Known {
  const { verb, value } = directive;
  if (verb === null) return constantOf(stringValue('%!(NOVERB)'));
  if (verb === '%') return constantOf(stringValue('%'));
  const of = value === null ? undefined : operands[value];
  if (of?.type?.isInteger === true && of.type.methods.size === 0 && verb === 'd') {
    // Digits are the same whatever stands before them.
    if (!isShaped(directive)) return directive.size === '' ? of : textOf({ by: 'harmless' }, 0);
    if (/[0+]/.test(directive.flags)) return textOf({ by: 'harmless' }, 1);
    const space = constantOf(stringValue(' '));
    return joinedOf(directive.flags.includes('-') ? [of, space] : [space, of]);
  }
  if (value !== null && of === undefined && directive.sizes.length === 0) {
    return constantOf(stringValue(`%!${verb}(MISSING)`));
  }
  if (of === undefined) return typed(stringType);
  if (isShaped(directive)) return filledUp(directive, of);
  if (plainVerbs.has(verb)) return of.type?.kind === 'string' ? cut(of, precisionOf(directive)) : of;
  if (verb === 'q') return textOf({ by: 'escaped', function: '%q', of: [of] }, 2);
  if (of.type === null) return unknown;
  // What a verb is not for is written together with its type.
  if (of.type.kind === 'string' && !/[xX]/.test(verb) && harmlessVerbs.has(verb)) {
    return joinedOf([constantOf(stringValue(`%!${verb}(${of.type.toString()}=`)), of, constantOf(stringValue(')'))]);
  }
  const fits = harmlessVerbs.has(verb) && of.type.kind !== 'struct';
  return fits && of.made.by === 'harmless' ? textOf(of.made, 1) : typed(stringType);
}

/** A text with spaces or zeros around it, up to a width; nothing is said of what else flags and widths do. */
function filledUp({ verb, flags, size, sizes }: Directive, of: Known): Known {
  const isAsItIs = verb === 's' || (verb === 'v' && !flags.includes('#'));
  if (!isAsItIs || of.type?.kind !== 'string' || sizes.length > 0) return typed(of.type === null ? null : stringType);
  const [, precision] = size.split('.');
  const text = cut(of, precision === undefined ? null : Number(precision));
  const space = constantOf(stringValue(flags.includes('0') ? '0' : ' '));
  return joinedOf(flags.includes('-') ? [text, space] : [space, text]);
}

/** Whether there are flags, a width, or a precision that an operand gives. */
function isShaped({ flags, size }: Directive): boolean {
  return flags !== '' || (size !== '' && !/^\.\d*$/.test(size));
}

/** The precision, which is written as a number; null where there is none. */
function precisionOf({ size }: Directive): number | null {
  return size === '' ? null : Number(size.slice(1));
}

/** The beginning of a text; a verb without a precision takes all of it. */
function cut(of: Known, precision: number | null): Known {
  const { constant, texts } = of;
  if (precision === null) return { ...of, type: stringType };
  const least = precision > 0 && (of.least ?? 0) > 0 ? 1 : 0;
  const shorter = texts?.every((text) => byteLength(text) <= precision) === true ? texts : null;
  if (constant !== null && shorter !== null) return { ...of, type: stringType };
  const made: Made = of.made.by === 'harmless' ? of.made : { by: 'part', of };
  return textOf(made, least, { texts: shorter });
}
