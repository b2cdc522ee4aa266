/** Values kept in the browser's storage. Storage may be full, blocked or edited by hand: reading falls back, writing reports. */

const prefix = 'coroot-playground.';

/** Whether the last write failed; the page then says that work is not being kept. */
export const storage = $state({ failing: false });

/** The stored JSON under a key, or null when absent, unreadable or not JSON. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** Stores a value as JSON, or removes the key when it is null. Returns whether the browser took it. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
    storage.failing = false;
    return true;
  } catch {
    storage.failing = true;
    return false;
  }
}

/** The keys, without the product's prefix, that start with `start`. */
export function storedKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
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
    writeStored(this.key, value);
  }
}
