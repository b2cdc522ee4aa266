/** As much of a browser as state needs: storage that can be full or blocked, and tabs that hold locks. */
import { vi } from 'vitest';

/** A browser's storage. Its keys are its own properties, as with the real one. */
export class FakeStorage {
  /** Makes a storage that refuses to hold more than `quota` characters, keys included. */
  constructor(quota = Number.POSITIVE_INFINITY) {
    const hidden = { enumerable: false };
    Object.defineProperty(this, 'quota', { ...hidden, value: quota, writable: true });
  }

  declare quota: number;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] ?? null) : null;
  }

  setItem(key: string, value: string): void {
    const others = Object.entries(this).filter(([other]) => other !== key);
    const size = others.reduce(
      (sum, [name, text]) => sum + name.length + String(text).length,
      key.length + value.length,
    );
    if (size > this.quota) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    (this as unknown as Record<string, string>)[key] = value;
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** One browser profile: what its tabs share. */
export class FakeBrowser {
  readonly localStorage = new FakeStorage();
  private readonly held = new Map<string, FakeTab>();
  private readonly waiting = new Set<() => void>();

  /** As `navigator.locks.request`, for one tab. */
  async request(tab: FakeTab, name: string, options: LockOptions, run: LockCallback): Promise<unknown> {
    const { ifAvailable = false, signal } = options;
    while (this.held.has(name)) {
      if (ifAvailable) return run(null);
      await new Promise<void>((resolve, reject) => {
        this.waiting.add(resolve);
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    }
    this.held.set(name, tab);
    const result = await run({ name });
    this.free((key, holder) => key === name && holder === tab);
    return result;
  }

  /** Frees locks, which lets others have them. */
  free(which: (name: string, holder: FakeTab) => boolean): void {
    for (const [name, holder] of this.held) if (which(name, holder)) this.held.delete(name);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

type LockCallback = (lock: object | null) => unknown;

/** One tab of a browser. `show` makes it the one the code under test runs in. */
export class FakeTab {
  constructor(
    private readonly browser: FakeBrowser,
    private readonly sessionStorage: FakeStorage = new FakeStorage(),
  ) {}

  show(): void {
    vi.stubGlobal('localStorage', this.browser.localStorage);
    vi.stubGlobal('sessionStorage', this.sessionStorage);
    const request = (name: string, options: LockOptions, run: LockCallback): Promise<unknown> =>
      this.browser.request(this, name, options, run);
    vi.stubGlobal('navigator', { locks: { request } });
  }

  /** Frees what the tab holds; its session is lost. */
  close(): void {
    this.browser.free((_, holder) => holder === this);
  }

  /** Closes the tab and opens it again with the same session. */
  reload(): FakeTab {
    this.close();
    return this.successor();
  }

  /** The tab after a reload while what it held before is not free yet: `close` frees that. */
  successor(): FakeTab {
    return new FakeTab(this.browser, this.sessionStorage);
  }

  /** Opens a copy of the tab, its session included, while it stays open. */
  duplicate(): FakeTab {
    return new FakeTab(this.browser, Object.assign(new FakeStorage(), this.sessionStorage));
  }
}

/** Makes every storage throw, as browsers do that keep a page from storing anything. */
export function blockStorage(): void {
  const refuse = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    vi.stubGlobal(name, new Proxy({}, { get: refuse, ownKeys: refuse }));
  }
  vi.stubGlobal('navigator', {});
}
