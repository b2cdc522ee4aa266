/**
 * Every payload against the templates as they are now: what passes on the platform and what does not, with the reason.
 */
import {
  type CorootVersion,
  type NotificationKind,
  type Sample,
  findVersion,
  hostileSamples,
  notificationKinds,
  samplesFor,
} from '../coroot';
import type { Fare } from '../pipeline';
import type { Ask } from '../worker';
import { CellByCell, type GridOf } from './cells.svelte';
import { inputOf } from './input';
import { whyNot } from './no-stages';
import type { OwnPayloads } from './own-payloads.svelte';
import { type Repairs, noRepairs, repairsOf } from './repairs';

/** A payload of the grid. */
export interface GridPayload {
  /** Unique. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly title: string;
  readonly description: string;
  readonly payload: string;
}

/** How one payload fares. */
export interface GridCell extends Fare {
  readonly payload: GridPayload;
}

/** A row: the same situation for each kind of notification, null where there is none, or not yet. */
export interface GridRow {
  readonly title: string;
  readonly description: string;
  readonly cells: Readonly<Record<NotificationKind, GridCell | null>>;
}

/** Rows that belong together. */
export interface GridGroup {
  readonly title: string;
  readonly rows: readonly GridRow[];
}

type RowPayloads = Readonly<Partial<Record<NotificationKind, GridPayload>>>;

interface Planned {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly description: string; readonly payloads: RowPayloads }[];
}

function hostileRows(version: CorootVersion): Planned['rows'] {
  const fitting = version.kinds.flatMap((kind) => samplesFor(kind, version, hostileSamples));
  const key = ({ id, kind }: Sample): string => id.slice(0, -kind.length);
  return [...new Set(fitting.map(key))].map((row) => {
    const found = fitting.filter((sample) => key(sample) === row);
    const { title = '', description = '' } = found[0] ?? {};
    return { title, description, payloads: Object.fromEntries(found.map((sample) => [sample.kind, sample])) };
  });
}

function alone(payload: GridPayload): Planned['rows'][number] {
  return { title: payload.title, description: payload.description, payloads: { [payload.kind]: payload } };
}

function plan(own: OwnPayloads, version: CorootVersion): readonly Planned[] {
  const mine = own.all
    .filter(({ kind }) => version.kinds.includes(kind))
    .map(({ name, kind, payload }) =>
      alone({ id: `own-${kind}-${name}`, kind, title: name, description: 'Your own payload.', payload }),
    );
  return [
    { title: 'Your payloads', rows: mine },
    { title: 'Hostile payloads', rows: hostileRows(version) },
    { title: 'Samples', rows: version.kinds.flatMap((kind) => samplesFor(kind, version)).map(alone) },
  ].filter(({ rows }) => rows.length > 0);
}

/** The grid. */
export class Grid extends CellByCell<GridCell> {
  groups = $state.raw<readonly GridGroup[]>([]);
  /** What would mend the templates for failing cells. */
  repairs: Repairs = $state.raw(noRepairs);
  private planned: readonly Planned[] = [];

  /** While `paused` says so, nothing is rendered. */
  constructor(
    private readonly own: OwnPayloads,
    paused: () => boolean,
    private readonly ask: Ask,
  ) {
    super(paused);
  }

  /** How many cells there are of each outcome. */
  readonly totals: Readonly<Record<GridCell['outcome'], number>> = $derived.by(() => {
    const totals = { pass: 0, warn: 0, fail: 0 };
    for (const { rows } of this.groups) {
      for (const { cells } of rows)
        for (const kind of notificationKinds) if (cells[kind]) totals[cells[kind].outcome]++;
    }
    return totals;
  });

  protected override show(): void {
    this.groups = groupsOf(this.planned, this.cells);
  }

  protected override async work({ project, platform }: GridOf, from: number): Promise<void> {
    // A grid that goes on has its plan.
    if (from === 0) this.planned = plan(this.own, findVersion(project.version));
    const payloads = this.planned.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.payloads)));
    const fareOf = async (payload: GridPayload): Promise<GridCell> => {
      const input = inputOf(project, payload.kind, payload.payload);
      const reply = await this.ask('fare', { input, platform });
      const fare: Fare = reply.kind === 'answer' ? reply.answer : { outcome: 'fail', reason: whyNot(reply) };
      return { payload, ...fare };
    };
    const isWhole = await this.progress.each(payloads, from, fareOf, (cell) => {
      this.cells = [...this.cells, cell];
    });
    if (!isWhole) return;
    this.show();
    this.fresh = true;
    this.repairs = noRepairs;
    const isOver = this.progress.watch();
    const repairs = await repairsOf(failing(this.groups), project, platform, this.ask, isOver);
    if (!isOver()) this.repairs = repairs;
  }
}

/** The rows as they are shown, with the cells that are there. */
function groupsOf(planned: readonly Planned[], cells: readonly GridCell[]): readonly GridGroup[] {
  const cellOf = (payload: GridPayload | undefined): GridCell | null =>
    cells.find((cell) => cell.payload === payload) ?? null;
  return planned.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => {
      const { incident, deployment, alert } = row.payloads;
      const shown = { incident: cellOf(incident), deployment: cellOf(deployment), alert: cellOf(alert) };
      return { title: row.title, description: row.description, cells: shown };
    }),
  }));
}

function failing(groups: readonly GridGroup[]): readonly GridPayload[] {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  return cells.flatMap((cell) => (cell?.outcome === 'fail' ? [cell.payload] : []));
}
