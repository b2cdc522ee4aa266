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
import { type Branches, conjunction, disjunction, equals, less, negated } from './compare';
import { constantOf, hasLength, join, textOf, typed, unknown } from './knowledge';
import type { Known, Made } from './known';
import { formatPieces } from './printf';

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

/** Enough for arguments of a person's size. */
const limits = { ...defaultLimits, steps: 10_000 };

/** Calls a predefined function, or one that the world adds, over what is known. */
export function callOutcome(name: string, fn: Builtin, args: readonly Known[], json: string, go: GoVersion): Outcome {
  if (args.every(({ constant }) => constant !== null) && args.length > 0 && fn.special === undefined) {
    return computed(fn, args, go);
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
  if (args.some(({ type }) => type === null || type.kind === 'interface' || type.kind === 'ptr')) return null;
  if (areFit(name, args)) return outOfRange(name, fn, args, go);
  const pairs = name === 'eq' ? args.slice(1).map((other) => [args[0] ?? unknown, other]) : [args];
  for (const [i, pair] of pairs.entries()) {
    try {
      fn.call(valuesOf(pair), new Meter(limits), go);
    } catch (e) {
      if (!(e instanceof GoError) || byLength.has(e.code)) continue;
      // Of several that the first is compared with, the later ones are reached when the earlier differ; nil is
      // comparable.
      const certain = i === 0 && e.code !== 'not-comparable';
      return { code: e.code, text: e.message, certain };
    }
  }
  if (name === 'eq' && args.length < 2) return failureOf(fn, args, go);
  return outOfRange(name, fn, args, go);
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
      if (others.length > (name === 'index' ? 1 : 2) || (first.kind !== 'string' && first.kind !== 'slice'))
        return false;
      return others.every((type) => type?.isInteger === true);
    default:
      if (first.family !== 'string' && first.family !== 'int') return false;
      return others.length > 0 && others.every((type) => type?.family === first.family);
  }
}

function failureOf(fn: Builtin, args: readonly Known[], go: GoVersion): Outcome['failure'] {
  try {
    fn.call(valuesOf(args), new Meter(limits), go);
    return null;
  } catch (e) {
    return e instanceof GoError ? { code: e.code, text: e.message, certain: true } : null;
  }
}

/** Whether constant indexes of `index` and `slice` reach beyond what is surely there: Go is asked with the shortest. */
function outOfRange(name: string, fn: Builtin, args: readonly Known[], go: GoVersion): Outcome['failure'] {
  const [container, ...indexes] = args;
  if ((name !== 'index' && name !== 'slice') || container === undefined) return null;
  const { type, least } = container;
  if (type === null || least === null || (type.kind !== 'string' && type.kind !== 'slice')) return null;
  const shortest = sample(type, Math.min(least, most));
  const constants: Value[] = [];
  for (const { constant } of indexes) {
    if (constant === null) break;
    constants.push(constant);
  }
  if (constants.length === 0 || (name === 'index' && constants.length < 1)) return null;
  const asked = name === 'index' ? constants.slice(0, 1) : constants;
  const failure = failureOf(fn, [constantOf(shortest), ...asked.map(constantOf)], go);
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
      const yes = of.id === null ? unknown.yes : new Map([[of.id, { least: 1 }]]);
      const no = of.id === null ? unknown.no : new Map([[of.id, { most: 0 }]]);
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
function choice(name: 'and' | 'or', args: readonly Known[]): Known {
  const [first = unknown, ...rest] = args;
  const joined = rest.reduce(join, first);
  const branches = name === 'and' ? conjunction(args) : disjunction(args);
  const last = rest.at(-1);
  const more = name === 'or' && last !== undefined && (last.least ?? 0) > 0 ? { least: 1 } : {};
  return { ...joined, id: null, constant: null, ...branches, ...more };
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
  if (type.kind !== 'string') return type.kind === 'array' ? typed(sliceOf(type.elem)) : typed(type);
  const from = intOf(low);
  const to = intOf(high);
  const least = from === null ? 0 : (to ?? (high === undefined ? (of.least ?? 0) : from)) - from;
  return typed(type, { made: partMade(of, low, high), least: Math.max(0, least), example: () => null });
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
  const pieces = text === null ? null : formatPieces(text);
  if (pieces === null) return textOf({ by: 'data' }, 0);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && 'verb' in only && plainVerbs.has(only.verb) && !only.shaped) {
    const [of = unknown] = operands;
    if (of.type?.kind === 'string' && operands.length === 1) return cut(of, only.precision);
  }
  let next = 0;
  const made = pieces.map((piece): Known => {
    if ('text' in piece) return constantOf(stringValue(piece.text));
    const of = operands[next++];
    if (of === undefined || piece.shaped) return typed(stringType);
    if (plainVerbs.has(piece.verb)) return of.type?.kind === 'string' ? cut(of, piece.precision) : of;
    if (piece.verb === 'q') return textOf({ by: 'escaped', function: '%q', of: [of] }, 2);
    const fits = harmlessVerbs.has(piece.verb) && of.type !== null && of.type.kind !== 'struct';
    return fits && of.made.by === 'harmless' ? textOf(of.made, 1) : of.type === null ? unknown : typed(stringType);
  });
  // What is left over is written too, as an error.
  if (next < operands.length) made.push(typed(stringType));
  return joinedOf(made);
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
