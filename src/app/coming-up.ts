/**
 * Notices work that did not come up: a mark is stored before it is rendered for the first time and taken away once the
 * answer is there. A mark that is still there at the next opening means that the browser ended the page in between, for
 * its memory for example, which no watchdog sees; the work is then opened without rendering it.
 */
import { readText, storedKeys, writeText } from './persisted.svelte';

/** Work that blocked the page for longer than this is treated as if it had not come up, in milliseconds. */
const tooLong = 5000;
/** How long a mark counts, in milliseconds. */
const markAge = 30 * 24 * 60 * 60 * 1000;

/** The key of the mark over a tab's draft, by the draft's id. */
export function draftKey(id: string): string {
  return `opening.draft.${id}`;
}

/** The key of the mark over a link, by its length and checksum. */
export function linkKey(hash: string): string {
  return `opening.link.${String(hash.length)}.${hash.slice(-8)}`;
}

/** One opening of some work. */
export class ComingUp {
  /** Whether the same work did not come up last time. */
  readonly failedBefore: boolean;
  private readonly started = Date.now();
  private answered = false;

  /** Marks the work as being opened. */
  constructor(private readonly key: string) {
    for (const old of storedKeys('opening.')) {
      if (!(Number(readText(old)) > this.started - markAge)) void writeText(old, null);
    }
    this.failedBefore = readText(key) !== null;
    this.leave(key);
  }

  /**
   * The answer is there. Work that took too long on the page's own thread, `blocking` it, keeps its mark, and gets
   * those of the other ways to open it. The first answer decides: work that came up is not marked when the page is left
   * an hour later.
   */
  done(blocking: boolean, ...others: readonly string[]): void {
    if (this.answered) return;
    this.answered = true;
    if (!blocking || Date.now() - this.started <= tooLong) void writeText(this.key, null);
    else for (const other of others) this.leave(other);
  }

  private leave(key: string): void {
    void writeText(key, String(this.started));
  }
}
