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
import { type Inspection, inspect, wholeFault } from '../pipeline';
import type { Platform } from '../platforms';
import type { Project } from '../share';
import { letThePageBreathe } from './breathe';
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

/** How one payload fares. `reason` is a sentence, or '' when all is well. */
export interface GridCell {
  readonly payload: GridPayload;
  readonly outcome: Inspection['outcome'];
  readonly reason: string;
}

/** A row: the same situation for each kind of notification, null where there is none. */
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

/** How a payload fares with the project's template on the platform. Never throws. */
export function fare(project: Project, platform: Platform | null, payload: GridPayload): GridCell {
  const { kind } = payload;
  const { version, customFields, templates } = project;
  const input = { kind, version, customFields, template: templates[kind], payload: payload.payload };
  const inspection = inspect(input, platform, { drawing: false });
  return { payload, outcome: inspection.outcome, reason: reasonOf(inspection) };
}

/** Why an inspection ends as it does, in a sentence, or '' when all is well. */
export function reasonOf({ rendered, json, verdict, outcome }: Inspection): string {
  if (!rendered.ok) return rendered.message;
  if (verdict === null) return outcome === 'pass' || json?.ok !== false ? '' : wholeFault(json.fault);
  const severity = outcome === 'fail' ? 'error' : 'warning';
  return verdict.findings.find((finding) => finding.severity === severity)?.message ?? '';
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

/** The grid, worked out in pieces so that the page stays alive. */
export class Grid {
  groups = $state.raw<readonly GridGroup[]>([]);
  /** Whether the cells are those of the project as it is now. */
  fresh = $state(false);
  /** What would mend the templates for failing cells. */
  repairs: Repairs = $state.raw(noRepairs);
  private turn = 0;

  /** While `paused` says so, nothing is rendered. */
  constructor(
    private readonly own: OwnPayloads,
    private readonly paused: () => boolean = () => false,
  ) {}

  /** How many cells there are of each outcome. */
  readonly totals: Readonly<Record<GridCell['outcome'], number>> = $derived.by(() => {
    const totals = { pass: 0, warn: 0, fail: 0 };
    for (const { rows } of this.groups) {
      for (const { cells } of rows)
        for (const kind of notificationKinds) if (cells[kind]) totals[cells[kind].outcome]++;
    }
    return totals;
  });

  /** Works everything out anew; an older run that is still going stops. */
  async run(project: Project, platform: Platform | null): Promise<void> {
    const turn = ++this.turn;
    this.fresh = false;
    if (this.paused()) return;
    const groups: GridGroup[] = [];
    for (const { title, rows } of plan(this.own, findVersion(project.version))) {
      const done: GridRow[] = [];
      for (const row of rows) {
        await letThePageBreathe();
        if (turn !== this.turn) return;
        const cell = (kind: NotificationKind): GridCell | null => {
          const payload = row.payloads[kind];
          return payload === undefined ? null : fare(project, platform, payload);
        };
        const cells = { incident: cell('incident'), deployment: cell('deployment'), alert: cell('alert') };
        done.push({ title: row.title, description: row.description, cells });
      }
      groups.push({ title, rows: done });
    }
    this.groups = groups;
    this.fresh = true;
    this.repairs = noRepairs;
    const repairs = await repairsOf(failing(groups), project, platform, () => turn !== this.turn);
    if (turn === this.turn) this.repairs = repairs;
  }

  /** Forgets what is being worked out. */
  stop(): void {
    this.turn++;
  }
}

function failing(groups: readonly GridGroup[]): readonly GridPayload[] {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  return cells.flatMap((cell) => (cell?.outcome === 'fail' ? [cell.payload] : []));
}
