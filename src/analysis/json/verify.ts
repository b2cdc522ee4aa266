/** Tries fixes: of commas, brackets and quotes only a further look at the template tells whether they mend it. */
import { functionNames, parseLoose } from '../../go';
import type { Environment } from '../environment';
import { type Edit, type Finding, type Fix, applyFix } from '../finding';
import { annotate } from '../types/annotate';

/** How much text may be looked at again for one template, in UTF-16 units. */
const mostTried = 24_000;

/** The findings of a template, and how much it took to find them; null when it cannot be read. */
export type Look = (text: string) => { readonly findings: readonly Finding[]; readonly spent: number } | null;

/** Looks at changed templates, as long as that takes no time that a person would notice. */
export class Trial {
  private left = mostTried;

  constructor(
    private readonly text: string,
    private readonly findings: readonly Finding[],
    private readonly look: Look,
  ) {}

  /** Whether a fix takes its finding away and brings no other; null when there is no time to try. */
  mends(code: string, fix: Fix): boolean | null {
    const after = this.tried(applyFix(this.text, fix));
    if (after === undefined) return null;
    if (after === null) return false;
    const before = counted(this.findings);
    const now = counted(after);
    if ((now.get(code) ?? 0) >= (before.get(code) ?? 0)) return false;
    return [...now].every(([other, n]) => n <= (before.get(other) ?? 0));
  }

  /** Whether anything is found after a fix; null when there is no time to try. */
  leaves(fix: Fix): boolean | null {
    const after = this.tried(applyFix(this.text, fix));
    return after === undefined ? null : after === null || after.length > 0;
  }

  /** All fixes one after another, as one edit; null when some place stays, or there is no time. */
  all(): Fix | null {
    let text = this.text;
    let findings: readonly Finding[] = this.findings;
    for (let round = 0; findings.length > 0; round++) {
      const mended = findings.find(({ fixes }) => fixes.length > 0);
      const [first] = mended?.fixes ?? [];
      if (first === undefined || round >= mostRounds) return null;
      text = applyFix(text, first);
      const after = this.tried(text);
      if (after === undefined || after === null) return null;
      findings = after;
    }
    return { title: 'Make this template safe', edits: [difference(this.text, text)] };
  }

  private tried(text: string): readonly Finding[] | null | undefined {
    this.left -= text.length;
    if (this.left < 0) return undefined;
    const looked = this.look(text);
    // A walk that was long for its text is not made often.
    if (looked !== null) this.left -= Math.max(0, looked.spent - text.length);
    return looked?.findings ?? null;
  }
}

/** So many places are mended one after another. */
const mostRounds = 24;

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** What makes one text of another. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Reads a template again; null when something in it cannot be read. */
export function readAgain(text: string, environment: Environment): ReturnType<typeof annotate> | null {
  const loose = parseLoose(environment.name, text, functionNames(environment.functions), environment.go);
  return loose.errors.length > 0 ? null : annotate(loose, environment);
}
