/** What is wrong with a template, where, and what to change: what every room of the analysis yields. */

/** A change of a template: `[from, to)`, in UTF-16 units of it, becomes `insert`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A way to mend something: what it does, in the imperative and few words, and its edits, which do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * How sure a finding is: it fails whenever it is reached; it fails on some data; or it works and is hardly what was
 * meant.
 */
export type Certainty = 'always' | 'may' | 'suspicious';

/**
 * How much it matters: an error keeps a notification from arriving, a warning spoils it or may, an info is a remark.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A finding as the room yields it that looked for it. */
export interface Finding {
  /** Which kind it is, in kebab case: the key of its explanation. */
  readonly code: string;
  readonly certainty: Certainty;
  readonly severity: Severity;
  /** What of the template a person should look at, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** Go's words where Go has some, without the place; else ours, a sentence without markup. */
  readonly message: string;
  /** Go's whole message, place included, where it stops at this before anything else; else null. */
  readonly go: string | null;
  /** What is to be said of this one finding beside what is said of its kind: sentences, or nothing. */
  readonly hint: string;
  /** Ways to mend it, the best first. */
  readonly fixes: readonly Fix[];
}

/** A finding together with the explanation of its kind. */
export interface Diagnostic extends Finding {
  /** What Go means, why it is so and what to write: the hint and what is said of every finding of this code. */
  readonly explanation: string;
}

/** The template after a fix. */
export function applyFix(template: string, { edits }: Fix): string {
  let text = template;
  for (const { from, to, insert } of [...edits].sort((a, b) => b.from - a.from)) {
    text = text.slice(0, from) + insert + text.slice(to);
  }
  return text;
}
