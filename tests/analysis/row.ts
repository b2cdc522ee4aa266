/** Rows of the analysis: a template with the place of the finding in it, and what is said and done about it. */
import { analyse, applyFix, type Diagnostic } from '../../src/analysis';
import type { NotificationKind } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';

/** What may be told of a row beside the template. */
export interface RowOptions {
  readonly kind?: NotificationKind;
  /** A version of Coroot; the default when it is left out. */
  readonly version?: string;
  readonly fields?: readonly (readonly [string, string])[];
  readonly expectsJson?: boolean;
  /** Acceptable templates after the first fix; empty: there must be no fix; left out: not looked at. */
  readonly fixes?: readonly string[];
  /** Words that hint and explanation contain. */
  readonly says?: readonly string[];
  /** The finding's message, where Go has one it is Go's. */
  readonly message?: string;
  readonly certainty?: Diagnostic['certainty'];
}

/** A template whose finding stands between « and »; without them there must be no finding of that code at all. */
export type Row = string | readonly [marked: string, options: RowOptions];

/** Rows by the code of the finding. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** What is wrong with a row; empty when all is as it says. */
export function complaintsOf(code: string, row: Row): readonly string[] {
  const [marked, options] = typeof row === 'string' ? [row, {} as RowOptions] : row;
  const from = marked.indexOf('«');
  const template = marked.replace(/[«»]/g, '');
  const { kind = 'incident', version = 'documented', fields = [], expectsJson = null } = options;
  const world = { kind, version, customFields: fields, expectsJson };
  const { diagnostics } = analyse(template, environmentOf(world));
  const found = diagnostics.filter((d) => d.code === code);
  if (from < 0) return found.map((d) => `finds ${d.message} at ${String(d.from)}`);
  const to = marked.indexOf('»') - 1;
  const here = found.find((d) => d.from === from && d.to === to);
  if (here === undefined) {
    const others = diagnostics.map((d) => `${d.code} «${template.slice(d.from, d.to)}»`).join(', ');
    return [`nothing of ${code} there, but: ${others}`];
  }
  const complaints: string[] = [];
  const text = `${here.hint} ${here.explanation}`;
  for (const word of options.says ?? []) if (!text.includes(word)) complaints.push(`does not say “${word}”: ${text}`);
  if (options.message !== undefined && options.message !== here.message) complaints.push(`says: ${here.message}`);
  if (options.certainty !== undefined && options.certainty !== here.certainty) complaints.push(`is ${here.certainty}`);
  const [first] = here.fixes;
  const fixed = first === undefined ? null : applyFix(template, first);
  if (options.fixes !== undefined) {
    if (fixed === null && options.fixes.length > 0) complaints.push('has no fix');
    if (fixed !== null && !options.fixes.includes(fixed)) complaints.push(`becomes ${fixed}`);
  }
  return complaints;
}
