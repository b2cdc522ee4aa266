/**
 * What is wrong with the template that is open: Go's error of today's payload, and what the analysis finds on any. The
 * analysis follows a change after a moment, beside the output, and the newest text wins.
 */
import { untrack } from 'svelte';
import type { Span } from '../editor';
import type { Analysed, AnswerTo, RenderFailure } from '../pipeline';
import type { Ask } from '../worker';
import { templateOf } from './input';
import type { TabMark } from './output-summary';
import { type Problem, countsOf, isAbout, listed, problemsOf, unforeseen } from './problem';
import type { Workspace } from './workspace.svelte';

/** What is known of a text. */
interface Found {
  /** The template, and whose eyes looked at it; null while nothing is known. */
  readonly of: Looked | null;
  /** What the analysis says of it. */
  readonly ours: readonly Problem[];
  /** Those and Go's error, where it is none of them. */
  readonly problems: readonly Problem[];
  readonly json: AnswerTo<'findings'>['json'];
}

interface Looked extends Analysed {
  readonly platform: string | null;
}

const nothing: Found = { of: null, ours: [], problems: [], json: 'none' };

/** How long after a change the analysis is asked for, in milliseconds: whoever types is not done yet. */
const afterChange = 60;

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
  /** Why there is nothing to tell of the text, as a sentence, or null. */
  stopped: string | null = $state(null);
  private found = nothing;
  private typing: Span | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: ReturnType<typeof setTimeout> | undefined;
  /** What is being asked, so that nobody asks the same twice. */
  private asking: { readonly of: Looked; readonly done: Promise<void> } | null = null;

  /** `platform` is the id of the one whose eyes look at the body. */
  constructor(
    private readonly work: Workspace,
    private readonly platform: () => string | null,
    private readonly ask: Ask,
  ) {}

  /** Looks at the work some time after this; called in an effect, it is called again with each change. */
  follow(): void {
    const { stages, project, paused } = this.work;
    const platform = this.platform();
    void [stages, project, platform];
    clearTimeout(this.timer);
    untrack(() => {
      if (paused || (this.found.of !== null && this.found.of.kind !== project.kind)) this.leave();
      if (paused) return;
      // The output may be the later one of the two.
      if (this.isKnown()) this.put(this.found);
      else this.timer = setTimeout(() => void this.look(), afterChange);
    });
  }

  /** Stops what is to come. */
  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.reading);
  }

  /** Looks once more where there was nothing to tell: what was missing may be there now. */
  again(): void {
    if (this.stopped === null) return;
    this.leave();
    void this.look();
  }

  /** Where somebody types just now, in the text as it is; null when the thought is finished. */
  readonly typingIn = (span: Span | null): void => {
    this.typing = span;
    if (span === null) this.show();
  };

  /** Every problem of the template as it is now, those included that are not shown while somebody types. */
  async now(): Promise<readonly Problem[]> {
    await Promise.all([this.work.settled(), this.look()]);
    if (this.isKnown()) this.put(this.found);
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

  /** The template as it is now. */
  private get current(): Looked {
    return { ...templateOf(this.work.project), platform: this.platform() };
  }

  /** Whether what is known is of the template as it is now. */
  private isKnown(): boolean {
    return this.found.of !== null && isSame(this.found.of, this.current);
  }

  private look(): Promise<void> {
    clearTimeout(this.timer);
    if (this.work.paused || this.isKnown()) return Promise.resolve();
    const of = this.current;
    if (this.asking === null || !isSame(this.asking.of, of)) this.asking = { of, done: this.lookAt(of) };
    return this.asking.done;
  }

  private async lookAt(of: Looked): Promise<void> {
    const { platform, ...template } = of;
    const reply = await this.ask('findings', { template, platform });
    if (this.asking?.of === of) this.asking = null;
    // Of an older text it would be said at the wrong places.
    if (this.work.paused || !isSame(of, this.current)) return;
    const { diagnostics, json } =
      reply.kind === 'answer' ? reply.answer : { diagnostics: [], json: 'unknown' as const };
    this.stopped = reply.kind === 'answer' ? null : 'The playground could not look for problems in this template.';
    this.put({ of, ours: problemsOf(diagnostics, of), problems: [], json });
  }

  /** Go's error of today's payload, where the output is of the same text. */
  private get failure(): RenderFailure | null {
    const { stages, input } = this.work;
    const { of } = this.found;
    const isOfText = of !== null && input.kind === of.kind && input.template === of.template;
    return stages.rendered.ok || !isOfText ? null : stages.rendered;
  }

  /** Another text is another story. */
  private leave(): void {
    this.typing = null;
    this.last = null;
    this.stopped = null;
    this.put(nothing);
  }

  private put(found: Found): void {
    // The error is of what is put here.
    this.found = found;
    const { ours, of } = found;
    const { failure } = this;
    const other = failure === null || of === null ? null : unforeseen(failure, ours, of);
    const problems = other === null ? ours : [...ours, other].toSorted((a, b) => a.from - b.from);
    this.found = { ...found, problems };
    if (!areSame(problems, this.all)) this.all = problems;
    this.show();
  }

  private show(): void {
    const { problems, json } = this.found;
    const { typing } = this;
    const isQuiet = ({ from, to }: Problem): boolean => typing !== null && from <= typing.to && to >= typing.from;
    const shown = problems.filter((problem) => !isQuiet(problem));
    // The same ones again: an open tooltip stays.
    if (!areSame(shown, this.shown)) this.shown = shown;
    this.json = json;
    clearTimeout(this.reading);
    this.reading = setTimeout(() => {
      this.said = this.counts;
    }, beforeReading);
  }
}

function isSame(a: Looked, b: Looked): boolean {
  return (
    a.kind === b.kind &&
    a.template === b.template &&
    a.version === b.version &&
    a.customFields === b.customFields &&
    a.platform === b.platform
  );
}

function areSame(some: readonly Problem[], others: readonly Problem[]): boolean {
  return some.length === others.length && some.every((problem, i) => problem === others[i]);
}
