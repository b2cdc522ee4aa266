/** The templates on every release of Coroot: where they stop working, and where their output changes. */
import { type CorootVersion, type NotificationKind, corootVersions, notificationKinds, samplesFor } from '../coroot';
import { type Inspection, type PipelineInput, inspect } from '../pipeline';
import type { Platform } from '../platforms';
import type { Project } from '../share';
import { letThePageBreathe } from './breathe';
import { reasonOf } from './grid.svelte';

/** How the template of one kind fares on a release. `reason` is a sentence, or '' when all is well. */
export interface ReleaseCell {
  readonly outcome: Inspection['outcome'];
  readonly reason: string;
  /** What fails or warns, by its title, or '' when all is well. */
  readonly payload: string;
  /**
   * Whether the payload at hand gets another output than on the release that is chosen; false where either has none.
   */
  readonly differs: boolean;
}

/** A release, and how the template of each kind fares on it; null where it sends no such kind. */
export interface ReleaseRow {
  readonly version: CorootVersion;
  readonly cells: Readonly<Record<NotificationKind, ReleaseCell | null>>;
}

const order = { pass: 0, warn: 1, fail: 2 } as const;

/** How the template of a kind fares on a release: with the payload at hand, and with what that release sends. */
export function fareOn(
  project: Project,
  platform: Platform | null,
  version: CorootVersion,
  kind: NotificationKind,
): ReleaseCell {
  const { customFields, templates, payloads } = project;
  const on = (id: string, payload: string): Inspection => {
    const input: PipelineInput = {
      kind,
      version: id,
      customFields: version.customFields ? customFields : [],
      template: templates[kind],
      payload,
    };
    return inspect(input, platform, { drawing: false });
  };
  const mine = on(version.id, payloads[kind]);
  const chosen = on(project.version, payloads[kind]);
  // What the payload at hand lacks on another release says nothing of the template.
  const own = mine.payload.ok ? [{ title: 'the payload at hand', inspection: mine }] : [];
  const sent = samplesFor(kind, version).map(({ title, payload }) => ({ title, inspection: on(version.id, payload) }));
  let worst: ReleaseCell = { outcome: 'pass', reason: '', payload: '', differs: false };
  for (const { title, inspection } of [...own, ...sent]) {
    if (order[inspection.outcome] <= order[worst.outcome]) continue;
    worst = { outcome: inspection.outcome, reason: reasonOf(inspection), payload: title, differs: false };
  }
  const differs =
    mine.rendered.ok &&
    chosen.rendered.ok &&
    mine.rendered.body !== chosen.rendered.body &&
    version.id !== project.version;
  return { ...worst, differs };
}

/** Every release, worked out in pieces so that the page stays alive. */
export class ReleaseGrid {
  rows = $state.raw<readonly ReleaseRow[]>([]);
  /** Whether the rows are those of the project as it is now. */
  fresh = $state(false);
  private turn = 0;

  /** While `paused` says so, nothing is rendered. */
  constructor(private readonly paused: () => boolean) {}

  /** Works everything out anew; an older run that is still going stops. */
  async run(project: Project, platform: Platform | null): Promise<void> {
    const turn = ++this.turn;
    this.fresh = false;
    if (this.paused()) return;
    const rows: ReleaseRow[] = [];
    for (const version of corootVersions) {
      const cells: Record<NotificationKind, ReleaseCell | null> = { incident: null, deployment: null, alert: null };
      for (const kind of notificationKinds) {
        if (!version.kinds.includes(kind)) continue;
        await letThePageBreathe();
        if (turn !== this.turn) return;
        cells[kind] = fareOn(project, platform, version, kind);
      }
      rows.push({ version, cells });
    }
    this.rows = rows;
    this.fresh = true;
  }

  /** Forgets what is being worked out. */
  stop(): void {
    this.turn++;
  }
}
