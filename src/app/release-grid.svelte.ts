/** The templates on every release of Coroot: where they stop working, and where their output changes. */
import { type CorootVersion, type NotificationKind, corootVersions } from '../coroot';
import type { ReleaseFare } from '../pipeline';
import type { Project } from '../share';
import type { Ask } from '../worker';
import { inputOf } from './input';
import { LongRun } from './long-run.svelte';
import { whyNot } from './no-stages';

/** A release, and how the template of each kind fares on it; null where it sends no such kind, or not yet. */
export interface ReleaseRow {
  readonly version: CorootVersion;
  readonly cells: Readonly<Record<NotificationKind, ReleaseFare | null>>;
}

/** What the grid is of; the platform by its id. */
interface Of {
  readonly project: Project;
  readonly platform: string | null;
}

interface Step {
  readonly version: CorootVersion;
  readonly kind: NotificationKind;
}

const steps: readonly Step[] = corootVersions.flatMap((version) => version.kinds.map((kind) => ({ version, kind })));

/** Every release, worked out cell by cell, so that nobody who types waits for more than one. */
export class ReleaseGrid {
  rows = $state.raw<readonly ReleaseRow[]>([]);
  /** Whether the rows are those of the project as it is now. */
  fresh = $state(false);
  readonly progress = new LongRun();
  private of: Of | null = null;
  /** Those that are there, in the order of the steps. */
  private cells: readonly ReleaseFare[] = [];

  /** While `paused` says so, nothing is rendered. */
  constructor(
    private readonly paused: () => boolean,
    private readonly ask: Ask,
  ) {}

  /**
   * Works everything out anew; an older run that is still going on ends. What a person stopped stays so: `goOn` begins.
   */
  async run(project: Project, platform: string | null): Promise<void> {
    this.progress.end();
    this.fresh = false;
    this.of = { project, platform };
    this.cells = [];
    if (!this.paused() && !this.progress.halted) await this.work(this.of, 0);
  }

  /** Goes on where a person stopped it. */
  async goOn(): Promise<void> {
    this.progress.halted = false;
    if (this.of !== null && !this.paused()) await this.work(this.of, this.cells.length);
  }

  /** Stops because a person wants so; what there is so far is shown. */
  halt(): void {
    this.progress.halt();
    this.rows = rowsOf(this.cells);
  }

  /** Ends what is being worked out. */
  stop(): void {
    this.progress.end();
  }

  private async work({ project, platform }: Of, from: number): Promise<void> {
    const fareOn = async ({ kind, version }: Step): Promise<ReleaseFare> => {
      const reply = await this.ask('release', { input: inputOf(project, kind), platform, release: version.id });
      const none = { outcome: 'fail', payload: '', differs: false } as const;
      return reply.kind === 'answer' ? reply.answer : { ...none, reason: whyNot(reply) };
    };
    const isWhole = await this.progress.each(steps, from, fareOn, (fare) => {
      this.cells = [...this.cells, fare];
    });
    if (!isWhole) return;
    this.rows = rowsOf(this.cells);
    this.fresh = true;
  }
}

function rowsOf(found: readonly ReleaseFare[]): readonly ReleaseRow[] {
  return corootVersions.map((version) => {
    const cells: Record<NotificationKind, ReleaseFare | null> = { incident: null, deployment: null, alert: null };
    for (const [i, step] of steps.entries()) if (step.version === version) cells[step.kind] = found[i] ?? null;
    return { version, cells };
  });
}
