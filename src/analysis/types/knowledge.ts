/** Making, joining and narrowing what is known of a value. */
import { type Type, type Value, byteLength, stringType } from '../../go';
import type { Fact, Facts, Known, Made } from './known';

/** Nothing is known to hold. */
export const noFacts: Facts = new Map();

const data: Made = { by: 'data' };
const harmless: Made = { by: 'harmless' };
const none: ReadonlySet<string> = new Set();
const noExample = (): null => null;

/** A value of which nothing is known. */
export const unknown: Known = {
  type: null,
  boxed: false,
  id: null,
  constant: null,
  texts: null,
  not: none,
  least: null,
  most: null,
  made: data,
  field: null,
  lengthOf: null,
  yes: noFacts,
  no: noFacts,
  example: noExample,
};

/** Whether values of a type are texts, lists or maps: true when they are not empty. */
export function hasLength({ kind }: Type): boolean {
  return kind === 'string' || kind === 'slice' || kind === 'map' || kind === 'array';
}

/** Some value of a type: a text or list may be empty. */
export function typed(type: Type | null, more?: Partial<Known>): Known {
  const known = type === null ? unknown : anyOf(type);
  return more === undefined ? known : { ...known, ...more };
}

const anyOnes = new WeakMap<Type, Known>();

/** Any value of a type: nearly all of a template's are of a few types. */
function anyOf(type: Type): Known {
  let known = anyOnes.get(type);
  if (known === undefined) {
    const least = hasLength(type) ? (type.kind === 'array' ? type.length : 0) : null;
    known = { ...unknown, type, least, made: madeOf(type) };
    anyOnes.set(type, known);
  }
  return known;
}

function madeOf({ family, methods, methodsOfPointer }: Type): Made {
  const isPlain = family === 'bool' || family === 'int' || family === 'uint' || family === 'float';
  return isPlain && methods.size === 0 && methodsOfPointer.size === 0 ? harmless : data;
}

/** A value that is always the same one. */
export function constantOf(constant: Value): Known {
  const known = anyOf(constant.type);
  const example = (): Value => constant;
  if (constant.kind !== 'string') return { ...known, constant, example };
  const text = constant.v as string;
  const length = byteLength(text);
  return { ...known, constant, texts: [text], least: length, most: length, example };
}

/** The value under an id, so that guards can say something of it; what it is true or empty says is added. */
export function identified(known: Known, id: string): Known {
  if (known.type === null || !hasLength(known.type)) return { ...known, id };
  const yes = fact(id, filled);
  const no = fact(id, empty);
  return {
    ...known,
    id,
    yes: known.yes.size === 0 ? yes : new Map([...known.yes, ...yes]),
    no: known.no.size === 0 ? no : new Map([...known.no, ...no]),
  };
}

const filled: Fact = { least: 1 };
const empty: Fact = { most: 0 };

/** A single fact. */
export function fact(id: string, found: Fact): Facts {
  return new One(id, found);
}

/** Much smaller than a map. */
class One implements Facts {
  readonly size = 1;

  constructor(
    private readonly id: string,
    private readonly found: Fact,
  ) {}

  get(id: string): Fact | undefined {
    return id === this.id ? this.found : undefined;
  }

  *[Symbol.iterator](): IterableIterator<readonly [string, Fact]> {
    yield [this.id, this.found];
  }
}

/** A value that is one or the other. */
export function join(a: Known, b: Known): Known {
  if (a === b) return a;
  return {
    type: a.type === b.type ? a.type : null,
    boxed: a.boxed && b.boxed,
    id: a.id === b.id ? a.id : null,
    constant: a.constant !== null && b.constant !== null && same(a.constant, b.constant) ? a.constant : null,
    texts: a.texts !== null && b.texts !== null ? [...new Set([...a.texts, ...b.texts])] : null,
    not: a.not === b.not ? a.not : new Set([...a.not].filter((text) => b.not.has(text))),
    least: a.least === null || b.least === null ? null : Math.min(a.least, b.least),
    most: a.most === null || b.most === null ? null : Math.max(a.most, b.most),
    made: joinMade(a, b),
    field: a.field !== null && a.field.struct === b.field?.struct && a.field.name === b.field.name ? a.field : null,
    lengthOf: a.lengthOf === b.lengthOf ? a.lengthOf : null,
    yes: either(a.yes, b.yes),
    no: either(a.no, b.no),
    example: () => a.example() ?? b.example(),
  };
}

function same(a: Value, b: Value): boolean {
  return a.type === b.type && a.v === b.v;
}

function joinMade(a: Known, b: Known): Made {
  const isSimple = a.made.by !== 'data' || isAnything(a) || isAnything(b) || (a.texts !== null && b.texts !== null);
  if (a.made === b.made && isSimple) return a.made;
  if (a.made.by === 'harmless' && b.made.by === 'harmless') return harmless;
  if (a.made.by === 'json' && b.made.by === 'json') return { by: 'json', of: join(a.made.of, b.made.of) };
  if (a.made.by === 'inside' && b.made.by === 'inside') return { by: 'inside', of: join(a.made.of, b.made.of) };
  const of = [...waysOf(a), ...waysOf(b)];
  return of.length > mostMakings || of.some(isAnything) ? data : { by: 'either', of };
}

/** A text made in more ways than these counts as any text. */
const mostMakings = 12;

function waysOf(known: Known): readonly Known[] {
  return known.made.by === 'either' ? known.made.of : [known];
}

function isAnything({ made, texts, field }: Known): boolean {
  return made.by === 'data' && texts === null && field === null;
}

/** What holds when both hold. */
export function both(a: Facts, b: Facts): Facts {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const all = new Map(a);
  for (const [id, fact] of b) {
    const other = all.get(id);
    all.set(id, other === undefined ? fact : bothFacts(other, fact));
  }
  return all;
}

/** So many texts are remembered that a value is not: more take longer at each guard. */
const mostNot = 500;

function bothFacts(a: Fact, b: Fact): Fact {
  const only = a.only === undefined || b.only === undefined ? (a.only ?? b.only) : a.only.filter(among(b.only));
  const least = larger(a.least, b.least);
  const most = smaller(a.most, b.most);
  const isEnough = a.not !== undefined && a.not.length >= mostNot;
  const not = isEnough || a.not === undefined || b.not === undefined ? (a.not ?? b.not) : [...a.not, ...b.not];
  const all: { -readonly [K in keyof Fact]: Fact[K] } = {};
  if (least !== undefined) all.least = least;
  if (most !== undefined) all.most = most;
  if (only !== undefined) all.only = only;
  if (not !== undefined) all.not = not;
  return all;
}

function among(texts: readonly string[]): (text: string) => boolean {
  return (text) => texts.includes(text);
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** What holds when one of the two holds, nobody knows which. */
export function either(a: Facts, b: Facts): Facts {
  if (a === b) return a;
  const common = new Map<string, Fact>();
  for (const [id, x] of a) {
    const y = b.get(id);
    if (y === undefined) continue;
    const fact: Fact = {
      ...(x.least === undefined || y.least === undefined ? {} : { least: Math.min(x.least, y.least) }),
      ...(x.most === undefined || y.most === undefined ? {} : { most: Math.max(x.most, y.most) }),
      ...(x.only === undefined || y.only === undefined ? {} : { only: [...new Set([...x.only, ...y.only])] }),
      ...(x.not === undefined || y.not === undefined ? {} : { not: x.not.filter(among(y.not)) }),
    };
    if (Object.keys(fact).length > 0) common.set(id, fact);
  }
  return common.size === 0 ? noFacts : common;
}

/** The value with what a fact says of it. */
export function narrowed(known: Known, { least, most, only, not }: Fact): Known {
  const excluded =
    not === undefined ? known.not : known.not.size === 0 ? new Set(not) : new Set([...known.not, ...not]);
  let texts = known.texts;
  if (only !== undefined) texts = texts === null ? only : texts.filter(among(only));
  if (texts !== null && excluded.size > 0) texts = texts.filter((text) => !excluded.has(text));
  if (texts !== null && most === 0) texts = texts.filter((text) => text === '');
  if (texts !== null && least !== undefined && least > 0) texts = texts.filter((text) => text !== '');
  return {
    ...known,
    texts,
    not: excluded,
    least: least === undefined ? known.least : Math.max(known.least ?? 0, least),
    most: most === undefined ? known.most : Math.min(known.most ?? Infinity, most),
  };
}

/** A text, and how it was made. */
export function textOf(made: Made, least: number, more: Partial<Known> = {}): Known {
  return typed(stringType, { made, least, ...more });
}
