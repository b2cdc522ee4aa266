/** Where a pass is: the variables in sight, what guards established, and what was written down so far. */
import { type Complaint, type ListNode, type Node, type TemplateFailure, type Tree, executionError } from '../../go';
import type { Certainty, Finding, Fix } from '../finding';
import type { Comparison } from './annotated';
import { join, narrowed, noFacts } from './knowledge';
import type { Facts, Known } from './known';
import { Notes } from './notes';
import { Variables } from './variables';

/** Advice on a finding: what to say of it beside what is said of its kind, and ways to mend it. */
export interface Advice {
  readonly hint: string;
  readonly fixes: readonly Fix[];
}

/** The advice there is when there is none. */
export const noAdvice: Advice = { hint: '', fixes: [] };

/** A finding, in how many of the walks over its template it came up, and the last of them. */
interface Noted {
  readonly finding: Finding;
  readonly tree: Tree;
  times: number;
  walk: number;
}

/** Nobody reads more, and each takes a look through the text for its line. */
const mostFindings = 200;

/** Everything that changes while a template is walked. */
export class State {
  /** The node that is blamed when something fails now, as the executor keeps it. */
  node: Node | null = null;
  variables = new Variables();
  facts: Facts = noFacts;
  /** More than 0 while a loop is walked for what it does to variables: nothing is written down. */
  silent = 0;
  readonly known = new Notes();
  readonly dots = new Map<ListNode, Known>();
  readonly comparisons: Comparison[] = [];
  private readonly noted = new Map<string, Noted>();
  private readonly walks = new Map<Tree, number>();
  private walk = 0;
  private ids = 0;

  /** What could not be parsed, in the order of the text, and where each of them and all before it have ended. */
  private readonly errors: readonly TemplateFailure[];
  private readonly ends: readonly number[];

  /** Whether Go runs it as it is: that it parses, and is no other text. */
  private readonly isRun: boolean;

  constructor(
    public tree: Tree,
    errors: readonly TemplateFailure[],
    /** Whether only what dot is gets written down. */
    readonly isSketch: boolean,
    isMended: boolean,
  ) {
    this.isRun = errors.length === 0 && !isMended;
    this.errors = [...errors].sort((a, b) => a.from - b.from);
    let end = 0;
    this.ends = this.errors.map(({ to }) => (end = Math.max(end, to)));
  }

  /** Whether something between two places could not be parsed, so that what is left of it is not what was meant. */
  isBroken(from: number, to: number): boolean {
    let low = 0;
    let high = this.errors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.errors[middle]?.from ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    return (this.ends[low - 1] ?? 0) > from;
  }

  /** Whether anything but what dot is gets written down. */
  get isHeard(): boolean {
    return this.silent === 0 && !this.isSketch;
  }

  /** Whether nothing new is written down any more of what the executor complains about. */
  get isFull(): boolean {
    return this.noted.size >= mostFindings;
  }

  /** An id for a value that is like no other. */
  fresh(): string {
    return `#${String(++this.ids)}`;
  }

  /** Begins a walk over a tree. */
  enter(tree: Tree): void {
    this.tree = tree;
    this.walk++;
    this.walks.set(tree, (this.walks.get(tree) ?? 0) + 1);
  }

  /** The value of a variable, or undefined when it is not in sight. */
  variable(name: string): Known | undefined {
    return this.variables.get(name);
  }

  /** A value with what guards around the place say of it. */
  read(known: Known): Known {
    const fact = known.id === null ? undefined : this.facts.get(known.id);
    return fact === undefined ? known : narrowed(known, fact);
  }

  /** Writes down what a node gives; the value itself is returned. */
  note(node: Node, known: Known): Known {
    if (this.silent === 0 && !this.isSketch) this.known.add(node, known);
    return known;
  }

  /** Writes down what dot is in a list. */
  noteDot(list: ListNode, dot: Known): void {
    if (this.silent > 0) return;
    const other = this.dots.get(list);
    this.dots.set(list, other === undefined ? dot : join(other, dot));
  }

  /** Writes down that two texts are compared. */
  compare(comparison: Comparison): void {
    if (this.isHeard) this.comparisons.push(comparison);
  }

  /** Writes down what the executor complains about when it comes here, at the node it evaluated last. */
  complain(complaint: Complaint, certainty: Certainty, advice: Advice, from?: number, to?: number): void {
    if (!this.isHeard) return;
    const node = this.node;
    const start = from ?? node?.from ?? 0;
    const end = to ?? node?.to ?? 0;
    const key = JSON.stringify([complaint.code, start, end]);
    const old = this.noted.get(key);
    if (old !== undefined) {
      if (old.walk !== this.walk) old.times++;
      old.walk = this.walk;
      return;
    }
    if (this.isFull) return;
    // Its line is looked for in the whole text.
    const go = this.isRun ? executionError(this.tree, node, complaint, from, to).message : null;
    const finding: Finding = {
      code: complaint.code,
      certainty,
      severity: certainty === 'always' || complaint.code === 'incompatible-types' ? 'error' : 'warning',
      from: start,
      to: end,
      message: complaint.detail,
      go,
      ...advice,
    };
    this.noted.set(key, { finding, tree: this.tree, times: 1, walk: this.walk });
  }

  /** The findings; what fails in some of the walks over its template only, may fail. */
  findings(): readonly Finding[] {
    return [...this.noted.values()].map(({ finding, tree, times }) =>
      finding.certainty === 'always' && times < (this.walks.get(tree) ?? 1)
        ? { ...finding, certainty: 'may' as const }
        : finding,
    );
  }
}
