/** Grids that are worked out cell by cell, so that nobody who types waits for more than one. */
import type { Project } from '../share';
import { LongRun } from './long-run.svelte';

/** What a grid is of; the platform by its id. */
export interface GridOf {
  readonly project: Project;
  readonly platform: string | null;
}

/** A grid of cells: how to begin, stop and go on is the same for all. */
export abstract class CellByCell<Cell> {
  /** Whether the cells are those of the project as it is now. */
  fresh = $state(false);
  readonly progress = new LongRun();
  /** Those that are there, in the order of the work. */
  protected cells: readonly Cell[] = [];
  private of: GridOf | null = null;

  /** While `paused` says so, nothing is rendered. */
  constructor(private readonly paused: () => boolean) {}

  /** Works out the cells from the one with an index on. */
  protected abstract work(of: GridOf, from: number): Promise<void>;

  /** Shows the cells that are there. */
  protected abstract show(): void;

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
    this.show();
  }

  /** Ends what is being worked out. */
  stop(): void {
    this.progress.end();
  }
}
