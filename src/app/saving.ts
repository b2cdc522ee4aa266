/**
 * Saves the work of this tab while somebody types, and holds back what has not come up: until the page answers, work of
 * a link is not saved, so that the plain address opens what was there before.
 */
import type { Project } from '../share';
import { ComingUp, draftKey, linkKey } from './coming-up';
import type { Drafts } from './drafts.svelte';
import { replaceHash } from './location';
import type { Workspace } from './workspace.svelte';

/** How long a change may wait to be saved, in milliseconds; the first after a pause is saved at once. */
const saveInterval = 150;

/**
 * How long the page may take to answer after work was opened, before that counts as having come up, in milliseconds.
 */
const settling = 300;

/** Writes the work into the tab's draft, with the link it is equal to. */
export class Saving {
  /** The link the work is equal to, or ''. */
  private hash = '';
  /** The work when `hash` was right, to see the first edit after it. */
  private linked: Project | null = null;
  private unproven: Project | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private savedAt = 0;

  /**
   * `opening` is of the work that is being opened, until its answer is there; `blocking` tells whether the page's own
   * thread works that out.
   */
  constructor(
    private readonly work: Workspace,
    private readonly drafts: Drafts,
    private opening: ComingUp,
    private readonly blocking: () => boolean,
  ) {}

  /** Saves when the page is left or hidden, from now on. Returns how to stop. */
  start(): () => void {
    const leave = (): void => {
      this.cameUp();
      this.save();
    };
    const hide = (): void => {
      this.save();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    this.settle();
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }

  /** Whether the work is what this link holds. */
  isLinkedTo(hash: string): boolean {
    return hash === this.hash;
  }

  /** Whether this tab has had work: from before, or of its own. */
  get hasWork(): boolean {
    return this.drafts.restored !== null || this.linked !== null;
  }

  /** The work is now what this link holds; '' for none. */
  linkTo(hash: string): void {
    this.hash = hash;
    this.linked = this.work.project;
  }

  /** Another link is about to be opened: the page answered, so what it showed until now came up. */
  expectLink(hash: string): void {
    this.cameUp();
    this.opening = new ComingUp(linkKey(hash));
  }

  /** Takes up the work of the link that is being opened. It is not rendered when it did not come up last time. */
  takeUp(project: Project, hash: string): void {
    this.work.paused = this.opening.failedBefore;
    this.unproven = project;
    this.work.replaceAll(project);
    this.linkTo(hash);
  }

  /** Renders work that did not come up last time. */
  resume(): void {
    this.opening = new ComingUp(this.hash === '' ? draftKey(this.drafts.id) : linkKey(this.hash));
    this.work.resume();
    this.settle();
  }

  /** Waits until the page has drawn what was opened and answers again: timers run then. */
  settle(): void {
    const { opening } = this;
    void this.work.settled().then(() => {
      setTimeout(() => {
        if (opening === this.opening) this.cameUp();
      }, settling);
    });
  }

  private cameUp(): void {
    // Work that is not rendered has not come up, whatever the page does.
    if (this.work.paused) return;
    this.opening.done(this.blocking(), draftKey(this.drafts.id));
    this.unproven = null;
    this.save();
  }

  /**
   * Saves a change: at once when the last one is a while ago, else at the end of the interval, or when nobody looks.
   */
  saveSoon(): void {
    const wait = this.savedAt + saveInterval - Date.now();
    if (wait <= 0 || document.hidden) this.save();
    else
      this.timer ??= setTimeout(() => {
        this.save();
      }, wait);
  }

  /** Saves the work now. Returns whether the page may be loaded again without losing any of it. */
  save(): boolean {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { project } = this.work;
    // The link in the address still holds it.
    if (project === this.unproven) return true;
    if (this.unproven !== null) {
      this.unproven = null;
      // Somebody edits what is not rendered. It stays that way when it is opened again.
      if (this.work.paused) this.opening = new ComingUp(draftKey(this.drafts.id));
    }
    if (this.hash !== '' && this.linked !== project) {
      this.hash = '';
      replaceHash('');
    }
    this.savedAt = Date.now();
    return this.drafts.save(project, this.hash);
  }
}
