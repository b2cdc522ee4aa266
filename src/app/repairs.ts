/** Which fix of a template mends it for a payload on which it fails: found out by trying, one after the other. */
import type { Fix } from '../analysis';
import { type NotificationKind, notificationKinds } from '../coroot';
import type { Project } from '../share';
import type { Ask } from '../worker';
import { inputOf, templateOf } from './input';

/** A payload that a template fails on; `id` is unique. */
export interface Failing {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly payload: string;
}

/** A fix, for the text of the template that it mends. */
export interface Repair {
  readonly kind: NotificationKind;
  readonly text: string;
  readonly fix: Fix;
}

/** Repairs by the ids of the payloads that do not fail then. */
export type Repairs = ReadonlyMap<string, Repair>;

/** None. */
export const noRepairs: Repairs = new Map();

/** How many times a template is rendered with a fix for one grid; nobody waits for more. */
const mostTries = 150;

/** The repairs of what fails, found until `isOver` says so; the platform by its id. */
export async function repairsOf(
  failed: readonly Failing[],
  project: Project,
  platform: string | null,
  ask: Ask,
  isOver: () => boolean,
): Promise<Repairs> {
  const found = new Map<string, Repair>();
  let tries = 0;
  for (const kind of notificationKinds) {
    const failing = failed.filter((payload) => payload.kind === kind);
    if (failing.length === 0) continue;
    const text = project.templates[kind];
    const reply = await ask('fixes', { template: templateOf(project, kind), platform });
    const fixes = reply.kind === 'answer' ? [...reply.answer] : [];
    for (const payload of failing) {
      for (const fix of fixes) {
        if (tries++ >= mostTries || isOver()) return found;
        const mends = await ask('mends', { input: inputOf(project, kind, payload.payload), platform, fix });
        if (mends.kind !== 'answer' || !mends.answer) continue;
        found.set(payload.id, { kind, text, fix });
        // What mended one is likely to mend the next.
        fixes.splice(fixes.indexOf(fix), 1);
        fixes.unshift(fix);
        break;
      }
    }
  }
  return found;
}

/** The fixes of repairs, those first that mend it for most payloads, each with how many. */
export function summaryOf(repairs: Repairs): readonly (Repair & { readonly count: number })[] {
  const counts = new Map<string, Repair & { readonly count: number }>();
  for (const repair of repairs.values()) {
    const key = JSON.stringify([repair.kind, repair.fix]);
    counts.set(key, { ...repair, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
