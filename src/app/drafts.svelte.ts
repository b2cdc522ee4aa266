/**
 * Where work is kept. Each open tab has a draft of its own, saved while typing; a draft whose tab is closed goes to the
 * history, and so does a snapshot before everything that replaces text. What this release cannot read stays as it is.
 */
import { type Project, parseProject } from '../share';
import { StoredList, readStored, readText, storage, storedKeys, writeStored, writeText } from './persisted.svelte';
import { type Holds, freshId, tabHolds } from './tab-holds';

/** One kept state of the work; `at` is in milliseconds since 1970, always one that a `Date` can hold. */
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
  /** Whether the history has it: its tab was not there when another opened, but may come back with the session. */
  readonly retired: boolean;
}

/** How long a tab waits for its own draft, in milliseconds: a reload may be there before the old page has let go. */
const patience = 1000;
/** How long the draft of a tab that does not come back is kept beside the history, in milliseconds. */
const retiredAge = 30 * 24 * 60 * 60 * 1000;
const historySize = 60;

/** What to say when text was replaced and no snapshot of it could be stored. */
export const notInHistory = 'The history could not keep what you had: it is lost when you close this tab.';

/** The latest time that a `Date` can hold, in milliseconds. https://tc39.es/ecma262/#sec-time-values-and-time-range */
const maxTime = 8.64e15;
const tabKey = 'coroot-playground.tab';

function record(stored: unknown): Readonly<Record<string, unknown>> | null {
  return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : null;
}

/** What a person typed here may be longer than a link can be. */
function readProject(stored: unknown): Project | null {
  const result = parseProject(stored, Number.POSITIVE_INFINITY);
  return result.ok ? result.project : null;
}

function readTime(stored: unknown): number {
  return typeof stored === 'number' && Math.abs(stored) <= maxTime ? stored : 0;
}

function readDraft(id: string): Draft | null {
  const stored = record(readStored(`draft.${id}`));
  const project = readProject(stored?.['project']);
  if (stored === null || project === null) return null;
  const { at, hash, retired } = stored;
  return { at: readTime(at), project, hash: typeof hash === 'string' ? hash : '', retired: retired === true };
}

function readSnapshot(entry: unknown): Snapshot | null {
  const fields = record(entry);
  const project = readProject(fields?.['project']);
  if (fields === null || project === null) return null;
  const { at, reason } = fields;
  return { at: readTime(at), reason: typeof reason === 'string' ? reason : '', project };
}

function sessionTab(): string | null {
  try {
    return sessionStorage.getItem(tabKey);
  } catch {
    return null;
  }
}

function setSessionTab(id: string): void {
  try {
    sessionStorage.setItem(tabKey, id);
  } catch {
    // Without session storage a reload resumes the latest closed draft, which is this one.
  }
}

/** What is stored of all tabs. */
interface StoredDrafts {
  /** The drafts that can be read, the one saved last first. */
  readonly known: readonly (Draft & { readonly id: string })[];
  /** The texts of those that cannot. */
  readonly strange: readonly string[];
}

/** Reads every stored draft, which may be megabytes. */
function storedDrafts(): StoredDrafts {
  const known: (Draft & { readonly id: string })[] = [];
  const strange: string[] = [];
  for (const key of storedKeys('draft.')) {
    const id = key.slice('draft.'.length);
    const draft = readDraft(id);
    const text = draft === null ? readText(key) : null;
    if (draft !== null) known.push({ ...draft, id });
    else if (text !== null) strange.push(text);
  }
  return { known: known.sort((a, b) => b.at - a.at), strange };
}

/** This tab's draft and everybody's history. */
export class Drafts {
  private readonly list = new StoredList<Snapshot>('history', readSnapshot);
  /** Tells this page's writes from those of a page that took the draft over, while this one was frozen for example. */
  private readonly signature = freshId();
  private saved: { readonly project: Project; readonly hash: string } | null = null;

  private constructor(
    private readonly holds: Holds,
    private draftId: string,
    /** What this tab held when it was last open, or null for a new one. */
    readonly restored: Draft | null,
    /** The texts of stored drafts that this release could not read when this tab was opened. */
    readonly strange: readonly string[],
  ) {
    this.sign();
  }

  /**
   * Finds this tab's draft: its own from before a reload, a copy of the one of the tab it is a duplicate of, else the
   * latest whose tab is closed, else none. A draft that cannot be read is nobody's and stays where it is.
   */
  static async open(): Promise<Drafts> {
    const holds = tabHolds();
    const stored = storedDrafts();
    const own = sessionTab();
    const draft = stored.known.find(({ id }) => id === own) ?? null;
    const foreign = own !== null && draft === null && readText(`draft.${own}`) !== null;
    const mine = own !== null && !foreign && (await holds.claim(own, patience)) !== null;
    if (mine) return new Drafts(holds, own, draft, stored.strange);
    // A browser that duplicates a tab gives the copy the same session, while the draft stays with the tab that has it.
    return draft === null ? Drafts.openNew(holds, stored) : Drafts.openAs(holds, freshId(), draft, stored.strange);
  }

  /** The drafts of a page that keeps nothing: the one that the build draws. */
  static ofNobody(): Drafts {
    return new Drafts({ claim: () => Promise.resolve(() => undefined) }, 'nobody', null, []);
  }

  private static async openAs(
    holds: Holds,
    id: string,
    draft: Draft | null,
    strange: readonly string[],
  ): Promise<Drafts> {
    await holds.claim(id);
    return new Drafts(holds, id, draft, strange);
  }

  /** A tab without a draft of its own takes over the latest closed one; those closed before go to the history. */
  private static async openNew(holds: Holds, { known: candidates, strange }: StoredDrafts): Promise<Drafts> {
    const claims = await Promise.all(candidates.map(({ id }) => holds.claim(id)));
    const closed = candidates.filter((_, i) => claims[i] !== null);
    const latest = closed.find(({ retired }) => !retired);
    const drafts =
      latest === undefined
        ? await Drafts.openAs(holds, freshId(), null, strange)
        : new Drafts(holds, latest.id, readDraft(latest.id), strange);
    // Oldest first, so that the history has the newest on top.
    for (const { id } of [...closed].reverse()) if (id !== latest?.id) drafts.retire(id);
    // A tab that was closed may be about to come back: browsers restore the tabs of a session one by one.
    for (const [i, { id }] of candidates.entries()) if (id !== latest?.id) claims[i]?.();
    return drafts;
  }

  /** The id of this tab's draft. */
  get id(): string {
    return this.draftId;
  }

  /** Newest first. */
  get history(): readonly Snapshot[] {
    return this.list.entries;
  }

  /** Saves the tab's work. `hash` is the link it equals, or empty. Returns whether the browser kept it. */
  save(project: Project, hash: string): boolean {
    const key = `draft.${this.draftId}`;
    // Storage that was cleared names nobody: then nobody else has the draft.
    const owner = readText(`owner.${this.draftId}`);
    const ours = owner === null || owner === this.signature;
    const unchanged = this.saved?.project === project && this.saved.hash === hash;
    if (unchanged && (!ours || readText(key) !== null)) return storage.refusal(key) === null;
    if (!ours) this.moveOut();
    else if (owner === null) this.sign();
    const draft: Draft = { at: Date.now(), project, hash, retired: false };
    const kept = writeStored(`draft.${this.draftId}`, draft);
    this.saved = kept ? { project, hash } : null;
    return kept;
  }

  /**
   * Keeps a state in the history; a state that is there already moves to the top. In a full storage the oldest make
   * room. Returns whether the browser kept it; when not, this tab's history has it until the tab is closed.
   */
  snapshot(reason: string, project: Project, at: number = Date.now()): boolean {
    const text = JSON.stringify(project);
    return this.list.change(
      (old) =>
        [{ at, reason, project }, ...old.filter((o) => JSON.stringify(o.project) !== text)].slice(0, historySize),
      (list) => (list.length > 1 ? list.slice(0, Math.ceil(list.length / 2)) : null),
    );
  }

  /** Forgets the history, and the drafts of closed tabs that it has. Returns how to put the history back. */
  clearHistory(): () => boolean {
    for (const { id, retired } of storedDrafts().known) if (retired && id !== this.draftId) this.remove(id);
    return this.list.clear();
  }

  /** Takes over what other tabs wrote. */
  refresh(): void {
    this.list.refresh();
  }

  private sign(): void {
    setSessionTab(this.draftId);
    void writeText(`owner.${this.draftId}`, this.signature);
  }

  /** Another page has the draft now: this one goes on under an id of its own. */
  private moveOut(): void {
    storage.forgive(`draft.${this.draftId}`);
    storage.forgive(`owner.${this.draftId}`);
    this.draftId = freshId();
    void this.holds.claim(this.draftId);
    this.sign();
  }

  private remove(id: string): void {
    void writeText(`draft.${id}`, null);
    void writeText(`owner.${id}`, null);
  }

  private retire(id: string): void {
    const draft = readDraft(id);
    if (draft === null) return;
    if (draft.retired) {
      if (draft.at < Date.now() - retiredAge) this.remove(id);
    } else if (this.snapshot('A tab you closed', draft.project, draft.at)) {
      // What does not fit with this mark stays as it is, and is looked at again by the next tab.
      void writeStored(`draft.${id}`, { ...draft, retired: true });
    }
  }
}
