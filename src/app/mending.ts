/** Fixes of the template's problems: what there are, doing them through the editor, and taking them back. */
import { type Fix, applyFix } from '../analysis';
import type { NotificationKind } from '../coroot';
import { type Diagnostic, type Span, plainProse } from '../editor';
import type { Notices } from './notices.svelte';
import type { Places } from './places';
import { type Problem, fixOfAll, mendable } from './problem';
import type { Problems } from './problems.svelte';
import type { Workspace } from './workspace.svelte';

/** What mends a whole template rather than one place of it, by the code of its finding. */
const wholeCodes: ReadonlySet<string> = new Set(['unsafe-json', 'foreign-template']);

const safely = ({ edits }: Fix): Fix => ({ title: 'Make this template safe', edits });

/** A problem as the list shows it. */
interface ProblemRow {
  readonly key: string;
  readonly problem: Problem;
  /** The fix of all problems of its kind, where this is the first of several. */
  readonly all: Fix | null;
}

/** Mends templates. */
export class Mending {
  constructor(
    private readonly work: Workspace,
    private readonly problems: Problems,
    private readonly places: Places,
    private readonly notices: Notices,
  ) {}

  /** The problems as the editor marks them, each with all that can be done about it. */
  marks(problems: readonly Problem[]): readonly Diagnostic[] {
    const alls = new Map(Array.from(new Set(problems.map(({ code }) => code)), (c) => [c, this.ofAll(problems, c)]));
    return problems.map(({ from, to, severity, short, explanation, quote, fixes, code }) => {
      const one = fixes.map((fix) => ({
        title: fix.title,
        run: () => {
          this.apply(fix);
        },
      }));
      const all = alls.get(code) ?? null;
      const more = all === null ? [] : [{ title: all.title, run: () => void this.apply(all) }];
      return { from, to, severity, message: short, explanation, quote, fixes: [...one, ...more] };
    });
  }

  /** The problems of the text as it is this moment, for whoever asks for fixes with a key. */
  readonly marksNow = async (): Promise<readonly Diagnostic[]> => this.marks(await this.problems.now());

  /** The first fixes of all problems of a code as one, or null where fewer than two have any. */
  ofAll(problems: readonly Problem[], code: string): Fix | null {
    const alike = code === '' ? [] : mendable(problems, code);
    return alike.length < 2 ? null : fixOfAll(alike);
  }

  /**
   * The first problems as the list has them: the first of several of a kind offers to mend all of them. What mends the
   * whole template stands above the list, and is not said again in it. `key` stays while others come and go.
   */
  rows(problems: readonly Problem[], most: number): readonly ProblemRow[] {
    const offered = new Set<string>();
    const counts = new Map<string, number>();
    return problems.slice(0, most).map((problem) => {
      const { code, fixes } = problem;
      const isWhole = wholeCodes.has(code);
      const isFirst = fixes.length > 0 && !isWhole && !offered.has(code);
      if (isFirst) offered.add(code);
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return {
        key: `${code} ${String(count)}`,
        problem: isWhole ? { ...problem, fixes: [] } : problem,
        all: isFirst ? this.ofAll(problems, code) : null,
      };
    });
  }

  /** The fixes that mend the whole template. */
  ofWhole(problems: readonly Problem[]): readonly Fix[] {
    const whole = problems.flatMap(({ code, fixes: [first] }) =>
      first === undefined || !wholeCodes.has(code) ? [] : [first],
    );
    // Where a single place makes the JSON unsafe, mending that one is all there is to do.
    const unsafe = problems.some(({ code }) => code === 'unsafe-json') ? [] : mendable(problems, 'unescaped-text');
    return [...unsafe.flatMap(({ fixes }) => fixes.slice(0, 1)).map(safely), ...whole];
  }

  /** Applies a fix that was worked out for `text`, the template of a kind, as one undo step, and says so. */
  apply(fix: Fix, kind: NotificationKind = this.work.kind, text: string | null = this.problems.text): void {
    const before = this.work.templates[kind];
    if (text !== before) {
      this.notices.show({
        text: 'The template has changed meanwhile, so nothing was done. Its problems are new as well.',
      });
      return;
    }
    const after = applyFix(before, fix);
    const editor = this.places.editors.template[kind];
    if (editor === undefined) this.work.setTemplate(kind, after);
    else editor.applyEdits(fix.edits);
    const undo = (): void => {
      if (this.work.templates[kind] === after) this.work.setTemplate(kind, before);
      else
        this.notices.show({ text: 'The template was edited since then. Ctrl+Z in the editor takes that back first.' });
    };
    this.notices.show({ text: `Done: ${plainProse(fix.title)}`, action: { label: 'Undo', run: undo } });
  }

  /**
   * Offers to take escapes out of what was pasted: templates are often copied out of a JSON or YAML string, where
   * quotes carry backslashes that Go cannot read.
   */
  readonly pasted = async ({ from, to }: Span): Promise<void> => {
    const { template } = this.work;
    if (!/\\["`]/.test(template.slice(from, to))) return;
    const unescapes = ({ edits }: Fix): boolean =>
      edits.some((edit) => /\\["`]/.test(template.slice(edit.from, edit.to)) && !edit.insert.includes('\\'));
    const problems = await this.problems.now();
    if (this.work.template !== template) return;
    const found = problems.filter(
      ({ from: start, to: end, fixes: [first] }) => start < to && end > from && first && unescapes(first),
    );
    if (found.length === 0) return;
    const fix = { ...fixOfAll(found), title: 'Remove the backslashes' };
    this.notices.show({
      text: 'Pasted quotes inside {{ }} have backslashes, which Go cannot read.',
      action: {
        label: fix.title,
        run: () => {
          this.apply(fix);
        },
      },
    });
  };
}
