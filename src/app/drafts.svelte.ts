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
  /** Whether the history has it: its tab was not there when another opened, but may come back with the browser's session. */
  readonly retired: boolean;
}

/** How long a tab waits for its own draft, in milliseconds: a reload may be there before the old page has let go. */
const patience = 1000;
/** How long the draft of a tab that does not come back is kept beside the history, in milliseconds. */
const retiredAge = 30 * 24 * 60 * 60 * 1000;
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
  const { at, hash, retired } = stored;
  return {
    at: typeof at === 'number' ? at : 0,
    project,
    hash: typeof hash === 'string' ? hash : '',
    retired: retired === true,
  };
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

/** Ids of every stored draft, the one saved last first. */
function storedDrafts(): readonly string[] {
  return storedKeys('draft.')
    .map((key) => key.slice('draft.'.length))
    .map((id) => ({ id, at: readDraft(id)?.at ?? 0 }))
    .sort((a, b) => b.at - a.at)
    .map(({ id }) => id);
}

/**
 * Takes the lock of a draft, which is held until the tab closes or the returned function is called; null when another
 * tab still has it after `wait` milliseconds. Without locks every tab is alone.
 */
async function claim(id: string, wait = 0): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => undefined;
  const options: LockOptions = wait === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(wait) };
  return new Promise((resolve) => {
    navigator.locks
      .request(`coroot-playground.draft.${id}`, options, (lock) => {
        if (lock !== null) return new Promise<void>(resolve);
        resolve(null);
        return undefined;
      })
      .catch(() => {
        resolve(options.signal?.aborted === true ? null : () => undefined);
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

  /**
   * Finds this tab's draft: its own from before a reload, a copy of the one of the tab it is a duplicate of, else the
   * latest whose tab is closed, else none.
   */
  static async open(): Promise<Drafts> {
    const own = sessionTab();
    const draft = own === null ? null : readDraft(own);
    const mine = own !== null && (await claim(own, patience)) !== null;
    const drafts = mine ? new Drafts(own, draft) : draft === null ? await Drafts.openNew() : await Drafts.copy(draft);
    try {
      sessionStorage.setItem(tabKey, drafts.id);
    } catch {
      // Without session storage a reload resumes the latest closed draft, which is this one.
    }
    return drafts;
  }

  /** A browser that duplicates a tab gives the copy the same session, while the draft stays with the tab that has it. */
  private static async copy(draft: Draft): Promise<Drafts> {
    const id = crypto.randomUUID();
    await claim(id);
    return new Drafts(id, draft);
  }

  /** A tab without a draft of its own takes over the latest closed one; those closed before go to the history. */
  private static async openNew(): Promise<Drafts> {
    let id: string | null = null;
    const closed: (readonly [id: string, release: () => void])[] = [];
    for (const candidate of storedDrafts()) {
      const release = await claim(candidate);
      if (release === null) continue;
      if (id === null && readDraft(candidate)?.retired === false) id = candidate;
      else closed.push([candidate, release]);
    }
    if (id === null) {
      id = crypto.randomUUID();
      await claim(id);
    }
    const drafts = new Drafts(id, readDraft(id));
    // Oldest first, so that the history has the newest on top.
    for (const [other, release] of closed.reverse()) {
      drafts.retire(other);
      // Its tab may be about to come back: browsers restore the tabs of a session one by one.
      release();
    }
    return drafts;
  }

  /** Newest first. */
  get history(): readonly Snapshot[] {
    return this.snapshots;
  }

  /** Saves the tab's work. `hash` is the link it equals, or empty. Returns whether the browser kept it. */
  save(project: Project, hash: string): boolean {
    const kept = writeStored(`draft.${this.id}`, { at: Date.now(), project, hash, retired: false } satisfies Draft);
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

  /** Forgets the history, and the drafts of closed tabs that it has. */
  clearHistory(): void {
    writeStored('history', null);
    for (const id of storedDrafts()) {
      if (id !== this.id && readDraft(id)?.retired === true) writeStored(`draft.${id}`, null);
    }
    this.snapshots = [];
  }

  private retire(id: string): void {
    const draft = readDraft(id);
    if (draft === null || (draft.retired && draft.at < Date.now() - retiredAge)) {
      writeStored(`draft.${id}`, null);
    } else if (!draft.retired) {
      this.snapshot('A tab you closed', draft.project, draft.at);
      writeStored(`draft.${id}`, { ...draft, retired: true });
    }
  }
}
