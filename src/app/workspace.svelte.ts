/**
 * The text a person works on and everything that follows from it. Few inputs, the rest derived; one way to change it.
 */
import type { NotificationKind } from '../coroot';
import type { Diagnostic } from '../editor';
import type { Project } from '../share';
import {
  type Cause,
  type Inspection,
  type PipelineInput,
  type RenderSuccess,
  causeOf,
  drawBody,
  inspect,
} from '../pipeline';
import { type Drawing, type Finding, type Platform } from '../platforms';

/** One line about an output: its tone, what it says, the place it speaks of, and plain facts beside it. */
export interface OutputSummary {
  readonly tone: 'ok' | 'error' | 'info';
  readonly text: string;
  readonly at: { readonly from: number; readonly to: number } | null;
  readonly facts: readonly string[];
}

/** What a tab's label points out: there is no output, or one that is broken JSON. */
export type TabMark = 'error' | 'warning' | null;

/** What stands in place of the stages while nothing is rendered. */
const pausedStages: Inspection = {
  payload: { ok: false, problems: [] },
  rendered: {
    ok: false,
    source: 'paused',
    message: 'Nothing is rendered until you ask for it.',
    template: null,
    worksSince: null,
  },
  json: null,
  verdict: null,
  drawing: null,
  outcome: 'fail',
  findings: null,
};

/**
 * How long the stages may take before they wait for a pause in typing, in milliseconds; drawing takes its time as well.
 */
const bearable = 50;

/** How long nothing is typed before such an output follows, in milliseconds: as long as it takes, within these. */
const pauseInTyping = { least: 300, most: 2000 };

/** The work of one tab. */
export class Workspace {
  /** Replaced as a whole by `update`, so that an unchanged project is the same object. */
  project: Project = $state.raw() as Project;
  /** What the stages show: `project`, or what it was before somebody typed into something that takes long. */
  private shown: Project = $state.raw() as Project;
  /** How long the latest stages took, in milliseconds. */
  private busy = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  // Derived, so that what depends on them rests while somebody types.
  readonly kind: NotificationKind = $derived(this.project.kind);
  readonly preset: string | null = $derived(this.project.preset);
  /** Whether nothing is rendered: the work did not come up last time. Ends with `resume`. */
  paused = $state(false);
  /** The latest output of each kind before the last change. */
  private good: Readonly<Partial<Record<NotificationKind, RenderSuccess>>> = {};

  /** Every stage from template and payload to the platform's verdict, for the kind that is open. */
  readonly stages: Inspection = $derived.by(() => (this.paused ? pausedStages : this.run(this.input)));

  /** The latest body that rendered, drawn; null while there is none, or no platform. */
  readonly drawing: Drawing | null = $derived.by(() => {
    if (this.stages.rendered.ok) return this.stages.drawing;
    const platform = this.platform();
    return this.lastGood === null || platform === null ? null : drawBody(platform, this.lastGood.body);
  });

  /** `changed` is told of each change, after it; `platform` is the one whose eyes look at the body. */
  constructor(
    project: Project,
    paused: boolean,
    private readonly changed: () => void,
    private readonly platform: () => Platform | null,
  ) {
    this.project = project;
    this.paused = paused;
    this.catchUp();
  }

  /** Renders again. */
  resume(): void {
    this.paused = false;
  }

  /** Lets the stages follow what was typed, now. Whoever takes an output away asks for this first. */
  catchUp(): void {
    clearTimeout(this.pause);
    if (this.shown === this.project) return;
    this.shown = this.project;
  }

  private run(input: PipelineInput): Inspection {
    const started = performance.now();
    const stages = inspect(input, this.platform());
    this.busy = performance.now() - started;
    return stages;
  }

  /** What the stages are made from. */
  get input(): PipelineInput {
    const { kind, version, customFields, templates, payloads } = this.shown;
    return { kind, version, customFields, template: templates[kind], payload: payloads[kind] };
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
    return rendered.ok ? rendered : (this.good[this.kind] ?? null);
  }

  /** The one gateway for changes. */
  update(patch: Partial<Project>): void {
    this.put(patch);
    this.catchUp();
  }

  private put(patch: Partial<Project>): void {
    const { rendered } = this.stages;
    if (rendered.ok) this.good = { ...this.good, [this.kind]: rendered };
    this.project = { ...this.project, ...patch };
    this.changed();
  }

  /** A change of a text, key by key. */
  private type(patch: Partial<Pick<Project, 'templates' | 'payloads'>>): void {
    // What was typed into the other text is another change.
    if (patch.templates === undefined ? this.shown.templates !== this.templates : this.shown.payloads !== this.payloads)
      this.catchUp();
    this.put(patch);
    if (this.busy <= bearable) {
      this.catchUp();
      return;
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(
      () => {
        this.catchUp();
      },
      Math.min(Math.max(this.busy, pauseInTyping.least), pauseInTyping.most),
    );
  }

  /** Starts over with a project, this very object; nothing of the old one is rendered once more. */
  replaceAll(project: Project): void {
    this.good = {};
    this.project = project;
    this.changed();
    this.catchUp();
  }

  setTemplate(kind: NotificationKind, text: string): void {
    if (text !== this.templates[kind]) this.type({ templates: { ...this.templates, [kind]: text } });
  }

  setPayload(kind: NotificationKind, text: string): void {
    if (text !== this.payloads[kind]) this.type({ payloads: { ...this.payloads, [kind]: text } });
  }

  /** What in template and payload a finding is about. */
  causeOf(finding: Finding): Cause {
    return causeOf(this.input, finding);
  }

  /** How the output is doing. */
  get mark(): TabMark {
    const { rendered, json } = this.stages;
    if (!rendered.ok) return 'error';
    return json !== null && !json.ok && json.expected ? 'warning' : null;
  }

  /** What to underline in an output that was meant to be JSON. */
  outputDiagnostics(stage: 'body' | 'raw'): readonly Diagnostic[] {
    const { json } = this.stages;
    if (stage === 'raw' || json === null || json.ok || !json.expected) return [];
    return [{ from: json.error.from, to: json.error.to, severity: 'error', message: json.error.message }];
  }

  /** The line under an output, or null while there is no fresh one. */
  summary(stage: 'body' | 'raw'): OutputSummary | null {
    const { rendered, json } = this.stages;
    if (!rendered.ok || json === null) return null;
    const bytes = stage === 'body' ? rendered.bodyBytes : rendered.rawBytes;
    const breaks = `${String(rendered.escapes)} line ${rendered.escapes === 1 ? 'break' : 'breaks'}`;
    const size = `${bytes.toLocaleString()} ${bytes === 1 ? 'byte' : 'bytes'}`;
    if (stage === 'raw') {
      const text =
        rendered.escapes > 0
          ? `Coroot escapes ${breaks} in this before sending`
          : rendered.notEscaped === null
            ? 'Coroot sends this unchanged: no line breaks to escape'
            : `Coroot sends this unchanged: ${rendered.notEscaped}`;
      return { tone: 'info', text, at: null, facts: [size] };
    }
    const facts = rendered.escapes > 0 ? [`${breaks} escaped`, size] : [size];
    if (json.ok) return { tone: 'ok', text: 'Valid JSON', at: null, facts };
    if (!json.expected) return { tone: 'info', text: 'Plain text, not JSON', at: null, facts };
    const { from, to } = json.error;
    const { said, advice } = json.fault;
    return {
      tone: 'error',
      text: said,
      at: { from, to },
      facts: [advice, ...facts],
    };
  }
}
