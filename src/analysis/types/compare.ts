/** What comparisons say of the values that are compared, when they hold and when they do not. */
import { byteLength, type Value } from '../../go';
import { both, either, fact, noFacts } from './knowledge';
import type { Fact, Facts, Known } from './known';

/** What holds when a condition is true, and when it is not. */
export interface Branches {
  readonly yes: Facts;
  readonly no: Facts;
}

const nothing: Branches = { yes: noFacts, no: noFacts };

/** The other way round. */
export function negated({ yes, no }: Branches): Branches {
  return { yes: no, no: yes };
}

/** The constant text of an operand, or null. */
function textConstant({ constant }: Known): string | null {
  return constant?.kind === 'string' ? (constant.v as string) : null;
}

/** `eq a b c`: a equals one of the others. */
export function equals([first, ...others]: readonly Known[]): Branches {
  if (first === undefined) return nothing;
  const texts = others.map(textConstant);
  const known = texts.filter((text) => text !== null);
  if (known.length === texts.length && known.length > 0) return equalsTexts(first, known);
  const [only] = others;
  if (others.length !== 1 || only === undefined) return nothing;
  const text = textConstant(first);
  return text === null ? equalsNumber(first, only) : equalsTexts(only, [text]);
}

function equalsTexts({ id }: Known, texts: readonly string[]): Branches {
  if (id === null) return nothing;
  let least = Infinity;
  let most = 0;
  for (const text of texts) {
    const length = byteLength(text);
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  return { yes: fact(id, { only: texts, least, most }), no: fact(id, emptyOr({ not: texts }, most)) };
}

/** A text that is not empty has a byte at least. */
function emptyOr(found: Fact, most: number): Fact {
  return most === 0 ? { ...found, least: 1 } : found;
}

function equalsNumber(a: Known, b: Known): Branches {
  const bound = lengthBound(a, b) ?? lengthBound(b, a);
  if (bound === null) return nothing;
  const { id, n } = bound;
  return { yes: fact(id, { least: n, most: n }), no: n === 0 ? fact(id, { least: 1 }) : noFacts };
}

/** A length on one side and a number on the other. */
function lengthBound({ lengthOf }: Known, { constant }: Known): { readonly id: string; readonly n: number } | null {
  const id = lengthOf?.id ?? null;
  const n = numberOf(constant);
  return id === null || n === null ? null : { id, n };
}

function numberOf(constant: Value | null): number | null {
  return typeof constant?.v === 'bigint' ? Number(constant.v) : null;
}

/** `lt a b`, where one is the length of something. */
export function less(a: Known, b: Known): Branches {
  const left = lengthBound(a, b);
  if (left !== null) {
    return { yes: fact(left.id, { most: left.n - 1 }), no: fact(left.id, { least: left.n }) };
  }
  const right = lengthBound(b, a);
  if (right === null) return nothing;
  return { yes: fact(right.id, { least: right.n + 1 }), no: fact(right.id, { most: right.n }) };
}

/** `and a b c`: true when all are, else nobody knows which is not. */
export function conjunction(operands: readonly Known[]): Branches {
  const [first, ...rest] = operands;
  if (first === undefined) return nothing;
  return rest.reduce<Branches>((so, { yes, no }) => ({ yes: both(so.yes, yes), no: either(so.no, no) }), first);
}

/** `or a b c`: likewise the other way round. */
export function disjunction(operands: readonly Known[]): Branches {
  return negated(conjunction(operands.map((known) => ({ ...known, ...negated(known) }))));
}
