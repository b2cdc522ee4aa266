/**
 * Values kept in the browser's storage. Storage may be full, blocked, cleared in mid-use, or hold what another release
 * or a hand wrote: reading falls back, every write is answered for in `storage`, and what is not understood is set
 * aside.
 */
import { SvelteMap } from 'svelte/reactivity';
import { prefix } from './stored-names';

let keepsNothing = false;

/** From now on nothing is read or written, and nothing is missed: for the page as the build draws it. */
export function keepNothing(): void {
  keepsNothing = true;
}

/** Why the browser did not take a value: there is no room left, or it keeps nothing for this page. */
export type Refusal = 'full' | 'denied';

const refused = new SvelteMap<string, Refusal>();

/** What the browser did not take: the latest write of a key counts, a later one of another key hides nothing. */
export const storage = {
  /** Whether any value is not kept as it is now. */
  get failing(): boolean {
    return refused.size > 0;
  },
  /** Why a key's latest value, or that of any key with this beginning, is not kept; null when it is. */
  refusal(start: string): Refusal | null {
    for (const [key, why] of refused) if (key.startsWith(start)) return why;
    return null;
  },
  /** Forgets what was not kept under keys with this beginning: what they held is kept elsewhere now. */
  forgive(start: string): void {
    for (const key of [...refused.keys()]) if (key.startsWith(start)) refused.delete(key);
  },
};

/** The stored text under a key, or null when absent or out of reach. */
export function readText(key: string): string | null {
  if (keepsNothing) return null;
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** The stored JSON under a key, or null when absent, unreadable or not JSON. */
export function readStored(key: string): unknown {
  const text = readText(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Stores a text under a key, or removes the key when it is null. Returns whether the browser took it. */
export function writeText(key: string, text: string | null): boolean {
  if (keepsNothing) return true;
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
    refused.delete(key);
    return true;
  } catch (error) {
    refused.set(key, isFull(error) ? 'full' : 'denied');
    return false;
  }
}

/** Stores a value as JSON, or removes the key when it is null. Returns whether the browser took it. */
export function writeStored(key: string, value: unknown): boolean {
  return writeText(key, value === null ? null : JSON.stringify(value));
}

/** https://webidl.spec.whatwg.org/#quotaexceedederror */
function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** The keys, without the product's prefix, that start with `start`. */
export function storedKeys(start: string): readonly string[] {
  if (keepsNothing) return [];
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** Calls back when another tab changed a key, with null when it cleared the storage. Returns how to stop. */
export function onStored(run: (key: string | null) => void): () => void {
  const listener = ({ key, storageArea }: StorageEvent): void => {
    if (storageArea !== localStorage) return;
    if (key === null) run(null);
    else if (key.startsWith(prefix)) run(key.slice(prefix.length));
  };
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener('storage', listener);
  };
}

/** A reactive value that survives the visit. `check` turns what was stored into a value, or null when it is not one. */
export class Persisted<T> {
  private current = $state.raw() as T;

  constructor(
    private readonly key: string,
    initial: T,
    check: (stored: unknown) => T | null,
  ) {
    this.current = check(readStored(key)) ?? initial;
  }

  get value(): T {
    return this.current;
  }

  set value(value: T) {
    this.current = value;
    // Settings hold nothing that a person typed; `storage` tells when they are not kept.
    void writeStored(this.key, value);
  }
}

/**
 * A reactive list that every tab may change. Each change starts from what is stored now, so that no tab undoes
 * another's; entries that this release does not understand stay where they are, a list it does not understand is set
 * aside under `aside.`, and while the browser keeps nothing the list lives in this tab.
 */
export class StoredList<T> {
  private current = $state.raw<readonly T[]>([]);

  /** `read` turns a stored entry into one of the list, or null when it is none. */
  constructor(
    private readonly key: string,
    private readonly read: (entry: unknown) => T | null,
  ) {
    this.current = this.stored()?.known ?? [];
  }

  /** The entries, as this tab last saw them. */
  get entries(): readonly T[] {
    return this.current;
  }

  /**
   * Replaces the entries by what `change` makes of them. Where there is no room, `shorten` may give a shorter list,
   * again and again, until it gives null. Returns whether the browser keeps the result; when not, this tab has it all
   * the same.
   */
  change(
    change: (entries: readonly T[]) => readonly T[],
    shorten: (entries: readonly T[]) => readonly T[] | null = () => null,
  ): boolean {
    const stored = this.stored();
    // Storage that was cleared in mid-use, or that never kept the list: this tab's copy is the only one.
    const base = stored === null || storage.refusal(this.key) !== null ? this.current : stored.known;
    const next = change(base);
    this.current = next;
    if (stored === null && !this.setAside()) return false;
    for (let list: readonly T[] | null = next; list !== null; list = shorten(list)) {
      if (!writeStored(this.key, [...list, ...(stored?.strange ?? [])])) continue;
      this.current = list;
      return true;
    }
    return false;
  }

  /** Takes over what another tab stored; after a clearing stores what this tab has. */
  refresh(): void {
    const stored = this.stored();
    if (stored !== null) this.current = stored.known;
    else if (this.current.length > 0) void this.change((entries) => entries);
  }

  /** Forgets everything, what is not understood included. Returns how to put it back. */
  clear(): () => boolean {
    const text = readText(this.key);
    const { current } = this;
    void writeText(this.key, null);
    this.current = [];
    return () => {
      this.current = current;
      return writeText(this.key, text);
    };
  }

  /** The stored entries, apart by whether they are understood; null when there is no list. */
  private stored(): { readonly known: readonly T[]; readonly strange: readonly unknown[] } | null {
    const list = readStored(this.key);
    if (!Array.isArray(list)) return null;
    const known: T[] = [];
    const strange: unknown[] = [];
    for (const entry of list as readonly unknown[]) {
      const understood = this.read(entry);
      if (understood === null) strange.push(entry);
      else known.push(understood);
    }
    return { known, strange };
  }

  /** Moves a stored text that is no list out of the way. Returns false when there is no room to keep it. */
  private setAside(): boolean {
    const text = readText(this.key);
    return text === null || text === 'null' || writeText(`aside.${this.key}.${String(Date.now())}`, text);
  }
}
