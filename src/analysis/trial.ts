/** Tries fixes before they are offered: whether they mend what they are for, and what they bring. */
import { type Finding, type Fix, applyFix } from './finding';
import { smallestEdit } from './mistakes/edits';

/** Findings by what they say of: what Go stops at when it parses or executes, and everything else. */
export interface Found {
  readonly parsing: readonly Finding[];
  readonly executing: readonly Finding[];
  /** Of the JSON. */
  readonly json: readonly Finding[];
  /** What works and is hardly meant. */
  readonly suspicious: readonly Finding[];
}

/** How much text is looked at again for one template, in UTF-16 units; what is not tried is offered as it is. */
const mostTried = 40_000;

/** How many further mistakes one fix mends with its own. */
const mostChained = 3;

/** Errors that concern blocks: mending one decides what belongs to the block, and so what is written. */
const ofBlocks: ReadonlySet<string> = new Set(['unexpected-eof', 'unexpected-end', 'unexpected-else']);

/** How good a fix is: without anything new, with what the mistake hid, or bad. */
type Worth = 'clean' | 'uncovers' | 'bad';

/** What a fix is worth, and what stands in its way that Go stops at and that has a fix of its own. */
interface Verdict {
  readonly worth: Worth;
  readonly next: Fix | null;
}

/** Tries the fixes of one template's findings. */
export class Trials {
  private left = mostTried;
  private readonly counts: ReadonlyMap<string, number>;

  /** `look` gives the findings of a changed template. */
  constructor(
    private readonly text: string,
    private readonly found: Found,
    private readonly look: (text: string) => Found,
  ) {
    this.counts = counted(found);
  }

  /** The fixes of a finding that mend it and bring nothing new; else those that uncover no more than what it hid. */
  good(finding: Finding): readonly Fix[] {
    const uncovering: Fix[] = [];
    for (const [i, fix] of finding.fixes.entries()) {
      const tried = this.tried(finding, fix);
      // What follows the first good one is offered untried.
      if (tried === null || tried.worth === 'clean') {
        return [tried?.fix ?? fix, ...uncovering, ...finding.fixes.slice(i + 1)];
      }
      if (tried.worth === 'uncovers') uncovering.push(tried.fix);
    }
    return uncovering;
  }

  /** A fix and what it is worth, together with what else has to be mended where it stands; null without time to try. */
  private tried(finding: Finding, fix: Fix): { readonly fix: Fix; readonly worth: Worth } | null {
    let text = applyFix(this.text, fix);
    let verdict = this.verdict(finding, text);
    for (let i = 0; verdict?.worth === 'bad' && verdict.next !== null && i < mostChained; i++) {
      text = applyFix(text, verdict.next);
      verdict = this.verdict(finding, text);
      if (verdict === null || verdict.worth === 'bad') continue;
      const edit = smallestEdit(this.text, 0, this.text.length, text);
      const title = edit.insert.length > 60 || edit.insert.includes('{') ? fix.title : `Write \`${edit.insert}\``;
      return { fix: { title, edits: [edit] }, worth: verdict.worth };
    }
    return verdict === null ? null : { fix, worth: verdict.worth };
  }

  private verdict(finding: Finding, text: string): Verdict | null {
    this.left -= text.length;
    if (this.left < 0) return null;
    const after = this.look(text);
    const now = counted(after);
    const isLeft = (now.get(keyOf(finding)) ?? 0) >= (this.counts.get(keyOf(finding)) ?? 0);
    const isNew = (other: Finding): boolean => (now.get(keyOf(other)) ?? 0) > (this.counts.get(keyOf(other)) ?? 0);
    const ofParsing = this.found.parsing.includes(finding);
    const stops = ofParsing || (this.found.executing.includes(finding) && finding.certainty === 'always');
    // What may fail is found only where nothing before it fails always.
    const brought = after.executing.find((other) => isNew(other) && (!stops || other.certainty === 'always'));
    const isBad =
      isLeft ||
      after.parsing.some(isNew) ||
      (brought !== undefined && !ofParsing) ||
      (after.json.some(isNew) && (!stops || ofBlocks.has(finding.code))) ||
      (after.suspicious.some(isNew) && !stops);
    if (isBad) return { worth: 'bad', next: isLeft ? null : (brought?.fixes[0] ?? null) };
    const uncovers = after.executing.some(isNew) || after.json.some(isNew) || after.suspicious.some(isNew);
    return { worth: uncovers ? 'uncovers' : 'clean', next: null };
  }
}

function keyOf({ code, message }: Finding): string {
  return `${code} ${message}`;
}

function counted({ parsing, executing, json, suspicious }: Found): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const findings of [parsing, executing, json, suspicious]) {
    for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  }
  return counts;
}
