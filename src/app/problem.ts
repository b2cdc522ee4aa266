/** A problem of a template as the page tells it. */
import type { Diagnostic, Edit, Fix } from '../analysis';
import { findVersion, logged } from '../coroot';
import { proseParts } from '../editor';
import type { PipelineInput, RenderFailure } from '../pipeline';

/** A problem: what the analysis found, or an error of Go's that it did not foresee. Texts have code in backquotes. */
export interface Problem {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** What of the template to look at, in UTF-16 units of it. */
  readonly from: number;
  readonly to: number;
  /** Where that begins, from 1; the column in UTF-16 units, as the editor counts. */
  readonly line: number;
  readonly column: number;
  /** One sentence. */
  readonly short: string;
  /** All there is to say in plain words; may be empty. */
  readonly explanation: string;
  /** What of the explanation `short` does not say. */
  readonly rest: string;
  /** What Coroot logs, word for word, and how that is introduced; null where it does not come to that. */
  readonly quote: { readonly introduction: string; readonly text: string } | null;
  /** The best first. */
  readonly fixes: readonly Fix[];
}

/** The template that problems are of. */
type Analysed = Pick<PipelineInput, 'kind' | 'version' | 'template'>;

/** The problems that an analysis found. */
export function problemsOf(diagnostics: readonly Diagnostic[], of: Analysed): readonly Problem[] {
  const placeOf = places(of.template);
  return diagnostics.map((diagnostic) => {
    const { code, severity, from, to, go, fixes } = diagnostic;
    const quote = go === null ? null : quoteOf(logged(of.kind, go), of);
    return { code, severity, from, to, ...placeOf(from), ...wordsOf(diagnostic, of), quote, fixes };
  });
}

/** A message of ours says it best; of Go's words the plain ones come first, and what it is about before them. */
function wordsOf(
  { from, to, message, hint, explanation, go }: Diagnostic,
  { template }: Analysed,
): Pick<Problem, 'short' | 'explanation' | 'rest'> {
  if (go === null && isSentence(message)) {
    const rest = explanation.startsWith(message) ? explanation.slice(message.length).trim() : explanation;
    return { short: message, explanation: `${message} ${rest}`.trim(), rest };
  }
  // What Go would say of this, had it come so far, helps where nothing else does.
  if (hint === '') return { short: message, explanation, rest: explanation };
  const sentence = firstSentence(hint);
  const rest = explanation.startsWith(sentence) ? explanation.slice(sentence.length).trim() : explanation;
  return { short: withPlace(sentence, template.slice(from, to)), explanation, rest };
}

/**
 * Go's error on today's payload, where it is none that `found` speaks of: the analysis says nothing of what it is not
 * sure of.
 */
export function unforeseen(failure: RenderFailure, found: readonly Problem[], of: Analysed): Problem | null {
  const { message, source, template: fault } = failure;
  if (fault === null || found.some((problem) => isAbout(problem, failure))) return null;
  const { detail, from, to } = fault;
  const quote = source === 'coroot' ? quoteOf(message, of) : null;
  const place = places(of.template)(from);
  return {
    code: '',
    severity: 'error',
    from,
    to,
    ...place,
    short: detail,
    explanation: '',
    rest: '',
    quote,
    fixes: [],
  };
}

function quoteOf(text: string, { version }: Analysed): Problem['quote'] {
  return { introduction: `${findVersion(version).called} logs:`, text };
}

/** Whether a problem is what stopped the template: Go's own words of it, or else an error at the place of Go's. */
export function isAbout({ severity, from, to, quote }: Problem, { message, template: fault }: RenderFailure): boolean {
  if (fault === null || severity !== 'error') return false;
  if (quote?.text === message) return true;
  const isWithin = fault.from <= from && to <= fault.to;
  const isAround = from <= fault.from && fault.to <= to;
  return isWithin || isAround;
}

const nouns = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] } as const;

/** The problems that a list shows: what sums up others is said by its fix alone, which stands above them. */
export function listed(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code !== 'unsafe-json');
}

/** How many problems there are of each severity, in words. */
export function countsOf(problems: readonly Problem[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${String(count)} ${nouns[severity][count === 1 ? 0 : 1]}`];
  });
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

/** Those problems of a code that have a fix. */
export function mendable(problems: readonly Problem[], code: string): readonly Problem[] {
  return problems.filter((problem) => problem.code === code && problem.fixes.length > 0);
}

/** The first fixes of problems as one; where two would change the same text, that of the first. */
export function fixOfAll(problems: readonly Problem[]): Fix {
  // In the order of the text, so that what an edit meets stands beside it: there may be thousands.
  const edits: Edit[] = [];
  let count = 0;
  for (const { fixes } of problems) {
    const [fix] = fixes;
    if (fix === undefined) continue;
    const met = (edit: Edit): readonly Edit[] => {
      const at = indexFrom(edits, edit.from);
      return edits.slice(Math.max(0, at - 1), at + 1);
    };
    const fresh = fix.edits.filter((edit) => !met(edit).some((done) => sameEdit(done, edit)));
    if (fresh.some((edit) => met(edit).some((done) => overlap(done, edit)))) continue;
    for (const edit of fresh) edits.splice(indexFrom(edits, edit.from), 0, edit);
    count++;
  }
  return { title: `Fix all ${String(count)} of this kind`, edits };
}

/** The index of the first edit that begins at a place or after it. */
function indexFrom(edits: readonly Edit[], from: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((edits[mid]?.from ?? 0) < from) low = mid + 1;
    else high = mid;
  }
  return low;
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.from === b.from && a.to === b.to && a.insert === b.insert;
}

function overlap(a: Edit, b: Edit): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

/** How much of the template a sentence can carry, in UTF-16 units. */
const mostQuoted = 30;

/** A sentence after what it is about, unless it says that itself. */
function withPlace(sentence: string, source: string): string {
  const fits = source !== '' && source.length <= mostQuoted && !/[`\n]/.test(source);
  return fits && !sentence.includes(source) ? `\`${source}\`: ${sentence}` : sentence;
}

/** Code may hold full stops, so the end of a sentence is looked for outside of it. */
function firstSentence(text: string): string {
  let at = 0;
  for (const { text: piece, isCode } of proseParts(text)) {
    const end = isCode ? -1 : piece.search(/[.!?](?=\s|$)/);
    if (end >= 0) return text.slice(0, text.indexOf(piece, at) + end + 1);
    at = text.indexOf(piece, at) + piece.length;
  }
  return text;
}

/** Messages of ours are sentences, Go's are not. */
function isSentence(message: string): boolean {
  return /[.!?]$/.test(message);
}

/** Line and column of places of a text. */
function places(text: string): (pos: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (pos) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((starts[mid] ?? 0) <= pos) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: pos - (starts[low] ?? 0) + 1 };
  };
}
