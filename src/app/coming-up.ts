/**
 * Notices work that did not come up: a mark is stored before it is rendered for the first time and taken away once the
 * page answers. A mark that is still there at the next opening means that the page froze or was killed in between, and
 * the work is then opened without rendering it.
 */
import { readText, storedKeys, writeText } from './persisted.svelte';

/** Work that took longer than this to come up is treated as if it had not, in milliseconds. */
const tooLong = 5000;
/** How long a mark counts, in milliseconds. */
const markAge = 30 * 24 * 60 * 60 * 1000;

/** What is being opened: a tab's draft, by its id. */
export function draftMark(id: string): string {
  return `opening.draft.${id}`;
}

/** What is being opened: a link, by its length and checksum. */
export function linkMark(hash: string): string {
  return `opening.link.${String(hash.length)}.${hash.slice(-8)}`;
}

/** One opening of some work. */
export class ComingUp {
  /** Whether the same work did not come up last time. */
  readonly failedBefore: boolean;
  private readonly started = Date.now();

  /** Marks the work as being opened. */
  constructor(private readonly mark: string) {
    for (const key of storedKeys('opening.')) {
      if (!(Number(readText(key)) > this.started - markAge)) void writeText(key, null);
    }
    this.failedBefore = readText(mark) !== null;
    this.leave(mark);
  }

  /** The page answers. Work that took too long keeps its mark, and gets those of the other ways to open it. */
  done(...others: readonly string[]): void {
    if (Date.now() - this.started <= tooLong) void writeText(this.mark, null);
    else for (const other of others) this.leave(other);
  }

  private leave(mark: string): void {
    void writeText(mark, String(this.started));
  }
}
