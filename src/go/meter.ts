/**
 * What an execution may cost. Go has no such limits; a browser tab needs them, and they count work, not time, so that
 * the same template stops at the same place on every machine.
 */
import { ByteIndexes } from './byte-index';

/** How long a template may run in a browser tab, and how much it may write. */
export interface Limits {
  /**
   * Nodes walked, loop turns taken, words of expressions evaluated, values formatted, and what handling long texts
   * costs as much as that (`costs`).
   */
  readonly steps: number;
  /** Bytes written. */
  readonly outputBytes: number;
  /** The longest text an expression may make, in UTF-16 units; as many as bytes may be written when it is left out. */
  readonly textUnits?: number;
  /**
   * What is held at once: texts made by functions that a variable or dot may still show, in UTF-16 units, and for each
   * variable and each body under way what its objects take.
   */
  readonly heldBytes: number;
}

const megabyte = 1024 * 1024;

/** The longest text one call may print, in UTF-16 units: a width for each of many elements would fill the memory. */
export const longestText = 32 * megabyte;

/**
 * Steps: one takes 50 to 100 ns, so that a template without an end is stopped after two to three seconds, while a
 * preset that goes through a text byte by byte (about 30 steps each) gets through several hundred kB. Output: a
 * thousand times what any platform takes. Held: what a tab can bear beside everything else.
 */
export const defaultLimits: Limits = {
  steps: 30_000_000,
  outputBytes: 8 * megabyte,
  textUnits: longestText,
  heldBytes: 128 * megabyte,
};

/**
 * What a call costs beside its words, and how many UTF-16 units of text cost a step: where they are only copied, where
 * each is looked at, and where each may be written anew (quoted, escaped, encoded). Measured under Node on a machine
 * where walking a node takes 60 ns.
 */
const costs = { call: 4, copied: 512, scanned: 32, written: 1 } as const;

/** What a variable or a body under way takes, in bytes. */
export const slotBytes = 64;

/** Thrown when a budget is used up; the executor says where. */
export class OverBudget extends Error {
  constructor(readonly budget: 'steps' | 'held') {
    super(`no ${budget} left`);
    this.name = 'OverBudget';
  }
}

/** Keeps the accounts of one execution. */
export class Meter {
  private indexes: ByteIndexes | null = null;
  private stepsLeft: number;
  private roomLeft: number;
  /** Texts made by the action under way, which nobody may hold yet. */
  private inAction = 0;

  constructor(
    readonly limits: Limits,
    /** What variables and bodies under way hold, in the units of the room. */
    private readonly held: () => number = () => 0,
  ) {
    this.stepsLeft = limits.steps;
    this.roomLeft = limits.heldBytes;
  }

  /** Where bytes are in the long texts that were looked into last; most templates look into none. */
  get texts(): ByteIndexes {
    return (this.indexes ??= new ByteIndexes(this));
  }

  /** Takes steps from the budget; throws `OverBudget` when it is used up. */
  spend(steps: number): void {
    this.stepsLeft -= steps;
    if (this.stepsLeft < 0) throw new OverBudget('steps');
  }

  /** A function or method is called. */
  call(): void {
    this.spend(costs.call);
  }

  /** So many units of text are copied. */
  copy(units: number): void {
    this.spend(Math.floor(units / costs.copied));
  }

  /** So many units of text are looked at. */
  scan(units: number): void {
    this.spend(Math.floor(units / costs.scanned));
  }

  /** So many units of text are quoted, escaped or encoded. */
  write(units: number): void {
    this.spend(Math.floor(units / costs.written));
  }

  /** So many entries, whose keys have so many units in all, are sorted. */
  sort(entries: number, units: number): void {
    if (entries > 1) this.spend(Math.ceil(Math.log2(entries) * (entries + units / costs.scanned)));
  }

  /** An action begins: what its predecessor made is held by a variable, or by nobody. */
  beginAction(): void {
    this.inAction = 0;
  }

  /** A text is made. Throws `OverBudget` when too many are held. */
  make(units: number): void {
    this.inAction += units;
    this.take(units);
  }

  /** A variable is declared, or a body begins. */
  hold(): void {
    this.take(slotBytes);
  }

  private take(units: number): void {
    this.roomLeft -= units;
    if (this.roomLeft >= 0) return;
    // What was made may be forgotten again: see what is really there.
    this.roomLeft = this.limits.heldBytes - this.held() - this.inAction;
    if (this.roomLeft < 0) throw new OverBudget('held');
  }
}

/** For work outside of an execution: counts, and never stops. */
export function unmetered(): Meter {
  return new Meter({ steps: Infinity, outputBytes: Infinity, heldBytes: Infinity });
}
