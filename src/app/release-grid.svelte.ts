/** The templates on every release of Coroot: where they stop working, and where their output changes. */
import {
  type CorootVersion,
  type NotificationKind,
  corootVersions,
  findVersion,
  notificationKinds,
  samplesFor,
} from '../coroot';
import { type Inspection, inspect } from '../pipeline';
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

/** What a payload becomes on a version of Coroot. */
function on(
  { customFields, templates }: Project,
  platform: Platform | null,
  version: CorootVersion,
  kind: NotificationKind,
  payload: string,
): Inspection {
  const fields = version.customFields ? customFields : [];
  const input = { kind, version: version.id, customFields: fields, template: templates[kind], payload };
  return inspect(input, platform, { drawing: false });
}

/** What the payload at hand becomes on the version that is chosen; null where that is nothing. */
export function chosenBody(project: Project, kind: NotificationKind): string | null {
  const { rendered } = on(project, null, findVersion(project.version), kind, project.payloads[kind]);
  return rendered.ok ? rendered.body : null;
}

/**
 * How the template of a kind fares on a release: with the payload at hand, and with what that release sends. `chosen`
 * is what the payload at hand becomes on the version that is chosen.
 */
export function fareOn(
  project: Project,
  platform: Platform | null,
  version: CorootVersion,
  kind: NotificationKind,
  chosen: string | null,
): ReleaseCell {
  const mine = on(project, platform, version, kind, project.payloads[kind]);
  // What the payload at hand lacks on another release says nothing of the template.
  const own = mine.payload.ok ? [{ title: 'the payload at hand', inspection: mine }] : [];
  const sent = samplesFor(kind, version).map(({ title, payload }) => ({
    title,
    inspection: on(project, platform, version, kind, payload),
  }));
  let worst: Omit<ReleaseCell, 'differs'> = { outcome: 'pass', reason: '', payload: '' };
  for (const { title, inspection } of [...own, ...sent]) {
    if (order[inspection.outcome] <= order[worst.outcome]) continue;
    worst = { outcome: inspection.outcome, reason: reasonOf(inspection), payload: title };
  }
  return { ...worst, differs: mine.rendered.ok && chosen !== null && mine.rendered.body !== chosen };
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
    const chosen = {
      incident: chosenBody(project, 'incident'),
      deployment: chosenBody(project, 'deployment'),
      alert: chosenBody(project, 'alert'),
    };
    for (const version of corootVersions) {
      const cells: Record<NotificationKind, ReleaseCell | null> = { incident: null, deployment: null, alert: null };
      for (const kind of notificationKinds) {
        if (!version.kinds.includes(kind)) continue;
        await letThePageBreathe();
        if (turn !== this.turn) return;
        cells[kind] = fareOn(project, platform, version, kind, chosen[kind]);
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
