/** The templates on every release of Coroot: where they stop working, and where their output changes. */
import { type CorootVersion, type NotificationKind, corootVersions } from '../coroot';
import type { ReleaseFare } from '../pipeline';
import type { Ask } from '../worker';
import { CellByCell, type GridOf } from './cells.svelte';
import { inputOf } from './input';
import { whyNot } from './no-stages';

/** A release, and how the template of each kind fares on it; null where it sends no such kind, or not yet. */
export interface ReleaseRow {
  readonly version: CorootVersion;
  readonly cells: Readonly<Record<NotificationKind, ReleaseFare | null>>;
}

interface Step {
  readonly version: CorootVersion;
  readonly kind: NotificationKind;
}

const steps: readonly Step[] = corootVersions.flatMap((version) => version.kinds.map((kind) => ({ version, kind })));

/** Every release. */
export class ReleaseGrid extends CellByCell<ReleaseFare> {
  rows = $state.raw<readonly ReleaseRow[]>([]);

  /** While `paused` says so, nothing is rendered. */
  constructor(
    paused: () => boolean,
    private readonly ask: Ask,
  ) {
    super(paused);
  }

  protected override show(): void {
    this.rows = rowsOf(this.cells);
  }

  protected override async work({ project, platform }: GridOf, from: number): Promise<void> {
    const fareOn = async ({ kind, version }: Step): Promise<ReleaseFare> => {
      const reply = await this.ask('release', { input: inputOf(project, kind), platform, release: version.id });
      const none = { outcome: 'fail', payload: '', differs: false } as const;
      return reply.kind === 'answer' ? reply.answer : { ...none, reason: whyNot(reply) };
    };
    const isWhole = await this.progress.each(steps, from, fareOn, (fare) => {
      this.cells = [...this.cells, fare];
    });
    if (!isWhole) return;
    this.show();
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
