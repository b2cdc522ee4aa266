/**
 * The text a person works on and the newest answer about it: output, body, verdict, drawing. One way to change the
 * text; each change asks, and what is shown follows when the answer is there.
 */
import type { NotificationKind } from '../coroot';
import type { Diagnostic } from '../editor';
import type { Project } from '../share';
import type { Cause, Drawn, Inspected, PipelineInput, RenderSuccess, Stages } from '../pipeline';
import type { Finding } from '../platforms';
import type { Ask, Reply } from '../worker';
import { inputOf } from './input';
import { pausedStages, stagesOf, waitingStages } from './no-stages';
import { type OutputSummary, type TabMark, outputDiagnostics, outputMark, outputSummary } from './output-summary';

/** An answer, and what it is about. */
interface Shown {
  readonly input: PipelineInput;
  readonly platform: string | null;
  readonly stages: Stages;
  readonly drawn: Drawn | null;
}

/** An output that worked, and how it looks; null where that is not known. */
interface Good {
  readonly rendered: RenderSuccess;
  readonly drawn: Drawn | null;
}

/**
 * How long the page goes on to show what it showed before another kind, project or platform was chosen, in
 * milliseconds: most answers are there by then, and nothing blinks.
 */
const patience = 150;

/**
 * Outputs longer than this, in UTF-16 units, keep the page itself busy: it has to take them over and to show them. Then
 * the next one is asked for when nothing was typed for a moment, in milliseconds. No platform takes as much.
 */
const long = { output: 300_000, pause: 300 } as const;

/** The work of one tab. */
export class Workspace {
  /** Replaced as a whole by `update`, so that an unchanged project is the same object. */
  project: Project = $state.raw() as Project;
  // Derived, so that what depends on them rests while somebody types.
  readonly kind: NotificationKind = $derived(this.project.kind);
  readonly preset: string | null = $derived(this.project.preset);
  /** Whether nothing is rendered: the browser ended the page over it last time. Ends with `resume`. */
  paused = $state(false);
  /** The newest answer that is of what is open; null while there is none. */
  private shown: Shown | null = $state.raw(null);
  /** The latest output of each kind that worked. */
  private good: Readonly<Partial<Record<NotificationKind, Good>>> = $state.raw({});
  /** Numbers what was asked; answers come in that order, whatever ends early. */
  private asked = 0;
  private heard = 0;
  /** What was asked before another project was taken up is nobody's. */
  private sinceProject = 0;
  private newest: Promise<void> = Promise.resolve();
  private overdue: ReturnType<typeof setTimeout> | undefined;
  /** Runs while a change waits for a pause in typing. */
  private pause: ReturnType<typeof setTimeout> | undefined;

  /** Every stage from template and payload to the platform's verdict, as far as it is known. */
  readonly stages: Stages = $derived(this.paused ? pausedStages : (this.shown?.stages ?? waitingStages));

  /** What the stages are made from. */
  readonly input: PipelineInput = $derived(this.shown?.input ?? inputOf(this.project));

  /** The latest body that rendered, drawn; null while there is none, or no platform. */
  readonly drawn: Drawn | null = $derived(
    this.stages.rendered.ok ? (this.shown?.drawn ?? null) : (this.good[this.kind]?.drawn ?? null),
  );

  /**
   * `changed` is told of each change, after it; `platform` is the id of the one whose eyes look at the body. Nothing is
   * asked before the first change or `refresh`.
   */
  constructor(
    project: Project,
    paused: boolean,
    private readonly changed: () => void,
    private readonly platform: () => string | null,
    private readonly ask: Ask,
  ) {
    this.project = project;
    this.paused = paused;
  }

  /** Renders again. */
  resume(): void {
    this.paused = false;
    this.refresh();
  }

  /** Asks about what is there, as the page opens and whenever something beside the text changed: the platform. */
  refresh(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    if (this.paused) return;
    const input = inputOf(this.project);
    const platform = this.platform();
    const id = ++this.asked;
    this.waitForOther(input, platform);
    this.newest = this.ask('inspect', { input, platform }).then(async (reply) => {
      // Without the platform there is still an output; of an older text nobody wants it.
      const isLess = reply.kind === 'missing' && reply.missing.what === 'platform' && id === this.asked;
      this.hear(id, input, platform, isLess ? await this.ask('inspect', { input, platform: null }) : reply);
    });
  }

  /** Whether what is shown is of an older text. */
  get isBehind(): boolean {
    return !this.paused && (this.pause !== undefined || this.heard < this.asked);
  }

  /** Resolves when the answer to the newest text stands. Whoever takes an output away waits for this first. */
  async settled(): Promise<void> {
    while (this.isBehind) {
      if (this.pause !== undefined) this.refresh();
      await this.newest;
    }
  }

  /** What was shown before may stay for a moment, but not for longer, where it is of something else. */
  private waitForOther({ kind }: PipelineInput, platform: string | null): void {
    const { shown } = this;
    if (shown === null || (shown.input.kind === kind && shown.platform === platform && this.isOfProject)) return;
    this.overdue ??= setTimeout(() => {
      this.overdue = undefined;
      this.shown = null;
    }, patience);
  }

  private get isOfProject(): boolean {
    return this.heard > this.sinceProject;
  }

  private hear(id: number, input: PipelineInput, platform: string | null, reply: Reply<'inspect'>): void {
    if (id <= this.heard || (reply.kind === 'dropped' && id < this.asked)) return;
    this.heard = id;
    const { stages, drawn }: Inspected =
      reply.kind === 'answer' ? reply.answer : { stages: stagesOf(reply), drawn: null };
    const { kind } = input;
    const { rendered } = stages;
    if (rendered.ok) this.good = { ...this.good, [kind]: { rendered, drawn } };
    // The output of a kind that was left meanwhile is kept, not shown.
    if (kind !== this.kind) return;
    clearTimeout(this.overdue);
    this.overdue = undefined;
    this.shown = { input, platform, stages, drawn };
    if (!rendered.ok) void this.drawGood(kind, platform);
  }

  /** The last output that worked, as another platform than before shows it. */
  private async drawGood(kind: NotificationKind, platform: string | null): Promise<void> {
    const good = this.good[kind];
    if (good === undefined || (good.drawn?.platform ?? null) === platform) return;
    const reply = await this.ask('draw', { platform, body: good.rendered.body });
    const drawn = reply.kind === 'answer' ? reply.answer : null;
    if (this.good[kind] === good) this.good = { ...this.good, [kind]: { ...good, drawn } };
  }

  get templates(): Project['templates'] {
    return this.project.templates;
  }

  get payloads(): Project['payloads'] {
    return this.project.payloads;
  }

  /** The template of the kind that is open. */
  get template(): string {
    return this.project.templates[this.project.kind];
  }

  /** The payload of the kind that is open. */
  get payload(): string {
    return this.project.payloads[this.project.kind];
  }

  /** The output of the latest rendering of this kind that worked, or null. */
  get lastGood(): RenderSuccess | null {
    const { rendered } = this.stages;
    return rendered.ok ? rendered : (this.good[this.kind]?.rendered ?? null);
  }

  /** The one gateway for changes. */
  update(patch: Partial<Project>): void {
    this.put(patch);
    this.refresh();
  }

  private put(patch: Partial<Project>): void {
    this.project = { ...this.project, ...patch };
    this.changed();
  }

  /** A change of a text, key by key. */
  private type(patch: Partial<Project>): void {
    this.put(patch);
    const { rendered } = this.stages;
    if (rendered.ok && rendered.raw.length > long.output) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => {
        this.refresh();
      }, long.pause);
    } else this.refresh();
  }

  /** Starts over with a project, this very object; nothing of the old one is rendered once more. */
  replaceAll(project: Project): void {
    this.good = {};
    this.sinceProject = this.asked;
    this.heard = this.asked;
    this.project = project;
    this.changed();
    this.refresh();
  }

  setTemplate(kind: NotificationKind, text: string): void {
    if (text !== this.templates[kind]) this.type({ templates: { ...this.templates, [kind]: text } });
  }

  setPayload(kind: NotificationKind, text: string): void {
    if (text !== this.payloads[kind]) this.type({ payloads: { ...this.payloads, [kind]: text } });
  }

  /** What in template and payload a finding is about; null where that could not be found out. */
  async causeOf({ from, to }: Finding): Promise<Cause | null> {
    const reply = await this.ask('cause', { input: this.input, platform: null, from, to });
    return reply.kind === 'answer' ? reply.answer : null;
  }

  /** How the output is doing. */
  get mark(): TabMark {
    return outputMark(this.stages);
  }

  /** What to underline in an output that was meant to be JSON. */
  outputDiagnostics(stage: 'body' | 'raw'): readonly Diagnostic[] {
    return outputDiagnostics(this.stages, stage);
  }

  /** The line under an output, or null while there is no fresh one. */
  summary(stage: 'body' | 'raw'): OutputSummary | null {
    return outputSummary(this.stages, stage);
  }
}
