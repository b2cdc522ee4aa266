/**
 * Where work is kept. Each open tab has a draft of its own, saved while typing; a draft whose tab is closed goes to the
 * history, and so does a snapshot before everything that replaces text. https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
import { type Project, parseProject, projectLimits, textSize } from '../share';
import { readStored, storage, storedKeys, writeStored } from './persisted.svelte';

/** One kept state of the work; `at` is in milliseconds since 1970. */
export interface Snapshot {
  readonly at: number;
  readonly reason: string;
  readonly project: Project;
}

/** A tab's work, and the link it was opened from or shared as, while it is still equal to that link. */
interface Draft {
  readonly at: number;
  readonly project: Project;
  readonly hash: string;
}

const historySize = 60;
const tabKey = 'coroot-playground.tab';

function record(stored: unknown): Readonly<Record<string, unknown>> | null {
  return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : null;
}

function readProject(stored: unknown): Project | null {
  const result = parseProject(stored);
  return result.ok ? result.project : null;
}

function readDraft(id: string): Draft | null {
  const stored = record(readStored(`draft.${id}`));
  const project = readProject(stored?.['project']);
  if (stored === null || project === null) return null;
  const { at, hash } = stored;
  return { at: typeof at === 'number' ? at : 0, project, hash: typeof hash === 'string' ? hash : '' };
}

function readHistory(): readonly Snapshot[] {
  const stored = readStored('history');
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown): Snapshot[] => {
    const fields = record(entry);
    const project = readProject(fields?.['project']);
    if (fields === null || project === null) return [];
    const { at, reason } = fields;
    return [{ at: typeof at === 'number' ? at : 0, reason: typeof reason === 'string' ? reason : '', project }];
  });
}

function sessionTab(): string | null {
  try {
    return sessionStorage.getItem(tabKey);
  } catch {
    return null;
  }
}

/** Holds the lock of a draft until the tab closes; false when another tab has it. Without locks every tab is alone. */
async function claim(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return true;
  return new Promise((resolve) => {
    navigator.locks
      .request(`coroot-playground.draft.${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(() => {
        resolve(true);
      });
  });
}

/** This tab's draft and everybody's history. */
export class Drafts {
  private snapshots = $state.raw<readonly Snapshot[]>(readHistory());

  private constructor(
    private readonly id: string,
    /** What this tab held when it was last open, or null for a new one. */
    readonly restored: Draft | null,
  ) {}

  /** Finds this tab's draft: its own from before a reload, else the latest whose tab is closed, else none. */
  static async open(): Promise<Drafts> {
    const own = sessionTab();
    const ids = storedKeys('draft.').map((key) => key.slice('draft.'.length));
    const latest = ids
      .map((id) => ({ id, draft: readDraft(id) }))
      .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0))
      .map(({ id }) => id);
    let id: string | null = null;
    const closed: string[] = [];
    for (const candidate of own === null ? latest : [own, ...latest.filter((other) => other !== own)]) {
      if (!(await claim(candidate))) continue;
      if (id === null) id = candidate;
      else closed.push(candidate);
    }
    if (id === null) {
      id = crypto.randomUUID();
      await claim(id);
    }
    const drafts = new Drafts(id, readDraft(id));
    for (const other of closed) drafts.retire(other);
    try {
      sessionStorage.setItem(tabKey, id);
    } catch {
      // Without session storage a reload resumes the latest closed draft, which is this one.
    }
    return drafts;
  }

  /** Newest first. */
  get history(): readonly Snapshot[] {
    return this.snapshots;
  }

  /** Saves the tab's work. `hash` is the link it equals, or empty. Returns whether the browser kept it. */
  save(project: Project, hash: string): boolean {
    const kept = writeStored(`draft.${this.id}`, { at: Date.now(), project, hash } satisfies Draft);
    // What cannot be read back is not kept, and the page must say so.
    storage.failing = !kept || textSize(project) > projectLimits.text;
    return !storage.failing;
  }

  /** Keeps a state in the history; a state that is there already moves to the top. */
  snapshot(reason: string, project: Project, at: number = Date.now()): void {
    const text = JSON.stringify(project);
    const others = readHistory().filter((old) => JSON.stringify(old.project) !== text);
    let next: readonly Snapshot[] = [{ at, reason, project }, ...others].slice(0, historySize);
    // A full storage must not lose the newest work: make room with the oldest.
    while (!writeStored('history', next) && next.length > 1) next = next.slice(0, Math.ceil(next.length / 2));
    this.snapshots = next;
  }

  /** Forgets the history. */
  clearHistory(): void {
    writeStored('history', null);
    this.snapshots = [];
  }

  private retire(id: string): void {
    const draft = readDraft(id);
    if (draft !== null) this.snapshot('A tab you closed', draft.project, draft.at);
    writeStored(`draft.${id}`, null);
  }
}
