/**
 * What is wrong with the template that is open: Go's error of today's payload, and what the analysis finds on any. The
 * analysis follows once the output is drawn, so that no key waits for it; where it takes long it waits for a pause.
 */
import { untrack } from 'svelte';
import type { Span } from '../editor';
import { type PipelineInput, type RenderFailure, findingsIn } from '../pipeline';
import type { Platform } from '../platforms';
import { type Problem, countsOf, isAbout, listed, problemsOf, unforeseen } from './problem';
import type { TabMark, Workspace } from './workspace.svelte';

/** What is known of a text. */
interface Found {
  readonly of: PipelineInput | null;
  readonly problems: readonly Problem[];
  readonly json: 'safe' | 'unknown' | 'faulty' | 'none';
}

const nothing: Found = { of: null, problems: [], json: 'none' };

/** How long after a change the analysis starts, in milliseconds: the browser has drawn by then. */
const afterDrawing = 60;

/** How long an analysis may take before it waits for a pause in typing, and that pause, in milliseconds. */
const bearable = 15;
const pauseInTyping = { least: 300, most: 2000 };

/** How long nothing changes before the counts are read out, in milliseconds. */
const beforeReading = 1500;

/** The problems of the template that is open. */
export class Problems {
  /** In the order of the text, those left out where somebody is typing just now. */
  shown: readonly Problem[] = $state.raw([]);
  /** All of them, for whoever says of an error that is shown anyway what to do about it. */
  private all: readonly Problem[] = $state.raw([]);
  /** Whether the output is JSON whatever the payload. */
  json: Found['json'] = $state('none');
  /** How many there are, for a live region: changes after a pause. */
  said = $state('');
  private found = nothing;
  private typing: Span | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: ReturnType<typeof setTimeout> | undefined;
  /** How long the latest analysis took, in milliseconds. */
  private busy = 0;

  constructor(
    private readonly work: Workspace,
    private readonly platform: () => Platform | null,
  ) {}

  /** Looks at the work some time after this; called in an effect, it is called again with each change of the stages. */
  follow(): void {
    const { stages, input, paused } = this.work;
    const platform = this.platform();
    void [stages, input, paused, platform];
    clearTimeout(this.timer);
    if (this.found.of !== null && this.found.of.kind !== input.kind) untrack(() => this.leave());
    const wait =
      this.busy <= bearable ? afterDrawing : Math.min(Math.max(this.busy, pauseInTyping.least), pauseInTyping.most);
    this.timer = setTimeout(() => {
      this.look();
    }, wait);
  }

  /** Stops what is to come. */
  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.reading);
  }

  /** Where somebody types just now, in the text as it is; null when the thought is finished. */
  readonly typingIn = (span: Span | null): void => {
    this.typing = span;
    if (span === null) this.show();
  };

  /** Every problem of the template as it is now, those included that are not shown while somebody types. */
  now(): readonly Problem[] {
    this.work.catchUp();
    this.look();
    return this.found.problems;
  }

  /**
   * The problem that Go's error is about, or null. Until the analysis has followed the text it is the one before, so
   * that nothing comes and goes with each key.
   */
  ofFailure(failure: RenderFailure): Problem | null {
    const { all } = this;
    const isBehind = this.text !== this.work.input.template;
    if (!isBehind || failure.template === null) this.last = this.about(failure, all);
    return this.last;
  }

  /** What the last error was about. */
  private last: Problem | null = null;

  private about(failure: RenderFailure, all: readonly Problem[]): Problem | null {
    const about = all.filter((problem) => isAbout(problem, failure));
    return about.find(({ quote }) => quote?.text === failure.message) ?? about[0] ?? null;
  }

  /** How many there are of each severity, in words. */
  readonly counts: string = $derived(countsOf(listed(this.shown)));

  /** How the template is doing. */
  get mark(): TabMark {
    const has = (severity: Problem['severity']): boolean => this.shown.some((problem) => problem.severity === severity);
    return has('error') ? 'error' : has('warning') ? 'warning' : null;
  }

  /** The text that the problems were found in. */
  get text(): string | null {
    return this.found.of?.template ?? null;
  }

  private look(): void {
    clearTimeout(this.timer);
    const { input, stages, paused, template } = this.work;
    if (paused) {
      this.leave();
      return;
    }
    // What is shown is of an older text: the stages follow, and this after them.
    if (input.template !== template) return;
    const started = performance.now();
    const { diagnostics, json } = findingsIn(input, this.platform());
    this.busy = performance.now() - started;
    const found = problemsOf(diagnostics, input);
    const other = stages.rendered.ok ? null : unforeseen(stages.rendered, found, input);
    const problems = other === null ? found : [...found, other].toSorted((a, b) => a.from - b.from);
    this.put({ of: input, problems, json });
  }

  /** Another text is another story. */
  private leave(): void {
    this.typing = null;
    this.last = null;
    this.put(nothing);
  }

  private put(found: Found): void {
    this.found = found;
    if (found.problems.length > 0 || this.all.length > 0) this.all = found.problems;
    this.show();
  }

  private show(): void {
    const { problems, json } = this.found;
    const { typing } = this;
    const isQuiet = ({ from, to }: Problem): boolean => typing !== null && from <= typing.to && to >= typing.from;
    const shown = problems.filter((problem) => !isQuiet(problem));
    // The same ones again: an open tooltip stays.
    if (shown.length > 0 || this.shown.length > 0) this.shown = shown;
    this.json = json;
    clearTimeout(this.reading);
    this.reading = setTimeout(() => {
      this.said = this.counts;
    }, beforeReading);
  }
}
