/** Faults of the JSON as findings: in words, with their fixes. */
import type { Edit, Finding, Fix } from '../finding';
import type { Fault, FaultCode } from './faults';
import { doubledCommaFixes, missingCommaFixes, trailingCommaFixes } from './fixes/commas';
import type { Source } from './fixes/source';
import {
  afterEndFixes,
  bareFixes,
  bracketFixes,
  closingFixes,
  colonFixes,
  commentFixes,
  doubleQuoteFixes,
  escapeFixes,
  quoteFixes,
  rawFixes,
} from './fixes/texts';
import { missingValueFixes, valueFixes } from './fixes/values';
import { inString } from './state';

/** How a code is worded and mended. */
interface Kind {
  readonly message: (fault: Fault, source: Source) => string;
  readonly fixes: (fault: Fault, source: Source) => readonly Fix[];
}

const none = (): readonly Fix[] => [];

const kinds: Readonly<Record<FaultCode, Kind>> = {
  'unescaped-text': {
    message: () => 'This text may have quotes, backslashes or line breaks, which break the JSON string around it.',
    fixes: valueFixes,
  },
  'json-in-quotes': {
    message: (_, { environment: { json } }) => `${json} writes quotes of its own, inside quotes.`,
    fixes: valueFixes,
  },
  'unquoted-text': { message: () => 'This text is written into JSON without quotes.', fixes: valueFixes },
  'not-json-escaping': {
    message: (fault) => `What ${functionOf(fault)} writes is not always valid in JSON.`,
    fixes: valueFixes,
  },
  'list-in-json': { message: () => 'Go writes this in its own form, which is not JSON.', fixes: valueFixes },
  'raw-line-break': { message: () => 'A JSON string cannot have a line break in it.', fixes: none },
  'raw-control': {
    message: ({ from, to }, { text }) => `A JSON string cannot have a ${nameOf(text.slice(from, to))} in it.`,
    fixes: none,
  },
  'bad-escape': { message: () => 'JSON knows no such escape: a backslash is written twice.', fixes: escapeFixes },
  'unescaped-quote': { message: () => 'The quote ends the string here.', fixes: quoteFixes },
  'trailing-comma': { message: () => 'Nothing follows this comma.', fixes: trailingCommaFixes },
  'doubled-comma': { message: () => 'There is nothing before this comma.', fixes: doubledCommaFixes },
  'missing-comma': { message: () => 'A comma is missing before this.', fixes: missingCommaFixes },
  'missing-colon': { message: () => 'A colon is missing after the key.', fixes: colonFixes },
  'missing-json-value': { message: () => 'A value is missing before this.', fixes: missingValueFixes },
  'wrong-bracket': {
    message: ({ state }) => (state.stack.endsWith('o') ? 'An object ends with }.' : 'A list ends with ].'),
    fixes: bracketFixes,
  },
  'wrong-quotes': { message: () => 'JSON strings are in double quotes.', fixes: doubleQuoteFixes },
  'bare-name': { message: () => 'JSON keys are in double quotes.', fixes: bareFixes },
  'bare-word': { message: () => 'JSON knows no such word.', fixes: bareFixes },
  'json-comment': { message: () => 'JSON has no comments.', fixes: commentFixes },
  'unexpected-text': { message: () => 'JSON has no place for this here.', fixes: none },
  'text-after-json': { message: () => 'The JSON has ended before this.', fixes: afterEndFixes },
  'unfinished-json': {
    message: ({ state }) => {
      if (state.mode === 'start') return 'Nothing is written.';
      return inString(state) ? 'The output ends inside a string.' : 'The output ends before the JSON does.';
    },
    fixes: closingFixes,
  },
  'not-json': { message: () => 'The output is to be JSON, and this is not.', fixes: none },
};

function functionOf({ known }: Fault): string {
  const made = known?.made;
  return made?.by === 'escaped' ? (made.function === '%q' ? 'printf "%q"' : made.function) : 'this';
}

function nameOf(text: string): string {
  if (text === '\t') return 'tab';
  return text === '\r' ? 'carriage return' : 'control character';
}

/** What a kind of fault may say beside what is said of the kind: the character that is meant. */
function hintOf({ code, from, to }: Fault, { text }: Source): string {
  if (code === 'raw-control' && text.slice(from, to) === '\t') return 'Write `\\t` for a tab.';
  return '';
}

/** So many places get fixes: more at a time are no use to anybody, and making them takes time. */
const mostMended = 500;

/** The findings of all faults, in the order of the text. */
export function findingsOf(faults: readonly Fault[], source: Source): readonly Finding[] {
  const findings: Finding[] = [];
  for (const group of grouped(faults)) {
    const [fault] = group;
    if (fault === undefined) continue;
    const { code, from, to } = fault;
    const kind = kinds[code];
    const isRaw = code === 'raw-line-break' || code === 'raw-control';
    findings.push({
      code,
      certainty: fault.always ? 'always' : 'may',
      severity: 'error',
      from,
      to,
      message: kind.message(fault, source),
      go: null,
      hint: hintOf(fault, source),
      fixes: findings.length >= mostMended ? [] : isRaw ? rawFixes(group, source) : kind.fixes(fault, source),
    });
  }
  return findings;
}

/** Raw characters of one string are one finding. */
function grouped(faults: readonly Fault[]): readonly (readonly Fault[])[] {
  const groups: Fault[][] = [];
  const raw = new Map<string, Fault[]>();
  for (const fault of faults) {
    const { code, state } = fault;
    const key = code === 'raw-line-break' || code === 'raw-control' ? `${code} ${String(state.at)}` : null;
    const group = key === null ? undefined : raw.get(key);
    if (group !== undefined) {
      group.push(fault);
      continue;
    }
    const begun = [fault];
    groups.push(begun);
    if (key !== null) raw.set(key, begun);
  }
  return groups;
}

/** A finding that mends all places at once, where there are several: by a fix that was tried, or by all together. */
export function makeSafe(findings: readonly Finding[], tried: Fix | null): Finding | null {
  const mended = findings.filter(({ fixes }) => fixes.length > 0);
  const [first] = mended;
  if (first === undefined || mended.length < 2) return null;
  const edits = together(mended.map(({ fixes }) => fixes[0]?.edits ?? []));
  return {
    code: 'unsafe-json',
    certainty: first.certainty,
    severity: 'info',
    from: first.from,
    to: first.to,
    message: 'The JSON can break in several places.',
    go: null,
    hint: '',
    fixes: [tried ?? { title: 'Make this template safe', edits }],
  };
}

function beginOf(edits: readonly Edit[]): number {
  return edits.reduce((least, { from }) => Math.min(least, from), Infinity);
}

/** The edits of several fixes; a fix that meddles with an earlier one is left out. */
function together(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
  const taken: Edit[] = [];
  const keys = new Set<string>();
  // Sorted by where they begin, so that only neighbours can overlap.
  const sorted = fixes.filter((edits) => edits.length > 0).sort((a, b) => beginOf(a) - beginOf(b));
  const spans: { from: number; to: number }[] = [];
  for (const edits of sorted) {
    const fresh = edits.filter((edit) => !keys.has(keyOf(edit)));
    if (fresh.some(({ from, to }) => overlaps(spans, from, to))) continue;
    for (const edit of fresh) {
      keys.add(keyOf(edit));
      taken.push(edit);
      if (edit.to > edit.from) insertSpan(spans, edit);
    }
  }
  return taken.sort((a, b) => a.from - b.from || a.to - b.to);
}

function keyOf({ from, to, insert }: Edit): string {
  return `${String(from)} ${String(to)} ${insert}`;
}

function overlaps(spans: readonly { from: number; to: number }[], from: number, to: number): boolean {
  const span = spans[firstEnding(spans, from)];
  if (span === undefined) return false;
  return from === to ? span.from < from : span.from < to;
}

/** The index of the first span that ends after an offset. */
function firstEnding(spans: readonly { from: number; to: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insertSpan(spans: { from: number; to: number }[], { from, to }: Edit): void {
  spans.splice(firstEnding(spans, from), 0, { from, to });
}
